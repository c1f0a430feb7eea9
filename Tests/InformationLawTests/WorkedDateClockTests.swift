import InformationLaw
import Testing

@Suite("Worked dates")
struct WorkedDateClockTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func read(_ worked: WorkedDate) throws -> ClockReading {
    let clock = try #require(book.clock(id: worked.clock))
    return try clock.reading(
      received: try day(worked.start),
      events: try worked.events.map { try #require(ClockEvent(kind: $0, day: try day($1))) },
      circumstances: ClockCircumstances(
        sessions: try worked.sessions.map { try day($0)...(try day($1)) }),
      holidays: book.bankHolidays)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("the clock ends on the day worked out, and says so", arguments: WorkedDate.all)
  func due(worked: WorkedDate) throws {
    let reading = try read(worked)
    #expect(reading.due?.description == worked.due)
    #expect(reading.due?.description != worked.wrong)
    #expect(reading.clock.id == book.clock(id: worked.clock)?.id)
    for (kind, expected) in worked.milestones {
      #expect(reading.milestone(kind)?.description == expected, "\(kind)")
    }
    #expect(reading.disregarded == worked.disregarded)
    #expect(reading.explanation.count > 1)
  }

  @Test("the working accounts for every day up to the end", arguments: WorkedDate.all)
  func working(worked: WorkedDate) throws {
    let reading = try read(worked)
    let clock = reading.readAs ?? reading.clock
    #expect(
      reading.working.first?.date == reading.start.adding(clock.dayZero == .counted ? 0 : 1))
    #expect(reading.working.last?.date == reading.due)
    var number = 0
    for (index, entry) in reading.working.enumerated() {
      #expect(entry.date == reading.working[0].date.adding(index))
      if case .day(let next) = entry.counting {
        #expect(next == number + 1)
        number = next
      }
    }
    if clock.unit == .workingDay { #expect(number == clock.length) }
  }

  @Test(
    "the holidays left out are those worked out",
    arguments: WorkedDate.all.filter { $0.holidays != nil })
  func holidays(worked: WorkedDate) throws {
    let skipped = try read(worked).working.compactMap { entry -> String? in
      guard case .skipped = entry.counting, !entry.date.weekday.isWeekend else { return nil }
      return entry.date.description
    }
    #expect(skipped == worked.holidays)
  }

  @Test("every clock of the book can be read and names its provision, end and check")
  func all() throws {
    #expect(book.clocks.count == 35)
    let term = try day("2026-01-05")...(try day("2026-12-18"))
    for clock in book.clocks {
      let reading = try clock.reading(
        received: try day("2026-03-16"), circumstances: ClockCircumstances(sessions: [term]),
        holidays: book.bankHolidays)
      #expect((reading.due == nil) == (clock.unit == .none), "\(clock.id)")
      #expect(!clock.law.isEmpty && !clock.mustDo.isEmpty && !clock.starts.isEmpty)
      #expect(!reading.explanation.isEmpty)
    }
    #expect(book.clocks.filter { $0.status == .unverified }.map(\.id) == ["ut-28d", "foisa-s56"])
    #expect(Regime.allCases.allSatisfy { book.responseClock($0) != nil })
  }
}
