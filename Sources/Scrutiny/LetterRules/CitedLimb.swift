import InformationLaw
import LetterReading

/// A provision that a letter decides by, with the limb of the statute book that it names.
///
/// A class, never changed, since every rule is handed those of its letter.
final class CitedLimb: Sendable {
  /// As the letter has it.
  let exemption: CitedExemption
  /// The limb; nil where the letter, or the book, leaves open which it is.
  let limb: Limb?
  /// The limbs that may be meant: the one, or those of the section that is cited that do what the
  /// letter does with it.
  let family: [Limb]
  /// Whether the section has other exemptions that could be meant.
  let isOneOfMany: Bool
  /// The provision without its Act: `31(1)(a)`.
  let provision: String
  /// The section or regulation: `31`.
  let section: String

  init(_ exemption: CitedExemption, book: LimbIndex) {
    self.exemption = exemption
    let (cited, provision) = CitedLimb.split(exemption.cite)
    self.provision = provision
    section = String(provision.prefix { $0 != "(" })
    let all = book.family(of: provision, regime: cited)
    let kind: Limb.Kind =
      exemption.role == .neitherConfirmNorDeny ? .neitherConfirmNorDeny : .exemption
    let fitting = all.filter { $0.kind == kind }
    family = fitting.isEmpty ? all : fitting
    limb = family.count == 1 ? family.first : nil
    isOneOfMany =
      kind == .exemption
      && book.family(of: section, regime: cited).count { $0.kind == .exemption } > 1
  }

  /// The form people write: `s24(1)`.
  var cite: String { exemption.cite }

  /// Whether every limb that may be meant is of a kind, and there is one.
  func isCertainly(_ test: (Limb) -> Bool) -> Bool { !family.isEmpty && family.allSatisfy(test) }

  /// Whether nothing can be withheld under it before the public interest is weighed.
  ///
  /// Of a limb whose status is mixed: under s.36 it is, but for the papers of Parliament; to confirm or
  /// deny personal data by the data protection principles it is not.
  var needsBalance: Bool {
    isCertainly { $0.status == .qualified || $0.status == .mixed && $0.section == "36" }
  }

  /// Whether it turns on prejudice to an interest, or on danger to a person.
  var isPrejudiceBased: Bool { isCertainly(\.isPrejudiceBased) }

  /// Whether it has been decided to rely on it.
  var isReliedOn: Bool {
    exemption.role != .underConsideration && exemption.role != .engagedButDisclosed
  }

  /// Whether it keeps back the content of information.
  var withholds: Bool {
    switch exemption.role {
    case .withhold, .accessible, .futurePublication, .manifestlyUnreasonable: true
    case .neitherConfirmNorDeny, .cost, .vexatious, .notHeld, .underConsideration,
      .engagedButDisclosed:
      false
    }
  }

  /// `FOISA s35(1)(a)` as regime and provision; a plain section is one of FOIA.
  private static func split(_ cite: String) -> (Regime, String) {
    for (prefix, regime) in [("FOISA s", Regime.foisa), ("reg", .eir), ("s", .foia)]
    where cite.hasPrefix(prefix) {
      return (regime, String(cite.dropFirst(prefix.count)))
    }
    return (.foia, cite)
  }
}

/// The limbs of the statute book by the provision that people cite.
struct LimbIndex: Sendable {
  private var byProvision: [Key: [Limb]] = [:]

  private struct Key: Hashable {
    var regime: Regime
    var provision: String
  }

  init(_ limbs: [Limb]) {
    for limb in limbs {
      // A limb that joins two provisions is cited by the first; every shorter form may mean it too.
      var provision = limb.provision.split(separator: " ").first.map(String.init) ?? ""
      while true {
        byProvision[Key(regime: limb.regime, provision: provision), default: []].append(limb)
        guard let bracket = provision.lastIndex(of: "(") else { break }
        provision = String(provision[..<bracket])
      }
    }
  }

  /// The limbs that a citation may mean. One that goes deeper than the book means the limb that it
  /// lies in.
  func family(of provision: String, regime: Regime) -> [Limb] {
    var provision = provision
    while true {
      if let limbs = byProvision[Key(regime: regime, provision: provision)] { return limbs }
      // A deeper part of a limb, never a bare section that is not there.
      guard let bracket = provision.lastIndex(of: "(") else { return [] }
      provision = String(provision[..<bracket])
      let limbs = byProvision[Key(regime: regime, provision: provision)] ?? []
      if !limbs.isEmpty, limbs.count > 1 { return [] }
    }
  }
}
