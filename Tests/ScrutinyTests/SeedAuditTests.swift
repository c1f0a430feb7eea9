import Foundation
import InformationLaw
import LetterReading
import Testing

@testable import Scrutiny

@Suite(
  "The audit of one real letter against one made by hand",
  .enabled(if: SharedLetter.folder != nil, "skipped: the letters are not beside the repository"))
struct SeedAuditTests {
  struct Row {
    var rule: String
    var limb: String
    var verdict: Verdict
  }

  /// The verdicts in the file beside the letters, from the first of its blocks of data.
  private func rows() throws -> [Row] {
    let file = try #require(SharedLetter.folder).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "law/audit_of_seed.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let block = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first)
    var entries: [[String: String]] = []
    for line in block.prefix(while: { $0 != "`" }).split(separator: "\n") {
      if line.hasPrefix("- ") { entries.append([:]) }
      let pair = line.drop { "- ".contains($0) }.split(separator: ":", maxSplits: 1)
      guard pair.count == 2, !entries.isEmpty else { continue }
      entries[entries.count - 1][String(pair[0])] = pair[1].trimmingCharacters(in: .whitespaces)
    }
    return try entries.map { entry in
      Row(
        rule: try #require(entry["rule"]), limb: try #require(entry["limb"]),
        verdict: try #require(entry["verdict"].flatMap(Verdict.init)))
    }
  }

  @Test("textual and structural rules agree limb by limb; judgement contradicts none")
  func agrees() throws {
    let book = try Cases.book.get()
    let letter = try #require(
      try SharedLetter.all.get().first { $0.reading.letterType == .pitAttachment })
    let report = try Cases.letterAudit.get().report(on: letter.reading)
    let rows = try rows()
    for row in rows {
      let verdicts = report.verdicts.filter {
        $0.rule == row.rule && (row.limb == "all" || $0.limb == row.limb)
      }
      let verdict = verdicts.first?.verdict
      let rule = try #require(book.rule(id: row.rule))
      #expect(verdicts.count == 1, "\(row.rule) \(row.limb)")
      // What needs judgement is left open, or comes out as it did by hand.
      let isOpen = rule.check == .judgement && verdict == .cannotAssess
      #expect(isOpen || verdict == row.verdict, "\(row.rule) \(row.limb) \(rule.check)")
    }
    #expect(report.verdicts.count == rows.count)
  }
}
