import Foundation
import GRDB
import Persistence

/// One connection while it reads or writes.
struct SQLiteSession: Session {
  let database: GRDB.Database
  let mayWrite: Bool

  var dialect: Dialect { .sqlite }

  var changes: Int { database.changesCount }

  func execute(_ sql: SQL) throws(PersistenceError) {
    try run(sql) { statement, arguments in
      try statement.execute(arguments: arguments)
    }
  }

  func query(_ sql: SQL) throws(PersistenceError) -> [Row] {
    try run(sql) { statement, arguments in
      let columns = statement.columnNames
      let rows = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      var result: [Row] = []
      while let row = try rows.next() {
        result.append(
          Row(
            columns: columns, values: row.databaseValues.map(DatabaseValue.init)))
      }
      return result
    }
  }

  private func run<Value>(
    _ sql: SQL, _ body: (GRDB.Statement, StatementArguments) throws -> Value
  ) throws(PersistenceError) -> Value {
    let prepared = try sql.statement(in: dialect)
    do {
      // Statements are literals of the program, so the cache stays as small as the program.
      let statement = try database.cachedStatement(sql: prepared.text)
      return try body(statement, StatementArguments(prepared.values.map(\.argument)))
    } catch let error as DatabaseError {
      throw PersistenceError(error, mayWrite: mayWrite)
    } catch {
      throw PersistenceError(.failed, "\(error)", cause: error)
    }
  }
}

extension DatabaseValue {
  var argument: GRDB.DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }

  init(_ value: GRDB.DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .blob([UInt8](bytes))
    }
  }
}
