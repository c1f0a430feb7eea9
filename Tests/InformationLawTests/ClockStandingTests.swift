import InformationLaw
import Testing

@Suite("The clocks of a request")
struct ClockStandingTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func lines(_ request: RequestDays) -> [String] {
    book.clocks(of: request).map {
      "\($0.clock.id) \($0.standing.rawValue) \($0.due?.description ?? "-")"
    }
  }

  @Test("an open request: the response runs, an extension is open, the rest follows")
  func open() throws {
    let request = RequestDays(regime: .foia, received: try day("2026-01-12"))
    #expect(
      lines(request) == [
        "foia-response running 2026-02-09", "foia-s10-3-pit open 2026-03-09",
        "foia-ir-window follows 2026-04-09", "ico-complaint-6w follows 2026-03-23",
      ])
    #expect(
      book.clocks(of: request).last?.from
        == "9 February 2026, if the response comes on its last day")
  }

  @Test("no extension is open without a qualified limb, nor in Scotland, nor once it is used")
  func noExtension() throws {
    var request = RequestDays(regime: .foia, received: try day("2026-01-12"))
    request.circumstances.qualifiedLimbIsEngaged = false
    #expect(lines(request).count == 3)
    request.circumstances.qualifiedLimbIsEngaged = true
    request.events = [.pitExtension(to: try day("2026-03-09"))]
    #expect(lines(request)[0] == "foia-response running 2026-03-09")
    #expect(!lines(request).contains { $0.contains("open") })
    request = RequestDays(regime: .foisa, received: try day("2026-03-16"))
    #expect(
      lines(request) == [
        "foisa-response running 2026-04-14", "foisa-s20-40wd follows 2026-06-11",
      ])
  }

  @Test("a request that waits for a fee shows the time to pay, and nothing after it")
  func waiting() throws {
    let request = RequestDays(
      regime: .eir, received: try day("2026-03-16"), events: [.feesNotice(try day("2026-03-20"))])
    #expect(
      lines(request) == ["eir-response stopped -", "eir-reg8-60wd-pay running 2026-06-19"])
  }

  @Test("an answered request: asking for a review and complaining run from the response")
  func answered() throws {
    var request = RequestDays(
      regime: .eir, received: try day("2026-03-16"), responded: try day("2026-04-17"))
    #expect(
      lines(request) == [
        "eir-response met 2026-04-16", "eir-reg11-40wd-make running 2026-06-17",
        "ico-complaint-6w running 2026-05-29",
      ])
    request.reviewAsked = try day("2026-04-20")
    #expect(
      lines(request) == [
        "eir-response met 2026-04-16", "eir-reg11-40wd-make met 2026-06-17",
        "eir-reg11-40wd-decide running 2026-06-18", "ico-complaint-6w follows 2026-07-30",
      ])
  }

  @Test("in Scotland the application to the Commissioner follows the review")
  func scotland() throws {
    let request = RequestDays(
      regime: .foisa, received: try day("2026-03-16"), responded: try day("2026-04-14"),
      reviewAsked: try day("2026-04-20"), reviewAnswered: try day("2026-05-20"))
    #expect(
      lines(request).suffix(2) == [
        "foisa-s21-20wd met 2026-05-19", "foisa-s47-6m running 2026-11-19",
      ])
  }

  @Test("a clock that cannot be read says why and ends the list")
  func outside() throws {
    let standings = book.clocks(of: RequestDays(regime: .foia, received: try day("2031-01-01")))
    #expect(standings.count == 1)
    #expect(throws: ClockError.self) { try standings[0].reading.get() }
  }

  @Test("a school has its own clock for the response")
  func school() throws {
    let request = RequestDays(
      regime: .foia, received: try day("2025-07-14"), responseClock: "foia-schools",
      circumstances: ClockCircumstances(sessions: [try day("2025-06-02")...(try day("2025-12-19"))])
    )
    #expect(lines(request)[0] == "foia-schools running 2025-08-12")
  }
}
