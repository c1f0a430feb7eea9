public import DataFiles
import InformationLaw

/// What the rules say of one decision: a verdict for every rule, and what to put right.
public struct ScrutinyReport: Codable, Equatable, Sendable {
  /// A question that only a person can answer.
  public struct Question: Codable, Equatable, Sendable {
    /// The rule that asks: `RN-042`.
    public var rule: String
    /// The limb that it is about, as people write it, where the rule is answered for each.
    public var limb: String?
    /// The question.
    public var question: String

    /// Makes a question.
    public init(rule: String, limb: String?, question: String) {
      self.rule = rule
      self.limb = limb
      self.question = question
    }
  }

  /// A verdict for every rule of the regime, for each limb where the rule is answered for each.
  public var verdicts: [RuleVerdict]
  /// What to put right: the worst first, then in the order of the decision.
  public var findings: [Finding]
  /// What a person still has to judge.
  public var questions: [Question]

  /// Makes a report.
  public init(verdicts: [RuleVerdict], findings: [Finding], questions: [Question]) {
    self.verdicts = verdicts
    self.findings = findings
    self.questions = questions
  }

  /// The findings about a field or anything inside it.
  public func findings(within field: FieldPath) -> [Finding] {
    findings.filter { $0.field.isWithin(field) }
  }

  /// The number of unlawful findings.
  public var unlawful: Int { count(.unlawful) }
  /// The number of findings of bad practice.
  public var badPractice: Int { count(.badPractice) }
  /// The number of findings of style.
  public var style: Int { count(.style) }

  private func count(_ severity: AuditRule.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}
