import InformationLaw
import Testing

/// What each regime lets happen to its clocks.
@Suite("The law on events of a clock")
struct ClockLawTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func read(
    _ clock: String, _ received: String, _ events: KeyValuePairs<String, String> = [:],
    engaged: Bool? = nil
  ) throws -> ClockReading {
    try #require(book.clock(id: clock)).reading(
      received: try day(received),
      events: try events.map { try #require(ClockEvent(kind: $0, day: try day($1))) },
      circumstances: ClockCircumstances(qualifiedLimbIsEngaged: engaged),
      holidays: book.bankHolidays)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("extra time for the balance is for a qualified limb that is engaged")
  func qualified() throws {
    let events: KeyValuePairs = ["pit-extension": "2026-03-09"]
    let error = #expect(throws: ClockError.self) {
      try read("foia-response", "2026-01-12", events, engaged: false)
    }
    #expect(error?.citation == "FOIA s.10(3)")
    #expect(error?.message.hasPrefix("Only a qualified exemption") == true)
    let extended = try read("foia-response", "2026-01-12", events, engaged: true)
    #expect(extended.due?.description == "2026-03-09" && extended.remarks.count == 1)
    #expect(extended.milestone(.noticeDue)?.description == "2026-02-09")
    #expect(throws: ClockError.self) { try read("foia-s10-3-pit", "2026-01-12", engaged: false) }
    let limbs = try ["s31(1)(a)", "s41(1)"].map { try book.limb(written: $0) }
    #expect(ClockCircumstances(engaged: limbs).qualifiedLimbIsEngaged == true)
    #expect(ClockCircumstances(engaged: [limbs[1]]).qualifiedLimbIsEngaged == false)
  }

  @Test(
    "an extension is notified by day 20",
    arguments: [
      ("foia-response", "pit-extension", "FOIA s.17(1), s.17(2)"),
      ("eir-response", "complexity-extension", "EIR reg 7(3)"),
    ])
  func notice(clock: String, extension kind: String, law: String) throws {
    let inTime = try read(
      clock, "2026-01-12", [kind: "2026-03-09", "extension-notice": "2026-02-09"])
    #expect(inTime.due?.description == "2026-03-09")
    let error = #expect(throws: ClockError.self) {
      try read(clock, "2026-01-12", [kind: "2026-03-09", "extension-notice": "2026-02-10"])
    }
    #expect(error?.citation == law)
  }

  @Test("a notice that gives no new date moves nothing, and the reading says so")
  func bareNotice() throws {
    let reading = try read("foia-response", "2026-01-12", ["extension-notice": "2026-02-02"])
    #expect(reading.due?.description == "2026-02-09")
    #expect(reading.remarks.contains { $0.contains("no new date") })
  }

  @Test("forty days are the limit of the EIR, and what guidance expects under FOIA")
  func forty() throws {
    let foia = try read("foia-response", "2026-01-12", ["pit-extension": "2026-03-10"])
    #expect(foia.remarks.count == 2 && foia.remarks[1].hasPrefix("41 working days in all"))
    let error = #expect(throws: ClockError.self) {
      try read("eir-response", "2026-01-12", ["complexity-extension": "2026-03-10"])
    }
    #expect(error?.citation == "EIR reg 7")
  }

  @Test(
    "an extension that a regime does not have is refused with the provision",
    arguments: [
      ("eir-response", "pit-extension", "EIR reg 7(1), reg 14(2)"),
      ("eir-reg7-40wd", "pit-extension", "EIR reg 7(1), reg 14(2)"),
      ("foisa-response", "pit-extension", "FOISA s.10(1)"),
      ("foisa-response", "complexity-extension", "FOISA s.10(1)"),
      ("foia-response", "complexity-extension", "FOIA s.10(1), s.10(3)"),
      ("eir-response", "commissioner-specified", "EIR reg 5(2)"),
      ("foia-ir-20wd", "pit-extension", "s.45 Code Part 5"),
      ("ftt-28d", "clarification-asked", "FOIA s.57"),
      ("sar-1m", "fees-notice", "UK GDPR art 12(3)"),
    ])
  func refused(clock: String, event: String, law: String) {
    let error = #expect(throws: ClockError.self) {
      try read(clock, "2026-01-12", [event: "2026-02-20"])
    }
    #expect(error?.citation == law)
  }

  @Test("the EIR restart, stand still and extend by their own provisions")
  func eir() throws {
    let asked = try read("eir-response", "2026-03-16", ["clarification-asked": "2026-03-18"])
    #expect(asked.remarks.first?.contains("EIR reg 9(2)") == true)
    // Sixty working days after the notice, and not three months.
    let unpaid = try read("eir-response", "2026-03-16", ["fees-notice": "2026-03-20"])
    #expect(
      unpaid.state
        == .awaitingFee(since: try day("2026-03-20"), lapses: try day("2026-06-19")))
    let late = #expect(throws: ClockError.self) {
      try read(
        "eir-response", "2026-03-16", ["fees-notice": "2026-03-20", "fees-paid": "2026-06-22"])
    }
    #expect(late?.citation == "EIR reg 8(4)")
    // The days for the fee are left out of the forty too (reg 8(6)).
    let all = try read(
      "eir-response", "2026-01-12",
      [
        "fees-notice": "2026-01-14", "fees-paid": "2026-01-15",
        "complexity-extension": "2026-03-11",
      ])
    #expect(all.due?.description == "2026-03-11" && all.disregarded == 2)
    #expect(all.working.last?.counting == .day(40))
  }

  @Test("three months that begin with a day end on the day before, or with a shorter month")
  func monthsToPay() throws {
    for (notice, last) in [
      ("2025-10-10", "2026-01-09"), ("2025-11-30", "2026-02-28"), ("2025-12-01", "2026-02-28"),
      ("2026-03-01", "2026-05-31"), ("2026-11-28", "2027-02-27"), ("2023-11-30", "2024-02-29"),
    ] {
      let reading = try read("foia-s9-fees", notice)
      #expect(reading.due?.description == last && reading.working.first?.date == Day(notice))
    }
  }

  @Test("a second clarification starts the time afresh once more")
  func twice() throws {
    let reading = try read(
      "foia-response", "2025-09-01",
      [
        "clarification-asked": "2025-09-05", "clarification-received": "2025-09-22",
        "clarification-asked": "2025-09-24", "clarification-received": "2025-10-01",
      ])
    #expect(reading.start.description == "2025-10-01")
    #expect(reading.due == (try read("foia-response", "2025-10-01").due))
    let error = #expect(throws: ClockError.self) {
      try read(
        "foia-response", "2025-09-01",
        ["clarification-asked": "2025-09-05", "clarification-asked": "2025-09-08"])
    }
    #expect(error?.citation == "FOIA s.1(3)")
  }

  @Test("the Commissioner's day is asked for within 20 working days and is at most the sixtieth")
  func commissioner() throws {
    let reading = try read(
      "foia-forces-overseas-60wd", "2026-01-12",
      ["commissioner-applied": "2026-02-09", "commissioner-specified": "2026-04-09"])
    #expect(reading.due?.description == "2026-04-09" && reading.readAs?.id == "foia-response")
    let cases: [KeyValuePairs<String, String>] = [
      ["commissioner-specified": "2026-04-10"],
      ["commissioner-applied": "2026-02-10", "commissioner-specified": "2026-04-09"],
    ]
    for events in cases {
      let error = #expect(throws: ClockError.self) {
        try read("foia-response", "2026-01-12", events)
      }
      #expect(error?.citation == "SI 2004/3364 regs 5-6")
    }
  }

  @Test("an extension read for itself follows the clarification and the fee")
  func extensionForItself() throws {
    let reading = try read(
      "foia-s10-3-pit", "2025-12-01",
      ["clarification-asked": "2025-12-05", "clarification-received": "2026-01-12"])
    #expect(reading.due?.description == "2026-03-09" && reading.readAs == nil)
    #expect(reading.milestone(.noticeDue)?.description == "2026-02-09")
    let waiting = try read("eir-reg7-40wd", "2026-01-12", ["clarification-asked": "2026-01-14"])
    #expect(waiting.due == nil && waiting.clock.id == "eir-reg7-40wd")
  }

  @Test("a school without its terms is refused; one with too few says what it does not know")
  func schools() throws {
    let error = #expect(throws: ClockError.self) { try read("foia-schools", "2025-07-14") }
    #expect(error?.citation == "SI 2004/3364 reg 3")
    let term = try day("2025-06-02")...(try day("2025-07-22"))
    let reading = try #require(book.clock(id: "foia-schools")).reading(
      received: try day("2025-07-14"), circumstances: ClockCircumstances(sessions: [term]),
      holidays: book.bankHolidays)
    #expect(reading.due?.description == "2025-10-08")
    #expect(reading.milestone(.schoolDays) == nil)
    #expect(reading.remarks.contains { $0.contains("up to 22 July 2025 only") })
    let skipped = reading.working.first { $0.date.description == "2025-07-23" }
    #expect(skipped?.counting == .skipped("no session at the school"))
  }

  @Test("the end of a month rolls by the holidays of the part of the UK")
  func part() throws {
    // 2 January is a holiday in Scotland alone.
    let clock = try #require(book.clock(id: "sar-1m"))
    let received = try day("2025-12-02")
    let ends = try UKPart.allCases.map { part in
      try clock.reading(
        received: received, circumstances: ClockCircumstances(part: part),
        holidays: book.bankHolidays
      ).due?.description
    }
    #expect(ends == ["2026-01-02", "2026-01-05", "2026-01-02"])
  }

  @Test("clocks of plain days need no holidays, and no day is too far for them to end")
  func far() throws {
    #expect(try read("ftt-28d", "2040-01-31").due?.description == "2040-02-28")
    #expect(throws: ClockError.self) { try read("ftt-28d", "9999-12-31") }
    #expect(throws: ClockError.self) { try read("sar-1m", "2040-01-31") }
    #expect(throws: ClockError.self) { try read("foia-ir-40wd", "2028-12-01") }
  }

  @Test("the sentences say how the end was found")
  func explained() throws {
    #expect(
      try read("sar-1m", "2026-01-31").explanation == [
        "The first day, Saturday 31 January 2026, is not counted; day 1 is Sunday 1 February 2026.",
        "1 month later the month has no day 31: its last day, Saturday 28 February 2026, takes its "
          + "place.", "That is no working day: the end moves on to Monday 2 March 2026.",
      ])
    #expect(
      try read("foisa-s47-6m", "2026-05-20").explanation.suffix(2) == [
        "6 months later the day of the same number is Friday 20 November 2026.",
        "What has to be done comes before the time runs out: the last safe day is Thursday 19 "
          + "November 2026.",
      ])
    #expect(
      try read("foia-response", "2026-05-29").explanation.suffix(2) == [
        "Left out beside weekends: 15 June 2026 (\(try worldCup())).",
        "Working day 20 is Monday 29 June 2026.",
      ])
  }

  private func worldCup() throws -> String {
    try #require(book.bankHolidays.holidays[try day("2026-06-15")]).written
  }
}
