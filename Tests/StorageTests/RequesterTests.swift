import Casework
import Persistence
import PublicInterest
import Storage
import Testing

@Suite("Who asked is kept apart from the case papers")
struct RequesterTests {
  @Test("no other table, event or list holds the requester's name or address")
  func apart() async throws {
    let office = try await Backend.all[0].office()
    for state in ["open", "submitted", "approved", "issued"] {
      try await office.caseFile(upTo: state)
    }
    try await office.archive.add(
      Account(id: "o", email: "officer@example.org", name: "The officer", role: .officer))
    let tables = try await office.database.read { session in
      try session.query("SELECT name FROM sqlite_master WHERE type = 'table'").map {
        try $0.value("name", as: String.self)
      }
    }
    let known: [(name: String, rows: SQL)] = [
      ("cases", "SELECT * FROM cases"), ("events", "SELECT * FROM events"),
      ("dispatches", "SELECT * FROM dispatches"), ("accounts", "SELECT * FROM accounts"),
      ("invitations", "SELECT * FROM invitations"), ("sessions", "SELECT * FROM sessions"),
      ("settings", "SELECT * FROM settings"),
      ("sign_in_failures", "SELECT * FROM sign_in_failures"),
      ("files", "SELECT * FROM files"), ("case_files", "SELECT * FROM case_files"),
      ("redaction_plans", "SELECT * FROM redaction_plans"),
      ("released_files", "SELECT * FROM released_files"),
    ]
    // A table that is added later has to be added here.
    let others = Set(tables).subtracting(known.map(\.name)).subtracting(["requesters"])
    #expect(others.allSatisfy { $0.contains("migration") || $0.hasPrefix("sqlite_") }, "\(others)")
    for table in known {
      let text = try await office.database.read { "\(try $0.query(table.rows))" }
      #expect(!text.contains("Zabriskie") && !text.contains("quentin@"), "\(table.name)")
    }
    let requesters = try await office.database.read {
      "\(try $0.query("SELECT * FROM requesters"))"
    }
    #expect(requesters.contains("Zabriskie") && requesters.contains("quentin@"))
  }

  @Test("nothing but the question for the requester gives the name away")
  func api() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "issued")
    let archive = office.archive
    let papers = [
      String(reflecting: try await archive.subject(reference)),
      String(reflecting: try await archive.records(of: reference)),
      String(reflecting: try await archive.lines(states: ["issued"])),
      String(reflecting: try await archive.dispatchedLetter(of: reference)),
    ]
    #expect(papers.allSatisfy { !$0.contains("Zabriskie") })
    #expect(try await archive.requester(of: reference) == Office.requester)
  }

  @Test("each case has its own requester")
  func own() async throws {
    let office = try await Backend.all[0].office()
    let other = Requester(name: "Another", address: "1 High Street", original: "Please tell me.")
    let first = try await office.register()
    let second = try await office.register(requester: other)
    #expect(try await office.archive.requester(of: first) == Office.requester)
    #expect(try await office.archive.requester(of: second) == other)
  }
}
