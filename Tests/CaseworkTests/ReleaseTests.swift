import Casework
import PublicInterest
import Testing

@Suite("Files of a release")
struct ReleaseTests {
  static func file(
    _ id: String = "f1", name: String = "spending.xlsx", _ severity: FileCheck.Severity? = nil,
    verdict: FileCheck.Verdict? = nil, making: ReleaseFile.Making = .given, sha256: String = "aa"
  ) -> ReleaseFile {
    ReleaseFile(
      id: id, name: name,
      check: FileCheck(
        sha256: sha256, size: 1, verdict: verdict ?? (severity == nil ? .clean : .hiddenData),
        findings: severity.map {
          [FileCheck.Finding(key: "k", kind: "xlsx.sheet_hidden", severity: $0)]
        } ?? []),
      making: making)
  }

  static func accepting(
    _ key: String = "k", sha256: String = "aa", because: String = "It is public"
  )
    -> CaseEvent
  {
    .findingsAccepted(
      acceptance: Acceptance(file: "f1", sha256: sha256, findings: [key], reason: because))
  }

  private func obstacles(_ desk: Desk) throws -> [ReleaseObstacle.Kind] {
    try #require(desk.subject).obstacles(book: desk.rules.book).map(\.kind)
  }

  @Test("a clean file is no obstacle; one with a finding is until somebody accepts it")
  func acceptance() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file()))
    #expect(try obstacles(desk) == [])
    try desk.accept(.fileSet(file: Self.file("f1", .low)))
    #expect(try obstacles(desk) == [.notAccepted])
    try desk.accept(Self.accepting())
    #expect(try obstacles(desk) == [])
  }

  @Test("what was accepted in some bytes is not accepted in others")
  func otherBytes() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file("f1", .high)))
    try desk.accept(Self.accepting())
    try desk.accept(.fileSet(file: Self.file("f1", .high, sha256: "bb")))
    #expect(try obstacles(desk) == [.notAccepted])
    #expect(desk.refusal(of: Self.accepting())?.code == .conflict)
  }

  @Test("a critical finding is accepted by a decision maker and by nobody else")
  func critical() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file("f1", .critical)))
    #expect(try obstacles(desk) == [.notAcceptedByDecisionMaker])
    #expect(desk.refusal(of: Self.accepting())?.code == .notAllowed)
    #expect(try obstacles(desk) == [.notAcceptedByDecisionMaker])
    try desk.accept(Self.accepting(), by: .decisionMaker)
    #expect(try obstacles(desk) == [])
  }

  @Test("what cannot be read can be accepted by nobody")
  func unreadable() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file("f1", .low, verdict: .unreadable)))
    #expect(try obstacles(desk) == [.unreadable])
    for actor in [Actor.officer, .decisionMaker] {
      #expect(desk.refusal(of: Self.accepting(), by: actor)?.code == .notAllowed)
    }
  }

  @Test("an acceptance names findings that are there and says why")
  func empty() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file("f1", .high)))
    #expect(desk.refusal(of: Self.accepting("other"))?.field == "findings")
    #expect(desk.refusal(of: Self.accepting(because: " "))?.field == "reason")
    let none = Acceptance(file: "f1", sha256: "aa", findings: [], reason: "Because")
    #expect(desk.refusal(of: .findingsAccepted(acceptance: none))?.field == "findings")
  }

  @Test("a redaction is proved for these very bytes and rests on what the decision relies on")
  func redaction() throws {
    func redacted(_ proved: String?, _ code: String) -> CaseEvent {
      .fileSet(
        file: Self.file(
          making: .redacted(
            from: "00",
            redaction: ReleaseFile.Redaction(
              provedFor: proved,
              marks: [ReleaseFile.Mark(page: 1, code: code, what: "a name")]))))
    }
    var desk = try Desk.drafted()
    try desk.accept(redacted("aa", "s31(1)(a)"))
    #expect(try obstacles(desk) == [])
    try desk.accept(redacted("aa", "s40(2)"))
    #expect(try obstacles(desk) == [.notReliedOn])
    try desk.accept(redacted("bb", "s31(1)(a)"))
    #expect(try obstacles(desk) == [.notProved])
    try desk.accept(redacted(nil, "s31(1)(a)"))
    #expect(try obstacles(desk) == [.notProved])
  }

  @Test("two files of a release have two names, and none leads out of its folder")
  func names() throws {
    var desk = try Desk.drafted()
    let same = CaseEvent.fileSet(file: Self.file("f2", name: "SPENDING.xlsx"))
    #expect(desk.refusal(of: same)?.field == "name")
    for name in ["", " ", "../x", "a\\b"] {
      let bad = CaseEvent.fileSet(file: Self.file("f2", name: name))
      #expect(desk.refusal(of: bad)?.field == "name")
    }
    #expect(desk.refusal(of: .fileSet(file: Self.file("f3", name: "x")))?.field == "file")
    try desk.accept(.fileSet(file: Self.file("f2", name: "other.pdf")))
    #expect(desk.subject?.nextFileID == "f3")
    try desk.accept(.fileRemoved(file: "f2"))
    #expect(desk.subject?.nextFileID == "f3")
  }

  @Test("a case with an obstacle is not approved, nor one whose files changed since it was read")
  func approval() throws {
    var desk = try Desk.drafted()
    try desk.accept(.fileSet(file: Self.file("f1", .high)))
    try desk.accept(.submitted)
    let now = ReleaseManifest(letter: "l", files: try #require(desk.subject).manifestFiles)
    func approving(_ manifest: ReleaseManifest?) -> CaseEvent {
      .approved(on: Sample.today, by: "Head", despite: nil, release: manifest)
    }
    #expect(desk.refusal(of: approving(now), by: .decisionMaker)?.field == "release")
    try desk.accept(Self.accepting(), by: .decisionMaker)
    #expect(desk.refusal(of: approving(nil), by: .decisionMaker)?.code == .conflict)
    #expect(desk.refusal(of: approving(Sample.manifest), by: .decisionMaker)?.code == .conflict)
    #expect(desk.refusal(of: approving(now), by: .decisionMaker) == nil)
  }

  @Test("a file set or taken out after approval opens the case again and clears the approval")
  func changeAfterApproval() throws {
    for event in [CaseEvent.fileSet(file: Self.file()), .fileRemoved(file: "f1")] {
      var desk = try Desk.drafted(upTo: "approved")
      try desk.accept(event)
      #expect(desk.state == "open")
      #expect(desk.subject?.approvedRelease == nil)
      #expect(desk.subject?.decision.decided == nil)
      #expect(desk.refusal(of: Sample.issue)?.code == .notAllowed)
    }
  }
}
