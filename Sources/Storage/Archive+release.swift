public import Casework
import Foundation
import InformationLaw
import Persistence

/// Bytes that are kept for a case, with what is known of them.
public struct KeptFile: Sendable {
  /// The SHA-256 of the bytes, in hexadecimal.
  public var sha256: String
  /// The bytes.
  public var bytes: [UInt8]
  /// The full inspection, as `inspection/1`.
  public var inspection: String
  /// The report of the redaction that made them, as `redaction/1`; nil where none did.
  public var redaction: String?

  /// Makes a file.
  public init(sha256: String, bytes: [UInt8], inspection: String, redaction: String? = nil) {
    self.sha256 = sha256
    self.bytes = bytes
    self.inspection = inspection
    self.redaction = redaction
  }
}

/// Passages that somebody has marked in a file and not taken out yet.
public struct KeptPlan: Equatable, Sendable {
  /// The SHA-256 of the bytes in which they are marked.
  public var source: String
  /// Counts the changes, so that two people do not overwrite each other unseen.
  public var revision: Int
  /// The marks, as `redaction-plan/1`.
  public var plan: String

  /// Makes a plan.
  public init(source: String, revision: Int, plan: String) {
    self.source = source
    self.revision = revision
    self.plan = plan
  }
}

extension Archive {
  /// Puts a file into a release: the event and the bytes, in one transaction.
  ///
  /// - Throws: `Refusal`, or what `check` throws; nothing is written then.
  @discardableResult
  public func set(
    _ file: ReleaseFile, keeping kept: KeptFile, in reference: String, basedOn version: Int,
    by actor: Actor, at stamp: String, check: @escaping @Sendable (Case) throws -> Void
  ) async throws -> Case {
    let event = CaseEvent.fileSet(file: file)
    return try await database.write { session in
      guard file.sha256 == kept.sha256 else {
        throw Refusal(.invalid, "The bytes are not those that were inspected.")
      }
      let records = try records(of: reference, in: session)
      var subject = try fold(records, in: session)
      try Concurrency.check(event, since: records.drop { $0.sequence <= version })
      try check(subject)
      try keep(kept, for: reference, in: session)
      let record = EventRecord(
        sequence: subject.version + 1, at: stamp, actor: actor, event: event)
      subject.apply(record, workflow: workflow)
      try insert(record, of: subject, in: session)
      return subject
    }
  }

  /// The bytes of a file of a case; nil where the case never had a file with this digest.
  public func file(_ sha256: String, of reference: String) async throws -> KeptFile? {
    try await database.read { session in
      try session.query(
        """
        SELECT f.bytes, c.inspection, c.redaction FROM case_files c
        JOIN files f ON f.sha256 = c.sha256
        WHERE c.reference = \(reference) AND c.sha256 = \(sha256)
        """
      ).first.map {
        KeptFile(
          sha256: sha256, bytes: try $0.value("bytes"),
          inspection: try $0.optionalText("inspection") ?? "",
          redaction: try $0.optionalText("redaction"))
      }
    }
  }

  /// The full inspection of a file of a case, without its bytes.
  public func inspection(of sha256: String, in reference: String) async throws -> String? {
    try await database.read { session in
      try session.query(
        """
        SELECT inspection FROM case_files
        WHERE reference = \(reference) AND sha256 = \(sha256)
        """
      ).first.flatMap { try $0.optionalText("inspection") }
    }
  }

  /// Other cases that hold a file with the same bytes.
  public func otherCases(with sha256: String, than reference: String) async throws -> [String] {
    try await database.read { session in
      try session.query(
        """
        SELECT reference FROM case_files
        WHERE sha256 = \(sha256) AND reference <> \(reference) ORDER BY reference LIMIT 10
        """
      ).map { try $0.text("reference") }
    }
  }

  /// The marks that were made in a file and not carried out yet.
  public func plan(for file: String, of reference: String) async throws -> KeptPlan? {
    try await database.read { session in try plan(for: file, of: reference, in: session) }
  }

