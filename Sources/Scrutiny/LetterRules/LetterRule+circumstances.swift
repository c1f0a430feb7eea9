import InformationLaw
import LetterReading

// What in the circumstances of the case belongs in the balance.

extension LetterRule {
  static let circumstances = [
    harmFeedsWeight, atTheTime, ageConsidered, factualBackground, failure,
  ]

  private static func example(
    _ says: String, on limb: String = "s43(2)", _ balance: String
  ) -> LetterExample {
    LetterExample(
      says, on: [limb],
      "Section \(limb.dropFirst()).\n{harm \(limb)} Bids would fall.\n{balance \(limb)} \(balance)")
  }

  /// No word on how bad, wide, frequent or lasting the harm would be.
  static let harmFeedsWeight = LetterRule(
    "RN-095", when: { letter in letter.weighsAloud && letter.reading.arguesHarm },
    fails: [example("no measure", "That outweighs the interest in the price.")],
    passes: [example("severe and lasting", "The loss would be severe and last for years.")]
  ) { letter, answer in
    if !letter.says("measures-harm", in: letter.spans(.everything)) {
      answer.object(
        .fail,
        "The harm is weighed without saying how severe, far-reaching, frequent or lasting it is.",
        at: letter.place(of: letter.spans([.harm])))
    }
  }

  /// Later events that are counted in. Otherwise dates would be needed.
  static let atTheTime = LetterRule(
    "RN-097", when: \.weighsAloud,
    fails: [
      example(
        "since then", "Since we refused your request a court case has begun, which weighs heavily.")
    ],
    passes: [example("as it stood", "We looked at matters as they stood when we decided.")]
  ) { letter, answer in
    letter.object(to: "since-the-decision", in: letter.spans(.everything), into: &answer) {
      "\($0) counts what happened after the decision"
    }
  }

  static let ageConsidered = LetterRule(
    "RN-098", when: \.weighsAloud,
    fails: [example("no word of age", "That outweighs the interest in the price.")],
    passes: [example("still live", "The prices are from this year and the tender is still open.")]
  ) { letter, answer in
    if !letter.says("age-or-state", in: letter.spans(.everything)) {
      answer.object(
        .fail, "Nothing is said of the age of the information or whether the issue is still live.",
        at: letter.place(of: letter.spans([.balance])))
    }
  }

  static let factualBackground = LetterRule(
    "RN-099",
    when: { letter in letter.withheld.contains { $0.limb?.id == "foia-35-1-a" } },
    fails: [example("no word of facts", on: "s35(1)(a)", "Ministers need room to think.")],
    passes: [
      example(
        "facts looked at", on: "s35(1)(a)", "The facts and figures behind the advice are released.")
    ]
  ) { letter, answer in
    guard let cited = letter.withheld.first(where: { $0.limb?.id == "foia-35-1-a" }),
      !letter.says("factual-background")
    else { return }
    answer.object(
      .fail, "Nothing shows particular regard to factual background under \(cited.cite).",
      at: letter.place(of: letter.spans([.balance], on: cited), otherwise: cited), limb: cited.limb)
  }

  static let failure = LetterRule(
    "RN-102", when: \.weighsAloud,
    fails: [
      example("set aside", "The criticism of the inspector is not relevant to the balance.")
    ],
    passes: [
      example("weighed", "The inspector found missed checks, which weighs strongly for disclosure.")
    ]
  ) { letter, answer in
    letter.object(to: "failure-set-aside", into: &answer) {
      "\($0) leaves evidence of failure out of the balance"
    }
  }
}
