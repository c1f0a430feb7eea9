extension Clock {
  /// Moves the end to the new date of an extension, where the law allows it.
  func extend(
    _ reading: inout ClockReading, _ facts: ClockCourse, circumstances: ClockCircumstances,
    isRecorded: Bool
  ) throws(ClockError) {
    guard let ordinary = reading.ordinaryDue else { return }
    for notice in facts.extensionNotices {
      try checkNotice(notice, by: ordinary, &reading, isRecorded: isRecorded)
    }
    guard let event = facts.extended else {
      if let notice = facts.extensionNotices.first {
        reading.remarks.append(
          "Told on \(notice.day.written) that more time is needed, but no new date is given: the "
            + "ordinary date stands.")
      }
      return
    }
    guard let clock = extensions.first(where: { $0.extends?.event == event.type }),
      let terms = clock.extends
    else { return }
    let law = clock.leadingProvision
    if event.day <= ordinary {
      guard isRecorded else {
        throw ClockError(
          "the extension to \(event.day) is no extension: the answer is due on \(ordinary) anyway",
          citation: law)
      }
      reading.remarks.append(
        "The extension to \(event.day.written) no longer has an effect: the ordinary date has moved "
          + "to or past it.")
      return
    }
    if event.type == .pitExtension, circumstances.qualifiedLimbIsEngaged == false {
      throw Clock.noQualifiedLimb(terms, law)
    }
    let number = reading.dayNumber(on: ordinary)
    try facts.tally.extend(&reading.working, from: ordinary.adding(1), number: number) { _, day in
      day == event.day
    }
    reading.state = .due(event.day)
    reading.remarks.append(
      "\(terms.condition); \(terms.notice) by \(ordinary.written) (\(terms.noticeLaw)).")
    try check(event, against: clock, facts, &reading, isRecorded: isRecorded)
  }

  /// The statute's own limit on an extension is refused, the limit of guidance remarked on.
  private func check(
    _ event: ClockEvent, against clock: Clock, _ facts: ClockCourse,
    _ reading: inout ClockReading, isRecorded: Bool
  ) throws(ClockError) {
    var tally = facts.tally
    tally.sessions = nil
    guard
      let last = try tally.count(from: firstDay(from: facts.start), length: clock.length).last?
        .date,
      event.day > last
    else { return }
    if clock.binding == .statute, !isRecorded {
      throw ClockError(
        "the extension to \(event.day) is beyond working day \(clock.length), \(last), which is the "
          + "most that the law allows", citation: clock.leadingProvision)
    }
    let total = tally.calendar?.count(after: last, through: event.day) ?? 0
    reading.remarks.append(
      "\(clock.length + total) working days in all is more than the \(clock.length) that "
        + "\(clock.binding == .statute ? "the law allows" : "guidance treats as reasonable") "
        + "(\(clock.law)).")
  }

  private func checkNotice(
    _ notice: ClockEvent, by ordinary: Day, _ reading: inout ClockReading, isRecorded: Bool
  ) throws(ClockError) {
    let terms = extensions.lazy.compactMap(\.extends).first { $0.noticeEvent == notice.type }
    guard let terms, notice.day > ordinary else { return }
    let message =
      "\(notice.kind) on \(notice.day) is too late: \(terms.notice) by \(ordinary), and the answer was "
      + "due then"
    guard isRecorded else { throw ClockError(message, citation: terms.noticeLaw) }
    reading.remarks.append("\(message) (\(terms.noticeLaw)).")
  }

  /// Reads an extension for itself: its own length from where the time of the request starts, with
  /// what it needs, and by when.
  func readingAsExtension(
    received: Day, events: [ClockEvent], circumstances: ClockCircumstances, holidays: BankHolidays
  ) throws(ClockError) -> ClockReading {
    var reading = ClockReading(clock: self, received: received, events: events)
    guard let terms = extends else { return reading }
    if terms.event == .pitExtension, circumstances.qualifiedLimbIsEngaged == false {
      throw Clock.noQualifiedLimb(terms, leadingProvision)
    }
    let course = course
    let facts = try ClockCourse(
      course, received: received, events: events, circumstances: circumstances,
      holidays: holidays)
    if facts.waitingSince != nil || (facts.notice != nil && facts.paid == nil) {
      // No time runs: the course itself says why.
      reading = try course.reading(
        received: received, events: events, circumstances: circumstances, holidays: holidays)
      reading.readAs = course
      reading.clock = self
      return reading
    }
    let ordinary = try facts.ordinary().last?.date ?? facts.start
    for notice in facts.extensionNotices {
      try course.checkNotice(notice, by: ordinary, &reading, isRecorded: false)
    }
    reading.start = facts.start
    reading.working = try facts.tally.count(from: firstDay(from: facts.start), length: length)
    reading.disregarded = facts.disregarded
    reading.ordinaryDue = ordinary
    if let due = reading.working.last?.date { reading.state = .due(due) }
    reading.milestones = [.init(kind: .noticeDue, day: ordinary)]
    if let notice = facts.notice {
      reading.milestones.append(.init(kind: .lastDayToPay, day: notice.lapses))
    }
    reading.remarks.append(
      "\(terms.condition); \(terms.notice) by \(ordinary.written) (\(terms.noticeLaw)).")
    remarkOnProvisional(holidays, &reading)
    return reading
  }

  private static func noQualifiedLimb(_ terms: Extension, _ law: String) -> ClockError {
    ClockError(
      "\(terms.condition), and no such exemption is relied on; answer by the ordinary day, or rely on "
        + "the limb first", citation: law)
  }
}
