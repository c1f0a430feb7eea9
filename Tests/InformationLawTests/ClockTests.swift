import DataFiles
import InformationLaw
import Testing

@Suite("The clock for complying with a request")
struct ClockTests {
  let book: StatuteBook
  let clock: Clock

  init() throws {
    book = try StatuteBook.builtIn()
    clock = try #require(book.responseClock(.foia))
  }

  private func read(_ received: String, _ events: ClockEvent...) throws -> ClockReading {
    try clock.reading(
      received: try #require(Day(received)), events: events, calendar: book.workingDays(.foia))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "twenty working days after receipt, bank holidays of every part of the UK left out",
    arguments: [
      ("2025-09-03", "2025-10-01"),  // nothing in the way
      ("2025-09-06", "2025-10-03"),  // received on a Saturday
      ("2025-09-05", "2025-10-03"),  // Friday evening: the same as the Saturday
      ("2026-05-26", "2026-06-24"),  // one-off Scottish holiday of 15 June 2026
      ("2025-11-28", "2025-12-31"),  // St Andrew's Day (observed), Christmas and Boxing Day
      ("2024-12-23", "2025-01-24"),
    ])
  func due(received: String, expected: String) throws {
    #expect(try read(received).due?.description == expected)
  }

  @Test("the working accounts for every calendar day and names each skipped one")
  func working() throws {
    let reading = try read("2026-05-26")
    #expect(reading.working.first?.date.description == "2026-05-27")
    #expect(reading.working.last?.counting == .day(20))
    for (entry, next) in zip(reading.working, reading.working.dropFirst()) {
      #expect(entry.date.adding(1) == next.date)
    }
    let skipped = try #require(reading.working.first { $0.date.description == "2026-06-15" })
    guard case .skipped(let reason) = skipped.counting else {
      Issue.record("15 June 2026 is counted")
      return
    }
    #expect(reason.hasSuffix("bank holiday (Scotland)"))
  }

  @Test("a clarification starts the time afresh")
  func clarification() throws {
    let reading = try read(
      "2025-09-03", .clarificationAsked(try day("2025-09-10")),
      .clarificationReceived(try day("2025-09-24")))
    #expect(reading.due == (try read("2025-09-24").due))
    #expect(reading.dayNumber(on: try day("2025-09-25")) == 1)
  }

  @Test("no time runs while a clarification is awaited")
  func awaitingClarification() throws {
    let asked = try day("2025-09-10")
    let reading = try read("2025-09-03", .clarificationAsked(asked))
    #expect(reading.state == .awaitingClarification(since: asked) && reading.due == nil)
  }

  @Test("the days from a fees notice to the payment are disregarded, both included")
  func fees() throws {
    let reading = try read(
      "2025-09-03", .feesNotice(try day("2025-09-10")), .feesPaid(try day("2025-09-12")))
    // Wednesday to Friday are three working days.
    #expect(reading.due?.description == "2025-10-06")
  }

  @Test("an unpaid fees notice lapses after three months")
  func feeLapses() throws {
    let notice = try day("2025-09-10")
    #expect(
      try read("2025-09-03", .feesNotice(notice)).state
        == .awaitingFee(since: notice, lapses: try day("2025-12-09")))
    #expect(throws: ClockError.self) {
      try read("2025-09-03", .feesNotice(notice), .feesPaid(try day("2025-12-10")))
    }
  }

  @Test("an extension for the balance moves the due date and says what it needs")
  func extended() throws {
    let reading = try read("2025-09-03", .pitExtension(to: try day("2025-10-29")))
    #expect(reading.due?.description == "2025-10-29")
    #expect(reading.ordinaryDue?.description == "2025-10-01")
    #expect(reading.working.last?.counting == .day(40))
    #expect(reading.remarks.count == 1)
    #expect(try read("2025-09-03", .pitExtension(to: try day("2025-10-30"))).remarks.count == 2)
  }

  @Test("a recorded extension that a proclaimed holiday overtakes leaves the ordinary date")
  func overtaken() throws {
    let moved = try book.adding(
      holidaySupplement:
        "holidays:\n  - {date: 2025-09-15, name: Proclaimed, parts: [scotland]}\n",
      file: "extra.yaml")
    let reading = try clock.reading(
      received: try day("2025-09-03"), events: [.pitExtension(to: try day("2025-10-02"))],
      calendar: moved.workingDays(.foia), isRecorded: true)
    #expect(reading.due?.description == "2025-10-02" && reading.remarks.count == 1)
  }

  @Test("what the law does not allow is refused with the provision")
  func refused() throws {
    let cases: [[ClockEvent]] = [
      [.clarificationReceived(try day("2025-09-10"))],
      [.clarificationAsked(try day("2025-10-20"))],
      [.feesPaid(try day("2025-09-10"))],
      [.feesNotice(try day("2025-10-20"))],
      [.pitExtension(to: try day("2025-09-20"))],
      [.clarificationAsked(try day("2025-09-10")), .pitExtension(to: try day("2025-10-20"))],
    ]
    for events in cases {
      let error = #expect(throws: ClockError.self) {
        try clock.reading(
          received: try day("2025-09-03"), events: events, calendar: book.workingDays(.foia))
      }
      #expect(error?.citation?.hasPrefix("FOIA") == true, "\(events)")
    }
    #expect(throws: ClockError.self) {
      try read("2025-09-03", .feesNotice(try day("2025-09-01")))
    }
  }

  @Test(
    "outside the known bank holidays no date is worked out",
    arguments: [
      "2004-12-31", "2029-01-02", "2028-12-20",
    ])
  func outside(received: String) {
    let error = #expect(throws: ClockError.self) { try read(received) }
    #expect(error?.message.contains("2028-12-31") == true)
  }

  @Test("a proclaimed holiday moves the date")
  func proclaimed() throws {
    let moved = try book.adding(
      holidaySupplement:
        "holidays:\n  - {date: 2025-09-15, name: Proclaimed, parts: [northern-ireland]}\n",
      file: "extra.yaml")
    let reading = try clock.reading(
      received: try day("2025-09-03"), calendar: moved.workingDays(.foia))
    #expect(reading.due?.description == "2025-10-02")
  }

  @Test("days left count working days, and turn negative when the day has passed")
  func daysLeft() throws {
    let reading = try read("2025-09-03")
    let calendar = book.workingDays(.foia)
    #expect(reading.daysLeft(on: try day("2025-09-30"), calendar: calendar) == 1)
    #expect(reading.daysLeft(on: try day("2025-10-01"), calendar: calendar) == 0)
    #expect(reading.daysLeft(on: try day("2025-10-03"), calendar: calendar) == -2)
  }
}
