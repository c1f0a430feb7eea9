import Casework
import HTTPTypes
import Storage

extension Visit {
  /// Does an act that needs no page of its own, against the version that the form was made from.
  ///
  /// - Parameter next: where to go from the case as it then stands.
  func append(
    _ event: CaseEvent, unlawfulFindings: Int = 0, next: (CaseFile) -> Address
  ) async throws -> Reply {
    let reference = try parameter("ref")
    let actor = try account().actor
    let today = today
    let house = house
    do {
      let saved = try await house.archive.append(
        event, to: reference, basedOn: Int(form["version"]) ?? 0, by: actor,
        at: house.now.stamp()
      ) { subject in
        try house.rules.check(
          event, by: actor, on: subject, today: today, unlawfulFindings: { unlawfulFindings })
      }
      return .seeOther(next(CaseFile(subject: saved, visit: self)))
    } catch let refusal as Refusal {
      throw Problem(
        status: refusal.code == .conflict ? .conflict : .unprocessableContent,
        title: "That could not be done", message: refusal.description)
    }
  }
}
