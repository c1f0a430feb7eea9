import Casework
import InformationLaw
import PublicInterest
import Testing

@Suite("The law on the clock of a case")
struct ClockLawTests {
  /// Day 20 of the sample request.
  private let due = Sample.received.adding(29)

  private func clock(_ event: ClockEvent) -> CaseEvent { .clockEventAdded(fact: ClockFact(event)) }

  private func registered(under regime: Regime) throws -> Desk {
    var registration = Sample.registration
    registration.regime = regime
    var desk = try Desk()
    try desk.accept(.registered(registration))
    return desk
  }

  @Test("a registered case reads its clock from its facts")
  func reading() throws {
    let desk = try Desk.registered()
    let reading = try #require(try desk.subject?.clock(book: desk.book))
    #expect(reading.due == due && due.description == "2026-06-24")
  }

  @Test("extra time without a qualified limb is refused")
  func extensionWithoutLimb() throws {
    var desk = try Desk.registered()
    let expected = Refusal(
      .unlawful,
      "Extra time is only for weighing a qualified exemption that is already found to apply. Rely "
        + "on the limb first.", citation: "FOIA s.10(3)", field: "kind")
    #expect(desk.refusal(of: clock(.pitExtension(to: due.adding(20)))) == expected)
    try desk.accept(.itemSet(item: Sample.suppliers))
    try desk.accept(
      .relianceSet(reliance: Reliance(id: "r1", limb: "foia-40-1", items: ["suppliers"])))
    #expect(desk.refusal(of: clock(.pitExtension(to: due.adding(20)))) == expected)
    try desk.accept(
      .relianceSet(reliance: Reliance(id: "r2", limb: "foia-31-1-a", items: ["suppliers"])))
    #expect(desk.refusal(of: clock(.pitExtension(to: due.adding(20)))) == nil)
  }

  @Test("extra time is notified on day 20 at the latest")
  func lateExtension() throws {
    let desk = try Desk.drafted()
    let event = clock(.pitExtension(to: due.adding(20)))
    #expect(desk.refusal(of: event, today: due) == nil)
    #expect(
      desk.refusal(of: event, today: due.adding(1))
        == Refusal(
          .unlawful, "The answer was due on 24 June 2026; an extension has to be notified by then.",
          citation: "FOIA s.17(1), s.17(2)", field: "kind"))
  }

  @Test("an extension that extends nothing, or a second one, is refused with its provision")
  func noExtension() throws {
    var desk = try Desk.drafted()
    let refusal = desk.refusal(of: clock(.pitExtension(to: due)))
    #expect(refusal?.code == .unlawful && refusal?.citation == "FOIA s.10(3)")
    #expect(refusal?.field == "day")
    try desk.accept(clock(.pitExtension(to: due.adding(20))))
    #expect(desk.refusal(of: clock(.pitExtension(to: due.adding(25))))?.field == "day")
  }

  @Test("a regime that has no extra time for the balance says so itself")
  func otherRegimes() throws {
    for (regime, law) in [(Regime.eir, "EIR reg 7(1), reg 14(2)"), (.foisa, "FOISA s.10(1)")] {
      let desk = try registered(under: regime)
      let refusal = desk.refusal(of: clock(.pitExtension(to: due.adding(20))))
      #expect(refusal?.code == .unlawful && refusal?.citation == law)
    }
  }

  @Test("complexity and volume extend an environmental request to day 40, told by day 20")
  func complexity() throws {
    let desk = try registered(under: .eir)
    let event = clock(.complexityExtension(to: due.adding(28)))
    #expect(desk.refusal(of: event, today: due) == nil)
    #expect(desk.refusal(of: event, today: due.adding(1))?.citation == "EIR reg 7(3)")
    #expect(
      desk.refusal(of: clock(.complexityExtension(to: due.adding(40))), today: due)?.citation
        == "EIR reg 7")
  }

  @Test("what is recorded about the clock has happened already")
  func future() throws {
    let desk = try Desk.drafted()
    #expect(
      desk.refusal(of: clock(.clarificationAsked(Sample.today.adding(1))))
        == Refusal(
          .invalid, "2 June 2026 is in the future; record it when it has happened.", field: "day"))
    #expect(desk.refusal(of: clock(.clarificationAsked(Sample.today))) == nil)
  }

  @Test("an event that the clock does not allow is refused with its provision")
  func order() throws {
    var desk = try Desk.drafted()
    let answer = desk.refusal(of: clock(.clarificationReceived(Sample.today)))
    #expect(answer?.code == .unlawful && answer?.citation == "FOIA s.1(3)")
    #expect(desk.refusal(of: clock(.feesPaid(Sample.today)))?.citation == "FOIA s.9")
    let before = desk.refusal(of: clock(.clarificationAsked(Sample.received.adding(-1))))
    #expect(before?.code == .unlawful && before?.field == "day")
    try desk.accept(clock(.clarificationAsked(Sample.today)))
    #expect(desk.refusal(of: clock(.clarificationAsked(Sample.today)))?.code == .unlawful)
    #expect(desk.refusal(of: clock(.pitExtension(to: due.adding(20))))?.citation == "FOIA s.1(3)")
  }
}

