public import Casework
import Foundation
public import InformationLaw
public import Persistence
public import PublicInterest

/// Everything the authority keeps: cases with their histories, requesters, accounts, sessions and
/// settings. The SQL of the product is in this room and nowhere else.
///
/// A case is its events. `cases` is a projection for lists, written in the same transaction and
/// rebuilt from the events by ``rebuildProjections()``. Who asked is in a table of its own, which only
/// ``requester(of:)`` reads.
public struct Archive: Sendable {
  let database: any Database
  let book: StatuteBook
  let workflow: Workflow

  /// Opens an archive: brings the database's tables up to date.
  ///
  /// - Throws: `PersistenceError` where the database was written by a newer version or cannot be used.
  public init(
    database: any Database, book: StatuteBook, workflow: Workflow
  ) async throws {
    self.database = database
    self.book = book
    self.workflow = workflow
    try await database.migrate(Schema.migrations)
  }
}

/// Who asked, and the request in their own words: kept apart from the case papers.
public struct Requester: Codable, Equatable, Sendable {
  /// The name.
  public var name: String
  /// Where the answer goes: an e-mail or postal address.
  public var address: String
  /// The request as it came in.
  public var original: String

  /// Makes a requester.
  public init(name: String, address: String, original: String) {
    self.name = name
    self.address = address
    self.original = original
  }
}

/// A line of the work list.
public struct CaseLine: Equatable, Sendable {
  /// The reference.
  public var reference: String
  /// A few words about the case.
  public var title: String
  /// The regime.
  public var regime: Regime
  /// The day of receipt.
  public var received: Day
  /// What happened to the clock.
  public var clockEvents: [ClockFact]
  /// The state, a key of the workflow.
  public var state: String
  /// The number of the last event.
  public var version: Int
  /// What the case waits for.
  public var nextStep: String?
}

/// Something that was looked for and is not in the archive.
public struct NotInArchive: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was looked for.
  public var description: String
}
