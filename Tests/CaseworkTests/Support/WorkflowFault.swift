import Testing

/// A workflow with one thing wrong in it.
struct WorkflowFault: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var change: (from: String, to: String)
  var line: Int
  var message: String

  static let sound = """
    states:
      - {id: open, name: Open, meaning: Being worked on}
      - {id: closed, name: Closed, meaning: Done}
    acts:
      - {id: registered, name: Registered, in: [], by: [officer], to: open}
      - {id: closed, name: Closed, in: [open], by: [officer, system], to: closed}
    sights:
      - {id: case, by: [officer, auditor]}
    """

  static let all = [
    WorkflowFault(
      testDescription: "an act in an unknown state", change: ("in: [open]", "in: [opne]"), line: 6,
      message: "there is no state 'opne'; did you mean 'open'?"),
    WorkflowFault(
      testDescription: "an act that leads to an unknown state",
      change: ("to: closed}", "to: shelved}"), line: 6, message: "there is no state 'shelved'"),
    WorkflowFault(
      testDescription: "a state that nothing leads to", change: ("to: closed}", "to: open}"),
      line: 3, message: "no act leads to the state 'closed'"),
    WorkflowFault(
      testDescription: "a state that only itself leads to",
      change: ("in: [open], by: [officer, system]", "in: [closed], by: [officer]"), line: 3,
      message: "no act leads to the state 'closed'"),
    WorkflowFault(
      testDescription: "an act listed twice",
      change: ("- {id: closed, name: Closed, in", "- {id: registered, name: Closed, in"), line: 6,
      message: "the act 'registered' is listed twice"),
    WorkflowFault(
      testDescription: "a state listed twice", change: ("{id: closed, name", "{id: open, name"),
      line: 3, message: "the state 'open' is listed twice"),
    WorkflowFault(
      testDescription: "a sight listed twice",
      change: (
        "- {id: case, by: [officer, auditor]}",
        "- {id: case, by: [officer]}\n  - {id: case, by: [auditor]}"
      ), line: 9, message: "the sight 'case' is listed twice"),
    WorkflowFault(
      testDescription: "an unknown role for an act",
      change: ("by: [officer, system]", "by: [oficer]"), line: 6,
      message: "'oficer' is not one of: officer, decision maker, information owner, "
        + "administrator, auditor; did you mean 'officer'?"),
    WorkflowFault(
      testDescription: "an unknown role for a sight",
      change: ("by: [officer, auditor]", "by: [officer, system]"), line: 8,
      message: "'system' is not one of: officer, decision maker, information owner, "
        + "administrator, auditor"),
    WorkflowFault(
      testDescription: "a misspelt key", change: ("name: Registered", "nmae: Registered"), line: 5,
      message: "unknown key 'nmae'; did you mean 'name'?"),
    WorkflowFault(
      testDescription: "a flag that is neither yes nor no",
      change: ("to: closed}", "to: closed, drafts: maybe}"), line: 6,
      message: "'maybe' should be yes or no"),
    WorkflowFault(
      testDescription: "no state at all",
      change: (String(sound.prefix { $0 != "a" }), "states: []\n"), line: 1,
      message: "'states' is empty"),
  ]
}
