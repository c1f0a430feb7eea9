import Casework
import Documents
import HiddenData
import PublicInterest
import Storage
import Testing

@testable import Workbench

@Suite("Releasing files in the workbench")
struct ReleasePageTests {
  private static let csv = Array("Year,Sum\n2025,7\n".utf8)
  /// Rows after a long gap, which nobody scrolls to.
  private static let hidden = Array(
    ("Year,Sum\n2025,7\n" + String(repeating: "\n", count: 500) + "Informant,A. Person\n").utf8)

  private func registered(_ workplace: Workplace) async throws -> String {
    let reference = try await workplace.register()
    try await workplace.append(
      .holdingSet(question: "q1", holding: Holding(answer: .notHeld, explanation: "Never kept")),
      to: reference)
    return reference
  }

  private func version(_ workplace: Workplace, _ reference: String) async throws -> String {
    "\(try await workplace.house.archive.version(of: reference) ?? 0)"
  }

  /// Takes a case on from its files to the letter that is issued; the answer to the last click.
  private func issue(_ workplace: Workplace, _ reference: String) async throws -> Workplace.Answer {
    try await approve(workplace, reference)
    return try await workplace.post(
      .issue(reference), [("version", try await version(workplace, reference))], as: .officer)
  }

  private func approve(_ workplace: Workplace, _ reference: String) async throws {
    let sent = try await workplace.post(
      .submit(reference), [("version", try await version(workplace, reference))], as: .officer)
    #expect(sent.status == 303)
    let approved = try await workplace.post(
      .approve(reference),
      [("version", try await version(workplace, reference)), ("despite", "It is settled")],
      as: .decisionMaker)
    #expect(approved.status == 303)
  }

  @Test("a clean file is added, approved with the letter and leaves byte for byte")
  func whole() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    let added = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer)
    #expect(added.status == 303)
    let page = try await workplace.get(.release(reference), as: .officer).body
    #expect(page.contains("sums.csv") && page.contains("Nothing is in the way"))
    #expect(try await issue(workplace, reference).status == 303)
    let released = try await workplace.house.archive.releasedFiles(of: reference)
    #expect(released.map(\.bytes) == [Self.csv])
    let download = try await workplace.get(
      .releasedFile(reference, position: "0"), as: .officer)
    #expect(download.status == 200 && Array(download.body.utf8) == Self.csv)
  }

  @Test("what is hidden is shown, and has to be accepted before the case can be approved")
  func accepted() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.hidden)], as: .officer)
    let address = Address.releaseFile(reference, file: "f1")
    let page = try await workplace.get(address, as: .officer).body
    #expect(page.contains("Informant"))
    let sent = try await workplace.post(
      .submit(reference), [("version", try await version(workplace, reference))], as: .officer)
    #expect(sent.status == 303)
    let refused = try await workplace.post(
      .approve(reference),
      [("version", try await version(workplace, reference)), ("despite", "It is settled")],
      as: .decisionMaker)
    #expect(refused.status == 422 && refused.body.contains("nobody has accepted"))
    let subject = try await workplace.house.archive.subject(reference)
    let file = try #require(subject.files.first)
    let finding = try #require(file.check.findings.first)
    let acceptance = [
      ("version", "\(subject.version)"), ("sha256", file.sha256), ("finding", finding.key),
    ]
    let silent = try await workplace.post(
      .acceptFindings(reference, file: "f1"), acceptance, as: .officer)
    #expect(silent.status == 422)
    let given = try await workplace.post(
      .acceptFindings(reference, file: "f1"), acceptance + [("reason", "It is public")],
      as: .officer)
    #expect(given.status == 303)
    let after = try await workplace.get(address, as: .officer).body
    #expect(after.contains("Accepted by The officer (officer): It is public"))
  }

  @Test("a file changed after approval opens the case again, and the old approval issues nothing")
  func changed() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer)
    try await approve(workplace, reference)
    let before = try await version(workplace, reference)
    let replaced = try await workplace.upload(
      .replaceFile(reference, file: "f1"), files: [("sums.csv", Self.hidden)], as: .officer)
    #expect(replaced.status == 303)
    for version in [before, try await version(workplace, reference)] {
      let issued = try await workplace.post(
        .issue(reference), [("version", version)], as: .officer)
      #expect([409, 422].contains(issued.status))
    }
    #expect(try await workplace.house.archive.subject(reference).state == "open")
    #expect(try await workplace.house.archive.releasedFiles(of: reference).isEmpty)
  }

  @Test("a worker that dies at the gate stops the release")
  func deadWorker() async throws {
    let counter = Counter()
    var tools = Workplace.tools
    tools.inspect = { bytes, name, digest in
      // The first look is at the upload; the next ones are the gate's.
      if await counter.next() == 1 {
        return FileInspection.inspect(bytes, name: name, sha256: digest)
      }
      return Inspection(file: name, format: "", sha256: digest, reasons: ["it died"], findings: [])
    }
    let workplace = try await Workplace(tools: tools)
    let reference = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer)
    let issued = try await issue(workplace, reference)
    #expect(issued.status == 422)
    #expect(try await workplace.house.archive.subject(reference).state == "approved")
    #expect(try await workplace.house.archive.releasedFiles(of: reference).isEmpty)
  }

  @Test("two clicks: the second finds the case issued")
  func twoClicks() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer)
    try await approve(workplace, reference)
    let version = try await version(workplace, reference)
    async let first = workplace.post(.issue(reference), [("version", version)], as: .officer)
    async let second = workplace.post(.issue(reference), [("version", version)], as: .officer)
    let statuses = try await [first.status, second.status].sorted()
    #expect(statuses[0] == 303 && [409, 422].contains(statuses[1]))
    #expect(try await workplace.house.archive.releasedFiles(of: reference).count == 1)
  }

  @Test("another case's file cannot be reached through this one")
  func otherCase() async throws {
    let workplace = try await Workplace()
    let first = try await registered(workplace)
    let second = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(first), files: [("sums.csv", Self.csv)], as: .officer)
    for address in [
      Address.releaseFile(second, file: "f1"), .workingCopy(second, file: "f1"),
      .releasedFile(first, position: "0"),
    ] {
      #expect(try await workplace.get(address, as: .officer).status == 404)
    }
    _ = try await workplace.upload(
      .addFiles(second), files: [("sums.csv", Self.csv)], as: .officer)
    let page = try await workplace.get(.releaseFile(second, file: "f1"), as: .officer).body
    #expect(page.contains("The same file is on another case") && page.contains(first))
  }

  @Test("a forged form changes nothing")
  func forged() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    let forged = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer, token: "forged")
    #expect(forged.status == 403)
    for role in [Role.informationOwner, .auditor, .administrator] {
      let refused = try await workplace.upload(
        .addFiles(reference), files: [("sums.csv", Self.csv)], as: role)
      #expect(refused.status == 403, "\(role)")
    }
    #expect(try await workplace.house.archive.subject(reference).files.isEmpty)
  }

  @Test("a file that cannot be read stays in the case and never leaves it")
  func unreadable() async throws {
    let workplace = try await Workplace()
    let reference = try await registered(workplace)
    _ = try await workplace.upload(
      .addFiles(reference), files: [("x.rtf", Array("{\\rtf1}".utf8))], as: .officer)
    let page = try await workplace.get(.release(reference), as: .officer).body
    #expect(page.contains("cannot be read") && page.contains("Not safe to release yet"))
  }

  /// Counts calls from many tasks.
  private actor Counter {
    private var count = 0
    func next() -> Int {
      count += 1
      return count
    }
  }
}
