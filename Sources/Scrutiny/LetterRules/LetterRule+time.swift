import InformationLaw
import LetterReading

// Time, as far as the dates of a letter show it.

extension LetterRule {
  static let time = [
    inTime, procedureInTime, dueDateCounted, clarificationRestarts, environmentalTime, scottishTime,
  ]

  private static let late = LetterExample(
    "on working day 31", on: ["s43(2)"], received: "2026-03-02", sent: "2026-04-16",
    "You asked on 2 March 2026. The prices are exempt under section 43(2).")
  private static let prompt = LetterExample(
    "within the month", on: ["s43(2)"], received: "2026-03-02", sent: "2026-03-20",
    "You asked on 2 March 2026. The prices are exempt under section 43(2).")

  static let inTime = LetterRule(
    "RN-010",
    when: { letter in
      !letter.isExtension && letter.reading.letterType != .internalReview
        && (letter.keepsBack || letter.neitherConfirmsNorDenies)
    }, fails: [late], passes: [prompt], check: checkTime)

  static let procedureInTime = LetterRule(
    "RN-011",
    when: { letter in
      letter.reading.letterType != .internalReview && letter.relies(onSection: "12", "14")
    },
    fails: [
      LetterExample(
        "a cost refusal on working day 31", on: ["cost s12(1)"], type: .costRefusal, basis: .cost,
        received: "2026-03-02", sent: "2026-04-16", "Section 12(1) applies.")
    ],
    passes: [
      LetterExample(
        "a cost refusal in time", on: ["cost s12(1)"], type: .costRefusal, basis: .cost,
        received: "2026-03-02", sent: "2026-03-20", "Section 12(1) applies.")
    ], check: checkTime)

  /// 1. Without both dates, or with dates that cannot be, only the file shows it.
  /// 2. After the due date, counted by the clock of the regime, is late; unless the letter speaks of
  ///    an extension or of clarification, which move that date.
  @Sendable private static func checkTime(_ letter: AuditedLetter, _ answer: inout Answer) {
    guard let count = letter.workingDays else { return answer.otherwise = .cannotAssess }
    guard let due = letter.due, let sent = letter.reading.timeliness.sent, sent > due else {
      return
    }
    if letter.says("time-moved") { return answer.otherwise = .cannotAssess }
    answer.object(
      .fail, "Sent on \(sent.written), working day \(count); the answer was due on \(due.written).",
      at: letter.place(of: letter.spans([.timeliness])))
  }

  /// Days counted as calendar days are counted wrongly; a right count is no proof of a right date.
  static let dueDateCounted = LetterRule(
    "RN-015",
    fails: [
      LetterExample("calendar days", "We have 20 calendar days in which to answer your request.")
    ],
    passes: [LetterExample("working days", "We have 20 working days in which to answer.")]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    letter.object(to: "calendar-days", into: &answer) {
      "\($0) is not how time is counted: working days, from the day after receipt"
    }
  }

  /// A clock that was paused was counted wrongly: the answer to the question starts it afresh.
  static let clarificationRestarts = LetterRule(
    "RN-016",
    fails: [
      LetterExample(
        "a paused clock",
        "You clarified the period on 9 March. The clock was paused while we waited for you.")
    ],
    passes: [
      LetterExample(
        "a fresh count", "You clarified the period on 9 March, and time runs from then.")
    ]
  ) { letter, answer in
    letter.object(to: "clock-paused", into: &answer) {
      "\($0) is not the law: time starts afresh when clarification is received"
    }
  }

  /// 1. After day 40 it is late in any case.
  /// 2. Between day 20 and day 40 only a notice of extension for complexity and volume saves it, and
  ///    one for another reason does not.
  static let environmentalTime = LetterRule(
    "RN-017", when: { $0.isRefusal && $0.reading.letterType != .internalReview },
    fails: [
      LetterExample(
        "after more than 40 working days", on: ["reg12(4)(e)"], regime: .eir,
        received: "2026-03-02", sent: "2026-06-01", "Regulation 12(4)(e) applies.")
    ],
    passes: [
      LetterExample(
        "within the month", on: ["reg12(4)(e)"], regime: .eir, received: "2026-03-02",
        sent: "2026-03-20", "Regulation 12(4)(e) applies.")
    ]
  ) { letter, answer in
    guard let count = letter.workingDays, let sent = letter.reading.timeliness.sent else {
      return answer.otherwise = .cannotAssess
    }
    let place = letter.place(of: letter.spans([.timeliness]))
    if count > 40 {
      answer.object(
        .fail, "Sent on \(sent.written), working day \(count); no extension goes beyond day 40.",
        at: place)
    } else if let due = letter.due, sent > due {
      if letter.says("time-moved") || letter.says("complexity-and-volume") {
        answer.otherwise = .cannotAssess
      } else {
        answer.object(
          .fail,
          "Sent on \(sent.written), working day \(count), and no extension is spoken of.", at: place
        )
      }
    }
  }

  static let scottishTime = LetterRule(
    "RN-018", when: { $0.isRefusal && $0.reading.letterType != .internalReview },
    fails: [
      LetterExample(
        "more time for the balance", on: ["under_consideration FOISA s33(1)(b)"], regime: .foisa,
        type: .pitExtension, decision: .extended, basis: .extension,
        "We need 20 more working days to weigh the public interest under section 33(1)(b).")
    ],
    passes: [
      LetterExample(
        "within the month", on: ["FOISA s33(1)(b)"], regime: .foisa, received: "2026-03-03",
        sent: "2026-03-20", "The prices are exempt under section 33(1)(b).")
    ]
  ) { letter, answer in
    if letter.isExtension {
      return answer.object(
        .fail,
        "The letter takes more time for the public interest test, which FOISA does not allow.",
        at: letter.place(of: letter.spans([.decision])))
    }
    checkTime(letter, &answer)
  }
}

extension AuditedLetter {
  /// When the answer was due, by the clock of the regime; nil without a date of receipt.
  var due: Day? {
    guard let received = reading.timeliness.received, let clock = book.responseClock(regime) else {
      return nil
    }
    return try? clock.reading(
      received: received, events: [], calendar: book.workingDays(regime)
    ).due
  }

  /// Working days from receipt to sending; nil without both dates in a possible order.
  var workingDays: Int? {
    guard let received = reading.timeliness.received, let sent = reading.timeliness.sent,
      received <= sent
    else { return nil }
    return book.workingDays(regime).count(after: received, through: sent)
  }
}
