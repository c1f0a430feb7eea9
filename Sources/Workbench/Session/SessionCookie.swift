import Storage

/// The cookie that holds the token of a session.
enum SessionCookie {
  static let name = "steelyard"

  /// Sets the token: not for scripts, and not sent from other sites' forms.
  static func set(_ token: String) -> String {
    "\(name)=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(Guardhouse.lifetime)"
  }

  /// Takes the token away.
  static let cleared = "\(name)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
}

extension Problem {
  static let usedInvitation = Problem(
    status: .gone, title: "This link has been used or has run out",
    message: "A set-up link works once and for seven days. Ask the administrator for a new one.")
}

extension Visit {
  /// The account that the invitation in the address is for.
  func invited() async throws -> Account {
    guard let account = try await house.guardhouse.invitedAccount(token: try parameter("token"))
    else { throw Problem.usedInvitation }
    return account
  }
}
