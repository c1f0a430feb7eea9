import HTTPTypes
import Storage

/// The cookie that holds the token of a session.
enum SessionCookie {
  static let name = "steelyard"

  /// Sets the token: not for scripts, not sent from other sites' forms, and over HTTPS alone where the
  /// workbench is served so.
  static func set(_ token: String, in house: House) -> String {
    "\(name)=\(token); Max-Age=\(Guardhouse.lifetime)\(attributes(house))"
  }

  /// Takes the token away.
  static func cleared(in house: House) -> String { "\(name)=; Max-Age=0\(attributes(house))" }

  private static func attributes(_ house: House) -> String {
    "; Path=/; HttpOnly; SameSite=Lax\(house.isServedSecurely ? "; Secure" : "")"
  }
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
