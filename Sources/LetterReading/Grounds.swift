import DataFiles
import InformationLaw

/// The provisions that a request can be refused by: those of the statute book, and a few that letters
/// cite and the book files under another number.
///
/// Recognising a citation does not need it; it tells a real limb from an impossible one where the
/// regime has entries, and what follows a bracket: `31(1)(h)(i)` is two limbs, `36(2)(b)(i)` is one.
///
/// A class, never changed, since it is handed to whoever reads a citation.
final class Grounds: Sendable {
  private let known: Set<Provision>
  /// Every beginning of a known provision, itself included.
  private let beginnings: Set<Provision>
  private let sections: [Regime: Set<String>]
  /// The grounds, and their beginnings, that turn on a harm; the rest cover a class of information.
  private let harmful: Set<Provision>
  /// Those that need a balance of public interests.
  private let balanced: Set<Provision>

  /// - Parameter further: provisions beside those of the book, as people write them: `EIR 12(3)`.
  init(book: StatuteBook, further: [Provision]) {
    var known = Set(further)
    var harmful: Set<Provision> = []
    var balanced: Set<Provision> = []
    for limb in book.limbs {
      for written in [limb.provision] + limb.sublimbs {
        guard let parts = Grounds.parts(written) else { continue }
        let provision = Provision(
          regime: limb.regime, section: parts.section, parts: parts.parts)
        known.insert(provision)
        for beginning in Grounds.beginnings(of: provision) {
          if limb.basis == .prejudice || limb.basis == .purpose { harmful.insert(beginning) }
          if limb.needsBalance { balanced.insert(beginning) }
        }
      }
    }
    var beginnings: Set<Provision> = []
    var sections: [Regime: Set<String>] = [:]
    for provision in known {
      beginnings.formUnion(Grounds.beginnings(of: provision))
      sections[provision.regime, default: []].insert(provision.section)
    }
    self.known = known
    self.beginnings = beginnings
    self.sections = sections
    self.harmful = harmful
    self.balanced = balanced
  }

  private static func beginnings(of provision: Provision) -> [Provision] {
    (0...provision.parts.count).map {
      Provision(
        regime: provision.regime, section: provision.section,
        parts: Array(provision.parts.prefix($0)))
    }
  }

  /// Whether a provision turns on a harm (or on what is required for a purpose) and not on a class.
  func turnsOnHarm(_ provision: Provision) -> Bool { harmful.contains(provision) }

  /// Whether the public interest has to be weighed under a provision.
  func needsBalance(_ provision: Provision) -> Bool { balanced.contains(provision) }

  /// Whether a section or regulation has grounds at all.
  func hasSection(_ section: String, of regime: Regime) -> Bool {
    sections[regime]?.contains(section) ?? false
  }

  /// Whether a provision is a ground, or the beginning of one.
  func isGround(_ provision: Provision) -> Bool { beginnings.contains(provision) }

  /// The ground that a provision names: itself; or, where it goes further than the law, as far as the
  /// law goes (`41(1)(a)` is 41(1)); or with the number that was left out (`31(a)` is 31(1)(a)). Nil
  /// where nothing of its subdivision is a ground (`40(3A)`).
  func ground(_ provision: Provision) -> Provision? {
    if isGround(provision) { return provision }
    for number in ["1", "2"] where provision.parts.first.map({ Int($0) == nil }) ?? false {
      var fuller = provision
      fuller.parts.insert(number, at: 0)
      if isGround(fuller) { return fuller }
    }
    var shorter = provision
    while shorter.parts.count > 1 {
      shorter.parts.removeLast()
      if known.contains(shorter) { return shorter }
    }
    return nil
  }

  /// Takes `31(1)(a)` apart; stops at a blank, so that of "40(2) with 40(3A)(a)" the first counts.
  static func parts(_ written: String) -> (section: String, parts: [String])? {
    let head = written.prefix { !$0.isWhitespace }
    guard head.first?.isNumber ?? false else { return nil }
    let section = head.prefix { $0 != "(" }
    let rest = head.dropFirst(section.count)
    return (String(section), rest.split { $0 == "(" || $0 == ")" }.map(String.init))
  }
}

extension Provision {
  /// Reads `EIR 12(3)` in a data file.
  init(_ node: DataNode) throws(DataFileError) {
    let words = try node.string().split(separator: " ", maxSplits: 1)
    guard words.count == 2, let regime = Regime(rawValue: String(words[0])),
      let parts = Grounds.parts(String(words[1]))
    else { throw node.error("a provision is written with its regime, as in 'EIR 12(3)'") }
    self.init(regime: regime, section: parts.section, parts: parts.parts)
  }
}
