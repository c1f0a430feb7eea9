import InformationLaw

/// The code of one rule of the audit of a letter; what it requires, why and how badly is in the statute
/// book under the same id.
///
/// A rule reads what stands in the letter and nothing else. One that needs a person's judgement speaks
/// only where the text itself settles it, and otherwise leaves the question open. It carries its
/// examples; one test runs those of every rule.
struct LetterRule: Sendable {
  /// What a rule looks at.
  enum Reach: Sendable {
    /// The letter as a whole.
    case whole(
      applies: @Sendable (AuditedLetter) -> Bool,
      check: @Sendable (AuditedLetter, inout Answer) -> Void)
    /// Each limb of a kind that the letter decides by.
    case limbs(
      applies: @Sendable (AuditedLetter, CitedLimb) -> Bool,
      check: @Sendable (AuditedLetter, CitedLimb, inout Answer) -> Void)
  }

  let id: String
  let reach: Reach
  /// Letters that break the rule.
  let fails: [LetterExample]
  /// Letters that keep it, or leave it to a person.
  let passes: [LetterExample]

  /// A rule about the letter as a whole.
  init(
    _ id: String, when applies: @escaping @Sendable (AuditedLetter) -> Bool = { _ in true },
    fails: [LetterExample], passes: [LetterExample],
    check: @escaping @Sendable (AuditedLetter, inout Answer) -> Void
  ) {
    self.id = id
    self.fails = fails
    self.passes = passes
    reach = .whole(applies: applies, check: check)
  }

  /// A rule about each limb; the statute book says whether its verdicts are given limb by limb or
  /// together.
  init(
    _ id: String, limbs applies: @escaping @Sendable (AuditedLetter, CitedLimb) -> Bool,
    fails: [LetterExample], passes: [LetterExample],
    check: @escaping @Sendable (AuditedLetter, CitedLimb, inout Answer) -> Void
  ) {
    self.id = id
    self.fails = fails
    self.passes = passes
    reach = .limbs(applies: applies, check: check)
  }

  /// The limbs to which the rule applies; nil where it is about the letter as a whole.
  func limbs(of letter: AuditedLetter) -> [CitedLimb]? {
    guard case .limbs(let applies, _) = reach else { return nil }
    return letter.cited.filter { applies(letter, $0) }
  }

  /// The rule's answer for a letter.
  func answer(on letter: AuditedLetter, otherwise: Verdict) -> Answer {
    switch reach {
    case .whole(let applies, let check):
      guard applies(letter) else { return Answer(.notApplicable) }
      var answer = Answer(otherwise)
      check(letter, &answer)
      return answer
    case .limbs:
      return (limbs(of: letter) ?? []).reduce(into: Answer(.notApplicable)) { joined, cited in
        joined.join(answer(on: letter, about: cited, otherwise: otherwise), limb: nil)
      }
    }
  }

  /// The rule's answer about one limb to which it applies.
  func answer(on letter: AuditedLetter, about cited: CitedLimb, otherwise: Verdict) -> Answer {
    guard case .limbs(_, let check) = reach else { return answer(on: letter, otherwise: otherwise) }
    var answer = Answer(otherwise)
    check(letter, cited, &answer)
    var joined = Answer(answer.otherwise)
    joined.join(answer, limb: cited.limb)
    return joined
  }

  /// Every rule that has code, by its id.
  static let byID: [String: LetterRule] = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// Every rule that has code, topic by topic.
  static let all: [LetterRule] =
    frame + time + extensions + confirm + exclusion + specify + exclusive + explain + harm + levels
    + chain + nationalSecurity + otherLimbs + weighing + sides + factors + irrelevance
    + circumstances
    + partial + cost + assist + rights + process + style
}
