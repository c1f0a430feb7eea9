import Casework
import InformationLaw
import PublicInterest
import Testing

/// A case in the making: an event is checked by the rules and then folded, as the archive does it.
struct Desk {
  var rules: CaseRules
  var records: [EventRecord] = []
  var subject: Case?

  var book: StatuteBook { rules.book }

  init() throws { rules = try Desk.builtIn.get() }

  private static let builtIn = Result {
    CaseRules(book: try StatuteBook.builtIn(), workflow: try Workflow.builtIn())
  }

  /// A desk with a case that is registered and nothing more.
  static func registered() throws -> Desk {
    var desk = try Desk()
    try desk.accept(.registered(Sample.registration))
    return desk
  }

  /// A desk with a case that an officer drafted as far as a state of the workflow.
  static func drafted(upTo state: String = "open") throws -> Desk {
    var desk = try registered()
    for event in Sample.drafting { try desk.accept(event) }
    let steps: [(state: String, event: CaseEvent, actor: Actor)] = [
      ("submitted", .submitted, .officer), ("approved", Sample.approval, .decisionMaker),
      ("issued", Sample.issue, .officer),
    ]
    for step in steps where desk.state != state { try desk.accept(step.event, by: step.actor) }
    try #require(desk.state == state)
    return desk
  }

  var state: String? { subject?.state }

  /// The decision as it stands.
  func decision() throws -> Decision { try #require(subject).decision }

  /// The reliance with an id.
  func reliance(_ id: String) throws -> Reliance {
    try #require(try decision().reliances.first { $0.id == id })
  }

  mutating func accept(
    _ event: CaseEvent, by actor: Actor = .officer, today: Day = Sample.today
  ) throws {
    try rules.check(event, by: actor, on: subject, today: today)
    record(event, by: actor)
  }

  /// Folds an event without asking the rules.
  mutating func record(_ event: CaseEvent, by actor: Actor = .officer) {
    let record = EventRecord(
      sequence: records.count + 1, at: "2026-06-01T10:00:00.000Z", actor: actor, event: event)
    records.append(record)
    if subject == nil {
      subject = Case(
        records: records, workflow: rules.workflow, authority: Authority(name: "The authority"))
    } else {
      subject?.apply(record, workflow: rules.workflow)
    }
  }

  /// Why the rules refuse an event, or nil where they accept it.
  func refusal(
    of event: CaseEvent, by actor: Actor = .officer, today: Day = Sample.today,
    unlawfulFindings: Int = 0
  ) -> Refusal? {
    do throws(Refusal) {
      try rules.check(
        event, by: actor, on: subject, today: today, unlawfulFindings: { unlawfulFindings })
      return nil
    } catch {
      return error
    }
  }
}
