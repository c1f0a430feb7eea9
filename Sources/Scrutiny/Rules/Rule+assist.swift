import DataFiles
import InformationLaw
import PublicInterest

// Advice and assistance, and the refusals of a request as such (ss.12 and 14).

extension Rule {
  static let assist = [
    withinLimit, statesEstimate, permittedTasks, confirmsDespiteCost, aboutRequest, earlierComplied,
    subjectAccess, otherHolder,
  ]

  private static let costRefusal = "More than the limit of £450: 2,300 files at two minutes each."

  static let withinLimit = Rule(
    "RN-120", limbs: { $0.section == "12" },
    breaks: [
      Example("no advice", at: "advice") {
        $0.refuse(under: "foia-12-1", reason: costRefusal)
        $0.advice = ""
      }
    ],
    passes: [Example("advice") { $0.refuse(under: "foia-12-1", reason: costRefusal) }]
  ) { context, relied, answer in
    if context.decision.advice.isBlank {
      answer.fail(
        "advice",
        "The request is refused under \(relied.limb.cite), and nothing says what could be given within "
          + "the limit.")
    }
  }

  /// The limit in pounds or hours, and an estimate on file or in the reason.
  static let statesEstimate = Rule(
    "RN-121", limbs: { $0.section == "12" },
    breaks: [
      Example("no limit and no estimate", at: "reliance/0/reason") {
        $0.refuse(under: "foia-12-1", reason: "It would take too long.")
      },
      Example("no reason", at: "reliance/0/reason") { $0.refuse(under: "foia-12-1", reason: "") },
    ],
    passes: [Example("both") { $0.refuse(under: "foia-12-1", reason: costRefusal) }]
  ) { context, relied, answer in
    let field = relied.path / "reason"
    if relied.reliance.reason.isBlank {
      answer.fail(field, "\(relied.limb.cite) is relied on without an estimate.")
    } else if !context.finds("cost-limit", in: relied.passages) {
      answer.fail(
        field,
        "'\(relied.reliance.reason.shortened())' does not state the limit: £600 (24 hours) for central "
          + "government, £450 (18 hours) for others.")
    }
  }

  static let permittedTasks = Rule(
    "RN-122", limbs: { $0.section == "12" },
    breaks: [
      Example("redaction counted", at: "reliance/0/reason") {
        $0.refuse(under: "foia-12-1", reason: "£450: 12 hours to find it and 9 hours to redact it.")
      }
    ],
    passes: [Example("finding it only") { $0.refuse(under: "foia-12-1", reason: costRefusal) }]
  ) { context, relied, answer in
    context.object(
      to: "tasks-not-counted", in: relied.passages.filter { $0.part == .reason }, letter: [],
      into: &answer
    ) { quote, _ in "\(quote) counts time that the Fees Regulations leave out" }
  }

  static let confirmsDespiteCost = Rule(
    "RN-123",
    when: { context in
      context.relies { $0.id == "foia-12-1" } && !context.relies { $0.id == "foia-12-2" }
    },
    breaks: [
      Example("nothing about holding", at: "questions/0/held") {
        $0.refuse(under: "foia-12-1", reason: costRefusal)
        $0.questions[0].holding = nil
      }
    ],
    passes: [Example("held") { $0.refuse(under: "foia-12-1", reason: costRefusal) }]
  ) { context, answer in
    for (index, question) in context.decision.questions.enumerated() where question.holding == nil {
      answer.fail(
        "questions" / index / "held",
        "The request is refused under s12(1), and nothing says whether information is held for "
          + "question \(question.id).")
    }
  }

  /// 1. Words about the person.
  /// 2. No reasons on file.
  static let aboutRequest = Rule(
    "RN-124", limbs: { $0.id == "foia-14-1" },
    breaks: [
      Example("a person is called vexatious", at: "reliance/0/reason") {
        $0.refuse(under: "foia-14-1", reason: "You are vexatious.")
      },
      Example("no reasons on file", at: "reliance/0/on file") {
        $0.refuse(under: "foia-14-1", reason: "The ninth request on one parking ticket.")
      },
    ],
    passes: [
      Example("the request, with reasons on file") {
        $0.refuse(under: "foia-14-1", reason: "The ninth request on one parking ticket.")
        $0.reliances[0].onFile["ev-vexatious"] = "Chronology in the case folder"
      }
    ]
  ) { context, relied, answer in
    context.object(to: "vexatious-person", in: relied.passages, into: &answer) { quote, _ in
      "\(quote) speaks of the person; s14(1) is about the request"
    }
    context.require(["ev-vexatious"], of: relied, into: &answer)
  }

  static let earlierComplied = Rule(
    "RN-125", limbs: { $0.id == "foia-14-2" },
    breaks: [
      Example("no earlier request on file", at: "reliance/0/on file") {
        $0.refuse(under: "foia-14-2", reason: "The same request as in June.")
      }
    ],
    passes: [
      Example("on file") {
        $0.refuse(under: "foia-14-2", reason: "The same request as in June.")
        $0.reliances[0].onFile["ev-repeat"] = "FOI-2026-0054 and the answer to it"
      }
    ]
  ) { context, relied, answer in
    answer.otherwise = .cannotAssess
    context.require(["ev-repeat"], of: relied, into: &answer)
  }

  static let subjectAccess = Rule(
    "RN-126", limbs: { $0.id == "foia-40-1" },
    breaks: [
      Example("no word of subject access", at: "advice") {
        $0.rely(on: "foia-40-1", for: ["products"])
      }
    ],
    passes: [
      Example("subject access in the advice") {
        $0.rely(on: "foia-40-1", for: ["products"])
        $0.advice = "We have passed this part on as a subject access request."
      }
    ]
  ) { context, relied, answer in
    if !context.finds("subject-access", in: context.telling + relied.passages + context.letterWords)
    {
      answer.fail(
        "advice",
        "\(relied.limb.cite) is relied on, and nothing tells the requester of subject access.")
    }
  }

  /// Whether another body holds it a decision does not record.
  static let otherHolder = Rule.asked("RN-128") { context in
    context.decision.questions.contains { $0.holding != nil && $0.holding?.answer != .held }
  }
}
