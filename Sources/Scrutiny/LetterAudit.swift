public import DataFiles
public import InformationLaw
public import LetterReading

/// The audit of a bare letter: holds the rules of a statute book against what a reader found in it.
///
/// A pure function of its arguments. Nothing is known but the letter: what only the case file can show
/// is ``Verdict/cannotAssess``, and a rule that needs a person's judgement says so too, unless the text
/// itself settles it. A letter with a date is held against the law of that day.
public struct LetterAudit: Sendable {
  /// What the audit needs of the law of a time.
  private struct Law {
    let book: StatuteBook
    let limbs: LimbIndex
    let rules: [Regime: [RuleOfLaw]]

    init(_ book: StatuteBook) {
      self.book = book
      limbs = LimbIndex(book.limbs)
      rules = Dictionary(
        uniqueKeysWithValues: Regime.allCases.map { regime in
          (regime, book.rules.filter { $0.regimes.contains(regime) }.map(RuleOfLaw.init))
        })
    }
  }

  /// A rule with its code; a class, never changed, so that going over all of them copies none.
  private final class RuleOfLaw: Sendable {
    let rule: AuditRule
    let code: LetterRule?

    init(_ rule: AuditRule) {
      self.rule = rule
      code = LetterRule.byID[rule.id]
    }
  }

  private let laws: LawEditions<Law>
  private let phrases: PhraseBook

  /// Makes an audit with the rules of a book.
  ///
  /// - Throws: ``DataFileError`` naming file and line where the built-in phrases are broken.
  public init(book: StatuteBook) throws(DataFileError) {
    laws = LawEditions(of: book) { Law($0) }
    phrases = try PhraseBook.forLetters()
  }

  /// The regime whose rules a letter is held against: the one that it answers under, FOIA where it
  /// does not say; nil for a letter that answers under data protection law, to which none applies.
  public func regime(of reading: Reading) -> Regime? {
    reading.regime == nil ? .foia : reading.regime?.regime
  }

  /// Holds every rule of the letter's regime against it.
  ///
  /// A letter that is not in English is not read by role, so that every rule is left open.
  ///
  /// - Parameters:
  ///   - reading: what the letter says.
  ///   - wholeLetter: whether this is the whole reply. What has to stand somewhere in a reply is
  ///     ``Verdict/missingHere`` in a part of one. Unless given, everything but a public interest test
  ///     on a page of its own counts as whole.
  public func report(on reading: Reading, wholeLetter: Bool? = nil) -> ScrutinyReport {
    let regime = regime(of: reading)
    let law = laws[reading.timeliness.sent]
    let rules = law.rules[regime ?? .foia] ?? []
    guard let regime, reading.language == .english else {
      let verdict: Verdict = regime == nil ? .notApplicable : .cannotAssess
      return ScrutinyReport(
        verdicts: rules.map { RuleVerdict(rule: $0.rule.id, verdict: verdict) }, findings: [],
        questions: [])
    }
    let letter = AuditedLetter(
      reading, regime: regime, isWhole: wholeLetter ?? (reading.letterType != .pitAttachment),
      book: law.book, limbs: law.limbs, phrases: phrases)
    var verdicts: [RuleVerdict] = []
    verdicts.reserveCapacity(rules.count)
    var findings: [Finding] = []
    var questions: [ScrutinyReport.Question] = []
    for held in rules {
      for (cited, answer) in answers(of: held, on: letter) {
        var verdict = RuleVerdict(rule: held.rule.id, verdict: answer.verdict, limb: cited?.limb)
        verdict.cite = cited?.cite
        verdicts.append(verdict)
        findings += answer.objections.map { $0.finding(under: held.rule, in: letter, about: cited) }
        if answer.verdict == .cannotAssess, let question = held.rule.question {
          questions.append(.init(rule: held.rule.id, limb: cited?.cite, question: question))
        }
      }
    }
    return ScrutinyReport(
      verdicts: verdicts, findings: LetterAudit.sorted(findings), questions: questions)
  }

  /// One answer for a rule, or one for each limb to which it applies where it is answered for each.
  private func answers(
    of held: RuleOfLaw, on letter: AuditedLetter
  ) -> [(cited: CitedLimb?, answer: Answer)] {
    guard let code = held.code else { return [(nil, Answer(.cannotAssess))] }
    let open: Verdict = held.rule.check == .judgement ? .cannotAssess : .pass
    guard held.rule.isPerLimb, let limbs = code.limbs(of: letter), !limbs.isEmpty else {
      return [(nil, code.answer(on: letter, otherwise: open))]
    }
    return limbs.map { ($0, code.answer(on: letter, about: $0, otherwise: open)) }
  }

  /// The worst first, then in the order of the letter.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity > other.severity }
      return (one.start ?? 0, left.offset) < (other.start ?? 0, right.offset)
    }.map(\.element)
  }
}

extension Answer.Objection {
  /// The objection as a finding in a letter: its field is the block of the letter, by number, in
  /// which the words begin.
  fileprivate func finding(
    under rule: AuditRule, in letter: AuditedLetter, about cited: CitedLimb?
  ) -> Finding {
    var finding = finding(under: rule)
    let place = range ?? letter.beginning
    finding.field = "letter" / letter.block(at: place.lowerBound)
    finding.start = place.lowerBound
    finding.end = place.upperBound
    finding.cite = finding.cite ?? cited?.cite
    return finding
  }
}
