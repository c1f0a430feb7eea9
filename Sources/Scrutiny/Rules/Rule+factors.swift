import DataFiles
import InformationLaw
import PublicInterest

// The factors of the balance: both sides, each with a weight, a reason and an answer, each in
// place.

extension Rule {
  static let factors = [
    bothSides, weightAndReason, answersDisclosure, creditsOpenness, bearsOnInterest, rightSide,
  ]

  /// 1. A side without factors: only one side was heard.
  /// 2. A single factor for disclosure is thin: settled where it has few words or no reason.
  /// 3. A factor of few words could stand in any letter.
  static let bothSides = Rule(
    "RN-087", limbs: \.needsBalance,
    breaks: [
      Example("nothing for disclosure", at: "reliance/0/for disclosure") {
        $0.reliances[0].factors.removeAll { $0.side == .disclose }
      },
      Example("nothing for maintaining", at: "reliance/1/for maintaining") {
        $0.reliances[1].factors.removeAll { $0.side == .maintain }
      },
      Example("one thin factor for disclosure", at: "reliance/0/for disclosure/0") {
        $0.reliances[0].factors.removeSubrange(1...2)
        $0.reliances[0].factors[0].reason = ""
      },
      Example("a bare label", at: "reliance/0/for disclosure/0/words") {
        $0.reliances[0].factors[0].words = "Transparency"
      },
    ]
  ) { _, relied, answer in
    // A limb that was never weighed is RN-080's.
    guard relied.isWeighed else { return answer.otherwise = .notApplicable }
    let cite = relied.limb.cite
    for side in Vocabulary.Side.allCases {
      let factors = relied.factors(side)
      if factors.isEmpty {
        answer.fail(relied.path / side.key, "Under \(cite) no factor is set out \(side.key).")
      }
      for (field, factor) in factors where WordedText(factor.words).words.count < 6 {
        answer.partial(
          field / "words",
          "'\(factor.words.shortened())' could stand in any letter; say what it is about this "
            + "information.")
      }
    }
    let disclosing = relied.factors(.disclose)
    guard let (field, only) = disclosing.first, disclosing.count == 1 else { return }
    let words = "Under \(cite) there is one factor for disclosure, '\(only.words.shortened())'"
    if only.reason.isBlank || WordedText(only.words).words.count < 6 {
      answer.fail(field, "\(words), and nothing says what it is worth.")
    } else {
      answer.partial(field, "\(words); one is seldom all that there is.")
    }
  }

  static let weightAndReason = Rule(
    "RN-088", when: \.isWeighing,
    breaks: [
      Example("no weight", at: "reliance/0/for disclosure/1/weight") {
        $0.reliances[0].factors[1].weight = nil
      },
      Example("no reason for it", at: "reliance/1/for maintaining/0/reason") {
        $0.reliances[1].factors[2].reason = ""
      },
    ]
  ) { context, answer in
    for relied in context.relied {
      for (field, factor) in Vocabulary.Side.allCases.flatMap(relied.factors) {
        let missing = [
          factor.weight == nil ? "weight" : nil, factor.reason.isBlank ? "reason" : nil,
        ].compactMap { $0 }
        guard let first = missing.first else { continue }
        answer.fail(
          field / first,
          "The factor '\(factor.words.shortened())' has no \(listed(missing, joint: "and no")).",
          limb: relied.limb)
      }
    }
  }

  /// Where the balance comes down for disclosure nothing has to be answered.
  static let answersDisclosure = Rule(
    "RN-089", when: \.isWeighing,
    breaks: [
      Example("no answer", at: "reliance/0/for disclosure/1/answer") {
        $0.reliances[0].factors[1].answer = ""
      }
    ]
  ) { context, answer in
    for relied in context.relied where relied.reliance.balance?.outcome != .disclose {
      for (field, factor) in relied.factors(.disclose) where factor.answer.isBlank {
        answer.fail(
          field / "answer",
          "Nothing answers the factor for disclosure '\(factor.words.shortened())'.",
          limb: relied.limb)
      }
    }
  }

