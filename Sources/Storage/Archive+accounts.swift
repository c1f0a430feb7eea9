public import Casework
import Persistence

/// Somebody who signs in.
public struct Account: Equatable, Sendable, Identifiable {
  /// The id that the history keeps.
  public var id: String
  /// The address used to sign in, in lower case.
  public var email: String
  /// The name that others see.
  public var name: String
  /// The role.
  public var role: Role
  /// The hash of the password, once one was chosen.
  public var passwordHash: String?
  /// Whether the account is closed for good.
  public var isClosed: Bool

  /// Makes an account that has no password yet.
  public init(id: String, email: String, name: String, role: Role) {
    self.id = id
    self.email = email
    self.name = name
    self.role = role
    isClosed = false
  }

  /// The person as the history keeps them.
  public var actor: Actor { .person(Actor.Person(id: id, name: name, role: role)) }
}

/// A session of somebody who signed in.
public struct StoredSession: Equatable, Sendable {
  /// Whose it is.
  public var account: Account
  /// The token that every form of the session carries.
  public var formToken: String
  /// When it started: seconds since 1970.
  public var started: Int
  /// When it was last used.
  public var seen: Int
}

extension Archive {
  /// Every account, by name.
  public func accounts() async throws -> [Account] {
    try await database.read { session in
      try session.query("SELECT * FROM accounts ORDER BY name, id").map(Account.init)
    }
  }

  /// The account with an id.
  public func account(id: String) async throws -> Account? {
    try await database.read { session in
      try session.query("SELECT * FROM accounts WHERE id = \(id)").first.map(Account.init)
    }
  }

  /// The account with an e-mail address.
  public func account(email: String) async throws -> Account? {
    let email = email.lowercased()
    return try await database.read { session in
      try session.query("SELECT * FROM accounts WHERE email = \(email)").first.map(Account.init)
    }
  }

  /// Adds an account.
  ///
  /// - Throws: `Refusal` where the address is taken.
  public func add(_ account: Account) async throws {
    let email = account.email.lowercased()
    try await database.write { session in
      let taken = try session.query("SELECT 1 AS n FROM accounts WHERE email = \(email)")
      guard taken.isEmpty else {
        throw Refusal(.invalid, "There is already an account for \(email).", field: "email")
      }
      try session.execute(
        """
        INSERT INTO accounts (id, email, name, role, is_closed)
        VALUES (\(account.id), \(email), \(account.name), \(account.role.rawValue), 0)
        """)
    }
  }

  /// Until when no password is tried for an address, known or not: seconds since 1970; a time that has
  /// passed where it is not locked.
  public func lockedUntil(email: String) async throws -> Int {
    let email = email.lowercased()
    return try await database.read { session in
      try session.query("SELECT locked_until FROM sign_in_failures WHERE email = \(email)").first
        .map { try $0.integer("locked_until") } ?? 0
    }
  }

  /// Counts a wrong password for an address and locks it for as long as `wait` says for the number of
  /// wrong passwords in a row. One transaction, so that tries at the same time are each counted.
  ///
  /// - Returns: until when the address is locked; not after `now` where it is not.
  public func noteFailure(
    email: String, now: Int, wait: @escaping @Sendable (Int) -> Int
  ) async throws -> Int {
    let email = email.lowercased()
    return try await database.write { session in
      let known = try session.query(
        "SELECT failures, locked_until FROM sign_in_failures WHERE email = \(email)"
      ).first
      let failures = (try known?.integer("failures") ?? 0) + 1
      // An address that is not locked keeps the time of the try, so that old ones can be forgotten.
      let until = max(try known?.integer("locked_until") ?? 0, now + wait(failures))
      try session.execute(
        "DELETE FROM sign_in_failures WHERE email = \(email) OR locked_until < \(now - 86_400)")
      try session.execute(
        """
        INSERT INTO sign_in_failures (email, failures, locked_until)
        VALUES (\(email), \(failures), \(until))
        """)
      return until
    }
  }

  /// Forgets wrong passwords.
  public func forgetFailures(email: String) async throws {
    let email = email.lowercased()
    try await database.write { session in
      try session.execute("DELETE FROM sign_in_failures WHERE email = \(email)")
    }
  }

