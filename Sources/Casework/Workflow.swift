public import DataFiles

/// Where a case can stand, what can happen to it and who may do it: data, checked when it is loaded.
public struct Workflow: Sendable {
  /// A state.
  public struct State: Sendable, Identifiable {
    /// The key.
    public var id: String
    /// The name on pages.
    public var name: String
    /// What it means.
    public var meaning: String
  }

  /// Something that can happen to a case.
  public struct Act: Sendable, Identifiable {
    /// The key, which is ``CaseEvent/act``.
    public var id: String
    /// The name in the history.
    public var name: String
    /// The states in which it can happen.
    public var states: [String]
    /// The roles that may do it.
    public var roles: [Role]
    /// Whether the program itself may do it.
    public var isForSystem: Bool
    /// The state it leads to, if it changes the state.
    public var target: String?
    /// Whether doing it makes somebody a drafter of the decision.
    public var drafts: Bool
  }

  /// The states; the first is where a case starts.
  public let states: [State]
  /// What can happen.
  public let acts: [Act]
  /// Who may see what.
  public let sights: [String: [Role]]
  /// Who may answer the questions of judgement, by the topic of the rule that asks.
  public let judges: [String: [Role]]
  private let actsByID: [String: Act]

  /// The workflow that is built in.
  public static func builtIn() throws(DataFileError) -> Workflow {
    try Workflow(parsing: EmbeddedText.files["workflow.yaml"] ?? "", file: "workflow.yaml")
  }

  /// Reads a workflow and checks that every state is reachable and every name is known.
  public init(parsing text: String, file: String) throws(DataFileError) {
    let root = try DataNode(parsing: text, file: file)
    (states, acts, sights, judges) = try root.mapping { top throws(DataFileError) in
      let states = try top.list("states") { node throws(DataFileError) in
        (node, try State(node))
      }
      guard !states.isEmpty else { throw root.error("'states' is empty") }
      try Workflow.refuseRepeats(states.map { ($0, $1.id) }, called: "state")
      let ids = states.map(\.1.id)
      let acts = try top.list("acts") { node throws(DataFileError) in
        (node, try Act(node, states: ids))
      }
      try Workflow.refuseRepeats(acts.map { ($0, $1.id) }, called: "act")
      try Workflow.refuseUnreachable(states, by: acts.map(\.1))
      return (
        states.map(\.1), acts.map(\.1), try Workflow.roles(in: top, of: "sights", called: "sight"),
        try Workflow.roles(in: top, of: "judges", called: "topic")
      )
    }
    actsByID = Dictionary(acts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The act with an id.
  public func act(_ id: String) -> Act? { actsByID[id] }

  /// The name of a state.
  public func name(ofState id: String) -> String {
    states.first { $0.id == id }?.name ?? id
  }

  /// Whether somebody in a role may do an act to a case in a state (nil: not registered yet).
  public func allows(_ act: String, in state: String?, by role: Role) -> Bool {
    guard let act = actsByID[act], act.roles.contains(role) else { return false }
    return state.map { act.states.contains($0) } ?? act.states.isEmpty
  }

  /// Whether a role may see a kind of thing.
  public func sees(_ sight: String, role: Role) -> Bool { sights[sight]?.contains(role) == true }

  /// Whether a role may answer the questions of a topic.
  public func judges(_ topic: String, role: Role) -> Bool { judges[topic]?.contains(role) == true }

  /// Reads a list of entries that each name the roles they are for.
  private static func roles(
    in top: MappingReader, of list: String, called what: String
  ) throws(DataFileError) -> [String: [Role]] {
    let entries = try top.list(list) { node throws(DataFileError) in
      try node.mapping { entry throws(DataFileError) in
        var roles: [Role] = []
        for role in try entry.required("by").list() { roles.append(try role.choice(Role.self)) }
        return (node: node, id: try entry.string("id"), roles: roles)
      }
    }
    try refuseRepeats(entries.map { ($0.node, $0.id) }, called: what)
    return Dictionary(entries.map { ($0.id, $0.roles) }, uniquingKeysWith: { first, _ in first })
  }

  private static func refuseRepeats(
    _ entries: [(node: DataNode, id: String)], called what: String
  ) throws(DataFileError) {
    var seen: Set<String> = []
    for (node, id) in entries where !seen.insert(id).inserted {
      throw node.error("the \(what) '\(id)' is listed twice")
    }
  }

  private static func refuseUnreachable(
    _ states: [(node: DataNode, state: State)], by acts: [Act]
  ) throws(DataFileError) {
    var reached: Set<String> = Set(acts.filter(\.states.isEmpty).compactMap(\.target))
    var grew = true
    while grew {
      let next = acts.filter { !reached.isDisjoint(with: $0.states) }.compactMap(\.target)
      grew = !reached.isSuperset(of: next)
      reached.formUnion(next)
    }
    for (node, state) in states where !reached.contains(state.id) {
      throw node.error("no act leads to the state '\(state.id)'")
    }
  }
}

extension Workflow.State {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { state throws(DataFileError) in
      Workflow.State(
        id: try state.string("id"), name: try state.string("name"),
        meaning: try state.string("meaning"))
    }
  }
}

extension Workflow.Act {
  init(_ node: DataNode, states known: [String]) throws(DataFileError) {
    self = try node.mapping { act throws(DataFileError) in
      func check(_ state: String, _ node: DataNode) throws(DataFileError) {
        guard known.contains(state) else {
          let hint = nearest(to: state, in: known).map { "; did you mean '\($0)'?" } ?? ""
          throw node.error("there is no state '\(state)'\(hint)")
        }
      }
      let states = try act.strings("in")
      for state in states { try check(state, node) }
      if let target = try act.optionalString("to") { try check(target, node) }
      var roles: [Role] = []
      var system = false
      for role in try act.required("by").list() {
        if try role.string() == "system" {
          system = true
        } else {
          roles.append(try role.choice(Role.self))
        }
      }
      return Workflow.Act(
        id: try act.string("id"), name: try act.string("name"), states: states, roles: roles,
        isForSystem: system, target: try act.optionalString("to"),
        drafts: try act.flag("drafts"))
    }
  }
}