  /// Keeps the marks in a file.
  ///
  /// - Throws: `Refusal` of kind `conflict` where somebody changed them since revision `basedOn`; the
  ///   first revision is based on 0.
  public func set(
    _ plan: String, source: String, for file: String, of reference: String, basedOn: Int
  ) async throws {
    try await database.write { session in
      let known = try self.plan(for: file, of: reference, in: session)
      guard (known?.revision ?? 0) == basedOn else {
        throw Refusal(
          .conflict, "Somebody else changed the marks in the meantime. Look at them again.")
      }
      try session.execute(
        "DELETE FROM redaction_plans WHERE reference = \(reference) AND file = \(file)")
      try session.execute(
        """
        INSERT INTO redaction_plans (reference, file, source, revision, plan)
        VALUES (\(reference), \(file), \(source), \(basedOn + 1), \(plan))
        """)
    }
  }

  /// Issues a release that the gate has cleared: the event, the letter and the files as they leave, in one
  /// transaction. Nothing has left where it fails.
  ///
  /// - Throws: `Refusal` where the case has moved on since it was cleared.
  public func issue(_ release: consuming ClearedRelease, at stamp: String) async throws {
    let release = release.opened()
    try await database.write { session in
      let records = try records(of: release.reference, in: session)
      var subject = try fold(records, in: session)
      guard subject.version == release.version else {
        throw Refusal(.conflict, "The case has changed since it was cleared. Look again.")
      }
      let record = EventRecord(
        sequence: release.version + 1, at: stamp, actor: release.actor, event: release.event)
      subject.apply(record, workflow: workflow)
      try insert(record, of: subject, in: session)
      try session.execute(
        """
        INSERT INTO dispatches (reference, issued_on, fingerprint, letter, html, docx)
        VALUES (\(release.reference), \(release.day.description), \(release.fingerprint),
          \(release.letter.text), \(release.letter.html), \(release.letter.docx))
        """)
      for (position, file) in release.files.enumerated() {
        try write(file, at: position, of: release.reference, in: session)
      }
    }
  }

  /// The files as they left, in their order.
  public func releasedFiles(of reference: String) async throws -> [ReleasedFile] {
    try await database.read { session in
      try session.query(
        """
        SELECT r.name, r.sha256, f.bytes FROM released_files r
        JOIN files f ON f.sha256 = r.sha256
        WHERE r.reference = \(reference) ORDER BY r.position
        """
      ).map {
        ReleasedFile(
          name: try $0.text("name"), sha256: try $0.text("sha256"), bytes: try $0.value("bytes"))
      }
    }
  }

  private func plan(
    for file: String, of reference: String, in session: any Session
  ) throws -> KeptPlan? {
    try session.query(
      """
      SELECT source, revision, plan FROM redaction_plans
      WHERE reference = \(reference) AND file = \(file)
      """
    ).first.map {
      KeptPlan(
        source: try $0.text("source"), revision: try $0.integer("revision"),
        plan: try $0.text("plan"))
    }
  }

  private func keep(
    _ file: KeptFile, for reference: String, in session: any Session
  ) throws {
    let known = try session.query("SELECT 1 AS n FROM files WHERE sha256 = \(file.sha256)")
    if known.isEmpty {
      try session.execute(
        """
        INSERT INTO files (sha256, size, bytes)
        VALUES (\(file.sha256), \(file.bytes.count), \(file.bytes))
        """)
    }
    try session.execute(
      "DELETE FROM case_files WHERE reference = \(reference) AND sha256 = \(file.sha256)")
    try session.execute(
      """
      INSERT INTO case_files (reference, sha256, inspection, redaction)
      VALUES (\(reference), \(file.sha256), \(file.inspection), \(file.redaction.databaseValue))
      """)
  }

  /// Writes that a file left, and makes sure that what is kept of it is what left.
  private func write(
    _ file: ReleasedFile, at position: Int, of reference: String, in session: any Session
  ) throws {
    let row = try session.query("SELECT bytes FROM files WHERE sha256 = \(file.sha256)").first
    let bytes: [UInt8]? = try row?.value("bytes")
    guard bytes == file.bytes else {
      throw NotInArchive(description: "the bytes of a file are not those that were cleared")
    }
    try session.execute(
      """
      INSERT INTO released_files (reference, position, name, sha256)
      VALUES (\(reference), \(position), \(file.name), \(file.sha256))
      """)
  }
}
