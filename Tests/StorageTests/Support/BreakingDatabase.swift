import Persistence
import Synchronization

/// A database whose writes break off at a statement, as when the process or the machine dies there.
final class BreakingDatabase: Database {
  private let underlying: any Database
  /// The statement before which a write breaks off, counted from 1; nil where none does.
  private let statement = Mutex<Int?>(nil)

  init(underlying: any Database) { self.underlying = underlying }

  /// From now on, writes break off before a statement.
  func breakOff(before number: Int) { statement.withLock { $0 = number } }

  var dialect: Dialect { underlying.dialect }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value {
    try await underlying.read(body)
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value {
    let statement = statement.withLock { $0 }
    return try await underlying.write { session in
      try body(statement.map { BreakingSession(session: session, left: $0) } ?? session)
    }
  }
}

/// Passes statements on until none is left to it.
private final class BreakingSession: Session {
  private let session: any Session
  private var left: Int

  init(session: any Session, left: Int) {
    self.session = session
    self.left = left
  }

  var dialect: Dialect { session.dialect }
  var changes: Int { session.changes }

  func execute(_ sql: SQL) throws(PersistenceError) {
    left -= 1
    guard left > 0 else { throw PersistenceError(.failed, "broken off") }
    try session.execute(sql)
  }

  func query(_ sql: SQL) throws(PersistenceError) -> [Row] { try session.query(sql) }
}
