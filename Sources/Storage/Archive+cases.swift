public import Casework
import Foundation
import InformationLaw
import Persistence
import PublicInterest

extension Archive {
  /// Registers a request.
  ///
  /// - Parameters:
  ///   - registration: the request; where its reference is empty, the next free one of the year is
  ///     taken.
  ///   - requester: who asked.
  ///   - check: decides whether it is accepted; its error is passed on and nothing is written.
  /// - Returns: the reference.
  public func register(
    _ registration: Registration, requester: Requester, by actor: Actor, at stamp: String,
    check: @escaping @Sendable (Registration) throws -> Void
  ) async throws -> String {
    try await database.write { session in
      var registration = registration
      if registration.reference.isEmpty {
        registration.reference = try nextReference(for: registration, in: session)
      }
      let reference = registration.reference
      try check(registration)
      let taken = try session.query("SELECT 1 AS n FROM cases WHERE reference = \(reference)")
      guard taken.isEmpty else {
        throw Refusal(
          .invalid, "There is already a case \(reference). Give this one another reference.",
          field: "reference")
      }
      let record = EventRecord(
        sequence: 1, at: stamp, actor: actor, event: .registered(registration))
      let subject = try fold([record], in: session)
      try session.execute(
        """
        INSERT INTO cases (reference, title, regime, received, clock_events, state, version)
        VALUES (\(reference), '', '', '', '', '', 0)
        """)
      try insert(record, of: subject, in: session)
      try session.execute(
        """
        INSERT INTO requesters (reference, name, address, original)
        VALUES (\(reference), \(requester.name), \(requester.address), \(requester.original))
        """)
      return reference
    }
  }

  /// Appends an event to a case.
  ///
  /// - Parameters:
  ///   - version: the version the person saw. Where the case has moved on, the event still stands
  ///     unless somebody has set the same part since.
  ///   - check: decides whether the event is accepted on the case as it stands now.
  /// - Throws: `Refusal` of kind `conflict`, or what `check` throws; nothing is written then.
  /// - Returns: the case with the event.
  @discardableResult
  public func append(
    _ event: CaseEvent, to reference: String, basedOn version: Int, by actor: Actor,
    at stamp: String, check: @escaping @Sendable (Case) throws -> Void
  ) async throws -> Case {
    switch event {
    case .issued, .fileSet:
      // Only a cleared release is issued, and a file comes with its bytes.
      throw Refusal(.notAllowed, "This is not done by itself.")
    default: break
    }
    return try await database.write { session in
      let records = try records(of: reference, in: session)
      var subject = try fold(records, in: session)
      try Concurrency.check(event, since: records.drop { $0.sequence <= version })
      try check(subject)
      let record = EventRecord(
        sequence: subject.version + 1, at: stamp, actor: actor, event: event)
      subject.apply(record, workflow: workflow)
      try insert(record, of: subject, in: session)
      return subject
    }
  }

  /// The case as it stands.
  public func subject(_ reference: String) async throws -> Case {
    try await database.read { session in
      try fold(try records(of: reference, in: session), in: session)
    }
  }

  /// The case as it stood at a version that somebody saw, and as it stands where that is later than any.
  public func subject(_ reference: String, at version: Int) async throws -> Case {
    try await database.read { session in
      let records = try records(of: reference, in: session)
      return try fold(Array(records.prefix { $0.sequence <= max(version, 1) }), in: session)
    }
  }

  /// The version of a case, or nil where there is none.
  public func version(of reference: String) async throws -> Int? {
    try await database.read { session in
      try session.query("SELECT version FROM cases WHERE reference = \(reference)").first.map {
        try $0.integer("version")
      }
    }
  }

  /// The history of a case, in order.
  public func records(of reference: String) async throws -> [EventRecord] {
    try await database.read { session in try records(of: reference, in: session) }
  }

  /// Who asked. Only for those who may see it.
  public func requester(of reference: String) async throws -> Requester? {
    try await database.read { session in
      try session.query(
        "SELECT name, address, original FROM requesters WHERE reference = \(reference)"
      ).first.map {
        Requester(
          name: try $0.text("name"), address: try $0.text("address"),
          original: try $0.text("original"))
      }
    }
  }

  /// The letter as it was issued.
  public func dispatchedLetter(of reference: String) async throws -> DispatchedLetter? {
    try await database.read { session in
      try session.query("SELECT letter, html, docx FROM dispatches WHERE reference = \(reference)")
        .first.map {
          DispatchedLetter(
            text: try $0.text("letter"), html: try $0.text("html"), docx: try $0.value("docx"))
        }
    }
  }
}
