public import InformationLaw

/// How much a factor counts, in words: no number stands behind them and nothing adds them up.
public enum Weight: String, CaseIterable, Codable, Sendable {
  case none, slight, moderate, considerable
  case veryStrong = "very strong"
}

/// A consideration on one side of the balance.
public struct Factor: Codable, Equatable, Identifiable, Sendable {
  /// The key within the reliance: `f1`.
  public var id: String
  /// The side it is put on.
  public var side: Vocabulary.Side
  /// The recognised factor it is an instance of, a key of the vocabulary, if any.
  public var recognised: String?
  /// The factor in the authority's own words, about this information.
  public var words: String
  /// How much it counts.
  public var weight: Weight?
  /// Why that much.
  public var reason: String
  /// For a factor for disclosure: how the balance answers it.
  public var answer: String

  /// Makes a factor.
  public init(
    id: String, side: Vocabulary.Side, recognised: String? = nil, words: String,
    weight: Weight? = nil, reason: String = "", answer: String = ""
  ) {
    self.id = id
    self.side = side
    self.recognised = recognised
    self.words = words
    self.weight = weight
    self.reason = reason
    self.answer = answer
  }
}

/// Which side the public interest comes down on. A person says so; equal weight means disclosure
/// (FOIA s.2(2)(b)).
public enum BalanceOutcome: String, CaseIterable, Codable, Sendable {
  case maintain
  case disclose

  /// The outcome as a sentence.
  public var sentence: String { sentence(of: "exemption") }

  /// The outcome as a sentence, in the regime's word for an exemption.
  public func sentence(of exemption: String) -> String {
    switch self {
    case .maintain:
      "In all the circumstances of the case, the public interest in maintaining the \(exemption) "
        + "outweighs the public interest in disclosing the information."
    case .disclose:
      "The public interest in maintaining the \(exemption) does not outweigh the public interest in "
        + "disclosing the information, so the information is disclosed."
    }
  }
}

/// The balance for one limb and the items it is relied on for, in words.
public struct Balance: Codable, Equatable, Sendable {
  /// Which side it comes down on.
  public var outcome: BalanceOutcome
  /// The reasons.
  public var reasons: String
  /// The age of the information and the state of the matter when the decision was made.
  public var timing: String

  /// Makes a balance.
  public init(outcome: BalanceOutcome, reasons: String, timing: String = "") {
    self.outcome = outcome
    self.reasons = reasons
    self.timing = timing
  }
}

/// The interests of several engaged limbs weighed together for the same information, as
/// *Department for Business and Trade v Information Commissioner* [2025] UKSC 27 allows.
public struct CumulativeBalance: Codable, Equatable, Sendable {
  /// The reliances whose interests are weighed together, by id.
  public var reliances: [String]
  /// Which side it comes down on.
  public var outcome: BalanceOutcome
  /// The reasons, naming each interest.
  public var reasons: String

  /// Makes a cumulative balance.
  public init(reliances: [String], outcome: BalanceOutcome, reasons: String) {
    self.reliances = reliances
    self.outcome = outcome
    self.reasons = reasons
  }
}

/// Something less than the information asked for that could be given instead of a full refusal.
public struct Alternative: Codable, Equatable, Identifiable, Sendable {
  /// The kinds that officers are asked to think of.
  public enum Form: String, CaseIterable, Codable, Sendable {
    case totals
    case ranges
    case older = "older information"
    case withoutVersions = "names without versions"
    case part = "part of the information"
    case later = "release at a later date"
  }

  /// What became of it.
  public enum Outcome: String, CaseIterable, Codable, Sendable {
    case given
    case notPossible = "not possible"
  }

  /// The kind; one of each at most.
  public var form: Form
  /// What became of it.
  public var outcome: Outcome
  /// What is given, or why it cannot be.
  public var words: String
  /// The form is the key.
  public var id: String { form.rawValue }

  /// Makes an alternative.
  public init(form: Form, outcome: Outcome, words: String) {
    self.form = form
    self.outcome = outcome
    self.words = words
  }
}
