import DataFiles
import InformationLaw
import PublicInterest

// Less than a full refusal: parts, redactions, alternatives.

extension Rule {
  static let partial = [considersParts, marksRedactions, considersAlternatives]

  /// Everything is withheld, no alternative is recorded and no note of one is on file: parts were
  /// not considered. Otherwise a person judges.
  static let considersParts = Rule(
    "RN-110", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("everything withheld, nothing considered", at: "items") {
        $0.withholdEverything()
        for index in $0.reliances.indices { $0.reliances[index].onFile["ev-partial"] = nil }
      }
    ], check: checkParts)

  @Sendable static func checkParts(_ context: Context, _ answer: inout Answer) {
    let decision = context.decision
    let isOnFile = decision.reliances.contains { $0.onFile["ev-partial"]?.isBlank == false }
    if context.isFullRefusal, decision.alternatives.isEmpty, !isOnFile {
      let items = decision.withheld
      let what = items.count == 1 ? "\(items[0].quoted) is" : "All \(items.count) items are"
      answer.fail(
        "items", "\(what) withheld whole, and nothing shows that parts were considered.")
    }
  }

  /// The released copies are not part of the decision.
  static let marksRedactions = Rule.asked("RN-112") { context in
    !context.decision.released.isEmpty
      || context.decision.alternatives.contains { $0.outcome == .given }
  }

  static let considersAlternatives = Rule(
    "RN-113", when: \.isFullRefusal,
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

extension Context {
  /// Whether everything is withheld and nothing given instead. What the requester can get elsewhere
  /// (s.21) is not kept from them.
  fileprivate var isFullRefusal: Bool {
    decision.isFullRefusal
      && !decision.withheld.allSatisfy { item in
        relied.contains { $0.limb.section == "21" && $0.reliance.items.contains(item.id) }
      }
  }
}
