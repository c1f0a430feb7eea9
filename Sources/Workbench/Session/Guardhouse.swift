import Dispatch
import Passwords
import Storage
import Synchronization

/// Signs people in and keeps their sessions.
///
/// Passwords are hashed with Argon2id on a queue of their own, one at a time, so that a flood of
/// sign-ins cannot take the memory or the threads of the server. After five wrong passwords an account
/// waits a minute, and twice as long after each further one, up to an hour.
final class Guardhouse: Sendable {
  /// A session ends after this many seconds without a page.
  static let idleLimit = 2 * 60 * 60
  /// A session ends after this many seconds whatever happens: a working day.
  static let lifetime = 12 * 60 * 60
  /// An invitation works for this many seconds.
  static let invitationLifetime = 7 * 24 * 60 * 60
  private static let freeFailures = 5

  private let archive: Archive
  private let now: Now
  private let queue = DispatchQueue(label: "passwords")
  private let cost: Passwords.Cost
  /// A hash that no password has, so that an unknown address takes as long as a known one.
  private let decoy = Mutex<String?>(nil)

  init(archive: Archive, now: Now, cost: Passwords.Cost) {
    self.archive = archive
    self.now = now
    self.cost = cost
  }

  /// What came of a sign-in.
  enum SignIn {
    case signedIn(token: String)
    case wrong
    /// Too many wrong passwords; the minutes to wait.
    case locked(minutes: Int)
  }

  /// Tries a password.
  func signIn(email: String, password: String) async throws -> SignIn {
    let seconds = now.seconds()
    guard let account = try await archive.account(email: email), !account.isClosed,
      let hash = account.passwordHash
    else {
      _ = try await matches(password, try await decoyHash())
      return .wrong
    }
    guard account.lockedUntil <= seconds else {
      return .locked(minutes: (account.lockedUntil - seconds + 59) / 60)
    }
    guard try await matches(password, hash) else {
      let over = account.failures + 1 - Guardhouse.freeFailures
      let wait = over >= 0 ? min(3_600, 60 << min(over, 6)) : 0
      try await archive.noteFailure(of: account.id, lockedUntil: wait > 0 ? seconds + wait : 0)
      return wait > 0 ? .locked(minutes: (wait + 59) / 60) : .wrong
    }
    try await archive.forgetFailures(of: account.id)
    return .signedIn(token: try await startSession(for: account))
  }

  /// Starts a session and returns its token, which only the cookie holds.
  func startSession(for account: Account) async throws -> String {
    let token = SecretToken.make()
    try await archive.startSession(
      fingerprint: SecretToken.fingerprint(of: token), account: account.id,
      formToken: SecretToken.make(), now: now.seconds())
    return token
  }

  /// The session of a token, while it lasts.
  func session(token: String) async throws -> StoredSession? {
    let fingerprint = SecretToken.fingerprint(of: token)
    guard let session = try await archive.session(fingerprint: fingerprint) else { return nil }
    let seconds = now.seconds()
    guard seconds - session.seen <= Guardhouse.idleLimit,
      seconds - session.started <= Guardhouse.lifetime
    else {
      try await archive.endSession(fingerprint: fingerprint)
      return nil
    }
    // A note a minute is enough for the idle limit and spares the database a write for every page.
    if seconds - session.seen >= 60 {
      try await archive.touchSession(fingerprint: fingerprint, now: seconds)
    }
    return session
  }

  /// Ends a session.
  func signOut(token: String) async throws {
    try await archive.endSession(fingerprint: SecretToken.fingerprint(of: token))
  }

  /// Makes a one-time invitation for an account and returns its token.
  func invite(_ account: Account) async throws -> String {
    let token = SecretToken.make()
    try await archive.invite(
      account: account.id, fingerprint: SecretToken.fingerprint(of: token),
      expires: now.seconds() + Guardhouse.invitationLifetime)
    return token
  }

  /// The account that an invitation is for.
  func invitedAccount(token: String) async throws -> Account? {
    try await archive.invitedAccount(
      fingerprint: SecretToken.fingerprint(of: token), now: now.seconds())
  }

  /// Uses an invitation: sets the password and signs in; nil where it no longer works.
  func accept(token: String, password: String) async throws -> String? {
    guard let account = try await invitedAccount(token: token) else { return nil }
    let hash = try await hash(password)
    let accepted = try await archive.accept(
      invitation: SecretToken.fingerprint(of: token), passwordHash: hash, now: now.seconds())
    return accepted ? try await startSession(for: account) : nil
  }

  private func decoyHash() async throws -> String {
    if let hash = decoy.withLock({ $0 }) { return hash }
    let hash = try await hash(SecretToken.make())
    decoy.withLock { $0 = hash }
    return hash
  }

  private func hash(_ password: String) async throws -> String {
    let cost = cost
    return try await onQueue { try Passwords.hash(password, cost: cost) }
  }

  private func matches(_ password: String, _ hash: String) async throws -> Bool {
    try await onQueue { Passwords.verify(password, against: hash) }
  }

  private func onQueue<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }
}
