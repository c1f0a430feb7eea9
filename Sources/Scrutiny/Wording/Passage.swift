import DataFiles
import InformationLaw
import PublicInterest

/// A piece of the decision's or the letter's own words, with the field it stands in.
struct Passage: Sendable {
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
    /// What the requester is told besides: what is held and why, descriptions, alternatives, advice.
    case telling
    case letterHeading
    case letter
  }

  let field: FieldPath
  let part: Part
  let limb: Limb?
  let text: WordedText

  init(_ field: FieldPath, _ part: Part, limb: Limb? = nil, _ text: String) {
    self.field = field
    self.part = part
    self.limb = limb
    self.text = WordedText(text)
  }
}

extension Set<Passage.Part> {
  /// Why the exemption applies and what harm there would be.
  static let argument: Set = [.reason, .harm, .likelihood]
  /// What is said against disclosure anywhere.
  static let againstDisclosure: Set = [
    .reason, .harm, .likelihood, .factorForMaintaining, .answer, .balance,
  ]
}

extension Passage {
  /// The words of one reliance.
  static func all(of reliance: Reliance, at path: FieldPath, limb: Limb) -> [Passage] {
    func passage(_ field: FieldPath, _ part: Part, _ text: String) -> Passage {
      Passage(field, part, limb: limb, text)
    }
    let harm = path / "harm"
    var passages = [passage(path / "reason", .reason, reliance.reason)]
    passages += [
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
    if let balance = reliance.balance {
      passages += [
        passage(path / "balance" / "reasons", .balance, balance.reasons),
        passage(path / "balance" / "timing", .timing, balance.timing),
      ]
    }
    return passages.filter { !$0.text.isEmpty }
  }

  /// What the requester is told besides the reasons for withholding.
  static func telling(of decision: Decision) -> [Passage] {
    var passages: [Passage] = []
    for (index, question) in decision.questions.enumerated() {
      passages.append(
        Passage(
          "questions" / index / "explanation", .telling, question.holding?.explanation ?? ""))
    }
    for (index, item) in decision.items.enumerated() {
      passages.append(Passage("items" / index / "description", .telling, item.description))
    }
    for (index, alternative) in decision.alternatives.enumerated() {
      passages.append(Passage("alternatives" / index / "words", .telling, alternative.words))
    }
    passages.append(Passage("advice", .telling, decision.advice))
    if let cumulative = decision.cumulative {
      passages.append(Passage("cumulative balance/reasons", .balance, cumulative.reasons))
    }
    return passages.filter { !$0.text.isEmpty }
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
