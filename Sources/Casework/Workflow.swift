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
  private let actsByID: [String: Act]

  /// The workflow that is built in.
  public static func builtIn() throws(DataFileError) -> Workflow {
    try Workflow(parsing: EmbeddedText.files["workflow.yaml"] ?? "", file: "workflow.yaml")
  }

  /// Reads a workflow and checks that every state is reachable and every name is known.
  public init(parsing text: String, file: String) throws(DataFileError) {
    let root = try DataNode(parsing: text, file: file)
    (states, acts, sights) = try root.mapping { top throws(DataFileError) in
      let states = try top.list("states") { node throws(DataFileError) in
        try node.mapping { state throws(DataFileError) in
          State(
            id: try state.string("id"), name: try state.string("name"),
            meaning: try state.string("meaning"))
        }
      }
      let ids = states.map(\.id)
      let acts = try top.list("acts") { node throws(DataFileError) in
        try Act(node, states: ids)
      }
      let sights = try top.list("sights") { node throws(DataFileError) in
        try node.mapping { sight throws(DataFileError) in
          var roles: [Role] = []
          for role in try sight.required("by").list() { roles.append(try role.choice(Role.self)) }
          return (try sight.string("id"), roles)
        }
      }
      return (states, acts, Dictionary(sights, uniquingKeysWith: { first, _ in first }))
    }
    actsByID = Dictionary(acts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard actsByID.count == acts.count else { throw root.error("an act is listed twice") }
    try refuseUnreachableStates(at: root)
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

  private func refuseUnreachableStates(at root: DataNode) throws(DataFileError) {
    guard !states.isEmpty else { throw root.error("'states' is empty") }
    var reached: Set<String> = Set(acts.filter(\.states.isEmpty).compactMap(\.target))
    var grew = true
    while grew {
      let next = acts.filter { !reached.isDisjoint(with: $0.states) }.compactMap(\.target)
      grew = !reached.isSuperset(of: next)
      reached.formUnion(next)
    }
    for state in states where !reached.contains(state.id) {
      throw root.error("no act leads to the state '\(state.id)'")
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
        if try role.string() == "system" { system = true } else {
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
