import Foundation
public import InformationLaw

/// The time, as the workbench needs it: handed in, so that tests hold it still.
public struct Now: Sendable {
  /// Seconds since 1970, UTC.
  public var seconds: @Sendable () -> Int
  /// The instant for the history: UTC, ISO 8601 with milliseconds.
  public var stamp: @Sendable () -> String
  /// The day in the United Kingdom.
  public var day: @Sendable () -> Day

  /// Makes a clock from its readings.
  public init(
    seconds: @escaping @Sendable () -> Int, stamp: @escaping @Sendable () -> String,
    day: @escaping @Sendable () -> Day
  ) {
    self.seconds = seconds
    self.stamp = stamp
    self.day = day
  }

  /// The machine's clock.
  public static let system = Now(
    seconds: { Int(Date().timeIntervalSince1970) },
    stamp: { Now.stamp(milliseconds: Int(Date().timeIntervalSince1970 * 1_000)) },
    day: { Now.day(inUnitedKingdomAt: Date()) })

  /// An instant, given in milliseconds since 1970, as the history keeps it: `2026-05-26T09:30:00.000Z`.
  static func stamp(milliseconds: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (seconds, fraction) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    let (number, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { padded($0, 2) }
    return "\(Day(number: number))T\(clock.joined(separator: ":")).\(padded(fraction, 3))Z"
  }

  /// A clock that stands still, for tests and demonstrations.
  public static func fixed(_ day: Day) -> Now {
    Now(
      seconds: { day.number * 86_400 + 36_000 }, stamp: { "\(day)T10:00:00.000Z" }, day: { day })
  }

  private static func day(inUnitedKingdomAt date: Date) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? Day(number: Int(date.timeIntervalSince1970) / 86_400)
  }
}
