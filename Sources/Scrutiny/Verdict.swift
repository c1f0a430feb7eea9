public import InformationLaw

/// What a rule says of a decision.
public enum Verdict: String, CaseIterable, Codable, Sendable {
  /// Met on the face of the decision.
  case pass
  /// Met in form, or for a part only.
  case partial
  /// Not met.
  case fail
  /// Required of the notice as a whole and absent here; another part of the response may have it.
  case missingHere = "missing_here"
  /// A person has to say, or the file.
  case cannotAssess = "cannot_assess"
  /// The condition of the rule is not met.
  case notApplicable = "not_applicable"

  /// In words.
  public var label: String {
    switch self {
    case .pass: "met"
    case .partial: "met in part"
    case .fail: "not met"
    case .missingHere: "missing here"
    case .cannotAssess: "for a person to judge"
    case .notApplicable: "does not apply"
    }
  }

  /// Which of several verdicts on the same rule stands: a breach before a doubt before a pass.
  private var weight: Int {
    switch self {
    case .notApplicable: 0
    case .pass: 1
    case .cannotAssess: 2
    case .missingHere: 3
    case .partial: 4
    case .fail: 5
    }
  }

  /// The verdict that stands for both.
  func combined(with other: Verdict) -> Verdict { other.weight > weight ? other : self }
}

/// The verdict of one rule, for one limb where the rule is answered for each.
public struct RuleVerdict: Codable, Equatable, Sendable {
  /// The rule: `RN-040`.
  public var rule: String
  /// The verdict.
  public var verdict: Verdict
  /// The limb's id, where the rule is answered for each limb: `foia-24-1`.
  public var limb: String?
  /// The limb as people write it: `s24(1)`.
  public var cite: String?

  /// Makes a verdict.
  public init(rule: String, verdict: Verdict, limb: Limb? = nil) {
    self.rule = rule
    self.verdict = verdict
    self.limb = limb?.id
    cite = limb?.cite
  }
}
