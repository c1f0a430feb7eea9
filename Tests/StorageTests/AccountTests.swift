import Casework
import Storage
import Testing

@Suite("Accounts, invitations and sessions")
struct AccountTests {
  private func office(_ role: Role = .officer) async throws -> Archive {
    let archive = try await Backend.all[0].office().archive
    try await archive.add(
      Account(id: "a", email: "Officer@Example.org", name: "The officer", role: role))
    return archive
  }

  @Test("an account reads back, with its address in lower case", arguments: Role.allCases)
  func readBack(_ role: Role) async throws {
    let archive = try await office(role)
    let account = try #require(try await archive.account(id: "a"))
    #expect(
      account == Account(id: "a", email: "officer@example.org", name: "The officer", role: role))
    #expect(account.actor == .person(.init(id: "a", name: "The officer", role: role)))
    #expect(try await archive.account(email: "OFFICER@example.ORG") == account)
    #expect(try await archive.accounts() == [account])
    #expect(try await archive.account(id: "b") == nil)
    #expect(try await archive.account(email: "b@example.org") == nil)
  }

  @Test("an address has one account, however it is written")
  func taken() async throws {
    let archive = try await office()
    let refused = try await refusal {
      try await archive.add(
        Account(id: "b", email: "OFFICER@EXAMPLE.ORG", name: "Another", role: .auditor))
    }
    #expect(
      refused
        == Refusal(
          .invalid, "There is already an account for officer@example.org.", field: "email"))
    #expect(try await archive.accounts().map(\.id) == ["a"])
  }

  @Test("wrong passwords are counted for an address, known or not, and forgotten")
  func failures() async throws {
    let archive = try await office()
    for email in ["Officer@example.org", "nobody@example.org"] {
      var waits: [Int] = []
      for now in [10, 20, 30] {
        waits.append(
          try await archive.noteFailure(email: email, now: now) { $0 < 2 ? 0 : $0 * 100 })
      }
      // Not locked at first: the time of the try itself.
      #expect(waits == [10, 220, 330])
      #expect(try await archive.lockedUntil(email: email.uppercased()) == 330)
    }
    try await archive.forgetFailures(email: "OFFICER@example.org")
    #expect(try await archive.lockedUntil(email: "officer@example.org") == 0)
    #expect(try await archive.lockedUntil(email: "nobody@example.org") == 330)
    #expect(try await archive.noteFailure(email: "officer@example.org", now: 40) { $0 } == 41)
  }

  @Test("a lock is never cut short by a later failure with a shorter wait")
  func longestLock() async throws {
    let archive = try await office()
    _ = try await archive.noteFailure(email: "a@example.org", now: 0) { _ in 1_000 }
    #expect(try await archive.noteFailure(email: "a@example.org", now: 10) { _ in 5 } == 1_000)
  }

  @Test("wrong passwords at the same time are each counted")
  func failuresTogether() async throws {
    let archive = try await office()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<30 {
        group.addTask { _ = try await archive.noteFailure(email: "a@example.org", now: 0) { $0 } }
      }
      try await group.waitForAll()
    }
    #expect(try await archive.lockedUntil(email: "a@example.org") == 30)
  }

  @Test("an invitation sets the password once")
  func singleUse() async throws {
    let archive = try await office()
    _ = try await archive.noteFailure(email: "officer@example.org", now: 0) { _ in 1_000 }
    try await archive.invite(account: "a", fingerprint: "f1", expires: 100)
    #expect(try await archive.invitedAccount(fingerprint: "f1", now: 50)?.id == "a")
    #expect(try await archive.accept(invitation: "f1", passwordHash: "h1", now: 50))
    #expect(try await archive.account(id: "a")?.passwordHash == "h1")
    #expect(try await archive.lockedUntil(email: "officer@example.org") == 0)
    #expect(try await archive.invitedAccount(fingerprint: "f1", now: 50) == nil)
    #expect(try await archive.accept(invitation: "f1", passwordHash: "h2", now: 50) == false)
    #expect(try await archive.account(id: "a")?.passwordHash == "h1")
  }

  @Test("two who use an invitation at once: one sets the password")
  func raced() async throws {
    let archive = try await office()
    for round in 0..<20 {
      try await archive.invite(account: "a", fingerprint: "f\(round)", expires: 100)
      async let one = archive.accept(invitation: "f\(round)", passwordHash: "one", now: 1)
      async let other = archive.accept(invitation: "f\(round)", passwordHash: "other", now: 1)
      let used = try await (one, other)
      #expect(used.0 != used.1)
      #expect(
        try await archive.account(id: "a")?.passwordHash == (used.0 ? "one" : "other"))
    }
  }

  @Test("an invitation works until its time and not at it")
  func expiry() async throws {
    let archive = try await office()
    try await archive.invite(account: "a", fingerprint: "f", expires: 100)
    #expect(try await archive.invitedAccount(fingerprint: "f", now: 99) != nil)
    #expect(try await archive.invitedAccount(fingerprint: "f", now: 100) == nil)
    #expect(try await archive.accept(invitation: "f", passwordHash: "h", now: 100) == false)
    #expect(try await archive.account(id: "a")?.passwordHash == nil)
    #expect(try await archive.accept(invitation: "f", passwordHash: "h", now: 99))
  }

  @Test("a new invitation ends the one before it, and another account's stays")
  func replaced() async throws {
    let archive = try await office()
    try await archive.add(Account(id: "b", email: "b@example.org", name: "B", role: .auditor))
    try await archive.invite(account: "b", fingerprint: "other", expires: 100)
    try await archive.invite(account: "a", fingerprint: "old", expires: 100)
    try await archive.invite(account: "a", fingerprint: "new", expires: 100)
    #expect(try await archive.accept(invitation: "old", passwordHash: "h", now: 1) == false)
    #expect(try await archive.accept(invitation: "new", passwordHash: "h", now: 1))
    #expect(try await archive.invitedAccount(fingerprint: "other", now: 1)?.id == "b")
  }

  @Test("a closed account's invitation does not work, whenever it was sent")
  func closedInvitation() async throws {
    let archive = try await office()
    try await archive.invite(account: "a", fingerprint: "before", expires: 100)
    try await archive.close(account: "a")
    try await archive.invite(account: "a", fingerprint: "after", expires: 100)
    for fingerprint in ["before", "after"] {
      #expect(try await archive.invitedAccount(fingerprint: fingerprint, now: 1) == nil)
      #expect(
        try await archive.accept(invitation: fingerprint, passwordHash: "h", now: 1) == false)
    }
    #expect(try await archive.account(id: "a")?.passwordHash == nil)
  }

  @Test("a session lasts from its start to its end, and notes when it was used")
  func session() async throws {
    let archive = try await office()
    try await archive.startSession(fingerprint: "s", account: "a", formToken: "t", now: 10)
    var session = try #require(try await archive.session(fingerprint: "s"))
    #expect(session.account.id == "a" && session.formToken == "t")
    #expect(session.started == 10 && session.seen == 10)
    try await archive.touchSession(fingerprint: "s", now: 25)
    session = try #require(try await archive.session(fingerprint: "s"))
    #expect(session.started == 10 && session.seen == 25)
    #expect(try await archive.session(fingerprint: "S") == nil)
    try await archive.endSession(fingerprint: "s")
    #expect(try await archive.session(fingerprint: "s") == nil)
  }

  @Test("closing an account ends its sessions and nobody else's, and keeps its name")
  func close() async throws {
    let archive = try await office()
    try await archive.add(Account(id: "b", email: "b@example.org", name: "B", role: .auditor))
    try await archive.startSession(fingerprint: "s1", account: "a", formToken: "t", now: 10)
    try await archive.startSession(fingerprint: "s2", account: "a", formToken: "t", now: 10)
    try await archive.startSession(fingerprint: "s3", account: "b", formToken: "t", now: 10)
    try await archive.close(account: "a")
    #expect(try await archive.session(fingerprint: "s1") == nil)
    #expect(try await archive.session(fingerprint: "s2") == nil)
    #expect(try await archive.session(fingerprint: "s3")?.account.id == "b")
    let account = try await archive.account(id: "a")
    #expect(account?.isClosed == true && account?.name == "The officer")
  }

  @Test("a session begun on a closed account is none")
  func closedSession() async throws {
    let archive = try await office()
    try await archive.close(account: "a")
    try await archive.startSession(fingerprint: "s", account: "a", formToken: "t", now: 10)
    #expect(try await archive.session(fingerprint: "s") == nil)
  }

  @Test("a new password ends the sessions that were begun with the old one")
  func newPassword() async throws {
    let archive = try await office()
    try await archive.startSession(fingerprint: "s", account: "a", formToken: "t", now: 10)
    try await archive.invite(account: "a", fingerprint: "f", expires: 100)
    #expect(try await archive.session(fingerprint: "s") != nil)
    #expect(try await archive.accept(invitation: "f", passwordHash: "h", now: 50))
    #expect(try await archive.session(fingerprint: "s") == nil)
  }
}
