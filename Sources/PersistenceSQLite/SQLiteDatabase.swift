import Foundation
import GRDB
public import Persistence

/// The embedded store: one SQLite file, with its write-ahead log beside it.
///
/// A write has reached the disk when it returns (`synchronous = FULL`): neither a killed process
/// nor a power cut takes it back. Readers see the last finished write and never wait for a writer.
/// Foreign keys are enforced, and a function or view that someone planted in the file is not
/// trusted.
public final class SQLiteDatabase: Persistence.Database {
  /// SQLite's dialect.
  public let dialect = Dialect.sqlite

  let pool: DatabasePool
  private let folderToRemove: URL?

  /// Opens the database file at `path`. Where there is none it is made, readable by its owner
  /// only, and so is the folder that it is to stand in.
  ///
  /// - Parameter busyTimeout: how long to wait while another process holds the file.
  /// - Throws: ``PersistenceError`` with the code `notWritable`, `notADatabase`, `damaged` or
  ///   `locked`.
  public convenience init(
    path: String, busyTimeout: Duration = .seconds(5)
  ) throws(Persistence.PersistenceError) {
    try self.init(path: path, busyTimeout: busyTimeout, folderToRemove: nil)
  }

  /// A database of its own for one test: gone, with its folder, when the last reference is.
  public static func temporary() throws(Persistence.PersistenceError) -> SQLiteDatabase {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steelyard-\(UUID().uuidString)", directoryHint: .isDirectory)
    return try SQLiteDatabase(
      path: folder.appending(path: "store.sqlite").path, busyTimeout: .seconds(5),
      folderToRemove: folder)
  }

  private init(
    path: String, busyTimeout: Duration, folderToRemove: URL?
  ) throws(Persistence.PersistenceError) {
    self.folderToRemove = folderToRemove
    do {
      try DatabaseFile.make(path: path)
      pool = try DatabasePool(path: path, configuration: Self.configuration(busyTimeout))
      // The pool sets NORMAL when it turns on the log, so this has to come after.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      throw PersistenceError(opening: path, failed: error)
    }
  }

  deinit {
    guard let folderToRemove else { return }
    // Nothing can be done about a temporary file that does not want to go.
    try? pool.close()
    try? FileManager.default.removeItem(at: folderToRemove)
  }

  private static func configuration(_ busyTimeout: Duration) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout / .seconds(1))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
    return configuration
  }

  /// Reads one state of the database, beside whatever is being written.
  public func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.read { try body(SQLiteSession(database: $0, mayWrite: false)) }
    } catch let error as DatabaseError {
      throw PersistenceError(error, mayWrite: false)
    }
  }

  /// Writes in one immediate transaction.
  public func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Session) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.write { try body(SQLiteSession(database: $0, mayWrite: true)) }
    } catch let error as DatabaseError {
      // The session translates its own errors; this one comes from BEGIN or COMMIT.
      throw PersistenceError(error, mayWrite: true)
    }
  }
}
