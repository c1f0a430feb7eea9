import Casework
import Persistence
import Storage
import Testing

@Suite("Issuing a letter")
struct IssuingTests {
  @Test(
    "the event and the letter as it went, in its three forms, are stored together",
    arguments: Backend.all)
  func stored(_ backend: Backend) async throws {
    let office = try await backend.office()
    let reference = try await office.caseFile(upTo: "approved")
    #expect(try await office.archive.dispatchedLetter(of: reference) == nil)
    let letter = "<p>Dear \u{201C}requester\u{201D}, it's withheld.</p>\r\n"
    try await office.issue(reference, letter: letter)
    #expect(try await office.archive.dispatchedLetter(of: reference) == Office.letter(letter))
    let subject = try await office.archive.subject(reference)
    #expect(subject.state == "issued" && subject.issuedOn == Office.today)
    #expect(subject.issuedFingerprint == Office.digest(Array(letter.utf8)))
    #expect(try await office.archive.counts() == ["issued": 1])
  }

  @Test("a letter made from an older version is not issued, and nothing is written")
  func stale() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "approved")
    let version = try #require(try await office.archive.version(of: reference))
    // Even a note is enough: the letter goes as the case stands, or not at all.
    try await office.append(.noteAdded(note: "Wait."), to: reference)
    let events = try await office.events()
    let refused = try await refusal { try await office.issue(reference, basedOn: version) }
    #expect(
      refused
        == Refusal(.conflict, "The case has changed since it was cleared. Look again."))
    #expect(try await office.events() == events)
    #expect(try await office.archive.dispatchedLetter(of: reference) == nil)
    try await office.issue(reference)
  }

  @Test("a letter goes once: again from the old version or the new, it is refused")
  func twice() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "approved")
    let version = try #require(try await office.archive.version(of: reference))
    try await office.issue(reference, letter: "The first")
    let events = try await office.events()
    let old = try await refusal {
      try await office.issue(reference, letter: "The second", basedOn: version)
    }
    #expect(old?.code == .conflict)
    let new = try await refusal { try await office.issue(reference, letter: "The second") }
    #expect(new?.code == .notAllowed)
    #expect(try await office.events() == events)
    #expect(try await office.archive.dispatchedLetter(of: reference)?.text == "The first")
  }

  @Test("two releases cleared from the same case: one leaves, and the other is no use any more")
  func clearedTwice() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "approved")
    let subject = try await office.archive.subject(reference)
    let first = try Office.cleared(subject, letter: "The first", rules: office.rules)
    let second = try Office.cleared(subject, letter: "The second", rules: office.rules)
    try await office.archive.issue(first, at: Office.stamp)
    let events = try await office.events()
    let projection = try await office.projection()
    do {
      try await office.archive.issue(second, at: Office.stamp)
      Issue.record("a second release left")
    } catch let refusal as Refusal { #expect(refusal.code == .conflict) }
    #expect(try await office.events() == events)
    #expect(try await office.projection() == projection)
    #expect(try await office.archive.dispatchedLetter(of: reference)?.text == "The first")
  }

  @Test("files leave with the letter, byte for byte", arguments: Backend.all)
  func files(_ backend: Backend) async throws {
    let office = try await backend.office()
    let bytes: [UInt8] = [0, 1, 2, 0xFF]
    let reference = try await office.caseFile(
      upTo: "approved", files: [("a.csv", bytes), ("b.csv", Array("b".utf8))])
    try await office.issue(
      reference, contents: ["f1": bytes, "f2": Array("b".utf8)])
    let released = try await office.archive.releasedFiles(of: reference)
    #expect(released.map(\.name) == ["a.csv", "b.csv"])
    #expect(released.first?.bytes == bytes)
    let subject = try await office.archive.subject(reference)
    #expect(subject.issuedFiles.map(\.sha256) == released.map(\.sha256))
  }

  @Test("nothing is issued, and no file is set, past the gate and past the bytes")
  func pastTheGate() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "approved")
    let file = ReleaseFile(
      id: "f1", name: "x",
      check: FileCheck(sha256: "00", size: 1, verdict: .clean, findings: []), making: .given)
    let events: [CaseEvent] = [.issued(on: Office.today, fingerprint: "x"), .fileSet(file: file)]
    let before = try await office.events()
    for event in events {
      let refused = try await refusal { try await office.append(event, to: reference) }
      #expect(refused?.code == .notAllowed)
    }
    #expect(try await office.events() == before)
  }

  @Test("a file of another case is not found through this one")
  func otherCase() async throws {
    let office = try await Backend.all[0].office()
    let first = try await office.caseFile(upTo: "open", files: [("a.csv", Array("a".utf8))])
    let second = try await office.caseFile(upTo: "open")
    let digest = Office.digest(Array("a".utf8))
    #expect(try await office.archive.file(digest, of: first)?.bytes == Array("a".utf8))
    #expect(try await office.archive.file(digest, of: second) == nil)
    #expect(try await office.archive.otherCases(with: digest, than: second) == [first])
  }

  @Test("marks in a file are not overwritten unseen")
  func plans() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "open", files: [("a.csv", Array("a".utf8))])
    let digest = Office.digest(Array("a".utf8))
    try await office.archive.set("one", source: digest, for: "f1", of: reference, basedOn: 0)
    let late = try await refusal {
      try await office.archive.set("two", source: digest, for: "f1", of: reference, basedOn: 0)
    }
    #expect(late?.code == .conflict)
    let kept = try await office.archive.plan(for: "f1", of: reference)
    #expect(kept == KeptPlan(source: digest, revision: 1, plan: "one"))
  }

  @Test("two who issue at once: one letter goes")
  func raced() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "approved")
    let refusals = try await withThrowingTaskGroup(of: Refusal?.self) { group in
      let version = try await office.archive.version(of: reference)
      for letter in ["one", "other"] {
        group.addTask {
          try await refusal {
            try await office.issue(reference, letter: letter, basedOn: version)
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refusals.compactMap { $0?.code } == [.conflict])
    #expect(try await office.archive.subject(reference).state == "issued")
  }

  @Test("a case that is not approved is not issued")
  func notApproved() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "submitted")
    #expect(try await refusal { try await office.issue(reference) }?.code == .notAllowed)
    #expect(try await office.archive.dispatchedLetter(of: reference) == nil)
  }
}
