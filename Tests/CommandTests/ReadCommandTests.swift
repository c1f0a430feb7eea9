import Foundation
import Testing

@Suite("steelyard read")
struct ReadCommandTests {
  @Test("as text, a letter's facts come first and each part has its line and column")
  func text() throws {
    let result = try Program.run(["read", "-"], on: [:], input: SampleLetter.refusal())
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(lines.first?.hasPrefix("-: refusal, under FOIA") == true)
    #expect(lines.contains { $0.hasPrefix("-:11:1: request quoted:") })
    #expect(lines.allSatisfy { $0.hasPrefix("-:") })
  }

  @Test("as JSON, one letter is one object with offsets into its text")
  func json() throws {
    let letter = SampleLetter.refusal()
    let json = try Program.run(["read", "-", "--format", "json"], on: [:], input: letter).json()
    #expect(json["schema"] as? String == "letter/1" && json["file"] as? String == "-")
    #expect(json["regime"] as? String == "FOIA")
    let exemption = try #require((json["exemptions"] as? [[String: Any]])?.first)
    #expect(exemption["cite"] as? String == "s31(1)(g)")
    let start = try #require(exemption["start"] as? Int)
    let end = try #require(exemption["end"] as? Int)
    let words = letter.unicodeScalars.dropFirst(start).prefix(end - start)
    #expect(String(String.UnicodeScalarView(words)) == exemption["as_written"] as? String)
    #expect(json["verdicts"] == nil)
  }

  @Test("a folder stands for its letters in order, whatever the number of jobs")
  func folder() throws {
    var files = ["notes.xlsx": Data("no letter".utf8)]
    for number in 10..<30 {
      files["\(number).txt"] = Data(SampleLetter.refusal(of: "Ward \(number)").utf8)
    }
    let lines = try Program.run(["read", ".", "--jobs", "4", "--format", "jsonl"], on: files)
      .lines()
    #expect(lines.map(\.name) == (10..<30).map { "\($0).txt" })
    #expect(lines.allSatisfy { $0["schema"] as? String == "letter/1" })
  }

  @Test("files stand in the order in which they were named; as JSON they are a list")
  func several() throws {
    let letter = Data(SampleLetter.refusal().utf8)
    let result = try Program.run(
      ["read", "c.txt", "a.txt", "b.txt", "--jobs", "4", "--format", "json"],
      on: ["a.txt": letter, "b.txt": letter, "c.txt": letter])
    let list = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
    #expect(list?.map(\.name) == ["c.txt", "a.txt", "b.txt"])
  }

  @Test("--explain shows each stage")
  func explain() throws {
    let result = try Program.run(
      ["read", "-", "--explain"], on: [:], input: SampleLetter.refusal())
    let stages = result.output.split(separator: "\n").filter { $0.hasPrefix("== ") }
      .map { $0.dropFirst(3).prefix { $0.isLetter } }
    #expect(stages == ["Text", "Blocks", "Citations", "Regimes", "Roles", "Facts", "Letter"])
  }
}
