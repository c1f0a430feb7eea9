import InformationLaw
import PublicInterest
import Scrutiny

extension CaseRules {
  /// A judgement answers a question that the statute book asks of this case, is given by somebody whose
  /// question it is, and is explained unless it is a plain yes.
  func check(
    _ judgement: Judgement, by actor: Actor, in decision: Decision
  ) throws(Refusal) {
    guard let rule = book.rule(id: judgement.rule), rule.question != nil,
      rule.regimes.contains(decision.regime), rule.isPerLimb == (judgement.limb != nil)
    else {
      throw Refusal(.invalid, "The statute book does not ask this question.", field: "answer")
    }
    if let limb = judgement.limb, !decision.reliances.contains(where: { $0.limb == limb }) {
      throw Refusal(
        .invalid, "\(book.limb(id: limb)?.cite ?? limb) is no longer relied on.", field: "answer")
    }
    if let role = actor.role, !workflow.judges(rule.topic, role: role) {
      throw Refusal(
        .notAllowed,
        "This question is not for the role of \(role.rawValue): it is about what others wrote.",
        field: "answer")
    }
    if judgement.answer.needsReason, judgement.reason.isBlank {
      throw Refusal(
        .invalid,
        "Say why it is '\(judgement.answer.rawValue)'. Only 'met' stands without a reason.",
        field: "reason")
    }
    if judgement.reason.count > Judgement.longestReason {
      throw Refusal(
        .invalid,
        "The reason has \(judgement.reason.count) characters; at most \(Judgement.longestReason) are "
          + "kept.", field: "reason")
    }
  }
}
