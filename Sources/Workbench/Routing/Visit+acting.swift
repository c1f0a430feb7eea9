import Casework
import HTTPTypes
import Storage

extension Visit {
  /// The version that the form was made from; 0, before everything, where it carries none.
  var formVersion: Int { Int(form["version"]) ?? 0 }

  /// Appends an event to a case as whoever is signed in, if the rules accept it.
  ///
  /// - Parameters:
  ///   - version: the version that the person saw.
  ///   - isExact: whether the case must not have moved on at all since, as for approving what was read.
  ///   - unlawfulFindings: how many the draft has; asked only for an approval.
  ///   - also: a check of the page's own, of the case on which the event would be written.
  /// - Throws: `Refusal`; nothing is written then.
  func save(
    _ event: CaseEvent, to reference: String, basedOn version: Int, isExact: Bool = false,
    unlawfulFindings: Int = 0, also check: @escaping @Sendable (Case) throws -> Void = { _ in }
  ) async throws -> CaseFile {
    let actor = try account().actor
    let today = today
    let house = house
    let saved = try await house.archive.append(
      event, to: reference, basedOn: version, by: actor, at: house.now.stamp()
    ) { subject in
      if isExact, subject.version != version {
        throw Refusal.caseMoved
      }
      try house.rules.check(
        event, by: actor, on: subject, today: today, unlawfulFindings: { unlawfulFindings })
      try check(subject)
    }
    return CaseFile(subject: saved, visit: self)
  }

  /// Does an act that needs no page of its own, against the version that the form was made from.
  ///
  /// - Parameter next: where to go from the case as it then stands.
  func append(_ event: CaseEvent, next: (CaseFile) -> Address) async throws -> Reply {
    let reference = try parameter("ref")
    do {
      return .seeOther(next(try await save(event, to: reference, basedOn: formVersion)))
    } catch let refusal as Refusal {
      throw Problem(
        status: refusal.code == .conflict ? .conflict : .unprocessableContent,
        title: "That could not be done", message: refusal.description)
    }
  }
}

extension Refusal {
  /// What was read is not what stands any more.
  static let caseMoved = Refusal(
    .conflict, "The case has changed since you opened this page. Look again.")
}
