/// Why a day is not counted by a clock.
public enum NonWorkingDay: Equatable, Sendable {
  case weekend(Weekday)
  case holiday(BankHolidays.Holiday)

  /// `Saturday`, or the holiday and where it is kept.
  public var reason: String {
    switch self {
    case .weekend(let weekday): weekday.rawValue
    case .holiday(let holiday): holiday.written
    }
  }
}

/// The days that a clock can count.
///
/// FOIA s.10(6) leaves out Saturdays, Sundays, Christmas Day, Good Friday and bank holidays in
/// *any* part of the UK, so a Scottish holiday moves a due date in Cardiff. EIR reg. 2(1) takes the
/// same meaning; FOISA s.73 looks at Scotland alone.
public struct WorkingDays: Equatable, Sendable {
  /// Where a bank holiday has to be kept to be left out; nil for any part of the UK.
  public let part: UKPart?
  /// The holidays it draws on.
  public let bankHolidays: BankHolidays

  /// Makes the calendar of one part of the UK, or of all parts together.
  public init(part: UKPart?, bankHolidays: BankHolidays) {
    self.part = part
    self.bankHolidays = bankHolidays
  }

  /// Makes the calendar of a regime.
  public init(regime: Regime, bankHolidays: BankHolidays) {
    self.init(part: regime == .foisa ? .scotland : nil, bankHolidays: bankHolidays)
  }

  /// Why a day does not count, or nil where it is a working day.
  public func nonWorking(_ day: Day) -> NonWorkingDay? {
    let weekday = day.weekday
    if weekday.isWeekend { return .weekend(weekday) }
    guard let holiday = bankHolidays.holidays[day] else { return nil }
    guard let part else { return .holiday(holiday) }
    return holiday.parts.contains(part) ? .holiday(holiday) : nil
  }

  /// The number of working days after `start` up to and including `end`.
  public func count(after start: Day, through end: Day) -> Int {
    guard start < end else { return 0 }
    var count = 0
    var day = start.adding(1)
    while day <= end {
      if nonWorking(day) == nil { count += 1 }
      day = day.adding(1)
    }
    return count
  }
}
