import InformationLaw
import LetterReading

// How to challenge the decision: the internal review and the regulator (s.17(7)).

extension LetterRule {
  static let rights = [
    tellsReview, tellsRegulator, environmentalRights, scottishRights, regulatorContact, reviewTimes,
    repeatsRights,
  ]

  private static func example(
    _ says: String, on limb: String = "s42(1)", regime: Regime = .foia, type: LetterType = .refusal,
    _ rights: String
  ) -> LetterExample {
    let cite = limb.split(separator: " ").last.map(String.init) ?? limb
    let named =
      cite.hasPrefix("reg") ? "Regulation \(cite.dropFirst(3))" : "Section \(cite.dropFirst())"
    return LetterExample(
      says, on: [limb], regime: regime, type: type, "\(named) applies.\n\(rights)")
  }

  private static let review =
    "{rights_internal_review} You may ask us within 40 working days for an internal review, which we answer "
    + "within 20 working days."
  private static let regulator =
    "{rights_ico} You may then complain within six weeks to the Information Commissioner, at https://ico.org.uk."
  private static let good = example("both, in full", review + "\n" + regulator)

  static let tellsReview = LetterRule(
    "RN-130", when: \.offersReview, fails: [example("the regulator alone", regulator)],
    passes: [good, example("there is none", "We have no internal review procedure.\n" + regulator)]
  ) { letter, answer in
    if !letter.reading.rights.internalReview, !letter.says("no-review") {
      answer.missing(
        from: letter, "The letter tells of no internal review, nor that there is none.",
        at: letter.ending)
    }
  }

  static let tellsRegulator = LetterRule(
    "RN-131", when: \.isRefusal, fails: [example("the review alone", review)], passes: [good]
  ) { letter, answer in
    if !letter.reading.rights.regulator {
      answer.missing(
        from: letter,
        "The letter does not tell of the right to apply to the Information Commissioner.",
        at: letter.ending)
    }
  }

  static let environmentalRights = LetterRule(
    "RN-132", when: \.isRefusal,
    fails: [
      example(
        "feedback", on: "reg12(4)(e)", regime: .eir, "We welcome any feedback on this response."),
      example("one of two", on: "reg12(4)(e)", regime: .eir, review),
    ],
    passes: [example("both", on: "reg12(4)(e)", regime: .eir, review + "\n" + regulator)],
    check: checkBoth)

  static let scottishRights = LetterRule(
    "RN-133", when: \.isRefusal,
    fails: [
      example("review alone", on: "FOISA s30(c)", regime: .foisa, review)
    ],
    passes: [
      example(
        "both", on: "FOISA s30(c)", regime: .foisa,
        review
          + "\n{rights_ico} You may then apply within six months to the Scottish Information Commissioner."
      )
    ], check: checkBoth)

  @Sendable private static func checkBoth(_ letter: AuditedLetter, _ answer: inout Answer) {
    let rights = letter.reading.rights
    let absent = [
      (
        letter.regime == .eir
          ? "the right to make representations to the authority" : "the right to require a review",
        !rights.internalReview && letter.offersReview
      ),
      (
        letter.regime == .eir
          ? "the enforcement and appeal provisions" : "the right to apply to the Commissioner",
        !rights.regulator
      ),
    ].filter(\.1).map(\.0)
    guard !absent.isEmpty else { return }
    let message = "The letter does not tell of \(listed(absent, joint: "or"))."
    if letter.isWhole, absent.count == 1 {
      answer.object(.partial, message, at: letter.ending)
    } else {
      answer.missing(from: letter, message, at: letter.ending)
    }
  }

  /// Contact and six weeks, and no other time for complaining. A letter that does not name the regulator
  /// has nothing to print; of an attachment the covering letter has it.
  static let regulatorContact = LetterRule(
    "RN-134", when: { $0.reading.rights.regulator || !$0.isWhole && $0.isRefusal },
    fails: [
      example(
        "no contact and no time",
        review + "\n{rights_ico} You may complain to the Information Commissioner."),
      example(
        "a year",
        "{rights_ico} You may complain to the Information Commissioner at https://ico.org.uk within one year."
      ),
    ],
    passes: [good]
  ) { letter, answer in
    guard letter.reading.rights.regulator else { return answer.otherwise = .missingHere }
    let parts = letter.spans([.rightsRegulator])
    let place = parts.first?.range ?? letter.place("regulator")
    letter.object(to: "wrong-complaint-time", in: parts, into: &answer) {
      "\($0) is not the regulator's expectation of six weeks"
    }
    letter.object(to: "closed-address", into: &answer) { "\($0) no longer reaches the regulator" }
    guard answer.objections.isEmpty else { return }
    let absent = [
      ("how to reach the regulator", !letter.says("regulator-contact")),
      ("that the regulator expects a complaint within six weeks", !letter.says("six-weeks")),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        absent.count == 2 ? .fail : .partial,
        "The letter does not say \(listed(absent, joint: "or")).",
        at: place)
    }
  }

  /// A time to ask and a time to answer.
  static let reviewTimes = LetterRule(
    "RN-135", when: { $0.reading.rights.internalReview || !$0.isWhole && $0.offersReview },
    fails: [
      example("neither", "{rights_internal_review} You may ask for an internal review."),
      example(
        "too little time",
        "{rights_internal_review} You may ask within 20 working days for an internal review."),
    ],
    passes: [good]
  ) { letter, answer in
    guard letter.reading.rights.internalReview else { return answer.otherwise = .missingHere }
    let parts = letter.spans([.rightsInternalReview])
    let asks =
      letter.reading.rights.reviewTimeLimit ?? (letter.says("forty-days", in: parts) ? 40 : nil)
    let answers = letter.says("answers-review")
    let place = letter.place(of: parts)
    if let asks, asks < 40 {
      answer.object(
        .fail, "A review can be asked for within \(asks) working days; the Code gives 40.",
        at: place)
    } else if asks == nil || !answers {
      let absent = [
        ("within what time a review can be asked for", asks == nil),
        ("within what time it is answered", !answers),
      ].filter(\.1).map(\.0)
      answer.object(
        absent.count == 2 ? .fail : .partial,
        "The letter does not say \(listed(absent, joint: "or")).",
        at: place)
    }
  }

  /// A letter that follows an extension, by its own words.
  static let repeatsRights = LetterRule(
    "RN-136", when: { $0.isRefusal && !$0.isExtension && $0.says("after-extension") },
    fails: [
      example(
        "see our earlier letter",
        "We wrote to you to extend the time. See our earlier letter for your options.")
    ],
    passes: [
      example("again", "This follows our extension of 3 March.\n" + review + "\n" + regulator)
    ]
  ) { letter, answer in
    let rights = letter.reading.rights
    if !rights.internalReview || !rights.regulator {
      answer.missing(
        from: letter, "The letter follows an extension and does not set out the rights again.",
        at: letter.ending)
    }
  }
}

extension AuditedLetter {
  /// Whether it is a refusal of which a review can be asked: not the outcome of one.
  fileprivate var offersReview: Bool { isRefusal && reading.letterType != .internalReview }
}