  /// 1. Openness or accountability is among the factors for disclosure, by its name or in its
  ///    words.
  /// 2. It has some weight.
  static let creditsOpenness = Rule(
    "RN-090", limbs: \.needsBalance,
    breaks: [
      Example("openness is not mentioned", at: "reliance/1/for disclosure") {
        $0.reliances[1].factors.removeSubrange(0...1)
        $0.reliances[1].factors.insert(
          Factor(
            id: "d1", side: .disclose, recognised: "fd-encourage-help",
            words: "People may come forward with what they have seen"), at: 0)
      },
      Example("it counts for nothing", at: "reliance/1/for disclosure") {
        $0.reliances[1].factors[0].weight = Weight.none
        $0.reliances[1].factors[1].weight = Weight.none
      },
    ]
  ) { context, relied, answer in
    guard relied.isWeighed else { return answer.otherwise = .notApplicable }
    let field = relied.path / Vocabulary.Side.disclose.key
    let open = relied.factors(.disclose).filter { field, factor in
      factor.recognised.map(opennessFactors.contains) ?? false
        || context.finds("openness", in: relied.passages.filter { $0.field == field / "words" })
    }
    let cite = relied.limb.cite
    if open.isEmpty {
      answer.fail(
        field, "Under \(cite) no factor for disclosure speaks for openness or accountability.")
    } else if open.allSatisfy({ $0.factor.weight == Weight.none }) {
      answer.fail(field, "Openness and accountability are given no weight under \(cite).")
    }
  }

  /// Recognised factors that are kinds of openness or accountability.
  private static let opennessFactors: Set = [
    "fd-transparency", "fd-accountability", "fd-public-spending", "fd-effectiveness",
    "fd-police-confidence", "fd-regulator-confidence", "fd-ministerial-accountability",
    "fd-procurement-fairness", "fd-contract-performance", "fd-public-debate",
    "fd-foreign-policy-scrutiny", "fd-devolution-scrutiny", "fd-economic-scrutiny",
    "fd-defence-scrutiny", "fd-audit-scrutiny", "fd-royal-influence", "fd-honours-integrity",
    "fd-immigration-scrutiny", "fd-tax-fairness", "fd-ncnd-small-step",
  ]

  /// A recognised factor for maintaining that the book does not list for the limb is about another
  /// interest.
  static let bearsOnInterest = Rule(
    "RN-091", when: \.isWeighing,
    breaks: [
      Example("a crime factor under s.24", at: "reliance/1/for maintaining/0/factor") {
        $0.reliances[1].factors[2].recognised = "fm-crime-tactics"
      }
    ]
  ) { context, answer in
    for relied in context.relied {
      for (field, factor) in relied.factors(.maintain) {
        guard let key = factor.recognised, !relied.limb.factorsForMaintaining.contains(key),
          let recognised = context.book.vocabulary.factors[key], recognised.side == .maintain
        else { continue }
        answer.fail(
          field / "factor",
          "'\(factor.words.shortened())' is about \(recognised.label.lowercasedFirst), which is not "
            + "what \(relied.limb.cite) protects.", limb: relied.limb)
      }
    }
  }

  static let rightSide = Rule(
    "RN-092", when: \.isWeighing,
    breaks: [
      Example(
        "a factor for maintaining among those for disclosure", at: "reliance/0/for disclosure/0"
      ) {
        $0.reliances[0].factors[0].recognised = "fm-crime-tactics"
      }
    ]
  ) { context, answer in
    for relied in context.relied {
      for (field, factor) in Vocabulary.Side.allCases.flatMap(relied.factors) {
        guard let recognised = factor.recognised.flatMap({ context.book.vocabulary.factors[$0] }),
          recognised.side != factor.side
        else { continue }
        answer.fail(
          field / "factor",
          "'\(factor.words.shortened())' is a factor \(recognised.side.key) and stands among those "
            + "\(factor.side.key).", limb: relied.limb)
      }
    }
  }
}
