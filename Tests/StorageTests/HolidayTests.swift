import Casework
import InformationLaw
import Storage
import Testing

@Suite("A change of the bank holidays is noted on open cases")
struct HolidayTests {
  private func book(_ days: String...) throws -> StatuteBook {
    let entries = days.map { "  - {date: \($0), name: Day of thanks, parts: [scotland]}\n" }
    return try StatuteBook.builtIn().adding(
      holidaySupplement: "holidays:\n" + entries.joined(), file: "more.yaml")
  }

  /// An office with a case in each state, received on 26 May 2026 and due on 24 June, that has
  /// looked at the holidays once.
  private func office() async throws -> Office {
    let office = try await Backend.all[0].office()
    for state in ["open", "submitted", "approved", "issued"] {
      try await office.caseFile(upTo: state)
    }
    #expect(try await office.archive.noteHolidayChanges(at: Office.stamp) == [])
    return office
  }

  @Test("the first start notes nothing, whatever the holidays are")
  func first() async throws {
    let office = try await Backend.all[0].office().reopened(book: book("2026-06-10"))
    try await office.register()
    let events = try await office.events()
    #expect(try await office.archive.noteHolidayChanges(at: Office.stamp) == [])
    #expect(try await office.events() == events)
  }

  @Test("a new holiday moves every case that is not issued, with a note by the program itself")
  func moved() async throws {
    let before = try await office()
    let after = try await before.reopened(book: book("2026-06-10"))
    let moved = try await after.archive.noteHolidayChanges(at: "2026-06-02T08:00:00.000Z")
    #expect(moved == ["FOI-2026-0001", "FOI-2026-0002", "FOI-2026-0003"])
    for reference in moved {
      let old = try await before.archive.records(of: reference)
      let record = try #require(old.last)
      #expect(record.actor == .system && record.at == "2026-06-02T08:00:00.000Z")
      #expect(
        record.event
          == .clockMoved(
            from: Office.today.adding(23), to: Office.today.adding(24),
            because: "10 June 2026: Day of thanks, bank holiday (Scotland)"))
      #expect(try await after.archive.version(of: reference) == old.count)
      let subject = try await after.archive.subject(reference)
      #expect(try subject.clock(book: book("2026-06-10"))?.due == Office.today.adding(24))
    }
  }

  @Test("an issued case is left as it went")
  func issued() async throws {
    let before = try await office()
    let records = try await before.archive.records(of: "FOI-2026-0004")
    let after = try await before.reopened(book: book("2026-06-10"))
    try await after.archive.noteHolidayChanges(at: Office.stamp)
    #expect(try await after.archive.records(of: "FOI-2026-0004") == records)
  }

  @Test("the second start with the same holidays notes nothing more")
  func idempotent() async throws {
    let after = try await office().reopened(book: book("2026-06-10"))
    #expect(try await after.archive.noteHolidayChanges(at: Office.stamp).count == 3)
    let events = try await after.events()
    #expect(try await after.archive.noteHolidayChanges(at: Office.stamp) == [])
    #expect(try await after.events() == events)
  }

  @Test("a holiday outside the time of a case is kept and moves nothing")
  func outside() async throws {
    let office = try await office()
    let first = try await office.reopened(book: book("2026-07-01"))
    #expect(try await first.archive.noteHolidayChanges(at: Office.stamp) == [])
    let second = try await office.reopened(book: book("2026-07-01", "2026-06-10"))
    #expect(try await second.archive.noteHolidayChanges(at: Office.stamp).count == 3)
  }

  @Test("a holiday that is taken back moves the cases back")
  func takenBack() async throws {
    let before = try await office()
    let after = try await before.reopened(book: book("2026-06-10"))
    try await after.archive.noteHolidayChanges(at: Office.stamp)
    #expect(try await before.archive.noteHolidayChanges(at: Office.stamp).count == 3)
    let record = try #require(try await before.archive.records(of: "FOI-2026-0001").last)
    #expect(
      record.event
        == .clockMoved(
          from: Office.today.adding(24), to: Office.today.adding(23),
          because: "10 June 2026: no longer a bank holiday"))
  }

  @Test("an officer at work is not disturbed by a due date that moves")
  func undisturbed() async throws {
    let before = try await office()
    let version = try #require(try await before.archive.version(of: "FOI-2026-0001"))
    let after = try await before.reopened(book: book("2026-06-10"))
    try await after.archive.noteHolidayChanges(at: Office.stamp)
    let subject = try await after.append(
      .adviceSet(advice: "Ask by year."), to: "FOI-2026-0001", basedOn: version)
    #expect(subject.version == version + 2)
  }
}
