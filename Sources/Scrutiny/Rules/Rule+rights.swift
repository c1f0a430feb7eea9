import DataFiles
import InformationLaw
import PublicInterest

// How to challenge the decision: the internal review and the regulator (s.17(7)).

extension Rule {
  static let rights = [tellsReview, tellsRegulator, regulatorContact, reviewTimes, repeatsRights]

  /// 1. The notice tells of the review, or that there is none.
  /// 2. The letter still does after an officer's edits, with the way to ask.
  static let tellsReview = Rule(
    "RN-130", when: \.isRefusal,
    breaks: [
      Example("no word of a review", at: "rights/internal review") {
        $0.rights.internalReview = false
      },
      Example("a letter without a review", at: "letter/rights") {
        $0.write("rights", "You can complain to the Information Commissioner.")
      },
      Example("a letter without the way to ask", at: "letter/rights") {
        $0.write("rights", "You may ask for an internal review.")
      },
    ],
    passes: [
      Example("there is none") {
        $0.authority.reviewContact = ""
        $0.write("rights", "We have no internal review procedure.")
      }
    ]
  ) { context, answer in
    guard context.decision.rights.internalReview else {
      return answer.fail(
        "rights/internal review",
        "The requester is not told of an internal review, nor that there is none.")
    }
    guard context.letter != nil else { return }
    let contact = context.decision.authority.reviewContact
    let field = context.letterField("rights")
    if contact.isBlank {
      if !context.finds("no-review", in: context.letterWords) {
        answer.fail(field, "The letter does not say that there is no internal review.")
      }
    } else if !context.finds("internal-review", in: context.letterWords) {
      answer.fail(field, "The letter does not tell the requester of the internal review.")
    } else if !context.letterSays(contact) {
      answer.partial(
        field, "The letter offers an internal review and not the way to ask for it, \(contact).")
    }
  }

  static let tellsRegulator = Rule(
    "RN-131", when: \.isRefusal,
    breaks: [
      Example("no word of the regulator", at: "rights/regulator") { $0.rights.regulator = false },
      Example("a letter without the regulator", at: "letter/rights") {
        $0.write("rights", "You may ask for an internal review.")
      },
    ]
  ) { context, answer in
    guard context.decision.rights.regulator else {
      return answer.fail(
        "rights/regulator",
        "The requester is not told of the right to apply to the Information Commissioner.",
        citation: "FOIA ss.17(7)(b), 50")
    }
    if context.letter != nil, !context.finds("regulator", in: context.letterWords) {
      answer.fail(
        context.letterField("rights"),
        "The letter does not tell the requester of the right to apply to the Information Commissioner.",
        citation: "FOIA ss.17(7)(b), 50")
    }
  }

  /// Contact and six weeks, and no other time for complaining.
  static let regulatorContact = Rule(
    "RN-134", when: { $0.isRefusal && $0.decision.rights.regulator },
    breaks: [
      Example("three months", at: "letter/rights") {
        $0.write(
          "rights",
          "Complain to the Information Commissioner, Wycliffe House, within three months, not six weeks."
        )
      },
      Example("no time", at: "letter/rights") {
        $0.write(
          "rights", "Complain to the Information Commissioner at https://ico.org.uk/complain.")
      },
      Example("no contact", at: "letter/rights") {
        $0.write("rights", "Complain to the Information Commissioner within six weeks.")
      },
    ]
  ) { context, answer in
    guard context.finds("regulator", in: context.letterWords) else { return }
    let field = context.letterField("rights")
    let rights = context.letter?.filter { $0.field == field } ?? []
    if !context.finds("regulator-contact", in: rights) {
      answer.fail(field, "The letter names the regulator and not how to reach it.")
    }
    context.object(to: "wrong-complaint-time", in: [], letter: rights, into: &answer) { quote, _ in
      "\(quote) is not the regulator's expectation of six weeks"
    }
    if !context.finds("six-weeks", in: context.letterWords) {
      answer.fail(
        field, "The letter does not say that the regulator expects a complaint within six weeks.")
    }
  }

  /// 1. At least 40 working days to ask; an answer in 20, and never in more than 40.
  /// 2. The letter still states both.
  static let reviewTimes = Rule(
    "RN-135",
    when: { context in
      context.isRefusal && context.decision.rights.internalReview
        && !context.decision.authority.reviewContact.isBlank
    },
    breaks: [
      Example("too little time to ask", at: "authority/internal review/ask within") {
        $0.authority.reviewAskDays = 20
      },
      Example("too long to answer", at: "authority/internal review/answer within") {
        $0.authority.reviewAnswerDays = 60
      },
      Example("long to answer", at: "authority/internal review/answer within") {
        $0.authority.reviewAnswerDays = 40
      },
      Example("a letter without times", at: "letter/rights") {
        $0.write(
          "rights", "You may ask foi.review@northmoor-police.example for an internal review.")
      },
    ]
  ) { context, answer in
    let authority = context.decision.authority
    let field: FieldPath = "authority/internal review"
    if authority.reviewAskDays < 40 {
      answer.fail(
        field / "ask within",
        "A review can be asked for within \(authority.reviewAskDays) working days; the Code gives 40."
      )
    }
    if authority.reviewAnswerDays > 40 {
      answer.fail(
        field / "answer within",
        "A review is answered within \(authority.reviewAnswerDays) working days; the Code allows 40 at "
          + "most.")
    } else if authority.reviewAnswerDays > 20 {
      answer.partial(
        field / "answer within",
        "A review is answered within \(authority.reviewAnswerDays) working days; the Code asks for 20, "
          + "and more only where the case needs it.")
    }
    guard context.letter != nil else { return }
    let times = [
      (authority.reviewAskDays, "to ask for a review"),
      (authority.reviewAnswerDays, "to answer one"),
    ]
    let missing = times.filter { !context.letterSays("\($0.0) working days") }
    if !missing.isEmpty {
      let words = missing.map { "the \($0.0) working days \($0.1)" }
      answer.fail(
        context.letterField("rights"), "The letter does not state \(listed(words, joint: "or")).")
    }
  }

  static let repeatsRights = Rule(
    "RN-136", when: { $0.isExtended && $0.isRefusal },
    breaks: [
      Example("an outcome without rights", at: "rights/regulator") {
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
        $0.rights.regulator = false
      }
    ],
    passes: [
      Example("an outcome with rights") {
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      }
    ]
  ) { context, answer in
    let rights = context.decision.rights
    for (isTold, key) in [
      (rights.internalReview, "internal review"), (rights.regulator, "regulator"),
    ] where !isTold {
      answer.fail(
        "rights" / key, "The decision after the extension does not tell of the \(key) again.")
    }
  }
}
