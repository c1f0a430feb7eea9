import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  private let well = "examples/suppliers-decided-well.yaml"
  private let first = "examples/suppliers-as-first-written.yaml"

  @Test("due prints the contract's JSON")
  func due() throws {
    let result = try Program.run("due", "--received", "2026-05-26", "--format", "json")
    let json = try result.json()
    #expect(result.status == 0)
    #expect(json["schema"] as? String == "due/1" && json["due"] as? String == "2026-06-24")
    #expect(json["clock"] as? String == "foia-response" && json["regime"] as? String == "FOIA")
    let working = try #require(json["working"] as? [[String: Any]])
    #expect(working.first?["date"] as? String == "2026-05-27")
    #expect(working.first?["day"] as? Int == 1)
    let skipped = try #require(working.first { $0["date"] as? String == "2026-06-15" })
    #expect((skipped["skipped"] as? String)?.contains("Scotland") == true)
  }

  @Test("due takes events and refuses what the law does not allow")
  func dueEvents() throws {
    let clarified = try Program.run(
      "due", "--received", "2025-09-03", "--event", "clarification-asked=2025-09-10", "--event",
      "clarification-received=2025-09-24", "--format", "json")
    #expect(try clarified.json()["due"] as? String == "2025-10-22")
    let refused = try Program.run(
      "due", "--received", "2025-09-03", "--event", "pit-extension=2025-09-20")
    #expect(refused.status == 2 && refused.errors.contains("FOIA s.10(3)"))
    #expect(refused.output.isEmpty)
  }

  @Test("due is status 1 where the answer is overdue on the day that is asked about")
  func overdue() throws {
    #expect(try Program.run("due", "--received", "2025-09-03", "--on", "2025-10-02").status == 1)
    #expect(try Program.run("due", "--received", "2025-09-03", "--on", "2025-10-01").status == 0)
  }

  @Test(
    "bad use is status 2 with a line that says what to do",
    arguments: [
      ["due"], ["due", "--received", "31/12/2025"], ["due", "--received", "2029-06-01"],
      ["due", "--received", "2025-09-03", "--regime", "EIR"],
      ["due", "--received", "2025-09-03", "--event", "paused=2025-09-04"],
      ["law", "s31(1)(z)"], ["law", "s24"], ["check", "no-such-file.yaml"], ["check", "examples"],
      ["draft", "examples/suppliers-decided-well.yaml", "-o", "letter.rtf"], ["nonsense"],
      ["check", "--format", "xml", "examples/suppliers-decided-well.yaml"],
    ])
  func badUse(arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.status == 2, "\(arguments)")
    #expect(!result.errors.isEmpty && result.output.isEmpty, "\(arguments)")
  }

  private func run(_ arguments: [String], input: String? = nil) throws -> Program.Result {
    switch arguments.count {
    case 1: try Program.run(arguments[0], input: input)
    case 2: try Program.run(arguments[0], arguments[1], input: input)
    case 3: try Program.run(arguments[0], arguments[1], arguments[2], input: input)
    case 4:
      try Program.run(arguments[0], arguments[1], arguments[2], arguments[3], input: input)
    default:
      try Program.run(
        arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], input: input)
    }
  }

  @Test("law prints an entry with its sources, and lists them all")
  func law() throws {
    let entry = try Program.run("law", "s31(1)(a)", "--format", "json").json()
    #expect(entry["schema"] as? String == "law/1" && entry["id"] as? String == "foia-31-1-a")
    #expect((entry["sources"] as? [Any])?.isEmpty == false)
    let list = try Program.run("law", "--format", "json").json()
    #expect((list["entries"] as? [Any])?.count == 107)
    #expect(try Program.run("law", "s24(1)").output.contains("national security"))
  }

  @Test("check finds what is wrong with the first example, with rule, place and citation")
  func checkFirst() throws {
    let result = try Program.run("check", first)
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    for rule in [
      "RN-061", "RN-053", "RN-040", "RN-050", "RN-052", "RN-080", "RN-087", "RN-089", "RN-113",
      "RN-130", "RN-131",
    ] {
      #expect(lines.contains { $0.contains("[\(rule)]") }, "\(rule)")
    }
    #expect(lines.allSatisfy { $0.hasPrefix("\(first):") && $0.hasSuffix(")") })
  }

  @Test("check passes the example that is decided well")
  func checkWell() throws {
    let result = try Program.run("check", well)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
  }

  @Test("check prints the contract's JSON, with offsets into the file")
  func checkJSON() throws {
    let json = try Program.run("check", first, "--format", "json").json()
    #expect(json["schema"] as? String == "audit/1" && json["file"] as? String == first)
    let verdicts = try #require(json["verdicts"] as? [[String: Any]])
    #expect(
      verdicts.contains {
        $0["rule"] as? String == "RN-061" && $0["verdict"] as? String == "fail"
          && $0["limb"] as? String == "foia-24-1" && $0["cite"] as? String == "s24(1)"
      })
    let text = try String(contentsOf: Program.root.appending(path: first), encoding: .utf8)
    for finding in try #require(json["findings"] as? [[String: Any]]) {
      let start = try #require(finding["start"] as? Int)
      let end = try #require(finding["end"] as? Int)
      #expect(start <= end && end <= text.unicodeScalars.count)
      #expect(finding["citation"] != nil && finding["fix"] != nil && finding["severity"] != nil)
    }
  }

  @Test("check takes several files, and the worst status wins")
  func checkSeveral() throws {
    let lines = try Program.run("check", well, first, "--format", "jsonl").output
      .split(separator: "\n")
    #expect(lines.count == 2)
    #expect(try Program.run("check", well, "no-such-file.yaml", "--format", "jsonl").status == 2)
  }

  @Test("check writes SARIF 2.1.0")
  func checkSARIF() throws {
    let json = try Program.run("check", first, "--format", "sarif").json()
    #expect(json["version"] as? String == "2.1.0")
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == false)
  }

  @Test("a typo in a key names the key, the line and the nearest right one")
  func typo() throws {
    let text = try String(contentsOf: Program.root.appending(path: well), encoding: .utf8)
      .replacingOccurrences(of: "    description: Total", with: "    descripton: Total")
    let result = try Program.run("check", "-", input: text)
    #expect(result.status == 2)
    #expect(result.errors.contains("unknown key 'descripton'; did you mean 'description'?"))
    #expect(result.errors.contains("-:71:") || result.errors.hasPrefix("-:"))
  }

  @Test(
    "draft writes each format whole, and replaces nothing unasked",
    arguments: [
      "txt", "html", "docx",
    ])
  func draft(format: String) throws {
    try Program.withFolder { folder in
      let target = folder.appending(path: "letter.\(format)").path()
      #expect(try Program.run("draft", well, "-o", target).status == 0)
      let bytes = try Data(contentsOf: URL(filePath: target))
      #expect(bytes.count > 2_000)
      #expect(try Program.run("draft", well, "-o", target).status == 2)
      #expect(try Data(contentsOf: URL(filePath: target)) == bytes)
      #expect(try Program.run("draft", well, "-o", target, "--force").status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).count == 1)
    }
  }
}
