extension Day {
  /// The same day of the month `count` months later, or the last day of a shorter month.
  public func addingMonths(_ count: Int) -> Day {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    for shorter in 0...3 {
      if let result = Day(year: months / 12, month: months % 12 + 1, day: day - shorter) {
        return result
      }
    }
    // Beyond the years that a day can be written in.
    return self
  }
}

extension Clock {
  /// Fills in the reading of a clock of days, weeks or months, which no event moves.
  ///
  /// Months follow the corresponding date rule: a time of months after a day ends on the day of the
  /// same number, or on the last day of a month that has no such day. "Beginning with" a day it ends
  /// one day before that number, or again on the last day of a shorter month.
  func readDates(
    into reading: inout ClockReading, circumstances: ClockCircumstances, holidays: BankHolidays
  ) throws(ClockError) {
    let start = reading.start
    var end: Day
    switch unit {
    case .month:
      end = start.addingMonths(length)
      reading.milestones.append(.init(kind: .correspondingDate, day: end))
      let isClamped = end.components.day != start.components.day
      if endsBefore || (dayZero == .counted && !isClamped) { end = end.adding(-1) }
    default:
      end = start.adding(unit == .week ? 7 * length : length)
      if dayZero == .counted { end = end.adding(-1) }
      if endsBefore { end = end.adding(-1) }
    }
    reading.working = try ClockTally(calendar: nil).count(
      from: firstDay(from: start), length: end.number - firstDay(from: start).number + 1)
    if rolls {
      end = try roll(
        &reading.working,
        through: WorkingDays(
          part: circumstances.part, bankHolidays: holidays))
    }
    reading.ordinaryDue = end
    reading.state = .due(end)
  }

  /// Moves an end on a weekend or bank holiday to the next working day.
  private func roll(
    _ working: inout [ClockReading.Entry], through calendar: WorkingDays
  ) throws(ClockError) -> Day {
    guard let last = working.last, calendar.bankHolidays.range.contains(last.date) else {
      throw ClockError(
        "the time ends outside the bank holidays known here; whether that is a working day cannot be "
          + "said")
    }
    guard let reason = calendar.nonWorking(last.date) else { return last.date }
    working[working.count - 1].counting = .skipped("\(reason.reason); the end moves on")
    var next: [ClockReading.Entry] = []
    try ClockTally(calendar: calendar).extend(
      &next, from: last.date.adding(1), number: working.count - 1
    ) { number, _ in number == working.count }
    working += next
    return next.last?.date ?? last.date
  }
}
