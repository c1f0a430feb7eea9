import DataFiles
import InformationLaw
import PublicInterest

// Time: whether the notice is given in time, and what an extension or a clarification allows.

extension Rule {
  static let time = [
    inTime, procedureInTime, extensionNotice, extensionOnlyForQualified, within40Days,
    dueDateCounted,
    clarificationNeeded,
  ]

  static let inTime = Rule(
    "RN-010",
    when: { $0.relies { $0.kind != .procedural } },
    breaks: [
      Example("decided after the due date", at: "decided") { $0.decided = Day("2026-11-09") },
      Example("clarification asked too late", at: "clock") {
        $0.clockEvents = facts([("clarification-asked", "2026-11-10")])
      },
    ],
    passes: [
      Example("decided in an extension") {
        $0.decided = Day("2026-11-20")
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      }
    ],
    check: checkTime)

  static let procedureInTime = Rule(
    "RN-011",
    when: { $0.relies { $0.section == "12" || $0.section == "14" } },
    breaks: [
      Example("a cost refusal after the due date", at: "decided") {
        $0.refuse(under: "foia-12-1", reason: "More than 18 hours.")
        $0.decided = Day("2026-11-16")
      }
    ],
    passes: [
      Example("a cost refusal in time") {
        $0.refuse(under: "foia-12-1", reason: "More than 18 hours.")
      }
    ],
    check: checkTime)

  /// 1. An event that the law does not allow leaves the time for complying unproved.
  /// 2. Decided after the due date, extension included, is late; so is a decision not taken by
  ///    then.
  /// 3. While no time runs, or before the decision is taken, there is nothing to judge yet.
  @Sendable static func checkTime(_ context: Context, _ answer: inout Answer) {
    switch context.clock {
    case nil: answer.otherwise = .cannotAssess
    case .failure(let error):
      answer.otherwise = .cannotAssess
      // Without a provision in the way the dates lie outside the calendar: RN-015 says so.
      if let citation = error.citation {
        answer.fail(
          "clock", "The time for complying cannot be worked out: \(error.message).",
          citation: citation)
      }
    case .success(let reading):
      guard let due = reading.due else { return answer.otherwise = .cannotAssess }
      if let decided = context.decision.decided {
        if decided > due {
          answer.fail(
            "decided",
            "Decided on \(decided.written), working day \(context.workingDay(decided, of: reading)); "
              + "the notice was due on \(due.written).")
        }
      } else if let today = context.today, today > due {
        answer.fail(
          "decided", "The notice was due on \(due.written) and no decision has been made.")
      } else {
        answer.otherwise = .cannotAssess
      }
    }
  }

  /// What the notice of an extension said is not in the decision.
  static let extensionNotice = Rule.asked("RN-012", when: \.isExtended)

  /// Only a qualified limb allows an extension. Whether it was engaged by then only the file shows.
  static let extensionOnlyForQualified = Rule(
    "RN-013", when: \.isExtended,
    breaks: [
      Example("extended with an absolute limb only", at: "clock/0") {
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
        $0.cumulative = nil
        $0.reliances = [
          Reliance(id: "only", limb: "foia-41-1", items: ["products", "configuration"])
        ]
      }
    ],
    passes: [
      Example("extended with a qualified limb") {
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      }
    ]
  ) { context, answer in
    answer.otherwise = .cannotAssess
    guard !context.relies(\.needsBalance) else { return }
    answer.fail(
      context.extensionField,
      "Time was extended to weigh the public interest, but no qualified exemption is relied on.")
  }

  /// 40 working days in all, counted from the day after the request.
  static let within40Days = Rule(
    "RN-014", when: \.isExtended,
    breaks: [
      Example("extended to day 60", at: "clock/0") {
        $0.clockEvents = facts([("pit-extension", "2026-12-29")])
      },
      Example("decided after the extended date", at: "decided") {
        $0.clockEvents = facts([("pit-extension", "2026-11-20")])
        $0.decided = Day("2026-11-26")
      },
    ],
    passes: [
      Example("extended within reason") {
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      }
    ]
  ) { context, answer in
    guard case .success(let reading) = context.clock, let due = reading.due else {
      return answer.otherwise = .cannotAssess
    }
    let total = reading.clock.reasonableTotal
    let number = context.workingDay(due, of: reading)
    if number > total {
      answer.fail(
        context.extensionField,
        "The extension to \(due.written) makes \(number) working days in all; guidance treats \(total) "
          + "as the most that is reasonable.")
    }
    if let decided = context.decision.decided, decided > due {
      answer.fail(
        "decided",
        "Decided on \(decided.written), after the date given in the extension, \(due.written).")
    }
  }

  /// Met by construction, since the date is worked out here; unless it cannot be.
  static let dueDateCounted = Rule(
    "RN-015",
    breaks: [
      Example("received before the calendar begins", at: "received") {
        $0.received = Day(number: 0)
      }
    ]
  ) { context, answer in
    guard case .failure(let error) = context.clock else { return }
    answer.otherwise = .cannotAssess
    if error.citation == nil {
      answer.fail("received", "No due date can be worked out: \(error.message).")
    }
  }

  static let clarificationNeeded = Rule.asked("RN-016") { context in
    context.decision.clockEvents.contains { $0.kind.hasPrefix("clarification") }
  }

  /// Clock events for the examples.
  static func facts(_ events: [(kind: String, day: String)]) -> [ClockFact] {
    events.compactMap { event in
      Day(event.day).flatMap { ClockFact(kind: event.kind, day: $0) }
    }
  }
}

extension Context {
  private var extensionIndex: Int? {
    decision.clockEvents.firstIndex { $0.kind == "pit-extension" }
  }

  /// Whether time was extended to weigh the public interest.
  var isExtended: Bool { extensionIndex != nil }

  var extensionField: FieldPath { extensionIndex.map { "clock" / $0 } ?? "clock" }

  /// The number of a working day, also after the due date.
  func workingDay(_ day: Day, of reading: ClockReading) -> Int {
    guard let due = reading.due, day > due else { return reading.dayNumber(on: day) }
    return reading.dayNumber(on: due)
      + book.workingDays(decision.regime).count(after: due, through: day)
  }
}
