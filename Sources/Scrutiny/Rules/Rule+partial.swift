import DataFiles
import InformationLaw
import PublicInterest

// Less than a full refusal: parts, redactions, alternatives.

extension Rule {
  static let partial = [considersParts, marksRedactions, considersAlternatives]

  /// Everything is withheld, no alternative is recorded and no note of one is on file: parts were not
  /// considered. Otherwise a person judges.
  static let considersParts = Rule(
    "RN-110", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("everything withheld, nothing considered", at: "items") {
        $0.withholdEverything()
        for index in $0.reliances.indices { $0.reliances[index].onFile["ev-partial"] = nil }
      }
    ]
  ) { context, answer in
    let decision = context.decision
    let isOnFile = decision.reliances.contains { $0.onFile["ev-partial"]?.isBlank == false }
    if decision.isFullRefusal, decision.alternatives.isEmpty, !isOnFile {
      answer.fail(
        "items",
        "All \(decision.withheld.count) items are withheld whole, and nothing shows that parts of them "
          + "were considered.")
    }
  }

  /// The released copies are not part of the decision.
  static let marksRedactions = Rule.asked("RN-112") { context in
    !context.decision.released.isEmpty
      || context.decision.alternatives.contains { $0.outcome == .given }
  }

  static let considersAlternatives = Rule(
    "RN-113", when: \.decision.isFullRefusal,
    breaks: [
      Example("nothing instead", at: "alternatives") { $0.withholdEverything() }
    ],
    passes: [
      Example("considered and not possible") {
        $0.withholdEverything()
        $0.alternatives = [
          Alternative(form: .totals, outcome: .notPossible, words: "One contract makes the total.")
        ]
      }
    ]
  ) { context, answer in
    if context.decision.alternatives.isEmpty {
      answer.fail(
        "alternatives",
        "Everything is refused, and no alternative was considered: totals, ranges, older information, "
          + "names without versions, a part, a later date.")
    }
  }
}
