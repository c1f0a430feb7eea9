/// The United Kingdom's clock: GMT, and an hour more from the last Sunday of March, 01:00 UTC, to
/// the last Sunday of October, 01:00 UTC (the Summer Time Order 2002; so since 1996 in fact).
enum UKTime {
  /// The day in the United Kingdom at a moment in seconds since 1970, as `2026-05-26`.
  static func day(at instant: Int) -> String {
    let local = instant + offset(at: instant)
    return CivilDay.text(CivilDay.dayNumber(of: local))
  }

  /// The seconds by which the clock is before UTC at a moment.
  static func offset(at instant: Int) -> Int {
    let year = CivilDay.components(CivilDay.dayNumber(of: instant)).year
    let begins = lastSunday(year, month: 3) * 86_400 + 3_600
    let ends = lastSunday(year, month: 10) * 86_400 + 3_600
    return (begins..<ends).contains(instant) ? 3_600 : 0
  }

  /// The seconds by which a clock that shows `local` is before UTC. In the hour that comes twice
  /// in autumn either answer gives the same day.
  static func offset(ofLocal local: Int) -> Int { offset(at: local - 3_600) }

  /// March and October both have 31 days.
  private static func lastSunday(_ year: Int, month: Int) -> Int {
    guard let last = CivilDay.number(year: year, month: month, day: 31) else { return 0 }
    // 1 January 1970 was a Thursday, four days after a Sunday.
    return last - (last + 4) % 7
  }
}

/// Days of the Gregorian calendar, counted from 1 January 1970.
enum CivilDay {
  /// The number of a day, or nil where there is no such day.
  static func number(year: Int, month: Int, day: Int) -> Int? {
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    let before = year - 1
    let years = before * 365 + before / 4 - before / 100 + before / 400
    // 719162 days lie between 1 January of the year 1 and 1 January 1970.
    return years + lengths[..<(month - 1)].reduce(0, +) + day - 1 - 719_162
  }

  /// The day that a moment in seconds since 1970 falls on.
  static func dayNumber(of instant: Int) -> Int {
    instant >= 0 ? instant / 86_400 : (instant + 1) / 86_400 - 1
  }

  /// Year, month and day of the month of a day in 1969 or later.
  static func components(_ number: Int) -> (year: Int, month: Int, day: Int) {
    // At least one year too early, at most two: 146097 days are 400 years.
    var year = 1969 + number * 400 / 146_097
    while let next = self.number(year: year + 1, month: 1, day: 1), next <= number { year += 1 }
    var month = 12
    while let first = self.number(year: year, month: month, day: 1), first > number { month -= 1 }
    let first = self.number(year: year, month: month, day: 1) ?? number
    return (year, month, number - first + 1)
  }

  /// A day as `2026-05-26`.
  static func text(_ number: Int) -> String {
    let (year, month, day) = components(number)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
