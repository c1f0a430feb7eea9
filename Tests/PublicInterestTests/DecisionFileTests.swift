import DataFiles
import Foundation
import InformationLaw
import PublicInterest
import Testing

@Suite("Decision files")
struct DecisionFileTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  static func example(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "examples/\(name)"), encoding: .utf8)
  }

  private func read(_ text: String) throws -> DecisionFile {
    try DecisionFile(parsing: text, file: "decision.yaml", book: book)
  }

  private let head = """
    steelyard: decision/1
    authority: {name: Northmoor Police}
    received: 2026-10-05

    """

  @Test("the example decided well is read whole")
  func decidedWell() throws {
    let file = try read(try Self.example("suppliers-decided-well.yaml"))
    let decision = file.decision
    #expect(decision.questions.count == 3 && decision.items.count == 4)
    #expect(decision.withheld.map(\.id) == ["products", "configuration"])
    #expect(decision.reliances.map(\.limb) == ["foia-31-1-a", "foia-24-1"])
    #expect(decision.reliances[0].harm.likelihood == .wouldBeLikely)
    #expect(decision.reliances[0].factors(.disclose).count == 3)
    #expect(decision.cumulative?.reliances == ["crime", "security"])
    #expect(file.addressee?.name == "A. Requester")
    #expect(!decision.isFullRefusal)
  }

  @Test("the example as first written is a full refusal without rights")
  func firstWritten() throws {
    let decision = try read(try Self.example("suppliers-as-first-written.yaml")).decision
    #expect(decision.isFullRefusal)
    #expect(decision.rights == Rights(internalReview: false, regulator: false))
    #expect(decision.reliances.last?.harm.isEmpty == true)
  }

  @Test("a decision survives encoding")
  func codable() throws {
    let decision = try read(try Self.example("suppliers-decided-well.yaml")).decision
    let data = try JSONEncoder().encode(decision)
    #expect(try JSONDecoder().decode(Decision.self, from: data) == decision)
  }

  @Test(
    "what is wrong is named with its line",
    arguments: [
      ("reliance:\n  - limb: s31(1)(z)\n", 5, "did you mean"),
      ("reliance:\n  - limb: s24\n", 5, "s24(1), s24(2)"),
      ("reliances:\n  - limb: s24(1)\n", 4, "did you mean 'reliance'?"),
      ("items:\n  - id: a\n    descripton: x\n", 6, "did you mean 'description'?"),
      ("items:\n  - id: a\n    description: x\n    questions: [q9]\n", 7, "no question 'q9'"),
      ("reliance:\n  - limb: s24(1)\n    harm: {likelihood: could}\n", 6, "is not one of: would"),
      (
        "reliance:\n  - limb: s24(1)\n    on file: {ev-scedule: x}\n", 6,
        "did you mean 'ev-schedule'?"
      ),
      ("decided: 2026-10-01\n", 4, "before the request was received"),
      ("questions:\n  - {id: q1, text: a}\n  - {id: q1, text: b}\n", 5, "stands here twice"),
    ])
  func wrong(text: String, line: Int, message: String) throws {
    let whole = head + text
    let error = #expect(throws: DataFileError.self) { _ = try read(whole) }
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.line == line, "\(error?.description ?? "")")
  }

  @Test("an oversized file is refused before it is parsed")
  func tooLarge() throws {
    let text = head + String(repeating: "# padding\n", count: 110_000)
    let error = #expect(throws: DataFileError.self) { _ = try read(text) }
    #expect(error?.message.contains("at most 1000000") == true)
  }
}
