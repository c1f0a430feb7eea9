import Foundation
import Testing

@Suite("steelyard audit")
struct AuditCommandTests {
  @Test("a letter with findings is status 1; each finding is a line with place, rule and citation")
  func text() throws {
    let result = try Program.run(["audit", "-"], on: [:], input: SampleLetter.refusal())
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    for rule in ["RN-034", "RN-080", "RN-131"] {
      #expect(lines.contains { $0.contains(": unlawful: ") && $0.contains("[\(rule)]") }, "\(rule)")
    }
    #expect(lines.allSatisfy { $0.hasPrefix("-:") && $0.hasSuffix(")") })
    #expect(result.errors.hasPrefix("-: ") && result.errors.contains(" unlawful, "))
  }

  @Test(
    "every rule of the regime has a verdict, and an attachment is not blamed for what is elsewhere")
  func verdicts() throws {
    let input = SampleLetter.refusal()
    let whole = try Program.run(["audit", "-", "--format", "json"], on: [:], input: input).json()
    let part = try Program.run(
      ["audit", "-", "--part", "--format", "json"], on: [:], input: input
    ).json()
    let rules = Set(
      (whole["verdicts"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String })
    #expect(rules.count == 104)
    #expect(whole["schema"] as? String == "audit/1" && whole["regime"] as? String == "FOIA")
    #expect(whole.verdicts(on: "RN-131") == ["fail"])
    #expect(part.verdicts(on: "RN-131") == ["missing_here"])
    #expect(part.findings(under: "RN-131").isEmpty)
    // What stands here and is wrong stays wrong.
    #expect(part.verdicts(on: "RN-034") == ["fail"])
  }

  @Test("a letter that gives everything is status 0")
  func disclosure() throws {
    let result = try Program.run(["audit", "-"], on: [:], input: SampleLetter.disclosure)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test("a reason that stands in other letters says in how many and where, itself not counted")
  func against() throws {
    let stock =
      "It is exempt under section 31(1)(a) of the Act, because release of the patrol plan would be"
      + " likely to prejudice the prevention of crime: offenders would learn which streets are left"
      + " without officers at night and would choose those streets for burglary and theft."
    var files = ["other.txt": Data(SampleLetter.disclosure.utf8)]
    for number in 1...3 {
      files["\(number).txt"] = Data(SampleLetter.refusal(because: stock).utf8)
    }
    let lines = try Program.run(
      ["audit", "1.txt", "other.txt", "--against", ".", "--format", "jsonl"], on: files
    ).lines()
    let finding = try #require(lines.first?.findings(under: "RN-042").last)
    let message = try #require(finding["message"] as? String)
    #expect(message.contains("in 2 of 3 other letters"))
    #expect(message.contains("2.txt") && message.contains("3.txt") && !message.contains("/1.txt"))
    #expect(finding["severity"] as? String == "bad_practice")
    #expect(lines.last?.findings(under: "RN-042").isEmpty == true)
  }

  @Test("a letter is held against the law of the day on which it was sent")
  func ofTheDay() throws {
    let lines = try Program.run(
      ["audit", "old.txt", "new.txt", "--format", "jsonl"],
      on: [
        "old.txt": Data(
          SampleLetter.names(sent: "14 March 2017", received: "1 March 2017").utf8),
        "new.txt": Data(SampleLetter.names(sent: "14 May 2026", received: "1 May 2026").utf8),
      ]
    ).lines()
    let citations = lines.map { $0.findings(under: "RN-035").first?["citation"] as? String }
    #expect(citations.first??.contains("before 25 May 2018") == true)
    #expect(citations.last??.contains("before 25 May 2018") == false)
  }

  @Test("SARIF is 2.1.0, and every result points at a rule that it holds")
  func sarif() throws {
    let result = try Program.run(
      ["audit", "a.txt", "b.txt", "--format", "sarif"],
      on: [
        "a.txt": Data(SampleLetter.refusal().utf8), "b.txt": Data(SampleLetter.disclosure.utf8),
      ])
    let json = try result.json()
    #expect(result.status == 1 && json["version"] as? String == "2.1.0")
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty && run["columnKind"] as? String == "unicodeCodePoints")
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
    try validate(result.output)
  }

  @Test("SARIF names each file that was not audited, and the run did not succeed")
  func sarifOfUnread() throws {
    let welsh = String(repeating: "Mae'r wybodaeth wedi'i heithrio o dan y Ddeddf. ", count: 20)
    let result = try Program.run(
      ["audit", "a.txt", "empty.txt", "cy.txt", "--format", "sarif"],
      on: [
        "a.txt": Data(SampleLetter.disclosure.utf8), "empty.txt": Data(),
        "cy.txt": Data(welsh.utf8),
      ])
    #expect(result.status == 2)
    let run = try #require((try result.json()["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notes = invocation["toolExecutionNotifications"] as? [[String: Any]] ?? []
    let places = notes.flatMap { $0["locations"] as? [[String: Any]] ?? [] }
    let files = places.compactMap {
      (($0["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: Any])?["uri"]
        as? String
    }.map { $0.split(separator: "/").last }
    #expect(files == ["empty.txt", "cy.txt"])
    try validate(result.output)
  }

  /// Against the published schema, where `SARIF_SCHEMA` names it and Python can validate.
  private func validate(_ sarif: String) throws {
    guard let schema = ProcessInfo.processInfo.environment["SARIF_SCHEMA"] else { return }
    try Program.withFolder { folder in
      let file = folder.appending(path: "log.sarif")
      try Data(sarif.utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "python3", "-c",
        """
        import json, sys
        try: import jsonschema
        except ImportError: sys.exit(0)
        schema, log = (json.load(open(name)) for name in sys.argv[1:])
        sys.exit(1 if list(jsonschema.Draft4Validator(schema).iter_errors(log)) else 0)
        """, schema, file.path(percentEncoded: false),
      ]
      try process.run()
      process.waitUntilExit()
      // 127: there is no Python.
      #expect([0, 127].contains(process.terminationStatus))
    }
  }
}
