/// What went wrong in a database.
///
/// Compare by code. The message is for people who run the program; it names tables, columns and
/// statements but never a stored value, so it may be logged.
public struct PersistenceError: Error, Sendable {
  /// What kind of failure it is.
  public var code: Code
  /// What happened and, where there is something to do, what to do.
  public var message: String
  /// The database library's own error.
  public var cause: (any Error)?

  /// Makes an error.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The kinds of failure that a caller can tell apart.
  public enum Code: Hashable, Sendable {
    /// A row with these values is there already. The columns are written `table.column`; where
    /// the rule is an index over expressions, its name stands instead.
    case uniqueViolation(columns: [String])
    /// A row refers to one that is not there, or one that is referred to was to go.
    case foreignKeyViolation
    /// A value breaks a rule of the schema: it is missing, or a check refuses it.
    case checkViolation
    /// A row has no column of this name.
    case missingColumn(String)
    /// A row has more than one column of this name.
    case ambiguousColumn(String)
    /// The column holds another kind of value than was asked for.
    case unexpectedValue(column: String)
    /// A value cannot be stored unchanged.
    case unstorableValue
    /// Something tried to write inside a read.
    case writeInRead
    /// Someone else held the database for longer than the waiting time.
    case locked
    /// The file is not a database.
    case notADatabase
    /// The database is damaged.
    case damaged
    /// The file or its folder cannot be opened, made or written.
    case notWritable
    /// There is no room left.
    case full
    /// The database was changed by a migration that this program does not know.
    case unknownMigration(String)
    /// The database's migrations were run in another order than this program has them.
    case migrationOutOfOrder(String)
    /// Two migrations have the same name.
    case repeatedMigration(String)
    /// Anything else: a mistake in a statement, or a fault of the disk.
    case failed
  }
}

extension PersistenceError: Equatable {
  /// Whether both are the same kind of failure.
  public static func == (one: Self, other: Self) -> Bool { one.code == other.code }
}

extension PersistenceError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
