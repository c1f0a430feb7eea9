import GRDB
import Persistence

extension SQLiteDatabase {
  /// What is wrong with the file, in sentences; nothing where it is sound.
  ///
  /// Reads the whole file: pages, indexes, and every reference from one row to another.
  public func integrityProblems() async throws -> [String] {
    do {
      return try await pool.read { database in
        let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        return try pages.filter { $0 != "ok" } + Self.danglingReferences(database)
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [error.message ?? "the file is damaged"]
    } catch let error as DatabaseError {
      throw PersistenceError(error, mayWrite: false)
    }
  }

  private static func danglingReferences(_ database: GRDB.Database) throws -> [String] {
    try Array(database.foreignKeyViolations()).map { violation in
      let row = violation.originRowID.map { "row \($0)" } ?? "a row"
      return "\(row) of \(violation.originTable) refers to a row of"
        + " \(violation.destinationTable) that is not there"
    }
  }
}
