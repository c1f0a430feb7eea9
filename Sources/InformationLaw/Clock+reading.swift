extension Clock {
  /// Reads the clock: the due date with every day accounted for.
  ///
  /// - Parameters:
  ///   - received: the day the request arrived, a working day or not; it is never counted.
  ///   - events: what happened since, in any order.
  ///   - calendar: the regime's working days.
  ///   - isRecorded: whether the events were accepted when they happened; an extension that a bank
  ///     holiday proclaimed since has overtaken then simply has no effect.
  /// - Throws: ``ClockError`` where a day lies outside the calendar or the law does not allow an
  ///   event.
  public func reading(
    received: Day, events: [ClockEvent] = [], calendar: WorkingDays, isRecorded: Bool = false
  ) throws(ClockError) -> ClockReading {
    let range = calendar.bankHolidays.range
    for day in [received] + events.map(\.day) where !range.contains(day) {
      throw ClockError(
        "\(day) is outside the bank holidays known here, "
          + "\(range.lowerBound) to \(range.upperBound); no date can be worked out")
    }
    let facts = try ClockFacts(received: received, events: events)
    let ordered = events.sorted { ($0.day, $0.kind) < ($1.day, $1.kind) }
    var reading = ClockReading(
      clock: self, received: received, start: facts.start, state: .due(received), ordinaryDue: nil,
      working: [], events: ordered, remarks: [])

    if let asked = facts.clarificationAsked {
      let original = try count(from: received, in: calendar, leavingOut: nil)
      guard let first = original.last?.date, asked <= first else {
        throw ClockError(
          "clarification asked on \(asked) came after the request was due; it does not restart the "
            + "clock", citation: "FOIA ss.1(3), 10(1)")
      }
      guard facts.clarificationReceived != nil else {
        reading.state = .awaitingClarification(since: asked)
        reading.remarks.append(
          "No time runs until the requester answers. If the request could have been read without "
            + "asking, time never stopped (FOIA s.1(3)).")
        return reading
      }
      reading.remarks.append(
        "The clarification of \(facts.start.written) starts the \(length) working days afresh; it "
          + "is not a pause (FOIA ss.1(3), 10(6)).")
    }

    var outstanding: ClosedRange<Day>?
    if let notice = facts.feesNotice {
      let ordinary = try count(from: facts.start, in: calendar, leavingOut: nil)
      guard let last = ordinary.last?.date, notice <= last else {
        throw ClockError(
          "the fees notice of \(notice) came after the time for complying; no fee can be asked now",
          citation: "FOIA s.9(1)")
      }
      // Three months beginning with the day of the notice (s.9(2)).
      let lapses = notice.addingMonths(3).adding(-1)
      guard let paid = facts.feesPaid else {
        reading.state = .awaitingFee(since: notice, lapses: lapses)
        reading.remarks.append(
          "The request need not be answered until the fee is paid, by \(lapses.written) at the "
            + "latest (FOIA s.9(2)).")
        return reading
      }
      guard paid <= lapses else {
        throw ClockError(
          "the fee came on \(paid), after the three months that ended on \(lapses); the request "
            + "has lapsed and a new one is needed", citation: "FOIA s.9(2)")
      }
      outstanding = notice...paid
    }

    reading.working = try count(from: facts.start, in: calendar, leavingOut: outstanding)
    guard let ordinary = reading.working.last?.date else {
      throw ClockError("the clock '\(id)' has no length")
    }
    reading.ordinaryDue = ordinary
    reading.state = .due(ordinary)
    if let extended = facts.extendedTo {
      if isRecorded, extended <= ordinary {
        reading.remarks.append(
          "The extension to \(extended.written) no longer has an effect: the ordinary date has moved to "
            + "or past it.")
      } else {
        try extend(&reading, to: extended, calendar: calendar)
      }
    }
    if reading.due.map({ $0 >= calendar.bankHolidays.provisionalFrom }) == true {
      reading.remarks.append(
        "Bank holidays from \(calendar.bankHolidays.provisionalFrom.written) are provisional.")
    }
    return reading
  }

  private func extend(
    _ reading: inout ClockReading, to extended: Day, calendar: WorkingDays
  ) throws(ClockError) {
    guard let ordinary = reading.ordinaryDue, extended > ordinary else {
      throw ClockError(
        "the extension to \(extended) is no extension: the answer is due on "
          + "\(reading.ordinaryDue?.description ?? "no day yet") anyway", citation: "FOIA s.10(3)")
    }
    var number = length
    var day = ordinary
    while day < extended {
      day = day.adding(1)
      if let reason = calendar.nonWorking(day) {
        reading.working.append(.init(date: day, counting: .skipped(reason.reason)))
      } else {
        number += 1
        reading.working.append(.init(date: day, counting: .day(number)))
      }
    }
    reading.state = .due(extended)
    reading.remarks.append(
      "Only a qualified exemption that is already found to apply allows extra time, and the notice "
        + "naming it has to be given by \(ordinary.written) (FOIA ss.10(3), 17(2)).")
    if number > reasonableTotal {
      reading.remarks.append(
        "\(number) working days in all is more than the \(reasonableTotal) that guidance treats as "
          + "reasonable (\(guidance)).")
    }
  }

  /// Every day from the day after `start` until `length` working days are counted.
  private func count(
    from start: Day, in calendar: WorkingDays, leavingOut outstanding: ClosedRange<Day>?
  ) throws(ClockError) -> [ClockReading.Entry] {
    var working: [ClockReading.Entry] = []
    working.reserveCapacity(length * 2)
    var number = 0
    var day = start
    while number < length {
      day = day.adding(1)
      guard day <= calendar.bankHolidays.range.upperBound else {
        throw ClockError(
          "counting from \(start) runs past \(calendar.bankHolidays.range.upperBound), the last day "
            + "with known bank holidays; no date can be worked out")
      }
      if let reason = calendar.nonWorking(day) {
        working.append(.init(date: day, counting: .skipped(reason.reason)))
      } else if outstanding?.contains(day) == true {
        working.append(
          .init(date: day, counting: .skipped("fee outstanding, disregarded by FOIA s.10(2)")))
      } else {
        number += 1
        working.append(.init(date: day, counting: .day(number)))
      }
    }
    return working
  }
}

