import InformationLaw
import Testing

@Suite("Days")
struct DayTests {
  @Test("every day from 1900 to 2100 survives the way through its components and its text")
  func roundTrip() throws {
    var day = try #require(Day("1900-01-01"))
    let last = try #require(Day("2100-12-31"))
    var weekday = 0  // 1 January 1900 was a Monday.
    while day <= last {
      let (year, month, number) = day.components
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(Day(day.description) == day)
      #expect(day.weekday == Weekday.allCases[weekday])
      day = day.adding(1)
      weekday = (weekday + 1) % 7
    }
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026/01/01", "yesterday",
      "",
      "2026-04-31", "2026-01-00", "２０２６-01-01",
    ])
  func noDay(text: String) { #expect(Day(text) == nil) }

  @Test("a month later is the same day or the last day of a shorter month")
  func months() throws {
    #expect(try #require(Day("2026-01-31")).addingMonths(1) == Day("2026-02-28"))
    #expect(try #require(Day("2024-11-30")).addingMonths(3) == Day("2025-02-28"))
  }

  @Test("a day is written as letters write it")
  func written() throws {
    #expect(try #require(Day("2026-05-26")).writtenWithWeekday == "Tuesday 26 May 2026")
  }
}
