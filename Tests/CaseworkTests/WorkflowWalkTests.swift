import Casework
import Testing

/// Walks every state, role and act. The samples are valid in law, so that authority alone decides.
@Suite("Who may do what, and when")
struct WorkflowWalkTests {
  static let states: [String?] = [nil, "open", "submitted", "approved", "issued"]

  /// Everybody who can act: each role with an account that has drafted nothing, and the program.
  static let actors: [Actor] = Role.allCases.map { .person($0, id: "walker") } + [.system]

  let desks: [String?: Desk]
  let workflow: Workflow

  init() throws {
    var desks: [String?: Desk] = [nil: try Desk()]
    for state in Self.states.compactMap({ $0 }) { desks[state] = try Desk.drafted(upTo: state) }
    self.desks = desks
    workflow = try Workflow.builtIn()
  }

  private func isAllowed(_ act: String, in state: String?, by actor: Actor) -> Bool {
    if let role = actor.role { return workflow.allows(act, in: state, by: role) }
    guard let act = workflow.act(act), act.isForSystem else { return false }
    return state.map { act.states.contains($0) } ?? act.states.isEmpty
  }

  @Test("the rules accept what the workflow allows, and refuse everything else as not allowed")
  func everyCombination() throws {
    var count = 0
    for state in Self.states {
      let desk = try #require(desks[state])
      for event in Sample.eventOfEachAct {
        for actor in Self.actors {
          count += 1
          let refusal = desk.refusal(of: event, by: actor)
          let at = "\(event.act) in \(state ?? "unregistered") by \(actor.name): \(refusal as Any)"
          if isAllowed(event.act, in: state, by: actor) {
            #expect(refusal == nil, "\(at)")
          } else {
            #expect(refusal?.code == .notAllowed, "\(at)")
          }
        }
      }
    }
    #expect(count == 5 * 30 * 6)
  }

  @Test("an accepted act leads to the state that the workflow names, and to no other")
  func targets() throws {
    for state in Self.states {
      for event in Sample.eventOfEachAct {
        for actor in Self.actors where isAllowed(event.act, in: state, by: actor) {
          var desk = try #require(desks[state])
          try desk.accept(event, by: actor)
          let act = try #require(workflow.act(event.act))
          #expect(desk.state == (act.target ?? state), "\(event.act) in \(state ?? "none")")
          let drafted = actor.accountID.map { desk.subject?.drafters.contains($0) == true }
          #expect(drafted ?? false == act.drafts, "\(event.act) by \(actor.name)")
        }
      }
    }
  }

  @Test("the auditor and the administrator change nothing in any state")
  func onlookers() throws {
    for (state, desk) in desks {
      for event in Sample.eventOfEachAct {
        for role in [Role.auditor, .administrator] {
          let refusal = desk.refusal(of: event, by: .person(role))
          #expect(refusal?.code == .notAllowed, "\(event.act) in \(state ?? "none") by \(role)")
        }
      }
    }
  }

  @Test("a change of the workflow is seen in the table that is kept")
  func table() throws {
    let letters: [(letter: String, actor: Actor)] = zip(
      ["O", "D", "I", "A", "U", "S"], Self.actors
    )
    .map { ($0, $1) }
    func cell(_ event: CaseEvent, _ state: String?) throws -> String {
      let desk = try #require(desks[state])
      let may = letters.filter { desk.refusal(of: event, by: $0.actor) == nil }
      return may.isEmpty ? "-" : may.map(\.letter).joined()
    }
    var rows = [["act"] + Self.states.map { $0 ?? "unregistered" } + ["leads to", "drafts"]]
    for event in Sample.eventOfEachAct {
      let act = try #require(workflow.act(event.act))
      rows.append(
        [event.act] + (try Self.states.map { try cell(event, $0) })
          + [act.target ?? "-", act.drafts ? "yes" : "-"])
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let legend = letters.map { "# \($0.letter) \($0.actor.role?.rawValue ?? "the program itself")" }
    let head = ["# Who may do what to a case in which state, by somebody who drafted nothing:"]
    let text = (head + legend + [""] + lines).joined(separator: "\n") + "\n"
    try Golden.check(text, "workflow.txt")
  }
}
