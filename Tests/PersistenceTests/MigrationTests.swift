import Persistence
import Testing

@Suite("Migrations")
struct MigrationTests {
  static let first = Migration(
    id: "1 notes", statements: ["CREATE TABLE note (id BIGINT NOT NULL PRIMARY KEY)"])
  static let second = Migration(
    id: "2 words",
    statements: ["ALTER TABLE note ADD COLUMN words TEXT", "INSERT INTO note (id) VALUES (1)"])
  static let third = Migration(id: "3 nothing", statements: [])

  private func names(_ database: any Database) async throws -> [String] {
    try await database.read { session in
      try session.query("SELECT id FROM applied_migration ORDER BY position").map { row in
        try row.value("id")
      }
    }
  }

  @Test("each runs once, in order, and later ones are added", arguments: Backend.all)
  func once(_ backend: Backend) async throws {
    let database = try backend.make()
    #expect(try await database.migrate([]) == [])
    #expect(try await database.migrate([Self.first]) == ["1 notes"])
    #expect(try await database.migrate([Self.first]) == [])
    let all = [Self.first, Self.second, Self.third]
    #expect(try await database.migrate(all) == ["2 words", "3 nothing"])
    #expect(try await database.migrate(all) == [])
    #expect(try await names(database) == all.map(\.id))
    let notes = try await database.read { try $0.query("SELECT id FROM note") }
    #expect(notes.count == 1)
  }

  @Test("starts at the same time run each once", arguments: Backend.all)
  func atOnce(_ backend: Backend) async throws {
    let database = try backend.make()
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { try await database.migrate([Self.first, Self.second]) } }
      var ran: [String] = []
      for try await names in group { ran += names }
      #expect(ran == ["1 notes", "2 words"])
    }
  }

  @Test("a database with a step that is not known is refused", arguments: Backend.all)
  func unknown(_ backend: Backend) async throws {
    let database = try backend.make()
    try await database.migrate([Self.first, Self.second])
    let error = await #expect(throws: PersistenceError.self) {
      try await database.migrate([Self.first])
    }
    #expect(error?.code == .unknownMigration("2 words"))
    #expect(error?.message.contains("newer version") == true)
  }

  @Test("another order is refused", arguments: Backend.all)
  func reordered(_ backend: Backend) async throws {
    let database = try backend.make()
    try await database.migrate([Self.first, Self.third])
    await #expect(throws: PersistenceError(.migrationOutOfOrder("3 nothing"), "")) {
      try await database.migrate([Self.first, Self.second, Self.third])
    }
    #expect(try await names(database) == ["1 notes", "3 nothing"])
  }

  @Test("two steps with one name are refused before anything runs", arguments: Backend.all)
  func repeated(_ backend: Backend) async throws {
    let database = try backend.make()
    await #expect(throws: PersistenceError(.repeatedMigration("1 notes"), "")) {
      try await database.migrate([Self.first, Self.first])
    }
    #expect(try await database.migrate([Self.first]) == ["1 notes"])
  }

  @Test("when a step fails, the ones before it are undone too", arguments: Backend.all)
  func failure(_ backend: Backend) async throws {
    let database = try backend.make()
    let broken = Migration(id: "2 broken", statements: ["ALTER TABLE nothing ADD COLUMN x TEXT"])
    await #expect(throws: PersistenceError(.failed, "")) {
      try await database.migrate([Self.first, broken])
    }
    #expect(try await database.migrate([Self.first]) == ["1 notes"])
  }
}
