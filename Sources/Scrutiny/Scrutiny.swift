public import DataFiles
public import InformationLaw
public import PublicInterest

/// The audit: holds the rules of a statute book against a decision and the letter derived from it.
///
/// A pure function of its arguments. A rule that needs a person's judgement fails only where the
/// decision's own structure settles it; where there is something to judge it says
/// ``Verdict/cannotAssess`` and its question is asked. A named person's answer then decides; it never
/// hides a breach that the structure shows.
public struct Scrutiny: Sendable {
  private let books: LawEditions<StatuteBook>
  private let phrases: PhraseBook

  /// Makes an audit with the rules of a book.
  ///
  /// - Throws: ``DataFileError`` naming file and line where the built-in phrases are broken.
  public init(book: StatuteBook) throws(DataFileError) {
    books = LawEditions(of: book) { $0 }
    phrases = try PhraseBook.builtIn()
  }

  /// Holds every rule of the decision's regime against it, as the law stood when it was made.
  ///
  /// - Parameters:
  ///   - decision: the decision, finished or not.
  ///   - letter: the letter's wording; with it the rules on wording run on the letter as well.
  ///   - today: makes a decision that has not been taken late once its due date has passed.
  ///   - judgements: what people have said to the questions; those that are not current are asked again.
  public func report(
    on decision: Decision, letter: LetterText? = nil, today: Day? = nil,
    judgements: [GivenJudgement] = []
  ) -> ScrutinyReport {
    let book = books[decision.decided]
    let given = Dictionary(judgements.map { ($0.judgement.key, $0) }) { _, last in last }
    let context = Context(
      decision: decision, letter: letter, today: today, book: book, phrases: phrases)
    var verdicts: [RuleVerdict] = []
    var findings: [Finding] = []
    var questions: [ScrutinyReport.Question] = []
    for rule in book.rules where rule.regimes.contains(decision.regime) {
      for (limb, answer) in answers(of: rule, in: context) {
        var verdict = RuleVerdict(rule: rule.id, verdict: answer.verdict, limb: limb)
        findings += answer.objections.map { $0.finding(under: rule) }
        if answer.verdict == .cannotAssess, let question = rule.question {
          let asked = ScrutinyReport.Question(
            rule: rule.id, limb: verdict.cite, limbID: limb?.id, question: question,
            given: given[Judgement.key(rule: rule.id, limb: limb?.id)])
          questions.append(asked)
          if let answer = asked.answer {
            verdict.verdict = answer.judgement.answer.verdict
            let matter = Matter(of: rule, limb: limb?.id, in: decision, edits: [:], book: book)
            answer.finding(under: rule, question: question, limb: limb, at: matter)
              .map { findings.append($0) }
          }
        }
        verdicts.append(verdict)
      }
    }
    let order = FieldOrder(letter: letter)
    return ScrutinyReport(
      verdicts: verdicts, findings: order.sorted(findings), questions: questions)
  }

  /// One answer for a rule, or one for each limb relied on where the rule is answered for each.
  private func answers(
    of rule: AuditRule, in context: Context
  ) -> [(limb: Limb?, answer: Answer)] {
    guard let code = Rule.byID[rule.id] else { return [(nil, Answer(.cannotAssess))] }
    let asked: Verdict = rule.check == .judgement ? .cannotAssess : .pass
    guard rule.isPerLimb, !context.relied.isEmpty else {
      return [(nil, code.answer(in: context, otherwise: asked))]
    }
    return context.limbs.map { limb in
      (limb, code.answer(in: context, on: limb, otherwise: asked))
    }
  }
}
