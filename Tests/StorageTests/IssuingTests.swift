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
    #expect(subject.issuedFingerprint == "9f86d081")
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
        == Refusal(.conflict, "The case has changed since you opened this page. Look again."))
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

  @Test("even without the rules the database holds one letter a case, and takes the event back")
  func withoutRules() async throws {
    let office = try await Backend.all[0].office()
    let reference = try await office.caseFile(upTo: "issued")
    let version = try #require(try await office.archive.version(of: reference))
    let events = try await office.events()
    let projection = try await office.projection()
    await #expect(throws: PersistenceError.self) {
      try await office.archive.issue(
        reference, on: Office.today, letter: Office.letter("The second"), fingerprint: "x",
        basedOn: version,
        by: Office.officer, at: Office.stamp
      ) { _ in }
    }
    #expect(try await office.events() == events)
    #expect(try await office.projection() == projection)
    #expect(try await office.archive.dispatchedLetter(of: reference)?.text == "Dear requester,")
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
