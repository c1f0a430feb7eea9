/// How likely the harm is said to be: the level that the notice has to name.
public enum Likelihood: String, CaseIterable, Codable, Sendable {
  /// More probable than not.
  case would
  /// A real and significant risk, if less than even.
  case wouldBeLikely = "would be likely"
  /// For limbs that ask whether exemption is required for a purpose, such as FOIA s.24(1).
  case required

  /// The words in a letter, before "prejudice" or after "is".
  public var words: String {
    switch self {
    case .would: "would"
    case .wouldBeLikely: "would be likely to"
    case .required: "required for the purpose"
    }
  }
}

/// The words that limbs share: thresholds, factors, what should be on file, common errors.
public struct Vocabulary: Equatable, Sendable {
  /// What has to be shown for a limb to be engaged.
  public struct Threshold: Equatable, Sendable {
    /// The key: `t-prejudice`.
    public var id: String
    /// The test in the statute's terms.
    public var label: String
    /// What it means in practice.
    public var meaning: String?
    /// The levels of likelihood from which one has to be chosen; none for class-based limbs.
    public var levels: [Likelihood]
  }

  /// A side of the balance.
  public enum Side: String, CaseIterable, Codable, Sendable {
    /// For disclosure.
    case disclose
    /// For maintaining the exemption.
    case maintain
  }

  /// A recognised factor.
  public struct Factor: Equatable, Sendable {
    /// The key: `fd-…` for disclosure, `fm-…` for maintaining.
    public var id: String
    /// The side it belongs to.
    public var side: Side
    /// What it is.
    public var label: String
    /// What moves its weight.
    public var weightNote: String?
  }

  /// A consideration that does not belong in the balance, or carries little.
  public struct Irrelevance: Equatable, Sendable {
    /// Whether it counts for nothing or for little.
    public enum Grade: String, CaseIterable, Sendable {
      case irrelevant, weak
    }
    /// The key: `ir-…`.
    public var id: String
    /// What it is.
    public var label: String
    /// Whether it counts for nothing or for little.
    public var grade: Grade
    /// Why.
    public var note: String?
  }

  /// Thresholds by key.
  public var thresholds: [String: Threshold]
  /// Recognised factors by key.
  public var factors: [String: Factor]
  /// Irrelevant and weak considerations by key.
  public var irrelevances: [String: Irrelevance]
  /// Common errors by key.
  public var errors: [String: String]
  /// What should be on file, by key.
  public var evidence: [String: String]
  /// The purposes of FOIA s.31(2) by letter.
  public var purposes: [String: String]
}

/// A source of the law data and how far it was read.
public struct LawSource: Equatable, Sendable {
  /// How the source was checked.
  public enum Status: String, CaseIterable, Sendable {
    case read, excerpt, secondary, mixed
    /// From general knowledge: shown as such, and to be checked before anyone relies on it.
    case unverified
  }
  /// The key: `S01`.
  public var id: String
  /// What it supports.
  public var what: String
  /// Where it is: an address or a citation.
  public var location: String
  /// Further places.
  public var also: [String]
  /// How it was checked.
  public var status: Status
  /// What to beware of.
  public var caution: String?
}
