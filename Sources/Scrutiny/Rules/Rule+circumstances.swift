import DataFiles
import InformationLaw
import PublicInterest

// What has no place in the balance, and what in the circumstances of the case belongs there.

extension Rule {
  static let irrelevance = [noIrrelevance, goodNotCuriosity, ownReasons, noTrustInUs]

  static let circumstances = [
    harmFeedsWeight, atTheTime, ageConsidered, factualBackground, failure,
  ]

  static let noIrrelevance = Rule(
    "RN-093", when: \.isWeighing,
    breaks: [
      Example("how it would look", at: "reliance/0/for maintaining/0/words") {
        $0.reliances[0].factors[3].words = "Release would look as if we did not care about security"
      },
      Example("misunderstanding", at: "reliance/1/balance/reasons") {
        $0.reliances[1].balance?.reasons = "The settings would be misunderstood."
      },
      Example("an officer's embarrassment", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "It would be embarrassing.")
      },
    ]
  ) { context, answer in
    for list in ["embarrassment", "reputation", "misunderstanding", "complexity", "motive"] {
      context.object(to: list, in: context.passages(.againstDisclosure), into: &answer) {
        quote, _ in
        "\(quote) counts for nothing in the balance"
      }
    }
  }

  static let goodNotCuriosity = Rule.asked("RN-094", when: \.isWeighing)

  static let ownReasons = Rule(
    "RN-100", when: \.isWeighing,
    breaks: [
      Example("a policy", at: "reliance/0/balance/reasons") {
        $0.reliances[0].balance?.reasons = "We will not disclose information of this kind."
      },
      Example("an officer's policy", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "The force never releases such reports.")
      },
    ]
  ) { context, answer in
    context.object(
      to: "policy-of-refusal", in: context.passages(.againstDisclosure), into: &answer
    ) { quote, _ in "\(quote) states a policy, not a reason about this information" }
  }

  static let noTrustInUs = Rule(
    "RN-101", when: \.isWeighing,
    breaks: [
      Example("trust us", at: "reliance/1/for maintaining/0/words") {
        $0.reliances[1].factors[2].words = "The public trusts the police to judge what is safe"
      }
    ]
  ) { context, answer in
    context.object(
      to: "own-standing", in: context.passages(.againstDisclosure), into: &answer
    ) { quote, _ in "\(quote) appeals to trust in the authority" }
  }

  /// Where harm carries the balance, its severity, extent, duration and likelihood are recorded.
  static let harmFeedsWeight = Rule(
    "RN-095", when: { $0.relied.contains { $0.limb.needsHarm && $0.reliance.balance != nil } },
    breaks: [
      Example("nothing about the harm", at: "reliance/0/harm") { $0.reliances[0].harm = Harm() },
      Example("no duration", at: "reliance/1/harm/lasts") { $0.reliances[1].harm.lasts = "" },
    ]
  ) { context, answer in
    for relied in context.relied where relied.limb.needsHarm && relied.reliance.balance != nil {
      let harm = relied.harm
      let measures = [
        ("likelihood", "how likely", harm.likelihood == nil),
        ("severity", "how severe", harm.severity == nil),
        ("extent", "how far-reaching", harm.extent.isBlank),
        ("lasts", "how lasting", harm.lasts.isBlank),
      ]
      let missing = measures.filter(\.2)
      guard let first = missing.first else { continue }
      let field = relied.path / "harm" / first.0
      let message =
        "The balance under \(relied.limb.cite) weighs harm without saying "
        + "\(listed(missing.map(\.1), joint: "or")) it is."
      if missing.count == measures.count {
        answer.fail(field, message, limb: relied.limb)
      } else {
        answer.partial(field, message, limb: relied.limb)
      }
    }
  }

  /// Evidence that is younger than the decision cannot have been weighed in it.
  static let atTheTime = Rule(
    "RN-097", when: \.isWeighing,
    breaks: [
      Example("evidence from after the decision", at: "reliance/0/harm/evidence/1") {
        $0.reliances[0].harm.evidence[1].date = Day("2026-11-30")
      }
    ]
  ) { context, answer in
    guard let decided = context.decision.decided else { return }
    for relied in context.relied {
      for (index, evidence) in relied.harm.evidence.enumerated() {
        guard let date = evidence.date, date > decided else { continue }
        answer.fail(
          relied.path / "harm" / "evidence" / index,
          "The evidence '\(evidence.says.shortened())' is of \(date.written), after the decision of "
            + "\(decided.written).", limb: relied.limb)
      }
    }
  }

  static let ageConsidered = Rule(
    "RN-098", when: { $0.relied.contains { $0.reliance.balance != nil } },
    breaks: [
      Example("nothing about age", at: "reliance/0/balance/timing") {
        $0.reliances[0].balance?.timing = ""
      }
    ]
  ) { context, answer in
    for relied in context.relied where relied.reliance.balance?.timing.isBlank == true {
      answer.fail(
        relied.path / "balance" / "timing",
        "The balance under \(relied.limb.cite) does not say how old the information is or how the "
          + "matter stood.", limb: relied.limb)
    }
  }

  /// Facts behind a policy have to be looked at by their name or in words (s.35(4)).
  static let factualBackground = Rule(
    "RN-099", limbs: { $0.id == "foia-35-1-a" },
    breaks: [
      Example("no word of facts", at: "reliance/2/for disclosure") {
        $0.rely(on: "foia-35-1-a", for: ["products"]) { reliance in
          reliance.factors = []
          reliance.reason = "Ministers asked for it."
          reliance.balance?.reasons = "Officials need room to think."
        }
      }
    ],
    passes: [
      Example("facts among the factors") {
        $0.rely(on: "foia-35-1-a", for: ["products"]) {
          $0.factors[0].recognised = "fd-factual-background"
        }
      }
    ]
  ) { context, relied, answer in
    let isNamed = relied.reliance.factors.contains { $0.recognised == "fd-factual-background" }
    if !isNamed, !context.finds("factual-background", in: relied.passages) {
      answer.fail(
        relied.path / Vocabulary.Side.disclose.key,
        "Nothing shows particular regard to factual background under \(relied.limb.cite).")
    }
  }

  static let failure = Rule.asked("RN-102", when: \.isWeighing)
}
