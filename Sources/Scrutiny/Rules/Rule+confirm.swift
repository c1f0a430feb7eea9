import DataFiles
import InformationLaw
import PublicInterest

// Saying whether information is held, or that this is neither confirmed nor denied.

extension Rule {
  static let confirm = [
    saysWhetherHeld, explainsNotHeld, citesExclusion, hintsAtNothing, harmFromConfirming,
    sameEitherWay,
  ]

  static let saysWhetherHeld = Rule(
    "RN-020", when: { !$0.neitherConfirmsNorDenies && !$0.relies { $0.id == "foia-12-2" } },
    breaks: [
      Example("nobody recorded what is held", at: "questions/1/held") {
        $0.questions[1].holding = nil
      },
      Example("a letter that never says so", at: "letter") {
        $0.write("decision", "The information is exempt.")
      },
    ], check: checkHolding)

  /// 1. For each question somebody has recorded whether information is held.
  /// 2. The letter says so.
  @Sendable static func checkHolding(_ context: Context, _ answer: inout Answer) {
    for (index, question) in context.decision.questions.enumerated() where question.holding == nil {
      answer.fail(
        "questions" / index / "held",
        "Nothing says whether information is held for question \(question.id), "
          + "'\(question.text.shortened())'.")
    }
    if context.letter != nil, !context.finds("says-held", in: context.letterWords) {
      answer.fail(
        context.letterField("holding"), "The letter never says whether the information is held.")
    }
  }

  /// Where nothing is held, or not all that was asked: why, and where it was looked for.
  static let explainsNotHeld = Rule(
    "RN-022",
    when: { context in
      context.decision.questions.contains { $0.holding != nil && $0.holding?.answer != .held }
    },
    breaks: [
      Example("held in part, and no more said", at: "questions/2/explanation") {
        $0.questions[2].holding = Holding(answer: .inPart, explanation: "")
      },
      Example("not held, and nobody looked", at: "questions/0/searches") {
        $0.items[0].questions = ["q2"]
        $0.questions[0].holding = Holding(answer: .notHeld, explanation: "There is no such list.")
      },
    ]
  ) { context, answer in
    for (index, question) in context.decision.questions.enumerated() {
      guard let holding = question.holding, holding.answer != .held else { continue }
      let field: FieldPath = "questions" / index
      let what = "For question \(question.id) information is \(holding.answer.rawValue)"
      switch (holding.explanation.isBlank, holding.searches.isEmpty) {
      case (true, true):
        answer.fail(field / "explanation", "\(what), without an explanation or a search.")
      case (true, false): answer.partial(field / "explanation", "\(what), without an explanation.")
      case (false, true): answer.partial(field / "searches", "\(what), and no search is recorded.")
      case (false, false): break
      }
    }
  }

  /// An exclusion of the duty to confirm or deny says nothing about content: it cannot withhold an
  /// item, since an item is information that is held.
  static let citesExclusion = Rule(
    "RN-023", when: \.neitherConfirmsNorDenies,
    breaks: [
      Example("an exclusion relied on for an item", at: "reliance/2/items") {
        $0.rely(on: "foia-31-3", for: ["products"])
      }
    ],
    passes: [
      Example("an exclusion for the request") { $0.rely(on: "foia-31-3", for: []) }
    ]
  ) { context, answer in
    for relied in context.relied where relied.limb.kind == .neitherConfirmNorDeny {
      guard let item = context.decision.items(of: relied.reliance).first else { continue }
      answer.fail(
        relied.path / "items",
        "\(relied.limb.cite) takes away the duty to confirm or deny. It cannot withhold "
          + "\(item.quoted), which this decision says is held.",
        fix: "Rely on an exemption for the content of the item.", limb: relied.limb)
    }
  }

  static let hintsAtNothing = Rule.asked("RN-024", when: \.neitherConfirmsNorDenies)

  static let harmFromConfirming = Rule.asked("RN-025") { context in
    context.relies { $0.kind == .neitherConfirmNorDeny && $0.needsBalance }
  }

  static let sameEitherWay = Rule.asked("RN-026", when: \.neitherConfirmsNorDenies)
}
