import Persistence
import PersistenceSQLite
import Testing

/// A kind of database that has to pass the suite. Add a line to `all` for each.
struct Backend: Sendable, CustomTestStringConvertible {
  let name: String
  let make: @Sendable () throws -> any Database

  static let all = [
    Backend(name: "SQLite") { try SQLiteDatabase.temporary() }
  ]

  var testDescription: String { name }

  /// A fresh database with the tables of the suite.
  func prepared() async throws -> any Database {
    let database = try make()
    try await database.migrate(Self.schema(database.dialect))
    return database
  }

  private static func schema(_ dialect: Dialect) -> [Migration] {
    let bytes: SQL =
      switch dialect {
      case .sqlite: "BLOB"
      case .postgresql: "BYTEA"
      }
    return [
      Migration(
        id: "tables",
        statements: [
          """
          CREATE TABLE sample (
            id BIGINT NOT NULL PRIMARY KEY,
            whole BIGINT, fraction DOUBLE PRECISION, words TEXT, bytes \(bytes)
          )
          """,
          """
          CREATE TABLE officer (
            id BIGINT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL UNIQUE,
            grade BIGINT NOT NULL DEFAULT 1 CHECK (grade > 0)
          )
          """,
          """
          CREATE TABLE request (
            id BIGINT NOT NULL PRIMARY KEY,
            officer_id BIGINT NOT NULL REFERENCES officer (id),
            year BIGINT, serial BIGINT, UNIQUE (year, serial)
          )
          """,
          "CREATE TABLE counter (value BIGINT NOT NULL)",
          "INSERT INTO counter (value) VALUES (0)",
        ])
    ]
  }
}

extension Database {
  /// The number of rows of the counter table with a value.
  func counter() async throws -> Int {
    try await read { session in
      try #require(try session.query("SELECT value FROM counter").first).value("value")
    }
  }
}
