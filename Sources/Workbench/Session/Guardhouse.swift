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
  private let cost: Cost
  /// A hash that no password has, so that an unknown address takes as long as a known one.
  private let decoy = Mutex<PasswordHash?>(nil)

  init(archive: Archive, now: Now, cost: Cost) {
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

  /// Tries a password. An address that has no account is treated like one that has: it takes as long
  /// and is locked in the same way, so that nothing tells which addresses are known.
  func signIn(email: String, password: String) async throws -> SignIn {
    let seconds = now.seconds()
    let lockedUntil = try await archive.lockedUntil(email: email)
    guard lockedUntil <= seconds else { return .locked(minutes: minutes(lockedUntil - seconds)) }
    let found = try await archive.account(email: email)
    let account = found?.isClosed == true ? nil : found
    let hash = account?.passwordHash.flatMap { PasswordHash(stored: $0) }
    let isRight = try await matches(password, hash != nil ? hash : try await decoyHash())
    guard isRight, let account, hash != nil else {
      let until = try await archive.noteFailure(email: email, now: seconds) {
        Guardhouse.wait(after: $0)
      }
      return until > seconds ? .locked(minutes: minutes(until - seconds)) : .wrong
    }
    try await archive.forgetFailures(email: email)
    return .signedIn(token: try await startSession(for: account))
  }

  /// The seconds to wait after a number of wrong passwords in a row.
  private static func wait(after failures: Int) -> Int {
    failures < freeFailures ? 0 : min(3_600, 60 << min(failures - freeFailures, 6))
  }

  private func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }

  /// Starts a session and returns its token, which only the cookie holds.
  func startSession(for account: Account) async throws -> String {
    let token = SecretToken()
    try await archive.startSession(
      fingerprint: token.stored, account: account.id, formToken: SecretToken().text,
      now: now.seconds())
    return token.text
  }

  /// The session of a token, while it lasts.
  func session(token: String) async throws -> StoredSession? {
    guard let fingerprint = SecretToken(token)?.stored,
      let session = try await archive.session(fingerprint: fingerprint)
    else { return nil }
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
    guard let fingerprint = SecretToken(token)?.stored else { return }
    try await archive.endSession(fingerprint: fingerprint)
  }

  /// Makes a one-time invitation for an account and returns its token.
  func invite(_ account: Account) async throws -> String {
    let token = SecretToken()
    try await archive.invite(
      account: account.id, fingerprint: token.stored,
      expires: now.seconds() + Guardhouse.invitationLifetime)
    return token.text
  }

  /// The account that an invitation is for.
  func invitedAccount(token: String) async throws -> Account? {
    guard let fingerprint = SecretToken(token)?.stored else { return nil }
    return try await archive.invitedAccount(fingerprint: fingerprint, now: now.seconds())
  }

  /// Uses an invitation: sets the password and signs in; nil where it no longer works.
  func accept(token: String, password: Password) async throws -> String? {
    guard let fingerprint = SecretToken(token)?.stored,
      let account = try await invitedAccount(token: token)
    else { return nil }
    let cost = cost
    let hash = try await onQueue { try PasswordHash(of: password, cost: cost) }
    let accepted = try await archive.accept(
      invitation: fingerprint, passwordHash: hash.text, now: now.seconds())
    return accepted ? try await startSession(for: account) : nil
  }

  private func decoyHash() async throws -> PasswordHash {
    if let hash = decoy.withLock({ $0 }) { return hash }
    let cost = cost
    let hash = try await onQueue { try PasswordHash.unmatchable(cost: cost) }
    decoy.withLock { $0 = hash }
    return hash
  }

  private func matches(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
    try await onQueue { hash?.matches(password) ?? false }
  }

  private func onQueue<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: work)) }
    }
  }
}

extension SecretToken {
  /// What the archive keeps of a token: nobody can sign in with it.
  var stored: String { hexadecimal(fingerprint.bytes) }
}
