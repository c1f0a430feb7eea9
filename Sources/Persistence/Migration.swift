/// One step in the history of a schema.
///
/// A step that has been released is never changed, moved or taken out; what it got wrong is put
/// right by a later one.
public struct Migration: Sendable {
  /// A name that no other step has.
  public var id: String
  /// The statements, in order.
  public var statements: [SQL]

  /// Makes a step.
  public init(id: String, statements: [SQL]) {
    self.id = id
    self.statements = statements
  }
}

extension Database {
  /// Brings the schema up to date and returns the names of the steps that it ran.
  ///
  /// All steps that are still to run do so in one transaction: a start that is cut short leaves
  /// the database as it was.
  ///
  /// - Throws: ``PersistenceError`` where the database has steps that `migrations` has not (a
  ///   newer program made it), has them in another order, or a statement fails. Nothing is
  ///   changed then.
  @discardableResult
  public func migrate(_ migrations: [Migration]) async throws -> [String] {
    var names: Set<String> = []
    for migration in migrations where !names.insert(migration.id).inserted {
      throw PersistenceError(
        .repeatedMigration(migration.id), "two migrations are called '\(migration.id)'")
    }
    return try await write { session in
      try Migration.run(migrations, in: session)
    }
  }
}

extension Migration {
  static func run(
    _ migrations: [Migration], in session: any Session
  ) throws(PersistenceError) -> [String] {
    try session.execute(
      """
      CREATE TABLE IF NOT EXISTS applied_migration (
        position INTEGER NOT NULL PRIMARY KEY,
        id TEXT NOT NULL UNIQUE
      )
      """)
    let done = try applied(in: session)
    try check(done, against: migrations.map(\.id))
    let pending = migrations[done.count...]
    for (offset, migration) in pending.enumerated() {
      for statement in migration.statements { try session.execute(statement) }
      try session.execute(
        """
        INSERT INTO applied_migration (position, id)
        VALUES (\(done.count + offset + 1), \(migration.id))
        """)
    }
    return pending.map(\.id)
  }

  private static func applied(in session: any Session) throws(PersistenceError) -> [String] {
    var names: [String] = []
    for row in try session.query("SELECT id FROM applied_migration ORDER BY position") {
      names.append(try row.value("id"))
    }
    return names
  }

  /// What has been run has to be how the known steps begin.
  private static func check(
    _ done: [String], against known: [String]
  ) throws(PersistenceError) {
    for id in done where !known.contains(id) {
      throw PersistenceError(
        .unknownMigration(id),
        "the database was made by a newer version of this program (it has the migration '\(id)');"
          + " run that version, or restore a backup from before it")
    }
    for (id, expected) in zip(done, known) where id != expected {
      throw PersistenceError(
        .migrationOutOfOrder(id),
        "the database has the migration '\(id)' where this program has '\(expected)'; it was"
          + " made by a different line of versions and cannot be opened by this one")
    }
  }
}
