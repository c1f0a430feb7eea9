/// Goes through the days one by one and says of each its number, or why it is left out.
struct ClockTally {
  /// The working days; nil where every day counts.
  let calendar: WorkingDays?
  /// The terms of a school, where only days with a session count.
  var sessions: [ClosedRange<Day>]?
  /// The days for which a fee was outstanding.
  var outstanding: ClosedRange<Day>?
  /// The provision under which those days are disregarded.
  var feeLaw = ""

  /// Why a day is left out, or nil where it counts.
  func skipped(_ day: Day) -> String? {
    if let reason = calendar?.nonWorking(day) { return reason.reason }
    if let outstanding, outstanding.contains(day) {
      return "fee outstanding, disregarded by \(feeLaw)"
    }
    if let sessions, !sessions.contains(where: { $0.contains(day) }) {
      return "no session at the school"
    }
    return nil
  }

  /// Every day from `first` until `length` days are counted, or through `last` if that is earlier.
  func count(
    from first: Day, length: Int, through last: Day? = nil
  ) throws(ClockError) -> [ClockReading.Entry] {
    var working: [ClockReading.Entry] = []
    working.reserveCapacity(length * 2)
    try extend(&working, from: first, number: 0) { number, day in
      number == length || day == last
    }
    return working
  }

  /// Adds days and their numbers until `isLast` says so.
  func extend(
    _ working: inout [ClockReading.Entry], from first: Day, number: Int,
    isLast: (Int, Day) -> Bool
  ) throws(ClockError) {
    var number = number
    var day = first
    while true {
      if let end = calendar?.bankHolidays.range.upperBound, day > end {
        throw ClockError(
          "counting from \(first) runs past \(end), the last day with known bank holidays; no date "
            + "can be worked out")
      }
      if let reason = skipped(day) {
        working.append(.init(date: day, counting: .skipped(reason)))
      } else {
        number += 1
        working.append(.init(date: day, counting: .day(number)))
      }
      if isLast(number, day) { return }
      day = day.adding(1)
    }
  }
}

extension Clock {
  /// The first day that can be counted, where the clock starts on `start`.
  func firstDay(from start: Day) -> Day { dayZero == .counted ? start : start.adding(1) }

  /// The tally of the clock's own calendar.
  func tally(_ holidays: BankHolidays) -> ClockTally {
    switch calendar {
    case .foia: ClockTally(calendar: WorkingDays(part: nil, bankHolidays: holidays))
    case .foisa: ClockTally(calendar: WorkingDays(part: .scotland, bankHolidays: holidays))
    case .everyDay, .none: ClockTally(calendar: nil)
    }
  }
}