/// The events of a clock, each at most once and in an order that the law allows.
private struct ClockFacts {
  var start: Day
  var clarificationAsked: Day?
  var clarificationReceived: Day?
  var feesNotice: Day?
  var feesPaid: Day?
  var extendedTo: Day?

  init(received: Day, events: [ClockEvent]) throws(ClockError) {
    start = received
    for event in events {
      guard event.day >= received else {
        throw ClockError("\(event.kind) on \(event.day) is before the request came on \(received)")
      }
      let slot: WritableKeyPath<ClockFacts, Day?> =
        switch event {
        case .clarificationAsked: \.clarificationAsked
        case .clarificationReceived: \.clarificationReceived
        case .feesNotice: \.feesNotice
        case .feesPaid: \.feesPaid
        case .pitExtension: \.extendedTo
        }
      if let known = self[keyPath: slot] {
        throw ClockError("\(event.kind) is given twice, on \(known) and \(event.day); keep one")
      }
      self[keyPath: slot] = event.day
    }
    if let answer = clarificationReceived {
      guard let asked = clarificationAsked, asked <= answer else {
        throw ClockError(
          "clarification-received on \(answer) needs a clarification-asked on or before that day",
          citation: "FOIA s.1(3)")
      }
      start = answer
    }
    if let paid = feesPaid {
      guard let notice = feesNotice, notice <= paid else {
        throw ClockError(
          "fees-paid on \(paid) needs a fees-notice on or before that day", citation: "FOIA s.9")
      }
    }
    if let notice = feesNotice, notice < start {
      throw ClockError(
        "the fees notice of \(notice) is older than the clarified request of \(start); give a new "
          + "notice", citation: "FOIA ss.1(3), 9")
    }
    if extendedTo != nil, clarificationAsked != nil, clarificationReceived == nil {
      throw ClockError(
        "no extension while clarification is awaited: no time is running", citation: "FOIA s.1(3)")
    }
    if extendedTo != nil, feesNotice != nil, feesPaid == nil {
      throw ClockError(
        "no extension while a fee is awaited: no time is running", citation: "FOIA s.9(2)")
    }
  }
}

extension Day {
  /// The same day of the month `count` months later, or the last day of a shorter month.
  public func addingMonths(_ count: Int) -> Day {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    var last = day
    while true {
      if let result = Day(year: months / 12, month: months % 12 + 1, day: last) { return result }
      last -= 1
    }
  }
}
