import Testing

@testable import HiddenData

/// Long things are shown whole where that can be, and to their end where it cannot.
@Suite("Long findings")
struct LongFindingTests {
  private let kind = HiddenDataClass(
    "xlsx.comment", .high, "Comments", lies: "", recognised: "", removal: "")

  private func run(most: Int = 200) -> InspectionRun {
    var limits = InspectionLimits()
    limits.findingsOfClass = most
    return InspectionRun(limits: limits) { _, _, _ in }
  }

  private func words(_ count: Int) -> String {
    (0..<count).map { "word\($0)" }.joined(separator: " ")
  }

  @Test("a text that one finding does not hold is spread over several, without a word cut")
  func spread() {
    let run = run()
    let text = words(2_000)
    run.report(kind, at: "here", showing: text)
    #expect(run.findings.count > 1)
    #expect(run.findings.allSatisfy { !$0.truncated && $0.excerpt.count <= 4_096 })
    let shown = run.findings.flatMap { $0.excerpt.split(whereSeparator: \.isWhitespace) }
    #expect(shown == text.split(separator: " "))
    #expect(run.findings[0].where == "here")
    #expect(run.findings[1].where == "here, continued (2)")
  }

  @Test("of a text beyond all measure the end is shown too, and that there is more")
  func end() throws {
    let run = run()
    run.report(kind, at: "here", showing: words(40_000))
    #expect(run.findings.count == InspectionRun.mostParts + 1)
    let last = try #require(run.findings.last)
    #expect(last.truncated)
    #expect(last.excerpt.hasSuffix("word39999"))
    #expect(last.where == "here, the end")
  }

  @Test("findings beyond the usual number share some, each with its place")
  func shared() throws {
    let run = run(most: 5)
    for number in 0..<300 { run.report(kind, at: "A\(number)", showing: "note \(number)") }
    #expect(run.findings.count < 10)
    #expect(run.findings.contains { $0.excerpt.contains("A299: note 299") })
    #expect(try #require(run.findings.last).where.hasSuffix("further places"))
  }

  @Test("what does not fit into the findings that are shared is said to be more")
  func beyond() throws {
    let run = run(most: 1)
    let note = String(repeating: "long ", count: 200)
    for number in 0..<400 { run.report(kind, at: "A\(number)", showing: note) }
    #expect(run.findings.count == 1 + InspectionRun.mostParts)
    #expect(try #require(run.findings.last).truncated)
  }

  @Test("a long text of blanks is one finding")
  func blanks() {
    let run = run()
    run.report(kind, at: "here", showing: String(repeating: " ", count: 9_000))
    #expect(run.findings.count == 1)
    #expect(run.findings[0].truncated)
  }
}
