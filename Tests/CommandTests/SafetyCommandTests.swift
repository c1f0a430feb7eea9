import Foundation
import HiddenData
import Testing

/// Inspecting, cleaning and redacting as a person at a terminal would, through the confined worker.
@Suite("Files before they leave, on the command line")
struct SafetyCommandTests {
  private static let hidden =
    "Year,Sum\n2025,7\n" + String(repeating: "\n", count: 400) + "Informant,A. Person\n"

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path()
  }

  @Test("the status says whether anything is hidden, or could not be looked at; the worst counts")
  func status() throws {
    try Program.withFolder { folder in
      let clean = try write("Year,Sum\n2025,7\n", "clean.csv", in: folder)
      let hiding = try write(Self.hidden, "hiding.csv", in: folder)
      let unknown = try write("{\\rtf1 x}", "unknown.rtf", in: folder)
      #expect(try Program.run("inspect", clean).status == 0)
      let found = try Program.run("inspect", "--format", "json", hiding)
      #expect(found.status == 1)
      let json = try found.json()
      #expect(json["schema"] as? String == "inspection/1")
      #expect(json["verdict"] as? String == "hidden_data")
      #expect(found.output.contains("A. Person") && found.output.contains("csv.far_rows"))
      let several = try Program.run("inspect", "--format", "jsonl", clean, hiding, unknown)
      #expect(several.status == 2)
      #expect(several.output.split(separator: "\n").count == 3)
      let missing = try Program.run("inspect", folder.appending(path: "no").path())
      #expect(missing.status == 2 && missing.errors.contains("there is no such file"))
    }
  }

  @Test("SARIF names what is hidden, and tells of what could not be read")
  func sarif() throws {
    try Program.withFolder { folder in
      let hiding = try write(Self.hidden, "hiding.csv", in: folder)
      let unknown = try write("{\\rtf1 x}", "unknown.rtf", in: folder)
      let log = try Program.run("inspect", "--format", "sarif", hiding, unknown)
      let runs = try #require(try log.json()["runs"] as? [[String: Any]])
      let results = try #require(runs.first?["results"] as? [[String: Any]])
      #expect(results.first?["ruleId"] as? String == "csv.far_rows")
      let invocations = try #require(runs.first?["invocations"] as? [[String: Any]])
      #expect(invocations.first?["executionSuccessful"] as? Bool == false)
    }
  }

  @Test("chosen cells of a workbook become a new file; a sheet that is not there is status 2")
  func chosenCells() throws {
    try Program.withFolder { folder in
      let book = VisibleCells.workbook([
        .init(
          name: "Spending", rows: [[.text("Unit"), .number("7")], [.text("North"), .number("8")]]),
        .init(name: "Notes", rows: [[.text("Kept")]]),
      ])
      let source = folder.appending(path: "book.xlsx")
      try Data(book).write(to: source)
      let path = source.path(percentEncoded: false)
      let copy = folder.appending(path: "new.csv").path(percentEncoded: false)
      let made = try Program.run("clean", path, "-o", copy, "--range", "Spending!A1:A2")
      #expect(made.status == 0, "\(made.errors)")
      let text = try Data(contentsOf: URL(filePath: copy))
      #expect(text == Data("\u{FEFF}Unit\r\nNorth\r\n".utf8))
      let wrong = try Program.run("clean", path, "-o", copy, "--force", "--range", "Hidden")
      #expect(wrong.status == 2 && wrong.errors.contains("no visible sheet \"Hidden\""))
    }
  }

  @Test("a clean copy is proved, and nothing is overwritten unasked")
  func clean() throws {
    try Program.withFolder { folder in
      let hiding = try write("Name,Note\nA,x\u{202E}y\n", "hiding.csv", in: folder)
      let copy = folder.appending(path: "copy.csv").path()
      let cleaned = try Program.run("clean", hiding, "-o", copy, "--format", "json")
      #expect(cleaned.status == 0)
      #expect(try cleaned.json()["schema"] as? String == "cleaning/1")
      #expect(try Program.run("inspect", copy).status == 0)
      let again = try Program.run("clean", hiding, "-o", copy)
      #expect(again.status == 2 && again.errors.contains("--force"))
    }
  }

  @Test("a redaction is written with its proof, and a plan that cannot be read stops it")
  func redact() throws {
    try Program.withFolder { folder in
      let letter = try write("It runs GateOS 9.16 at Castle Road.\n", "letter.txt", in: folder)
      let plan = try write(
        #"{"schema":"redaction-plan/1","marks":[{"find":"GateOS 9.16","code":"s31(1)(a)"}]}"#,
        "plan.json", in: folder)
      let out = folder.appending(path: "out.txt")
      let done = try Program.run(
        "redact", letter, "--plan", plan, "-o", out.path(), "--format", "json")
      #expect(done.status == 0)
      #expect(try done.json()["schema"] as? String == "redaction/1")
      let text = try String(contentsOf: out, encoding: .utf8)
      #expect(!text.contains("GateOS") && text.contains("s31(1)(a)"))
      let bad = try write(
        #"{"schema":"redaction-plan/1","marks":[{"fnd":"x","code":"s40(2)"}]}"#, "bad.json",
        in: folder)
      let refused = try Program.run(
        "redact", letter, "--plan", bad, "-o", folder.appending(path: "no.txt").path())
      #expect(refused.status == 2 && refused.errors.contains("fnd"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "no.txt").path()))
    }
  }

  private static let mail = """
    From: Alex Thornbury <alex@example.org>
    To: foi@council.example
    Cc: Penelope Quartermain <pq@example.org>
    Date: Tue, 26 May 2026 10:00:00 +0100
    Subject: The gateway
    Content-Transfer-Encoding: base64
    Content-Type: text/plain; charset=utf-8

    UGVuZWxvcGUgUXVhcnRlcm1haW4gcnVucyBpdCBhdCBDYXN0bGUgUm9hZC4K

    """

  @Test("an e-mail is never redacted as a text")
  func mailAsText() throws {
    try Program.withFolder { folder in
      let mail = try write(Self.mail, "note.eml", in: folder)
      let plan = try write(
        #"{"schema":"redaction-plan/1","marks":[{"find":"Quartermain","code":"s40(2)"}]}"#,
        "plan.json", in: folder)
      let out = folder.appending(path: "out.eml").path()
      let refused = try Program.run("redact", mail, "--plan", plan, "-o", out)
      #expect(refused.status == 2 && refused.errors.contains("ends in .pdf"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test(
    "an e-mail is redacted by way of a PDF of its words",
    .enabled(if: ConfinedPrinter.isAvailable, "LibreOffice or bubblewrap is not installed"))
  func mail() throws {
    try Program.withFolder { folder in
      let mail = try write(Self.mail, "note.eml", in: folder)
      let plan = try write(
        #"{"schema":"redaction-plan/1","marks":[{"find":"Quartermain","code":"s40(2)"}]}"#,
        "plan.json", in: folder)
      let out = folder.appending(path: "out.pdf")
      let done = try Program.run(
        "redact", mail, "--plan", plan, "-o", out.path(), "--format", "json")
      #expect(done.status == 0, "\(done.errors)")
      let marks = try done.json()["marks"] as? [[String: Any]]
      // In the line of the copy and in the words, which were packed.
      #expect((marks?.first?["places"] as? [Any])?.count == 2)
      let read = try Program.run("read", out.path(), "--format", "json")
      #expect(!read.output.contains("Quartermain"))
    }
  }
}
