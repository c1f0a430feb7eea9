import Casework
import HiddenData
import PublicInterest
import Storage
import Testing

@testable import Workbench

@Suite("A long hidden thing on the page of its file")
struct LongFindingTests {
  private static let rows = (1...600).map { "Informant \($0),seen on day \($0)" }
  /// Rows after a long gap, more than one finding shows.
  private static let csv = Array(
    ("Year,Sum\n2025,7\n" + String(repeating: "\n", count: 500) + rows.joined(separator: "\n"))
      .utf8)

  private static func tools(_ severity: HiddenDataSeverity) -> FileTools {
    var tools = Workplace.tools
    tools.inspect = { bytes, name, digest in
      var inspection = FileInspection.inspect(bytes, name: name, sha256: digest)
      for index in inspection.findings.indices { inspection.findings[index].severity = severity }
      return inspection
    }
    return tools
  }

  private func started(_ tools: FileTools) async throws -> (Workplace, String) {
    let workplace = try await Workplace(tools: tools)
    let reference = try await workplace.register()
    try await workplace.append(
      .holdingSet(question: "q1", holding: Holding(answer: .notHeld, explanation: "Never kept")),
      to: reference)
    let added = try await workplace.upload(
      .addFiles(reference), files: [("sums.csv", Self.csv)], as: .officer)
    #expect(added.status == 303)
    return (workplace, reference)
  }

  /// What the boxes of a page stand for.
  private func boxes(_ page: String) -> [String] {
    page.split(separator: "<input type=\"checkbox\" name=\"finding\"").dropFirst().compactMap {
      $0.split(separator: "value=\"").dropFirst().first?.split(separator: "\"").first.map(
        String.init)
    }
  }

  private func accept(
    _ value: String, _ workplace: Workplace, _ reference: String, as role: Role
  ) async throws -> Workplace.Answer {
    let subject = try await workplace.house.archive.subject(reference)
    return try await workplace.post(
      .acceptFindings(reference, file: "f1"),
      [
        ("version", "\(subject.version)"), ("sha256", try #require(subject.files.first).sha256),
        ("finding", value), ("reason", "All of it is public"),
      ], as: role)
  }

  @Test("it is one box, its words are there to the last, and one reason covers each of its parts")
  func one() async throws {
    let (workplace, reference) = try await started(Self.tools(.high))
    let address = Address.releaseFile(reference, file: "f1")
    let page = try await workplace.get(address, as: .officer).body
    let file = try #require(try await workplace.house.archive.subject(reference).files.first)
    #expect(file.check.findings.count > 3)
    for row in Self.rows { #expect(page.contains(row)) }
    let box = try #require(boxes(page).first)
    #expect(boxes(page).count == 1)
    #expect(box.split(separator: " ").map(String.init) == file.check.findings.map(\.key))
    #expect(try await accept(box, workplace, reference, as: .officer).status == 303)
    let subject = try await workplace.house.archive.subject(reference)
    for finding in file.check.findings {
      #expect(subject.acceptance(of: finding, in: file)?.reason == "All of it is public")
    }
    #expect(subject.obstacles(book: workplace.house.book).isEmpty)
    let after = try await workplace.get(address, as: .officer).body
    #expect(after.split(separator: "Accepted by The officer").count == 2)
    #expect(boxes(after).isEmpty)
  }

  @Test("what was accepted in part stays open for the rest")
  func partly() async throws {
    let (workplace, reference) = try await started(Self.tools(.high))
    let address = Address.releaseFile(reference, file: "f1")
    let box = try #require(boxes(try await workplace.get(address, as: .officer).body).first)
    let keys = box.split(separator: " ").map(String.init)
    let some = keys.dropLast().joined(separator: " ")
    #expect(try await accept(some, workplace, reference, as: .officer).status == 303)
    #expect(
      boxes(try await workplace.get(address, as: .officer).body) == Array(keys.suffix(1)))
    let subject = try await workplace.house.archive.subject(reference)
    #expect(subject.obstacles(book: workplace.house.book).map(\.kind) == [.notAccepted])
    #expect(try await accept("\(some) forged", workplace, reference, as: .officer).status == 422)
  }

  @Test("a critical one is offered to the decision maker only, whatever a form says")
  func critical() async throws {
    let (workplace, reference) = try await started(Self.tools(.critical))
    let address = Address.releaseFile(reference, file: "f1")
    let page = try await workplace.get(address, as: .officer).body
    #expect(boxes(page).isEmpty && page.contains("Only a decision maker can accept"))
    let box = try #require(
      boxes(try await workplace.get(address, as: .decisionMaker).body).first)
    #expect(try await accept(box, workplace, reference, as: .officer).status == 422)
    #expect(try await accept(box, workplace, reference, as: .decisionMaker).status == 303)
    let subject = try await workplace.house.archive.subject(reference)
    #expect(subject.obstacles(book: workplace.house.book).isEmpty)
  }

  @Test("a part that is found only when the case is issued is not covered")
  func later() async throws {
    let counter = Counter()
    var tools = Self.tools(.high)
    let inspect = tools.inspect
    tools.inspect = { bytes, name, digest in
      var inspection = await inspect(bytes, name, digest)
      if await counter.next() > 1, var last = inspection.findings.last {
        last.part = last.part.map { $0 + 1 }
        last.excerpt = "One more informant"
        inspection.findings.append(last)
      }
      return inspection
    }
    let (workplace, reference) = try await started(tools)
    let page = try await workplace.get(.releaseFile(reference, file: "f1"), as: .officer).body
    #expect(
      try await accept(try #require(boxes(page).first), workplace, reference, as: .officer).status
        == 303)
    for (address, role, reason) in [
      (Address.submit(reference), Role.officer, ""),
      (.approve(reference), .decisionMaker, "Settled"),
    ] {
      let version = try await workplace.house.archive.version(of: reference) ?? 0
      let done = try await workplace.post(
        address, [("version", "\(version)"), ("despite", reason)], as: role)
      #expect(done.status == 303)
    }
    let version = try await workplace.house.archive.version(of: reference) ?? 0
    let issued = try await workplace.post(
      .issue(reference), [("version", "\(version)")], as: .officer)
    #expect(issued.status == 422)
    #expect(try await workplace.house.archive.releasedFiles(of: reference).isEmpty)
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
