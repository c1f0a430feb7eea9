import DataFiles
import InformationLaw
import PublicInterest

// What the Environmental Information Regulations ask for besides: time, confirmation, the exception,
// the balance, what can be separated, and the rights.

extension Rule {
  static let environmental = [
    environmentalTime, environmentalExclusion, citesException, mattersConsidered, presumption,
    separatesExcepted, environmentalRights,
  ]

  static let environmentalTime = Rule(
    "RN-017", when: \.isRefusal,
    breaks: [
      Example("after 20 working days", at: "decided") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.decided = Day("2026-11-16")
      },
      Example("more time for the balance", at: "clock") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      },
    ],
    passes: [
      Example("in time") { $0.move(to: .eir, limb: "eir-12-4-e") }
    ], check: checkTime)

  /// Where nothing says whether information is held, only regulation 12(6) or 13 can stand behind
  /// that.
  static let environmentalExclusion = Rule(
    "RN-027",
    when: { context in
      context.isRefusal
        && (context.neitherConfirmsNorDenies
          || context.decision.questions.contains { $0.holding == nil })
    },
    breaks: [
      Example("the course of justice", at: "questions/0/held") {
        $0.move(to: .eir, limb: "eir-12-5-b")
        $0.questions[0].holding = nil
      }
    ],
    passes: [
      Example("public safety") { draft in
        draft.move(to: .eir, limb: "eir-12-6") { $0.items = [] }
        for index in draft.decision.questions.indices {
          draft.decision.questions[index].holding = nil
        }
      }
    ]
  ) { context, answer in
    guard !context.neitherConfirmsNorDenies else { return }
    for (index, question) in context.decision.questions.enumerated() where question.holding == nil {
      answer.fail(
        "questions" / index / "held",
        "Nothing says whether information is held for question \(question.id), and neither "
          + "reg12(6) nor reg13(5A) is relied on.")
    }
  }

  static let citesException = Rule(
    "RN-032", when: \.isRefusal,
    breaks: [
      Example("a section of the Act", at: "reliance/0/limb") {
        $0.move(to: .eir, limb: "foia-43-2")
      },
      Example("a letter that cites a bare regulation", at: "letter") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.write("decision", "Regulation 12 applies.")
      },
    ],
    passes: [
      Example("in full") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.write("decision", "Regulation 12(4)(e) applies.")
      }
    ], check: checkCitations)

  /// 1. A balance with reasons for each exception.
  /// 2. Matters on both sides of it; a balance in words alone a person reads.
  static let mattersConsidered = Rule(
    "RN-082", limbs: { $0.regime == .eir && $0.section == "12" && $0.needsBalance },
    breaks: [
      Example("no balance", at: "reliance/0/balance") {
        $0.move(to: .eir, limb: "eir-12-4-e") { $0.balance = nil }
      },
      Example("nothing on one side", at: "reliance/0/for disclosure") {
        $0.move(to: .eir, limb: "eir-12-4-e") { $0.factors.removeAll { $0.side == .disclose } }
      },
    ],
    passes: [Example("both sides") { $0.move(to: .eir, limb: "eir-12-4-e") }]
  ) { context, relied, answer in
    context.checkBalance(of: relied, into: &answer)
    guard answer.objections.isEmpty else { return }
    for side in Vocabulary.Side.allCases where relied.factors(side).isEmpty {
      answer.partial(
        relied.path / side.key, "Nothing \(side.key) is set out under \(relied.limb.cite).")
    }
  }

  /// The letter derived from a decision begins with the presumption; an officer's edit may take it
  /// out.
  static let presumption = Rule(
    "RN-083", when: { $0.relies { $0.regime == .eir && $0.section == "12" && $0.needsBalance } },
    breaks: [
      Example("a letter without it", at: "letter") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.write("reliance/crime", "We asked which side weighs more.")
      }
    ],
    passes: [
      Example("a letter with it") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.write("reliance/crime", "We began with the presumption in favour of disclosure.")
      }
    ]
  ) { context, answer in
    if context.letter != nil, !context.finds("presumption", in: context.letterWords) {
      answer.fail("letter", "The letter does not apply the presumption in favour of disclosure.")
    }
  }

  static let separatesExcepted = Rule(
    "RN-111", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("everything withheld, nothing considered", at: "items") {
        $0.move(to: .eir, limb: "eir-12-4-e") { $0.onFile["ev-partial"] = nil }
        $0.withholdEverything()
      }
    ],
    passes: [Example("part released") { $0.move(to: .eir, limb: "eir-12-4-e") }],
    check: checkParts)

  static let environmentalRights = Rule(
    "RN-132", when: \.isRefusal,
    breaks: [
      Example("no representations", at: "rights/internal review") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.rights.internalReview = false
      },
      Example("no appeal", at: "rights/regulator") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.rights.regulator = false
      },
      Example("a letter with feedback only", at: "letter/rights") {
        $0.move(to: .eir, limb: "eir-12-4-e")
        $0.write("rights", "We welcome any feedback.")
      },
    ],
    passes: [Example("both") { $0.move(to: .eir, limb: "eir-12-4-e") }]
  ) { context, answer in
    context.checkRights(
      [
        ("internal review", "the right to make representations", "representations"),
        ("regulator", "the enforcement and appeal provisions", "regulator"),
      ], into: &answer)
  }
}

extension Context {
  /// Each right is told by the decision, and still by the letter.
  func checkRights(
    _ rights: [(key: String, what: String, list: String)], into answer: inout Answer
  ) {
    for right in rights {
      let isTold =
        right.key == "regulator" ? decision.rights.regulator : decision.rights.internalReview
      if !isTold {
        answer.fail("rights" / right.key, "The requester is not told of \(right.what).")
      } else if letter != nil, !finds(right.list, in: letterWords) {
        answer.fail(
          letterField("rights"), "The letter does not tell the requester of \(right.what).")
      }
    }
  }
}
