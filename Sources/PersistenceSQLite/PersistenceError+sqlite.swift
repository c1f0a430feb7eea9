import GRDB
import Persistence

extension PersistenceError {
  /// What SQLite's result code means to a caller.
  init(_ error: DatabaseError, mayWrite: Bool) {
    let code = Self.code(error, mayWrite: mayWrite)
    let reason = error.message ?? "SQLite failed"
    let statement = error.sql.map { " in: \($0)" } ?? ""
    self.init(code, reason + statement, cause: error.withoutArguments)
  }

  /// An error at opening, which says what to do about the file.
  init(opening path: String, failed error: any Error) {
    if let error = error as? PersistenceError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.failed, "the database '\(path)' cannot be opened: \(error)", cause: error)
      return
    }
    let code = Self.code(error, mayWrite: true)
    let advice =
      switch code {
      case .notADatabase: "the file is not a database; check the path, or restore a backup"
      case .damaged: "the file is damaged; restore a backup"
      case .locked: "another process holds it; is the program running twice?"
      case .notWritable: "it cannot be opened for writing; check the path and who may write there"
      case .full: "the disk is full"
      default: error.message ?? "SQLite failed"
      }
    self.init(
      code, "the database '\(path)' cannot be opened: \(advice)", cause: error.withoutArguments)
  }

  private static func code(_ error: DatabaseError, mayWrite: Bool) -> Code {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      return .uniqueViolation(columns: columns(in: error.message ?? ""))
    case .SQLITE_CONSTRAINT_FOREIGNKEY:
      return .foreignKeyViolation
    default:
      break
    }
    return switch error.resultCode {
    case .SQLITE_CONSTRAINT: .checkViolation
    case .SQLITE_READONLY: mayWrite ? .notWritable : .writeInRead
    case .SQLITE_CANTOPEN, .SQLITE_PERM: .notWritable
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_NOTADB: .notADatabase
    case .SQLITE_CORRUPT: .damaged
    case .SQLITE_FULL: .full
    default: .failed
    }
  }

  /// SQLite says `UNIQUE constraint failed: person.name, person.office`, or, where the rule is an
  /// index over expressions, `UNIQUE constraint failed: index 'person_name'`.
  private static func columns(in message: String) -> [String] {
    guard let colon = message.firstIndex(of: ":") else { return [] }
    let list = message[message.index(after: colon)...].drop { $0 == " " }
    let parts = list.split(separator: ",").map { String($0.drop { $0 == " " }) }
    return parts.map { part in
      guard part.hasPrefix("index '"), part.hasSuffix("'") else { return part }
      return String(part.dropFirst(7).dropLast())
    }
  }
}

extension DatabaseError {
  /// The error without the values of its statement, which may be personal data.
  var withoutArguments: DatabaseError {
    DatabaseError(resultCode: extendedResultCode, message: message, sql: sql)
  }
}
