/// A connection inside one read or one write. It does not outlive the closure that it is given to.
public protocol Session {
  /// The dialect of the database.
  var dialect: Dialect { get }

  /// Runs one statement.
  func execute(_ sql: SQL) throws(PersistenceError)

  /// Runs one statement and returns its rows.
  func query(_ sql: SQL) throws(PersistenceError) -> [Row]

  /// How many rows the last INSERT, UPDATE or DELETE of this session touched.
  var changes: Int { get }
}

/// A database.
///
/// The closures run one after another on a thread where they may block. They must not begin or
/// end transactions themselves. Whatever a closure throws comes out unchanged; failures of the
/// database itself are a ``PersistenceError``. A task that is cancelled while it waits gets a
/// `CancellationError`, and its write is undone.
public protocol Database: Sendable {
  /// The dialect of SQL that the database speaks.
  var dialect: Dialect { get }

  /// Reads. All statements of the closure see the same state of the database, whatever others
  /// write meanwhile. A statement that would change something fails.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value

  /// Writes in one transaction: all of it is stored durably when this returns, and none of it
  /// when it throws. Writes run one at a time.
  ///
  /// Let an error of a statement leave the closure: some databases refuse to go on after one.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value
}
