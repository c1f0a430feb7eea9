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

  /// An archive of its own for one test.
  func office() async throws -> Office { try await Office(database: try make()) }
}
