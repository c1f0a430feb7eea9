import InformationLaw
import LetterReading

// What has no place in the balance.

extension LetterRule {
  static let irrelevance = [noIrrelevance, goodNotCuriosity, ownReasons, noTrustInUs]

  private static func example(_ says: String, _ balance: String) -> LetterExample {
    LetterExample(says, on: ["s43(2)"], "Section 43(2).\n{balance s43(2)} \(balance)")
  }

  private static let good = example(
    "about the information",
    "The price would set the next bids. That outweighs the interest in seeing it before May.")

  static let noIrrelevance = LetterRule(
    "RN-093", when: \.weighsAloud,
    fails: [
      example("embarrassment", "It would be embarrassing for the council."),
      example("misunderstanding", "The figures would be misunderstood."),
    ],
    passes: [good]
  ) { letter, answer in
    let parts = letter.spans([.factorsAgainst, .balance])
    for list in [
      "embarrassment", "reputation", "misunderstanding", "complexity", "motive", "how-it-looks",
    ] {
      letter.object(to: list, in: parts, into: &answer) {
        "\($0) counts for nothing in the balance"
      }
    }
  }

  /// That the two are kept apart the letter may say; curiosity that is weighed it shows.
  static let goodNotCuriosity = LetterRule(
    "RN-094", when: \.weighsAloud,
    fails: [
      LetterExample(
        "in the news", on: ["s43(2)"],
        "Section 43(2).\n{factors_for s43(2)} There has been a great deal of media interest.")
    ],
    passes: [
      example(
        "told apart",
        "The public interest is not what interests the public. The tender weighs more.")
    ]
  ) { letter, answer in
    if letter.says("curiosity-set-aside") { return answer.otherwise = .pass }
    letter.object(to: "curiosity", in: letter.spans(.weighing), into: &answer) {
      "\($0) is curiosity or attention, and no public good"
    }
  }

  static let ownReasons = LetterRule(
    "RN-100", when: { letter in letter.weighsAloud || letter.keepsBack },
    fails: [example("a policy", "We never release tender papers.")], passes: [good]
  ) { letter, answer in
    letter.object(
      to: "policy-of-refusal", in: letter.spans(.everything.union([.decision])), into: &answer
    ) { "\($0) states a policy, not a reason about this information" }
  }

  static let noTrustInUs = LetterRule(
    "RN-101", when: \.weighsAloud,
    fails: [example("trust us", "The public trusts us to judge what is safe.")], passes: [good]
  ) { letter, answer in
    for list in ["own-standing", "trust-in-authority"] {
      letter.object(to: list, in: letter.spans(.argument.union([.balance])), into: &answer) {
        "\($0) appeals to trust in the authority"
      }
    }
  }
}
