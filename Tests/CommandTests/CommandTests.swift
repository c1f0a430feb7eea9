import Foundation
import Testing

@Suite("The command line")
struct CommandTests {
  private let well = "examples/suppliers-decided-well.yaml"
  private let first = "examples/suppliers-as-first-written.yaml"

  @Test(
    "bad use is status 2 with a line that says what to do",
    arguments: [
      ["law", "s31(1)(z)"], ["law", "s24"], ["check", "no-such-file.yaml"], ["check", "examples"],
      ["draft", "examples/suppliers-decided-well.yaml", "-o", "letter.rtf"], ["nonsense"],
      ["check", "--format", "xml", "examples/suppliers-decided-well.yaml"],
    ])
  func badUse(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2, "\(arguments)")
    #expect(!result.errors.isEmpty && result.output.isEmpty, "\(arguments)")
  }

  @Test("law prints an entry with its sources, and lists them all")
  func law() throws {
    let entry = try Program.run("law", "s31(1)(a)", "--format", "json").json()
    #expect(entry["schema"] as? String == "law/1" && entry["id"] as? String == "foia-31-1-a")
    #expect((entry["sources"] as? [Any])?.isEmpty == false)
    let list = try Program.run("law", "--format", "json").json()
    #expect((list["entries"] as? [Any])?.count == 107 + 24 + 68)
    let uncertain = try Program.run("law", "s22A(1)(b)(i)")
    #expect(uncertain.output.contains("In force from"))
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
