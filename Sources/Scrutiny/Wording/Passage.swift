import DataFiles
import InformationLaw
import PublicInterest

/// A piece of the decision's or the letter's own words, with the field it stands in.
///
/// A class, never changed, since every rule on wording goes over all of them.
final class Passage: Sendable {
  /// What the words are for.
  enum Part: CaseIterable, Sendable {
    case reason
    case harm
    case likelihood
    case factorForDisclosure
    case factorForMaintaining
    case answer
    case balance
    case timing
    /// What the requester is told besides: what is held and why, descriptions, alternatives,
    /// advice.
    case telling
    case evidence
    case letterHeading
    case letter
  }

  let field: FieldPath
  let part: Part
  let limb: Limb?
  let text: WordedText
  /// Where the phrases that the rules look for stand in it.
  let hits: PhraseBook.Hits
  /// What it cites.
  var cited: CitedProvisions { CitedProvisions(in: text.scalars) }

  init(
    _ field: FieldPath, _ part: Part, limb: Limb? = nil, _ text: String, phrases: PhraseBook
  ) {
    self.field = field
    self.part = part
    self.limb = limb
    self.text = WordedText(text)
    hits = phrases.hits(in: self.text)
  }
}

extension Set<Passage.Part> {
  /// Everything that the decision says.
  static let everything = Set(Passage.Part.allCases)
  /// Why the exemption applies and what harm there would be.
  static let argument: Set = [.reason, .harm, .likelihood]
  /// What is said against disclosure anywhere.
  static let againstDisclosure: Set = [
    .reason, .harm, .likelihood, .factorForMaintaining, .answer, .balance,
  ]
}

extension Passage {
  /// The words of one reliance.
  static func all(
    of reliance: Reliance, at path: FieldPath, limb: Limb, phrases: PhraseBook
  ) -> [Passage] {
    func passage(_ field: FieldPath, _ part: Part, _ text: String) -> Passage? {
      text.isBlank ? nil : Passage(field, part, limb: limb, text, phrases: phrases)
    }
    let harm = path / "harm"
    var passages = [
      passage(path / "reason", .reason, reliance.reason),
      passage(harm / "interest", .harm, reliance.harm.interest),
      passage(harm / "shows", .harm, reliance.harm.shows),
      passage(harm / "who", .harm, reliance.harm.who),
      passage(harm / "how", .harm, reliance.harm.how),
      passage(harm / "follows", .harm, reliance.harm.follows),
      passage(harm / "why so likely", .likelihood, reliance.harm.likelihoodReason),
      passage(harm / "extent", .harm, reliance.harm.extent),
      passage(harm / "lasts", .timing, reliance.harm.lasts),
    ]
    for (side, part) in [
      (Vocabulary.Side.disclose, Part.factorForDisclosure), (.maintain, .factorForMaintaining),
    ] {
      for (index, factor) in reliance.factors(side).enumerated() {
        let field = path / side.key / index
        passages += [
          passage(field / "words", part, factor.words),
          passage(field / "reason", part, factor.reason),
          passage(field / "answer", .answer, factor.answer),
        ]
      }
    }
    for (index, evidence) in reliance.harm.evidence.enumerated() {
      let field = harm / "evidence" / index
      passages += [
        passage(field / "says", .evidence, evidence.says),
        passage(field / "source", .evidence, evidence.source),
      ]
    }
    if let balance = reliance.balance {
      passages += [
        passage(path / "balance" / "reasons", .balance, balance.reasons),
        passage(path / "balance" / "timing", .timing, balance.timing),
      ]
    }
    return passages.compactMap { $0 }
  }

  /// What the requester is told besides the reasons for withholding.
  static func telling(of decision: Decision, phrases: PhraseBook) -> [Passage] {
    func passage(_ field: FieldPath, _ text: String?, _ part: Part = .telling) -> Passage? {
      text?.isBlank ?? true ? nil : Passage(field, part, text ?? "", phrases: phrases)
    }
    let explanations = decision.questions.enumerated().map { index, question in
      passage("questions" / index / "explanation", question.holding?.explanation)
    }
    let descriptions = decision.items.enumerated().map { index, item in
      passage("items" / index / "description", item.description)
    }
    let alternatives = decision.alternatives.enumerated().map { index, alternative in
      passage("alternatives" / index / "words", alternative.words)
    }
    let others = [
      passage("advice", decision.advice),
      passage("cumulative balance/reasons", decision.cumulative?.reasons, .balance),
    ]
    return (explanations + descriptions + alternatives + others).compactMap { $0 }
  }
}

extension Vocabulary.Side {
  /// The key of a decision file under which the factors of the side stand.
  var key: String {
    switch self {
    case .disclose: "for disclosure"
    case .maintain: "for maintaining"
    }
  }
}
