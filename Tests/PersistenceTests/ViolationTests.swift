import Persistence
import Testing

@Suite("Broken rules of the schema are told apart")
struct ViolationTests {
  private func code(
    _ backend: Backend, _ statements: SQL...
  ) async throws -> PersistenceError.Code? {
    let database = try await backend.prepared()
    do {
      try await database.write { session in
        for statement in statements { try session.execute(statement) }
      }
      return nil
    } catch let error as PersistenceError {
      return error.code
    }
  }

  static let officer: SQL = "INSERT INTO officer (id, email) VALUES (1, 'a@example.org')"

  @Test("the same value twice names the column", arguments: Backend.all)
  func unique(_ backend: Backend) async throws {
    let code = try await code(
      backend, Self.officer, "INSERT INTO officer (id, email) VALUES (2, 'a@example.org')")
    #expect(code == .uniqueViolation(columns: ["officer.email"]))
  }

  @Test("the same pair of values twice names both columns", arguments: Backend.all)
  func uniquePair(_ backend: Backend) async throws {
    let code = try await code(
      backend, Self.officer,
      "INSERT INTO request (id, officer_id, year, serial) VALUES (1, 1, 2026, 4)",
      "INSERT INTO request (id, officer_id, year, serial) VALUES (2, 1, 2026, 4)")
    #expect(code == .uniqueViolation(columns: ["request.year", "request.serial"]))
  }

  @Test("the same key twice is a unique violation too", arguments: Backend.all)
  func primaryKey(_ backend: Backend) async throws {
    let code = try await code(
      backend, Self.officer, "INSERT INTO officer (id, email) VALUES (1, 'b@example.org')")
    #expect(code == .uniqueViolation(columns: ["officer.id"]))
  }

  @Test("the same value under an index over expressions names the index", arguments: Backend.all)
  func uniqueIndex(_ backend: Backend) async throws {
    let code = try await code(
      backend, "CREATE UNIQUE INDEX officer_email_folded ON officer (lower(email))", Self.officer,
      "INSERT INTO officer (id, email) VALUES (2, 'A@example.org')")
    #expect(code == .uniqueViolation(columns: ["officer_email_folded"]))
  }

  @Test("a reference to nothing is a foreign key violation", arguments: Backend.all)
  func foreignKey(_ backend: Backend) async throws {
    let code = try await code(backend, "INSERT INTO request (id, officer_id) VALUES (1, 99)")
    #expect(code == .foreignKeyViolation)
  }

  @Test("removing what is referred to is a foreign key violation", arguments: Backend.all)
  func referredTo(_ backend: Backend) async throws {
    let code = try await code(
      backend, Self.officer, "INSERT INTO request (id, officer_id) VALUES (1, 1)",
      "DELETE FROM officer WHERE id = 1")
    #expect(code == .foreignKeyViolation)
  }

  @Test("a reference that is checked at the end fails the write", arguments: Backend.all)
  func deferred(_ backend: Backend) async throws {
    let code = try await code(
      backend,
      """
      CREATE TABLE note (
        id BIGINT NOT NULL PRIMARY KEY,
        officer_id BIGINT REFERENCES officer (id) DEFERRABLE INITIALLY DEFERRED
      )
      """,
      "INSERT INTO note (id, officer_id) VALUES (1, 99)")
    #expect(code == .foreignKeyViolation)
  }

  @Test(
    "a missing value and a failed check are check violations", arguments: Backend.all,
    [
      "INSERT INTO officer (id) VALUES (1)",
      "INSERT INTO officer (id, email, grade) VALUES (1, 'a@example.org', 0)",
    ] as [SQL])
  func check(_ backend: Backend, _ statement: SQL) async throws {
    #expect(try await code(backend, statement) == .checkViolation)
  }

  @Test("no error repeats a stored value", arguments: Backend.all)
  func silence(_ backend: Backend) async throws {
    let database = try await backend.prepared()
    let email = "whistleblower@example.org"
    var printed = ""
    do {
      try await database.write { session in
        for id in 1...2 {
          try session.execute("INSERT INTO officer (id, email) VALUES (\(id), \(email))")
        }
      }
    } catch {
      printed = "\(error)"
      dump(error, to: &printed)
    }
    #expect(printed.contains("officer.email"))
    #expect(!printed.contains("whistleblower"))
  }
}
