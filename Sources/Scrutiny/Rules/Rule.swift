import DataFiles
import InformationLaw
import PublicInterest

/// The code of one rule of the audit; what it requires, why and how badly is in the statute book
/// under the same id.
///
/// A rule carries its examples: changes that break an exemplary decision, and, where that decision
/// does not come under the rule, changes that bring it there and keep it in order. One test runs
/// the examples of every rule.
struct Rule: Sendable {
  /// What a rule looks at.
  enum Reach: Sendable {
    /// The decision and the letter as a whole.
    case whole(
      applies: @Sendable (Context) -> Bool, check: @Sendable (Context, inout Answer) -> Void)
    /// Each reliance on a limb of a kind.
    case limbs(
      applies: @Sendable (Limb) -> Bool, check: @Sendable (Context, Relied, inout Answer) -> Void)
  }

  let id: String
  let reach: Reach
  let breaks: [Example]
  let passes: [Example]
  /// Whether a person is asked in every case, since nothing in a decision could settle it.
  var isOnlyAsked = false

  /// A rule about the decision as a whole.
  init(
    _ id: String, when applies: @escaping @Sendable (Context) -> Bool = { _ in true },
    breaks: [Example], passes: [Example] = [],
    check: @escaping @Sendable (Context, inout Answer) -> Void
  ) {
    self.id = id
    self.breaks = breaks
    self.passes = passes
    reach = .whole(applies: applies, check: check)
  }

  /// A rule about each reliance on a limb; the statute book says whether its verdicts are given
  /// limb by limb or together.
  init(
    _ id: String, limbs applies: @escaping @Sendable (Limb) -> Bool, breaks: [Example],
    passes: [Example] = [],
    check: @escaping @Sendable (Context, Relied, inout Answer) -> Void
  ) {
    self.id = id
    self.breaks = breaks
    self.passes = passes
    reach = .limbs(applies: applies, check: check)
  }

  /// A rule that only a person, or the file, can answer.
  static func asked(
    _ id: String, when applies: @escaping @Sendable (Context) -> Bool = { _ in true }
  ) -> Rule {
    var rule = Rule(id, when: applies, breaks: []) { _, answer in
      answer.otherwise = .cannotAssess
    }
    rule.isOnlyAsked = true
    return rule
  }

  /// The rule's answer for the decision.
  func answer(in context: Context, otherwise: Verdict) -> Answer {
    switch reach {
    case .whole(let applies, let check):
      guard applies(context) else { return Answer(.notApplicable) }
      var answer = Answer(otherwise)
      check(context, &answer)
      return answer
    case .limbs:
      return context.limbs.reduce(into: Answer(.notApplicable)) { joined, limb in
        joined.join(answer(in: context, on: limb, otherwise: otherwise), limb: nil)
      }
    }
  }

  /// The rule's answer for one limb, over every reliance on it.
  func answer(in context: Context, on limb: Limb, otherwise: Verdict) -> Answer {
    guard case .limbs(let applies, let check) = reach else {
      return answer(in: context, otherwise: otherwise)
    }
    var joined = Answer(.notApplicable)
    guard applies(limb) else { return joined }
    for relied in context.relied where relied.limb.id == limb.id {
      var answer = Answer(otherwise)
      check(context, relied, &answer)
      joined.join(answer, limb: limb)
    }
    return joined
  }

  /// Every rule that has code, by its id.
  static let byID: [String: Rule] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every rule that has code, topic by topic.
  static let all: [Rule] =
    frame + time + confirm + specify + explain + harm + wording + nationalSecurity + onFile
    + weighing + factors + irrelevance + circumstances + partial + assist + rights + process + style
    + environmental + environmentalLimbs + scottish
}
