import DataFiles
import InformationLaw
import PublicInterest

// The frame of a reply: whom it answers, what was asked, what became of each part, who decided.

extension Rule {
  static let frame = [
    addressed, identifiesRequest, namesRegime, answersEveryPart, namesDecision, mapsLimbs,
    describesWithheld,
  ]

  /// Met by a letter that says whom it goes to. The requester is no part of a decision, and drafts
  /// are shown without, so that nobody who weighs knows who asked: that is no breach.
  static let addressed: Rule = {
    var rule = Rule("RN-001", breaks: []) { context, answer in
      if !context.isAddressed { answer.otherwise = .cannotAssess }
    }
    rule.isOnlyAsked = true
    return rule
  }()

  /// The reference, the day of receipt and the requester's own words: the day is always there.
  static let identifiesRequest = Rule(
    "RN-002",
    breaks: [
      Example("no reference", at: "reference") { $0.reference = "" },
      Example("no questions", at: "questions") { $0.questions = [] },
      Example("a question without words", at: "questions/1/text") { $0.questions[1].text = " " },
    ]
  ) { context, answer in
    let decision = context.decision
    if decision.reference.isBlank {
      answer.fail("reference", "The request has no reference.")
    }
    if decision.questions.isEmpty {
      answer.fail("questions", "The words of the request are not recorded.")
    }
    for (index, question) in decision.questions.enumerated() where question.text.isBlank {
      answer.fail("questions" / index / "text", "Question \(question.id) has no words.")
    }
  }

  /// A decision is made under one regime; the letter has to name its Act or Regulations.
  static let namesRegime = Rule(
    "RN-003",
    breaks: [
      Example("a letter with section numbers only", at: "letter") {
        $0.write("decision", "Section 31(1)(a) applies.")
      }
    ]
  ) { context, answer in
    let instrument = context.decision.regime.instrument
    if context.letter != nil, !context.letterSays(instrument) {
      answer.fail(
        context.letterField("opening"), "The letter never names the \(instrument).",
        fix: "Say that the request was considered under the \(instrument).")
    }
  }

  /// 1. Each question has a record of what is held.
  /// 2. Where something is held, there are items for it, or something is given for it.
  /// 3. Each item is released or withheld.
  /// 4. What is withheld is withheld under a limb (s.17(1)(b)).
  static let answersEveryPart = Rule(
    "RN-004",
    breaks: [
      Example("a question that nobody looked at", at: "questions/0") {
        $0.questions[0].holding = nil
        $0.items[0].questions = ["q2"]
      },
      Example("a question without a holding", at: "questions/1/held") {
        $0.questions[1].holding = nil
      },
      Example("something held and nothing said about it", at: "questions/2") {
        $0.items[1].questions = ["q1"]
      },
      Example("an item without an outcome", at: "items/2/outcome") { $0.items[2].outcome = nil },
      Example("withheld under nothing", at: "items/0/outcome") {
        $0.items[0].outcome = .withhold
      },
    ]
  ) { context, answer in
    let decision = context.decision
    // A request that is refused as such needs no items (ss.12, 14), nor one that is neither
    // confirmed nor denied.
    let isRefusedAsSuch =
      context.relies { $0.kind == .procedural } || context.neitherConfirmsNorDenies
    for (index, question) in decision.questions.enumerated() {
      let field: FieldPath = "questions" / index
      let hasItems = decision.items.contains { $0.questions.contains(question.id) }
      switch question.holding?.answer {
      case nil where isRefusedAsSuch: break
      case nil where hasItems:
        answer.partial(
          field / "held",
          "It is decided what becomes of items for question \(question.id), but not recorded whether "
            + "they are all that is held.")
      case nil:
        answer.fail(field / "held", "Nothing says what becomes of question \(question.id).")
      case .held, .inPart:
        if !hasItems, !isRefusedAsSuch {
          answer.fail(
            field,
            "Information is held for question \(question.id), but no item says whether it is "
              + "released or withheld.")
        }
      case .notHeld: break
      }
    }
    for (index, item) in decision.items.enumerated() {
      let field: FieldPath = "items" / index / "outcome"
      if item.outcome == nil {
        answer.fail(field, "\(item.quoted) is neither released nor withheld.")
      } else if item.outcome == .withhold, decision.reliances(on: item).isEmpty {
        answer.fail(
          field, "\(item.quoted) is withheld and no exemption is relied on for it.",
          fix: "Rely on a limb for the item, or release it.", citation: "FOIA s.17(1)(b)")
      }
    }
  }

  /// The date and the decision maker; the letter takes both from the decision.
  static let namesDecision = Rule(
    "RN-005",
    breaks: [
      Example("no date", at: "decided") { $0.decided = nil },
      Example("nobody decided", at: "decided by") { $0.decidedBy = "" },
    ]
  ) { context, answer in
    let decision = context.decision
    if decision.decided == nil { answer.fail("decided", "The decision has no date.") }
    if decision.decidedBy.isBlank {
      answer.fail("decided by", "The decision does not say who made it, by name or by role.")
    }
  }

  /// Each reliance names its items as soon as there is more than one limb. A limb that refuses the
  /// request as such has none.
  static let mapsLimbs = Rule(
    "RN-006", when: { $0.limbs.count > 1 },
    breaks: [
      Example("a limb for no item", at: "reliance/1/items") { $0.reliances[1].items = [] }
    ]
  ) { context, answer in
    for relied in context.relied
    where relied.limb.kind == .exemption && relied.reliance.items.isEmpty {
      answer.fail(
        relied.path / "items", "\(relied.limb.cite) is not tied to any item.",
        fix: "Say which items \(relied.limb.cite) covers, or stop relying on it.",
        limb: relied.limb)
    }
  }

  /// Only an empty description settles it.
  static let describesWithheld = Rule(
    "RN-007", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("no description", at: "items/2/description") { $0.items[2].description = "" }
    ]
  ) { context, answer in
    for (index, item) in context.decision.items.enumerated()
    where item.outcome == .withhold && item.description.isBlank {
      answer.fail(
        "items" / index / "description", "What is withheld as \(item.id) is not described.")
    }
  }
}
