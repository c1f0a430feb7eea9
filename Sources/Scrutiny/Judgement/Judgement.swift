public import InformationLaw

/// What a person says to the question of a rule that needs judgement.
public struct Judgement: Codable, Equatable, Sendable {
  /// The ways to answer.
  public enum Answer: String, CaseIterable, Codable, Sendable {
    case met
    case inPart = "met in part"
    case notMet = "not met"
    case doesNotApply = "does not apply"

    /// What the rule says once it is answered so.
    public var verdict: Verdict {
      switch self {
      case .met: .pass
      case .inPart: .partial
      case .notMet: .fail
      case .doesNotApply: .notApplicable
      }
    }

    /// Whether it has to be explained: everything but a plain yes.
    public var needsReason: Bool { self != .met }
  }

  /// The most characters that a reason may have.
  public static let longestReason = 2_000

  /// The rule that asks: `RN-052`.
  public var rule: String
  /// The id of the limb it is about, where the rule is answered for each: `foia-31-1-a`.
  public var limb: String?
  /// The answer.
  public var answer: Answer
  /// Why; empty only where it is met.
  public var reason: String

  /// Makes a judgement.
  public init(rule: String, limb: String? = nil, answer: Answer, reason: String = "") {
    self.rule = rule
    self.limb = limb
    self.answer = answer
    self.reason = reason
  }

  /// Names the question: there is one answer at a time to each.
  public var key: String { Judgement.key(rule: rule, limb: limb) }

  /// Names the question of a rule, about a limb where the rule is answered for each.
  public static func key(rule: String, limb: String?) -> String {
    limb.map { "\(rule)/\($0)" } ?? rule
  }
}

/// A judgement with who gave it and whether what it is about still stands as it stood then.
public struct GivenJudgement: Codable, Equatable, Sendable {
  /// What was said.
  public var judgement: Judgement
  /// Who said it: name and role.
  public var by: String
  /// The day on which it was said.
  public var on: Day?
  /// Whether the words that it judges are still those it was given on. If not, it is asked again.
  public var isCurrent: Bool

  /// Makes a judgement that was given.
  public init(judgement: Judgement, by: String, on: Day?, isCurrent: Bool) {
    self.judgement = judgement
    self.by = by
    self.on = on
    self.isCurrent = isCurrent
  }

  /// Where a judgement says that the rule is broken, the finding that follows from it.
  func finding(under rule: AuditRule, question: String, limb: Limb?, at matter: Matter) -> Finding?
  {
    guard judgement.answer == .inPart || judgement.answer == .notMet else { return nil }
    let says =
      judgement.answer.rawValue.prefix(1).uppercased() + judgement.answer.rawValue.dropFirst()
    let day = on.map { " on \($0.written)" } ?? ""
    return Finding(
      rule: rule.id, severity: rule.severity, verdict: judgement.answer.verdict, limb: limb?.id,
      cite: limb?.cite, field: matter.field,
      message: "'\(question)' \(says), says \(by)\(day): \(judgement.reason)",
      citation: rule.citation, fix: rule.fix)
  }
}
