import Casework
import Foundation
import InformationLaw
import Persistence
import PublicInterest

extension Archive {
  func records(of reference: String, in session: any Session) throws -> [EventRecord] {
    let rows = try session.query(
      """
      SELECT sequence, at, actor, payload FROM events
      WHERE reference = \(reference) ORDER BY sequence
      """)
    guard !rows.isEmpty else { throw NotInArchive(description: "there is no case \(reference)") }
    let decoder = JSONDecoder()
    return try rows.map { row in
      EventRecord(
        sequence: try row.integer("sequence"), at: try row.text("at"),
        actor: try decoder.decode(Actor.self, from: Data(try row.text("actor").utf8)),
        event: try decoder.decode(CaseEvent.self, from: Data(try row.text("payload").utf8)))
    }
  }

  func fold(_ records: [EventRecord], in session: any Session) throws -> Case {
    let authority = try authority(in: session)
    guard let subject = Case(records: records, workflow: workflow, authority: authority) else {
      throw NotInArchive(description: "the history of the case has a gap or no beginning")
    }
    return subject
  }

  /// Writes an event and the projection that follows from it, and reads the event back before
  /// anybody is told that it is saved.
  func insert(_ record: EventRecord, of subject: Case, in session: any Session) throws {
    let payload = try json(record.event)
    let reference = subject.reference
    try session.execute(
      """
      INSERT INTO events (reference, sequence, at, actor, act, payload)
      VALUES (\(reference), \(record.sequence), \(record.at), \(try json(record.actor)),
        \(record.event.act), \(payload))
      """)
    try project(subject, in: session)
    let row = try session.query(
      """
      SELECT payload FROM events
      WHERE reference = \(reference) AND sequence = \(record.sequence)
      """
    ).first
    guard try row?.text("payload") == payload else {
      throw NotInArchive(description: "the event did not read back as it was written")
    }
  }

  func project(_ subject: Case, in session: any Session) throws {
    try session.execute(
      """
      UPDATE cases SET
        title = \(subject.title),
        regime = \(subject.decision.regime.rawValue),
        received = \(subject.decision.received.description),
        clock_events = \(try json(subject.decision.clockEvents)),
        state = \(subject.state),
        version = \(subject.version),
        next_step = \(subject.nextStep(book: book).databaseValue)
      WHERE reference = \(subject.reference)
      """)
  }

  /// Writes every projection again from the events.
  public func rebuildProjections() async throws {
    try await database.write { session in
      for row in try session.query("SELECT reference FROM cases ORDER BY reference") {
        let reference = try row.text("reference")
        try project(fold(try records(of: reference, in: session), in: session), in: session)
      }
    }
  }

  /// The next reference of the year in which the request was received: `FOI-2026-0001`.
  func nextReference(for registration: Registration, in session: any Session) throws -> String {
    let regime = registration.regime == .eir ? "EIR" : "FOI"
    let prefix = "\(regime)-\(registration.received.components.year)-"
    let rows = try session.query(
      "SELECT reference FROM cases WHERE reference LIKE \(prefix + "%")")
    // A reference given by hand may end in anything; what is too long to be a count is not one.
    let numbers = try rows.compactMap { UInt32(try $0.text("reference").dropFirst(prefix.count)) }
    let next = String(Int(numbers.max() ?? 0) + 1)
    return prefix + String(repeating: "0", count: max(0, 4 - next.count)) + next
  }

  func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