  /// Closes an account and ends its sessions and invitations. Its name stays in the histories.
  public func close(account: String) async throws {
    try await database.write { session in
      try session.execute("UPDATE accounts SET is_closed = 1 WHERE id = \(account)")
      try session.execute("DELETE FROM sessions WHERE account = \(account)")
      try session.execute("DELETE FROM invitations WHERE account = \(account)")
    }
  }

  /// Keeps an invitation; an earlier one for the same account no longer works.
  public func invite(account: String, fingerprint: String, expires: Int) async throws {
    try await database.write { session in
      try session.execute("DELETE FROM invitations WHERE account = \(account)")
      try session.execute(
        """
        INSERT INTO invitations (fingerprint, account, expires)
        VALUES (\(fingerprint), \(account), \(expires))
        """)
    }
  }

  /// The account an invitation is for, while it works.
  public func invitedAccount(fingerprint: String, now: Int) async throws -> Account? {
    try await database.read { session in
      try session.query(
        """
        SELECT accounts.* FROM invitations JOIN accounts ON accounts.id = invitations.account
        WHERE fingerprint = \(fingerprint) AND expires > \(now) AND is_closed = 0
        """
      ).first.map(Account.init)
    }
  }

  /// Uses up an invitation and sets the password, in one transaction; false where it does not work:
  /// it was used before, its time is over, or the account is closed.
  public func accept(
    invitation fingerprint: String, passwordHash: String, now: Int
  ) async throws -> Bool {
    try await database.write { session in
      let row = try session.query(
        """
        SELECT account FROM invitations JOIN accounts ON accounts.id = invitations.account
        WHERE fingerprint = \(fingerprint) AND expires > \(now) AND is_closed = 0
        """
      ).first
      guard let account = try row?.text("account") else { return false }
      try session.execute("DELETE FROM invitations WHERE fingerprint = \(fingerprint)")
      try session.execute("DELETE FROM sessions WHERE account = \(account)")
      try session.execute(
        "UPDATE accounts SET password_hash = \(passwordHash) WHERE id = \(account)")
      try session.execute(
        """
        DELETE FROM sign_in_failures
        WHERE email = (SELECT email FROM accounts WHERE id = \(account))
        """)
      return true
    }
  }

  /// Starts a session.
  public func startSession(
    fingerprint: String, account: String, formToken: String, now: Int
  ) async throws {
    try await database.write { session in
      try session.execute(
        """
        INSERT INTO sessions (fingerprint, account, form_token, started, seen)
        VALUES (\(fingerprint), \(account), \(formToken), \(now), \(now))
        """)
    }
  }

  /// The session with a fingerprint, unless its account is closed.
  public func session(fingerprint: String) async throws -> StoredSession? {
    try await database.read { session in
      try session.query(
        """
        SELECT accounts.*, form_token, started, seen
        FROM sessions JOIN accounts ON accounts.id = sessions.account
        WHERE fingerprint = \(fingerprint) AND is_closed = 0
        """
      ).first.map {
        StoredSession(
          account: try Account($0), formToken: try $0.text("form_token"),
          started: try $0.integer("started"), seen: try $0.integer("seen"))
      }
    }
  }

  /// Notes that a session was used.
  public func touchSession(fingerprint: String, now: Int) async throws {
    try await database.write { session in
      try session.execute("UPDATE sessions SET seen = \(now) WHERE fingerprint = \(fingerprint)")
    }
  }

  /// Ends a session.
  public func endSession(fingerprint: String) async throws {
    try await database.write { session in
      try session.execute("DELETE FROM sessions WHERE fingerprint = \(fingerprint)")
    }
  }
}

extension Account {
  init(_ row: Row) throws {
    guard let role = Role(rawValue: try row.text("role")) else {
      throw NotInArchive(description: "an account has a role that this version does not know")
    }
    self.init(
      id: try row.text("id"), email: try row.text("email"), name: try row.text("name"), role: role)
    passwordHash = try row.optionalText("password_hash")
    isClosed = try row.integer("is_closed") != 0
  }
}
