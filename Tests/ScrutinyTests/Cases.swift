import DataFiles
import Foundation
import InformationLaw
import PublicInterest

@testable import Scrutiny

/// The worked examples that come with the product, and the audit to hold against them.
struct Cases {
  let book: StatuteBook
  let scrutiny: Scrutiny

  init() throws {
    book = try StatuteBook.builtIn()
    scrutiny = Scrutiny(book: book)
  }

  /// The text of a worked example.
  static func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/steelyard/Data/examples")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func file(_ name: String) throws -> DecisionFile {
    try DecisionFile(parsing: try Cases.text(name), file: name, book: book)
  }

  /// The exemplary decision that the rules' examples change.
  func decidedWell() throws -> Decision { try file("suppliers-decided-well.yaml").decision }

  /// The same request as first answered.
  func firstWritten() throws -> Decision { try file("suppliers-as-first-written.yaml").decision }

  /// What one rule says, all its limbs taken together.
  func answer(_ rule: String, on draft: Draft) -> (verdict: Verdict, findings: [Finding]) {
    let report = scrutiny.report(on: draft.decision, letter: draft.letter)
    let verdicts = report.verdicts.filter { $0.rule == rule }.map(\.verdict)
    let worst = verdicts.reduce(Verdict.notApplicable) { $0.combined(with: $1) }
    return (worst, report.findings.filter { $0.rule == rule })
  }
}
