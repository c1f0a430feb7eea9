import Dispatch
import Persistence
import Testing

@Suite("Reads and writes")
struct TransactionTests {
  struct Refused: Error, Equatable {}

  @Test(
    "a write whose closure throws changes nothing, and its error comes out", arguments: Backend.all)
  func rollback(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    await #expect(throws: Refused()) {
      try await database.write { session in
        try session.execute("UPDATE counter SET value = 7")
        throw Refused()
      }
    }
    #expect(try await database.counter() == 0)
  }

  @Test("a statement that fails takes the whole write with it", arguments: Backend.all)
  func failedStatement(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    await #expect(throws: PersistenceError(.failed, "")) {
      try await database.write { session in
        try session.execute("UPDATE counter SET value = 7")
        try session.execute("UPDATE no_such_table SET value = 7")
      }
    }
    #expect(try await database.counter() == 0)
  }

  @Test("two hundred increments at once all count", arguments: Backend.all)
  func increments(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 {
        group.addTask {
          try await database.write { session in
            let row = try #require(try session.query("SELECT value FROM counter").first)
            let value: Int = try row.value("value")
            try session.execute("UPDATE counter SET value = \(value + 1)")
            return value
          }
        }
      }
      var seen: Set<Int> = []
      for try await value in group { seen.insert(value) }
      #expect(seen == Set(0..<200))
    }
    #expect(try await database.counter() == 200)
  }

  @Test("a read sees one state, whatever is written meanwhile", arguments: Backend.all)
  func snapshot(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let readHasBegun = AsyncStream<Void>.makeStream()
    let writeIsDone = DispatchSemaphore(value: 0)
    async let values = database.read { session in
      let first = try session.query("SELECT value FROM counter")
      readHasBegun.continuation.yield()
      #expect(writeIsDone.wait(timeout: .now() + 20) == .success)
      return [first, try session.query("SELECT value FROM counter")]
    }
    for await _ in readHasBegun.stream { break }
    try await database.write { session in
      try session.execute("UPDATE counter SET value = 5")
    }
    writeIsDone.signal()
    let seen = try await values.map { rows in
      try rows.map { try $0.value("value", as: Int.self) }
    }
    #expect(seen == [[0], [0]])
    #expect(try await database.counter() == 5)
  }

  @Test("a write that others have not seen finish is seen by none", arguments: Backend.all)
  func isolation(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let writeHasBegun = AsyncStream<Void>.makeStream()
    let mayFinish = DispatchSemaphore(value: 0)
    async let write: Void = database.write { session in
      try session.execute("UPDATE counter SET value = 5")
      writeHasBegun.continuation.yield()
      #expect(mayFinish.wait(timeout: .now() + 20) == .success)
    }
    for await _ in writeHasBegun.stream { break }
    #expect(try await database.counter() == 0)
    mayFinish.signal()
    try await write
    #expect(try await database.counter() == 5)
  }

  @Test("a read cannot write", arguments: Backend.all)
  func writeInRead(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    await #expect(throws: PersistenceError(.writeInRead, "")) {
      try await database.read { session in
        try session.execute("UPDATE counter SET value = 7")
      }
    }
    #expect(try await database.counter() == 0)
  }

  @Test("the session says how many rows changed", arguments: Backend.all)
  func changes(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    try await database.write { session in
      for id in 1...3 { try session.execute("INSERT INTO sample (id) VALUES (\(id))") }
      try session.execute("UPDATE sample SET whole = 1 WHERE id > 1")
      #expect(session.changes == 2)
      try session.execute("DELETE FROM sample WHERE id = 99")
      #expect(session.changes == 0)
    }
  }

  @Test("an insertion can return what it made", arguments: Backend.all)
  func returning(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let rows = try await database.write { session in
      try session.query("INSERT INTO sample (id, whole) VALUES (4, 9) RETURNING id, whole")
    }
    #expect(rows == [Row(columns: ["id", "whole"], values: [.integer(4), .integer(9)])])
  }

  @Test("a task that is cancelled before it writes does not write", arguments: Backend.all)
  func cancellation(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await database.write { try $0.execute("UPDATE counter SET value = 7") }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await database.counter() == 0)
  }
}
