import Casework
import Testing

/// What somebody may try in order to get past the gate. All of it fails, and nothing is cleared.
@Suite("The gate cannot be walked round")
struct ReleaseGateTests {
  let desk: Desk
  let gate: ReleaseGate

  init() throws {
    desk = try Desk.drafted(upTo: "approved")
    gate = ReleaseGate(rules: desk.rules, digest: Sample.digest)
  }

  private var parcel: ReleaseParcel {
    ReleaseParcel(
      letter: DispatchedLetter(text: "To A. Person\nDear requester", html: "", docx: []),
      approvedText: "Dear requester", contents: ["f1": Sample.sheetBytes],
      checks: ["f1": Sample.sheet.check], unlawfulFindings: 0)
  }

  /// Why the gate refuses; nil where it clears.
  private func refusal(
    _ parcel: ReleaseParcel? = nil, desk other: Desk? = nil, by actor: Actor = .officer
  ) throws -> Refusal? {
    let subject = try #require((other ?? desk).subject)
    do throws(Refusal) {
      let release = try gate.clear(
        subject, parcel ?? self.parcel, by: actor, today: Sample.today)
      _ = release.opened()
      return nil
    } catch { return error }
  }

  @Test("what was approved passes, bound to the version, the letter and the bytes")
  func passes() throws {
    let subject = try #require(desk.subject)
    let release = try gate.clear(subject, parcel, by: .officer, today: Sample.today)
    let opened = release.opened()
    #expect(opened.reference == subject.reference && opened.version == subject.version)
    #expect(
      opened.files == [
        ReleasedFile(
          name: "spending.xlsx", sha256: Sample.sheet.sha256, bytes: Sample.sheetBytes)
      ])
    #expect(
      opened.event
        == .issued(
          on: Sample.today, fingerprint: Sample.digest(Array(parcel.letter.text.utf8)),
          files: [IssuedFile(name: "spending.xlsx", sha256: Sample.sheet.sha256)]))
  }

  @Test("swapped bytes")
  func swapped() throws {
    var bad = parcel
    bad.contents["f1"] = Array("another file".utf8)
    #expect(try refusal(bad)?.code == .notAllowed)
    // Nor with an inspection of the other bytes.
    bad.checks["f1"] = FileCheck(
      sha256: Sample.digest(Array("another file".utf8)), size: 12, verdict: .clean, findings: [])
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("an inspection of other bytes")
  func otherInspection() throws {
    var bad = parcel
    bad.checks["f1"] = FileCheck(sha256: "00", size: 1, verdict: .clean, findings: [])
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("a worker that died: no inspection, no release")
  func noInspection() throws {
    var bad = parcel
    bad.checks = [:]
    #expect(try refusal(bad)?.code == .notAllowed)
    bad = parcel
    bad.contents = [:]
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("an inspection that finds now what nobody accepted, or can no longer read the file")
  func newFinding() throws {
    var bad = parcel
    bad.checks["f1"]?.findings.append(
      FileCheck.Finding(key: "k2", kind: "xlsx.sheet_hidden", severity: .critical))
    #expect(try refusal(bad)?.code == .notAllowed)
    bad = parcel
    bad.checks["f1"]?.verdict = .unreadable
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("another case's file beside those that were approved")
  func foreignFile() throws {
    var bad = parcel
    bad.contents["f2"] = Array("somebody else's".utf8)
    bad.checks["f2"] = FileCheck(sha256: "x", size: 1, verdict: .clean, findings: [])
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("a file added after approval")
  func addedLater() throws {
    var later = desk
    try later.accept(
      .fileSet(
        file: ReleaseFile(
          id: "f2", name: "more.csv",
          check: FileCheck(sha256: "61", size: 1, verdict: .clean, findings: []),
          making: .given)))
    #expect(try refusal(desk: later)?.code == .notAllowed)
    // Even where somebody forced the state of the case back.
    later.record(.submitted)
    later.record(Sample.approval, by: .decisionMaker)
    var both = parcel
    both.contents["f2"] = Array("a".utf8)
    both.checks["f2"] = FileCheck(sha256: "61", size: 1, verdict: .clean, findings: [])
    #expect(try refusal(both, desk: later)?.code == .notAllowed)
  }

  @Test("another letter than the one that was approved")
  func otherLetter() throws {
    var bad = parcel
    bad.approvedText = "Dear requester, and one thing more"
    #expect(try refusal(bad)?.code == .notAllowed)
  }

  @Test("an unlawful finding that nobody answered for")
  func unlawful() throws {
    var bad = parcel
    bad.unlawfulFindings = 1
    #expect(try refusal(bad)?.code == .unlawful)
  }

  @Test(
    "a case in any other state, and a role without the right", arguments: ["open", "submitted"])
  func state(_ state: String) throws {
    #expect(try refusal(desk: try Desk.drafted(upTo: state))?.code == .notAllowed)
    for actor in [Actor.owner, .person(.auditor), .person(.administrator), .system] {
      #expect(try refusal(by: actor)?.code == .notAllowed)
    }
  }

  @Test("two clicks: what was issued is not cleared again")
  func twice() throws {
    var issued = desk
    try issued.accept(Sample.issue)
    #expect(try refusal(desk: issued)?.code == .notAllowed)
  }

  @Test("an approval from before approvals named what they were for")
  func oldApproval() throws {
    var old = try Desk.drafted(upTo: "submitted")
    old.record(
      .approved(on: Sample.today, by: "The decision maker", despite: nil), by: .decisionMaker)
    #expect(try refusal(desk: old)?.code == .notAllowed)
  }
}
