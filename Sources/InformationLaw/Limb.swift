/// An exemption, an exclusion of the duty to confirm or deny, or a procedural ground of refusal, at
/// the finest level at which a notice has to cite it.
public struct Limb: Equatable, Sendable, Identifiable {
  /// What kind of provision it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Exempts the content of information.
    case exemption
    /// Excludes the duty to confirm or deny that information is held.
    case neitherConfirmNorDeny = "ncnd"
    /// Refuses the request as such: cost, vexatious, repeated, not held.
    case procedural
  }

  /// Whether the public interest has to be weighed (FOIA s.2).
  public enum Status: String, CaseIterable, Sendable {
    /// No balance: s.2(3) lists it.
    case absolute
    /// A balance is needed before anything can be withheld.
    case qualified
    /// Absolute or qualified according to ``Limb/statusNote``.
    case mixed
    /// Outside the scheme of s.2.
    case notApplicable = "n/a"
  }

  /// What engages it.
  public enum Basis: String, CaseIterable, Sendable {
    /// The information is of a described kind.
    case `class`
    /// Disclosure would, or would be likely to, cause a described harm.
    case prejudice
    /// Exemption is required for a purpose.
    case purpose
    /// A matter of procedure.
    case procedural

    /// The term for it in the field.
    public var label: String {
      switch self {
      case .class: "class-based"
      case .prejudice: "prejudice-based"
      case .purpose: "required for a purpose"
      case .procedural: "procedural"
      }
    }
  }

  /// A certificate that bears on the limb.
  public struct Certificate: Equatable, Sendable {
    /// Who may sign it.
    public var who: String
    /// The provision.
    public var cite: String
    /// What it settles.
    public var effect: String
    /// Whether the limb needs it.
    public var isRequired: Bool
  }

  /// When the limb stops being available for old information.
  public struct Expiry: Equatable, Sendable {
    /// The rule: `none`, `historical`, `fixed`, `royal` or `place`.
    public var rule: String
    /// The years, counted from ``from``.
    public var years: Int?
    /// Where the years start.
    public var from: String?
    /// The provision.
    public var cite: String
    /// Remarks.
    public var note: String?
  }

  /// What the limb said before it was changed, where its number stayed the same.
  public struct Earlier: Equatable, Sendable {
    /// When it said so.
    public var inForce: InForce
    /// The title of the time, where it was another.
    public var title: String?
    /// What had to be shown, where it was something else.
    public var standard: String?
    /// When the limb ran out, where that was different.
    public var expiry: Expiry?
    /// What changed.
    public var note: String?
    /// Ids of the sources.
    public var sources: [String]
  }

  /// The stable key: `foia-31-1-a`.
  public var id: String
  /// The regime it belongs to.
  public var regime: Regime
  /// The section or regulation.
  public var section: String
  /// The provision without its Act: `31(1)(a)`.
  public var provision: String
  /// The provision as a notice prints it: `FOIA s.31(1)(a)`.
  public var citation: String
  /// A short neutral title.
  public var title: String
  /// What kind of provision it is.
  public var kind: Kind
  /// Whether a balance is needed.
  public var status: Status
  /// What a mixed status turns on, or what changes it.
  public var statusNote: String?
  /// What engages it.
  public var basis: Basis
  /// The threshold, a key of the vocabulary.
  public var threshold: String
  /// What the authority has to show.
  public var standard: String
  /// Who may rely on it.
  public var who: String
  /// Letters of the purposes of FOIA s.31(2) of which one has to be named; none where none is needed.
  public var purposes: [String]
  /// Finer limbs.
  public var sublimbs: [String]
  /// Keys of what should be on file.
  public var evidence: [String]
  /// A certificate that bears on it.
  public var certificate: Certificate?
  /// Bodies to consult.
  public var consult: [String]
  /// Limbs that cannot apply to the same information.
  public var excludes: [String]
  /// Those of ``excludes`` that may be cited in the alternative all the same.
  public var alternativeWith: [String]
  /// Limbs commonly cited alongside.
  public var oftenWith: [String]
  /// Keys of recognised factors for disclosure.
  public var factorsForDisclosure: [String]
  /// Keys of recognised factors for maintaining the exemption.
  public var factorsForMaintaining: [String]
  /// Keys of considerations that carry no or little weight.
  public var irrelevant: [String]
  /// Keys of common errors.
  public var errors: [String]
  /// When it stops being available.
  public var expiry: Expiry
  /// The event that ends it.
  public var lapsesWhen: String?
  /// When it is law.
  public var inForce: InForce
  /// Ids of the limbs that took its place when it ended.
  public var replacedBy: [String]
  /// What it said before it was changed, oldest first.
  public var earlier: [Earlier]
  /// Whether it cannot be used for information on emissions (EIR reg 12(9)).
  public var isBarredForEmissions: Bool
  /// Whether the authority may neither confirm nor deny on its strength (FOISA s.18(1)).
  public var allowsSection18: Bool
  /// The FOIA limb that corresponds to it.
  public var counterpart: String?
  /// Remarks.
  public var note: String?
  /// How the text was checked: `statute-read`, `secondary-source` and so on.
  public var textCheck: String
  /// Ids of the sources.
  public var sources: [String]

  /// The form that people write: `s31(1)(a)`, `reg12(5)(b)`, `FOISA s35(1)(a)`.
  public var cite: String {
    switch regime {
    case .foia: "s" + provision
    case .eir: "reg" + provision
    case .foisa: "FOISA s" + provision
    }
  }

  /// Whether it was the law on a day; where none is given, whether it is now.
  public func isLaw(on day: Day?) -> Bool { day.map(inForce.contains) ?? inForce.isOpen }

  /// Whether nothing can be withheld under it before the public interest is weighed.
  ///
  /// A limb whose status is mixed counts as qualified: to weigh where none was needed costs an hour,
  /// the other mistake costs the case.
  public var needsBalance: Bool { status == .qualified || status == .mixed }

  /// The limb as it read on a day.
  func asOf(_ day: Day) -> Limb {
    guard let then = earlier.first(where: { $0.inForce.contains(day) }) else { return self }
    var limb = self
    limb.title = then.title ?? title
    limb.standard = then.standard ?? standard
    limb.expiry = then.expiry ?? expiry
    limb.note = then.note ?? note
    return limb
  }
}
