extension Clock {
  /// Reads the clock: its end, with every day accounted for.
  ///
  /// A clock that is a part of another (a clarification, a payment, an extension) starts on
  /// `received` where no events are given; with the events of a request it is read as the clock of
  /// which it is a part, and `received` is the day on which that request came.
  ///
  /// - Parameters:
  ///   - received: the day that sets the clock running, a working day or not.
  ///   - events: what happened since, in any order.
  ///   - circumstances: what else the clock has to know.
  ///   - holidays: the bank holidays of the UK, from which the clock takes those that matter to it.
  ///   - isRecorded: whether the events were accepted when they happened; an extension that a bank
  ///     holiday proclaimed since has overtaken then simply has no effect.
  /// - Throws: ``ClockError`` where a day lies outside the calendar or the law does not allow an
  ///   event.
  public func reading(
    received: Day, events: [ClockEvent] = [], circumstances: ClockCircumstances = .init(),
    holidays: BankHolidays, isRecorded: Bool = false
  ) throws(ClockError) -> ClockReading {
    let clock = events.isEmpty ? self : course
    try clock.check(events)
    try clock.check([received] + events.map(\.day), in: holidays)
    if extends != nil, !events.contains(where: \.isExtension) {
      return try readingAsExtension(
        received: received, events: events, circumstances: circumstances, holidays: holidays)
    }
    var reading = ClockReading(clock: clock, received: received, events: events)
    switch clock.unit {
    case .none: break
    case .day, .week, .month:
      try clock.readDates(into: &reading, circumstances: circumstances, holidays: holidays)
    case .workingDay, .schoolDay:
      let facts = try ClockCourse(
        clock, received: received, events: events, circumstances: circumstances,
        holidays: holidays)
      try clock.readWorkingDays(
        into: &reading, facts, circumstances: circumstances, isRecorded: isRecorded)
    }
    clock.remarkOnProvisional(holidays, &reading)
    if clock.id != id {
      reading.clock = self
      reading.readAs = clock
    }
    return reading
  }

  /// The same, with the holidays of a calendar that is at hand.
  public func reading(
    received: Day, events: [ClockEvent] = [], calendar: WorkingDays, isRecorded: Bool = false
  ) throws(ClockError) -> ClockReading {
    try reading(
      received: received, events: events, holidays: calendar.bankHolidays, isRecorded: isRecorded)
  }

  /// What the law does not have is refused with the provision and what to do instead.
  private func check(_ events: [ClockEvent]) throws(ClockError) {
    if events.isEmpty { return }
    let kinds = eventKinds
    for event in events where !kinds.contains(event.type) {
      if let refused = refuses.first(where: { $0.event == event.type }) {
        throw ClockError(
          "\(event.kind) to \(event.day): \(refused.because)", citation: refused.law)
      }
      let taken =
        kinds.isEmpty
        ? "it runs from its first day alone"
        : "it takes \(kinds.map(\.rawValue).joined(separator: ", "))"
      throw ClockError(
        "the clock '\(id)' takes no \(event.kind); \(taken)", citation: leadingProvision)
    }
  }

  /// Days for which there is no calendar are refused; a count of plain days needs none.
  private func check(_ days: [Day], in holidays: BankHolidays) throws(ClockError) {
    let range =
      calendar == .everyDay || calendar == .none ? Clock.plainDays : holidays.range
    for day in days where !range.contains(day) {
      throw ClockError(
        "\(day) is outside the bank holidays known here, \(range.lowerBound) to "
          + "\(range.upperBound); no date can be worked out")
    }
  }

  /// 1900 to 2999: far enough for a count that needs no holidays.
  private static let plainDays = Day(number: -25_567)...Day(number: 376_199)

  /// Holidays of coming years can still be moved or added.
  func remarkOnProvisional(_ holidays: BankHolidays, _ reading: inout ClockReading) {
    guard calendar == .foia || calendar == .foisa || rolls, let due = reading.due,
      due >= holidays.provisionalFrom
    else { return }
    reading.remarks.append(
      "Bank holidays from \(holidays.provisionalFrom.written) are provisional.")
  }

  private func readWorkingDays(
    into reading: inout ClockReading, _ facts: ClockCourse, circumstances: ClockCircumstances,
    isRecorded: Bool
  ) throws(ClockError) {
    reading.start = facts.start
    if unit == .schoolDay, circumstances.sessions.isEmpty {
      throw ClockError(
        "a clock of school days needs the days on which the school has sessions; give each term "
          + "from its first day to its last", citation: leadingProvision)
    }
    if let notice = facts.notice {
      reading.milestones.append(.init(kind: .lastDayToPay, day: notice.lapses))
    }
    if let since = facts.waitingSince {
      let law = clarification?.leadingProvision
      if facts.extended != nil {
        throw ClockError(
          "no extension while clarification is awaited: no time is running", citation: law)
      }
      reading.state = .awaitingClarification(since: since)
      reading.remarks.append(
        "No time runs until the requester answers. If the request could have been read without "
          + "asking, time never stopped\(law.map { " (\($0))" } ?? "").")
      return
    }
    if facts.start != reading.received {
      reading.remarks.append(
        "The clarification of \(facts.start.written) starts the \(lengthInWords) afresh; it is not a "
          + "pause\(clarification.map { " (\($0.law))" } ?? "").")
    }
    if let notice = facts.notice, facts.paid == nil {
      let law = payment?.leadingProvision
      if facts.extended != nil {
        throw ClockError("no extension while a fee is awaited: no time is running", citation: law)
      }
      reading.state = .awaitingFee(since: notice.given, lapses: notice.lapses)
      reading.remarks.append(
        "The request need not be answered until the fee is paid, by \(notice.lapses.written) at the "
          + "latest\(law.map { " (\($0))" } ?? "").")
      return
    }

    reading.working = try facts.ordinary()
    guard let ordinary = reading.working.last?.date else {
      throw ClockError("the clock '\(id)' has no length")
    }
    reading.ordinaryDue = ordinary
    reading.state = .due(ordinary)
    reading.disregarded = facts.disregarded
    if unit == .schoolDay { try readSchoolDays(into: &reading, facts) }
    if !extensions.isEmpty {
      reading.milestones.append(.init(kind: .noticeDue, day: ordinary))
      try extend(&reading, facts, circumstances: circumstances, isRecorded: isRecorded)
    }
  }

  /// Says which of the two counts of a school ended first.
  private func readSchoolDays(
    into reading: inout ClockReading, _ facts: ClockCourse
  ) throws(ClockError) {
    guard let cap, let last = reading.working.last, let sessions = facts.tally.sessions else {
      return
    }
    var working = facts.tally
    working.sessions = nil
    let capped = try working.count(from: firstDay(from: facts.start), length: cap).last?.date
    let isComplete = last.counting == .day(length)
    if isComplete { reading.milestones.append(.init(kind: .schoolDays, day: last.date)) }
    if let capped { reading.milestones.append(.init(kind: .workingDayCap, day: capped)) }
    if !isComplete, let known = sessions.map(\.upperBound).max(), known < last.date {
      reading.remarks.append(
        "Sessions are known up to \(known.written) only. If there are more before "
          + "\(last.date.written), the answer may be due earlier; give the next term too.")
    }
  }
}