@Suite("A change of the bank holidays moves open cases")
struct ClockMoveTests {
  private let due = Sample.received.adding(29)

  private func supplement(_ days: String...) throws -> StatuteBook {
    let entries = days.map { "  - {date: \($0), name: Day of thanks, parts: [scotland]}\n" }
    return try StatuteBook.builtIn().adding(
      holidaySupplement: "holidays:\n" + entries.joined(), file: "more.yaml")
  }

  @Test("a holiday within the time moves the due date, and the event names the holiday")
  func moved() throws {
    let desk = try Desk.registered()
    let event = desk.subject?.clockMove(
      from: desk.book.bankHolidays, book: try supplement("2026-06-10", "2026-06-11"))
    #expect(
      event
        == .clockMoved(
          from: due, to: due.adding(2),
          because: "10 June 2026: Day of thanks, bank holiday (Scotland); "
            + "11 June 2026: Day of thanks, bank holiday (Scotland)"))
  }

  @Test("a holiday on the due date itself moves it")
  func onDueDate() throws {
    let desk = try Desk.registered()
    let event = desk.subject?.clockMove(
      from: desk.book.bankHolidays, book: try supplement("2026-06-24"))
    guard case .clockMoved(due, due.adding(1), _) = event else {
      Issue.record("moved otherwise: \(event as Any)")
      return
    }
  }

  @Test("a holiday that is taken back moves the due date back")
  func takenBack() throws {
    let desk = try Desk.registered()
    let event = desk.subject?.clockMove(
      from: try supplement("2026-06-10").bankHolidays, book: desk.book)
    #expect(
      event
        == .clockMoved(
          from: due.adding(1), to: due, because: "10 June 2026: no longer a bank holiday"))
  }

  @Test(
    "no event where nothing changed, or where the holiday lies outside the time",
    arguments: [
      [], ["2026-05-26"], ["2026-06-25"], ["2026-06-15"],
    ])
  func notMoved(_ days: [String]) throws {
    let desk = try Desk.registered()
    var book = try StatuteBook.builtIn()
    for day in days {
      book = try book.adding(
        holidaySupplement: "holidays:\n  - {date: \(day), name: A day, parts: [scotland]}\n",
        file: "more.yaml")
    }
    #expect(desk.subject?.clockMove(from: desk.book.bankHolidays, book: book) == nil)
  }

  @Test("no event while no time runs, or where an extension was notified")
  func noTimeRuns() throws {
    let book = try supplement("2026-06-10")
    var waiting = try Desk.registered()
    try waiting.accept(.clockEventAdded(fact: ClockFact(.clarificationAsked(Sample.today))))
    #expect(waiting.subject?.clockMove(from: waiting.book.bankHolidays, book: book) == nil)
    var extended = try Desk.drafted()
    try extended.accept(.clockEventAdded(fact: ClockFact(.pitExtension(to: due.adding(20)))))
    #expect(extended.subject?.clockMove(from: extended.book.bankHolidays, book: book) == nil)
  }
}
