import Casework

/// Who may use a route. Every route declares one; a test walks every route with every role.
enum Access: Sendable {
  /// Anybody, signed in or not.
  case anyone
  /// Anybody with an account.
  case signedIn
  /// Those who may see a kind of thing, by the workflow's `sights`.
  case sight(String)
  /// Those whose role may do an act, by the workflow's `acts`, whatever the case's state.
  case act(String)
  /// Those in a role.
  case role(Role)

  /// Whether somebody in a role may use the route.
  func allows(_ role: Role, workflow: Workflow) -> Bool {
    switch self {
    case .anyone, .signedIn: true
    case .sight(let sight): workflow.sees(sight, role: role)
    case .act(let act): workflow.act(act)?.roles.contains(role) == true
    case .role(let wanted): role == wanted
    }
  }

  /// Whether it can be used without signing in.
  var isPublic: Bool {
    if case .anyone = self { return true }
    return false
  }
}
