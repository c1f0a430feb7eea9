import Casework
import Persistence
import Storage
import Testing

@Suite("A release that breaks off between clearing and sending")
struct BreakingOffTests {
  private let contents: [String: [UInt8]] = ["f1": [0, 1, 2], "f2": [3]]

  private func approved() async throws -> (Office, String) {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(
      upTo: "approved", files: [("a.csv", [0, 1, 2]), ("b.csv", [3])])
    return (office, reference)
  }

  private func cleared(_ office: Office, _ reference: String) async throws -> ClearedRelease {
    try Office.cleared(
      try await office.archive.subject(reference), letter: "Dear requester,", contents: contents,
      rules: office.rules)
  }

  @Test("what was cleared and never sent leaves nothing: the next program clears it anew")
  func neverSent() async throws {
    let (office, reference) = try await approved()
    let events = try await office.events()
    // The process dies here: what was cleared is in no other place than its memory.
    do { _ = try await cleared(office, reference) }
    let next = try await office.reopened()
    #expect(try await next.events() == events)
    #expect(try await next.archive.subject(reference).state == "approved")
    #expect(try await next.archive.dispatchedLetter(of: reference) == nil)
    #expect(try await next.archive.releasedFiles(of: reference).isEmpty)
    try await next.issue(reference, contents: contents)
    #expect(try await next.archive.releasedFiles(of: reference).count == 2)
  }

  @Test("broken off before any of its statements, nothing is written and it can be issued after")
  func brokenOff() async throws {
    let (office, reference) = try await approved()
    let events = try await office.events()
    let projection = try await office.projection()
    var statement = 1
    while true {
      let database = BreakingDatabase(underlying: office.database)
      let breaking = try await Office(database: database)
      database.breakOff(before: statement)
      do {
        try await breaking.archive.issue(
          try await cleared(office, reference), at: Office.stamp)
        break
      } catch let error as PersistenceError {
        #expect(error.message == "broken off")
      }
      #expect(try await office.events() == events, "statement \(statement)")
      #expect(try await office.projection() == projection, "statement \(statement)")
      #expect(try await office.archive.dispatchedLetter(of: reference) == nil)
      #expect(try await office.archive.releasedFiles(of: reference).isEmpty)
      statement += 1
      try #require(statement < 50)
    }
    // The event, the case's row, the letter and the two files at the least.
    #expect(statement > 5)
    #expect(try await office.archive.subject(reference).state == "issued")
    #expect(
      try await office.archive.releasedFiles(of: reference).map(\.bytes) == [[0, 1, 2], [3]])
  }
}
