import Dispatch
import Foundation
import Persistence
import PersistenceSQLite
import Testing

@Suite("The SQLite store")
final class SQLiteDatabaseTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "test-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test("the file and the folders made for it are their owner's alone")
  func permissions() async throws {
    let database = try SQLiteDatabase(path: path("deep/data/store.sqlite"))
    try await database.migrate([Migration(id: "1", statements: ["CREATE TABLE a (b)"])])
    #expect(try mode(path("deep")) == 0o700)
    #expect(try mode(path("deep/data")) == 0o700)
    #expect(try mode(path("deep/data/store.sqlite")) == 0o600)
    #expect(try mode(path("deep/data/store.sqlite-wal")) == 0o600)
  }

  @Test("every connection is set up to lose nothing and to trust nothing")
  func settings() async throws {
    let database = try SQLiteDatabase(path: path("store.sqlite"))
    @Sendable func settings(_ session: any Session) throws -> [DatabaseValue] {
      try ["PRAGMA journal_mode", "PRAGMA foreign_keys", "PRAGMA trusted_schema"].flatMap {
        (pragma: SQL) in try session.query(pragma).flatMap(\.values)
      }
    }
    let expected: [DatabaseValue] = [.text("wal"), .integer(1), .integer(0)]
    #expect(try await database.read(settings) == expected)
    #expect(try await database.write(settings) == expected)
    let synchronous = try await database.write { try $0.query("PRAGMA synchronous") }
    #expect(synchronous.map(\.values) == [[.integer(2)]], "2 is FULL")
  }

  @Test("what was written is there when the file is opened again")
  func reopening() async throws {
    let migrations = [Migration(id: "1", statements: ["CREATE TABLE note (words TEXT)"])]
    do {
      let database = try SQLiteDatabase(path: path("store.sqlite"))
      try await database.migrate(migrations)
      try await database.write { try $0.execute("INSERT INTO note VALUES (\("kept"))") }
    }
    let database = try SQLiteDatabase(path: path("store.sqlite"))
    #expect(try await database.migrate(migrations) == [])
    let rows = try await database.read { try $0.query("SELECT words FROM note") }
    #expect(rows.map(\.values) == [[.text("kept")]])
  }

  @Test("a file that is not a database is left as it is")
  func notADatabase() throws {
    let text = Data(String(repeating: "This is a letter, not a database. ", count: 100).utf8)
    try text.write(to: URL(filePath: path("letter.txt")))
    let error = #expect(throws: PersistenceError.self) {
      try SQLiteDatabase(path: path("letter.txt"))
    }
    #expect(error?.code == .notADatabase)
    #expect(error?.message.contains(path("letter.txt")) == true)
    #expect(try Data(contentsOf: URL(filePath: path("letter.txt"))) == text)
  }

  @Test("a path that cannot be written says so", arguments: ["file/store.sqlite", "folder"])
  func notWritable(_ name: String) throws {
    try Data("x".utf8).write(to: URL(filePath: path("file")))
    try FileManager.default.createDirectory(
      atPath: path("folder"), withIntermediateDirectories: false)
    let error = #expect(throws: PersistenceError.self) { try SQLiteDatabase(path: path(name)) }
    #expect(error?.code == .notWritable)
    #expect(error?.message.contains(folder.path) == true)
  }

  @Test("a database that another holds is reported as locked after the waiting time")
  func locked() async throws {
    let one = try SQLiteDatabase(path: path("store.sqlite"))
    let other = try SQLiteDatabase(path: path("store.sqlite"), busyTimeout: .milliseconds(50))
    let begun = AsyncStream<Void>.makeStream()
    let mayFinish = DispatchSemaphore(value: 0)
    async let holding: Void = one.write { session in
      begun.continuation.yield()
      _ = mayFinish.wait(timeout: .now() + 300)
    }
    for await _ in begun.stream { break }
    await #expect(throws: PersistenceError(.locked, "")) {
      try await other.write { try $0.execute("CREATE TABLE a (b)") }
    }
    mayFinish.signal()
    try await holding
    try await other.write { try $0.execute("CREATE TABLE a (b)") }
  }

  @Test("a temporary database is gone when nothing refers to it")
  func temporary() async throws {
    var database: SQLiteDatabase? = try .temporary()
    let rows = try await database?.read { try $0.query("PRAGMA database_list") }
    let file: String = try #require(rows?.first).value("file")
    #expect(FileManager.default.fileExists(atPath: file))
    database = nil
    let folder = URL(filePath: file).deletingLastPathComponent()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("a sound database has no problems")
  func sound() async throws {
    let database = try SQLiteDatabase.temporary()
    #expect(try await database.integrityProblems() == [])
  }

  @Test("a reference to a row that is not there is found")
  func danglingReference() async throws {
    let database = try SQLiteDatabase.temporary()
    try await database.write { session in
      try session.execute("CREATE TABLE officer (id INTEGER PRIMARY KEY)")
      try session.execute("CREATE TABLE request (officer INTEGER)")
      try session.execute("INSERT INTO request VALUES (7)")
      // The rule comes after the row, as when a file was edited by hand.
      try session.execute("ALTER TABLE request RENAME TO old")
      try session.execute("CREATE TABLE request (officer INTEGER)")
      try session.execute("PRAGMA defer_foreign_keys = ON")
      try session.execute("INSERT INTO request SELECT officer FROM old")
      try session.execute("PRAGMA writable_schema = ON")
      try session.execute(
        """
        UPDATE sqlite_schema SET sql = 'CREATE TABLE request (officer INTEGER REFERENCES officer)'
        WHERE name = 'request'
        """)
    }
    #expect(
      try await database.integrityProblems() == [
        "row 1 of request refers to a row of officer that is not there"
      ])
  }

  @Test("a damaged page is found")
  func damage() async throws {
    let file = path("store.sqlite")
    do {
      let database = try SQLiteDatabase(path: file)
      try await database.write { session in
        try session.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
        for id in 0..<500 {
          try session.execute(
            "INSERT INTO note VALUES (\(id), \(String(repeating: "w", count: 90)))")
        }
      }
    }
    var bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.count > 20_000)
    bytes.replaceSubrange(12_288..<16_384, with: Data(repeating: 0x5A, count: 4_096))
    try bytes.write(to: URL(filePath: file))
    let database = try SQLiteDatabase(path: file)
    #expect(try await !database.integrityProblems().isEmpty)
  }
}
