import DataFiles
import Foundation
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("Outputs")
struct OutputTests {
  let book: StatuteBook
  let checked: AuditedFile

  init() throws {
    book = try Cases.book.get()
    checked = try Cases.checked("suppliers-as-first-written.yaml")
  }

  /// A short decision in a file of its own.
  private func check(_ text: String) throws -> AuditedFile {
    let file = try DecisionFile(parsing: text, file: "short.yaml", book: book)
    let report = try Cases.scrutiny().report(on: file.decision)
    return AuditedFile(
      name: "short.yaml", text: text, decision: file, report: report, book: book)
  }

  private func object(_ json: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    return try #require(object as? [String: Any])
  }

  // MARK: audit/1

  @Test("audit/1 has the keys of the contract, verdicts and counts that agree")
  func auditKeys() throws {
    let audit = try object(AuditJSON.text(of: checked))
    #expect(
      Set(audit.keys) == ["schema", "file", "regime", "letter", "verdicts", "findings", "summary"])
    #expect(audit["schema"] as? String == "audit/1" && audit["regime"] as? String == "FOIA")
    let verdicts = try #require(audit["verdicts"] as? [[String: String]])
    #expect(verdicts.count == checked.report.verdicts.count)
    #expect(
      verdicts.contains([
        "rule": "RN-080", "verdict": "fail", "limb": "foia-31-1-b", "cite": "s31(1)(b)",
      ]))
    let values = Set(verdicts.compactMap { $0["verdict"] })
    #expect(values.isSubset(of: Verdict.allCases.map(\.rawValue)))
    let findings = try #require(audit["findings"] as? [[String: Any]])
    for severity in AuditRule.Severity.allCases {
      let count = findings.count { $0["severity"] as? String == severity.rawValue }
      let summary = try #require(audit["summary"] as? [String: Int])
      #expect(summary[severity.rawValue] == count)
    }
  }

  @Test("every finding's offsets run from its place to the end of that line")
  func offsets() throws {
    let text = Array(try Cases.text("suppliers-as-first-written.yaml").unicodeScalars)
    let audit = try object(AuditJSON.text(of: checked))
    let findings = try #require(audit["findings"] as? [[String: Any]])
    for finding in findings {
      let start = try #require(finding["start"] as? Int)
      let end = try #require(finding["end"] as? Int)
      let line = try #require(finding["line"] as? Int)
      let column = try #require(finding["column"] as? Int)
      #expect(start < end && !text[start..<end].contains("\n"))
      #expect(end == text.count || text[end] == "\n")
      #expect(text[..<start].count { $0 == "\n" } == line - 1)
      #expect(start - (text[..<start].lastIndex(of: "\n") ?? -1) == column)
    }
    let hedge = try #require(findings.first { $0["rule"] as? String == "RN-054" })
    let range = try #require(hedge["start"] as? Int)..<(try #require(hedge["end"] as? Int))
    #expect(
      String(String.UnicodeScalarView(text[range])) == "They could exploit the weakness")
  }

  @Test("offsets count scalars, with accents, emoji, tabs and Windows line ends before them")
  func unicodeOffsets() throws {
    let text = [
      "steelyard: decision/1", "authority: {name: Ÿnys Môn 🏴󠁧󠁢󠁷󠁬󠁳󠁿 Council}", "reference: Ë1",
      "received: 2026-10-05", "questions:", "  - {id: é1, text: \"Où?\"}", "",
    ].joined(separator: "\r\n")
    let checked = try check(text)
    let finding = try #require(checked.findings.first { $0.finding.rule == "RN-004" })
    let scalars = Array(text.unicodeScalars)
    let found = String(String.UnicodeScalarView(scalars[finding.range]))
    #expect(found == "{id: é1, text: \"Où?\"}")
  }

  @Test("on one line it is the same JSON, for JSON Lines")
  func oneLine() throws {
    let line = AuditJSON.text(of: checked, onOneLine: true)
    #expect(line.count { $0 == "\n" } == 1 && line.hasSuffix("}\n"))
    let pretty = AuditJSON.text(of: checked)
    #expect(try object(line) as NSDictionary == object(pretty) as NSDictionary)
    #expect(pretty.hasPrefix("{\n  \"schema\": \"audit/1\",\n  \"file\": "))
  }

  // MARK: letter/1

  @Test("the letter is summed up in the terms of letter/1")
  func letterSummary() throws {
    let first = try object(AuditJSON.text(of: checked))
    let letter = try #require(first["letter"] as? [String: Any])
    #expect(letter["letter_type"] as? String == "refusal")
    #expect(letter["decision"] as? String == "refused")
    #expect(letter["refusal_basis"] as? String == "exemption")
    #expect(letter["standard"] as? String == "none")
    #expect(letter["ncnd"] as? Bool == false && letter["pit_present"] as? Bool == true)
    let exemptions = try #require(letter["exemptions"] as? [[String: String]])
    #expect(
      exemptions.first == [
        "cite": "s24(1)", "as_written": "FOIA s.24(1)", "role": "withhold",
      ])
    let rights = try #require(letter["rights"] as? [String: Any])
    #expect(rights["internal_review"] as? Bool == false && rights["ico"] as? Bool == false)
    #expect(rights["review_time_limit_working_days"] is NSNull)

    let well = try Cases.checked("suppliers-decided-well.yaml")
    let second = try object(AuditJSON.text(of: well))
    let partial = try #require(second["letter"] as? [String: Any])
    #expect(partial["letter_type"] as? String == "partial")
    #expect(partial["standard"] as? String == "would_be_likely")
    #expect((second["findings"] as? [Any])?.isEmpty == true)
  }

  @Test(
    "every kind of letter has its type",
    arguments: [
      ("foia-12-1", "cost_refusal", "cost"), ("foia-14-1", "vexatious_refusal", "vexatious"),
      ("foia-31-3", "ncnd", "exemption"),
    ])
  func letterTypes(limb: String, type: String, basis: String) throws {
    var draft = Draft(decision: try Cases.decidedWell())
    draft.refuse(under: limb, reason: "Because.")
    let json = LetterSummary(of: draft.decision, book: book).json.written(onOneLine: true)
    #expect(json.contains(#""letter_type":"\#(type)""#))
    #expect(json.contains(#""refusal_basis":"\#(basis)""#))
  }

  @Test("disclosure, nothing held and more time are told apart")
  func letterTypesWithoutRefusal() throws {
    var draft = Draft(decision: try Cases.decidedWell())
    draft.clockEvents = Rule.facts([("pit-extension", "2026-11-27")])
    draft.decided = nil
    func type() -> String {
      LetterSummary(of: draft.decision, book: book).json.written(onOneLine: true)
    }
    #expect(type().contains(#""letter_type":"pit_extension","decision":"extended""#))
    #expect(type().contains(#""role":"under_consideration""#))
    draft.clockEvents = []
    draft.reliances = []
    draft.items.removeAll { $0.outcome == .withhold }
    #expect(type().contains(#""letter_type":"disclosure","decision":"full_disclosure""#))
    for index in draft.questions.indices {
      draft.questions[index].holding = Holding(answer: .notHeld, explanation: "None.")
    }
    #expect(type().contains(#""letter_type":"not_held","decision":"not_held""#))
  }

  // MARK: SARIF

  @Test("SARIF has its rules with help, and results that point at them and at the file")
  func sarif() throws {
    var windows = checked
    windows.name = "my cases/a:b.yaml"
    let log = try object(SARIF.text(of: [checked, windows], book: book, version: "0.1.0"))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "steelyard" && driver["version"] as? String == "0.1.0")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 2 * checked.report.findings.count)
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    for rule in rules {
      let help = try #require((rule["help"] as? [String: String])?["text"])
      #expect(help.contains("An example of a breach: "))
    }
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: [String: Any]])
      let uri = try #require(physical["artifactLocation"]?["uri"] as? String)
      #expect(["suppliers-as-first-written.yaml", "my%20cases/a%3Ab.yaml"].contains(uri))
      let region = try #require(physical["region"] as? [String: Int])
      #expect(try #require(region["startLine"]) >= 1)
      #expect(try #require(region["startColumn"]) <= (try #require(region["endColumn"])))
      #expect(region["startLine"] == region["endLine"])
    }
    let unlawful = results.count { $0["level"] as? String == "error" }
    #expect(unlawful == 2 * checked.report.unlawful)
  }

  @Test("SARIF of files in order is a run without results")
  func sarifEmpty() throws {
    let well = try Cases.checked("suppliers-decided-well.yaml")
    let log = try object(SARIF.text(of: [well], book: book))
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  // MARK: Text

  @Test("text is one finding a line, as compilers write it")
  func text() throws {
    let lines = AuditText.text(of: checked).split(separator: "\n")
    #expect(lines.count == checked.report.findings.count)
    #expect(
      lines.contains(
        "suppliers-as-first-written.yaml:68:12: unlawful: 'They could exploit the weakness' states a "
          + "possibility; it does not show that harm would, or would be likely to, follow. [RN-054] "
          + "(John Connor EA/2005/0005; Hogan)"))
    #expect(
      AuditText.summary(of: checked.report).hasPrefix("19 unlawful, 38 bad practice, 0 style; "))
  }

  @Test("a caret stands under the value, after tabs and wide characters too")
  func carets() throws {
    let lines = AuditText.text(of: checked, carets: true).split(separator: "\n")
    #expect(lines.count == 3 * checked.report.findings.count)
    let index = try #require(lines.firstIndex { $0.contains("[RN-054]") })
    #expect(lines[index + 1] == "      how: They could exploit the weakness")
    #expect(lines[index + 2] == "           ^")

    let short = try check(
      "steelyard: decision/1\nauthority: {name: X}\nreceived: 2026-10-05\nreference: R\n"
        + "items: [{id: \"e\u{301}\",\tdescription: d, outcome: withhold}]\n")
    let line = "items: [{id: \"e\u{301}\",\tdescription: d, outcome: "
    // One blank for each character as it is seen, so one for the accented letter.
    let padding = String(repeating: " ", count: 17) + "\t" + String(repeating: " ", count: 25)
    #expect(
      AuditText.text(of: short, carets: true).contains("\(line)withhold}]\n\(padding)^\n"))
  }

  @Test("there is colour only where it is asked for")
  func colour() {
    #expect(!AuditText.text(of: checked, carets: true).contains("\u{1B}"))
    let coloured = AuditText.text(of: checked, carets: true, colour: true)
    #expect(coloured.contains("\u{1B}[31;1munlawful\u{1B}[0m"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == AuditText.text(of: checked, carets: true))
  }

  // MARK: JSON

  @Test("JSON text escapes what has to be escaped")
  func escaping() throws {
    let json = JSON.record(["a\"b": "\\\n\t\r\u{0}\u{1F}\u{2028}é🙂/", "none": nil, "null": .null])
    let written = json.written(onOneLine: true)
    #expect(written == #"{"a\"b":"\\\n\t\r\u0000\u001f\u2028é🙂/","null":null}"#)
    let read = try object(written)
    #expect(read["a\"b"] as? String == "\\\n\t\r\u{0}\u{1F}\u{2028}é🙂/")
    #expect(JSON.list([]).written(onOneLine: false) == "[]")
    #expect(
      JSON.record(["a": [1, true]]).written(onOneLine: false)
        == "{\n  \"a\": [\n    1,\n    true\n  ]\n}")
  }
}
