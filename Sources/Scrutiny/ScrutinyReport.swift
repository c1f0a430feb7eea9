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
    /// The limb's id, where the rule is answered for each.
    public var limbID: String?
    /// The question.
    public var question: String
    /// What somebody said to it, if anybody did, now or of an earlier state of the decision.
    public var given: GivenJudgement?

    /// Makes a question.
    public init(
      rule: String, limb: String?, limbID: String? = nil, question: String,
      given: GivenJudgement? = nil
    ) {
      self.rule = rule
      self.limb = limb
      self.limbID = limbID
      self.question = question
      self.given = given
    }

    /// Names the question among those of a case.
    public var key: String { Judgement.key(rule: rule, limb: limbID) }
    /// The answer, while what it judges stands as it stood.
    public var answer: GivenJudgement? { given.flatMap { $0.isCurrent ? $0 : nil } }
  }

  /// A verdict for every rule of the regime, for each limb where the rule is answered for each.
  public var verdicts: [RuleVerdict]
  /// What to put right: the worst first, then in the order of the decision.
  public var findings: [Finding]
  /// What a person is asked to judge, answered or not.
  public var questions: [Question]

  /// Makes a report.
  public init(verdicts: [RuleVerdict], findings: [Finding], questions: [Question]) {
    self.verdicts = verdicts
    self.findings = findings
    self.questions = questions
  }

  /// What a person still has to judge.
  public var openQuestions: [Question] { questions.filter { $0.answer == nil } }

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
