import Foundation
import Testing

@Suite("Files that are no letters, to read and audit")
struct BadInputTests {
  private static let picture = Data([0x89] + Array("PNG\r\n\u{1A}\n".utf8)) + Data(count: 60)
  private static let locked =
    Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 504)
    + Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })

  /// A page that is one picture.
  private static let scan = Data(
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Im 4 0 R>>>>\
    /Contents 5 0 R>>endobj
    4 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8\
    /ColorSpace/DeviceGray/Length 1>>stream
    x
    endstream endobj
    5 0 obj<</Length 30>>stream
    q 595 0 0 842 0 0 cm /Im Do Q\u{20}
    endstream endobj
    trailer<</Root 1 0 R/Size 6>>
    %%EOF
    """.utf8)

  private static let contentTypes =
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override"
    + " PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
    + ".wordprocessingml.document.main+xml'/></Types>"
  private static let relations =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    + "<Relationship Id='r' Target='word/document.xml' Type='http://schemas.openxmlformats.org"
    + "/officeDocument/2006/relationships/officeDocument'/></Relationships>"

  /// File, its bytes, and the word for why it cannot be read.
  private static let unreadable: [(name: String, bytes: Data, reason: String)] = [
    ("blanks.txt", Data(" \n\t\r\n\u{A0}".utf8), "empty"),
    ("damaged.docx", Data("PK\u{3}\u{4} and then nothing that is packed".utf8), "damaged"),
    ("damaged.pdf", Data("%PDF-1.7\nnonsense".utf8), "damaged"),
    ("empty.txt", Data(), "empty"),
    ("locked.docx", locked, "encrypted"),
    ("picture.png", picture, "unknown_format"),
    ("picture.txt", picture, "unknown_format"),
    (
      "rubbish.txt", Data((0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }),
      "unknown_format"
    ),
    ("scan.pdf", scan, "no_text_layer"),
  ]

  @Test(
    "each says what it is, the letters beside them are done, and the worst status wins",
    arguments: ["read", "audit"])
  func unreadable(command: String) throws {
    let letter = Data(SampleLetter.refusal().utf8)
    var files = ["a.txt": letter, "z.txt": letter]
    for file in Self.unreadable { files[file.name] = file.bytes }
    let names = ["a.txt"] + Self.unreadable.map(\.name) + ["./missing.txt", "z.txt"]
    let clock = ContinuousClock()
    var result: Program.Result?
    let time = try clock.measure {
      result = try Program.run([command] + names + ["--format", "jsonl"], on: files)
    }
    let done = try #require(result)
    let lines = try done.lines()
    #expect(done.status == 2 && lines.count == names.count && time < .seconds(20))
    #expect(lines.first?["exemptions"] != nil || lines.first?["findings"] != nil)
    #expect(lines.last?.name == "z.txt" && lines.last?["verdict"] == nil)
    for (line, file) in zip(lines.dropFirst(), Self.unreadable) {
      #expect(line.name == file.name && line["reason"] as? String == file.reason, "\(file.name)")
      #expect(line["verdict"] as? String == "unreadable", "\(file.name)")
      #expect(done.errors.contains("\(file.name): unreadable (\(file.reason))"), "\(file.name)")
    }
    let missing = try #require(lines.dropLast().last)
    #expect(missing.name == "missing.txt" && missing["reason"] as? String == "no_such_file")
    #expect(done.errors.contains("missing.txt: there is no such file"))
    #expect(done.errors.contains("OCR"))
  }

  @Test("a folder without letters says what letters are called")
  func emptyFolder() throws {
    let result = try Program.run(["audit", "."], on: ["sheet.xlsx": Data("x".utf8)])
    #expect(result.status == 2 && result.errors.contains("holds no letter"))
    #expect(result.errors.contains(".docx") && result.output.isEmpty)
  }

  @Test("characters in other sets are read, and how is said")
  func characters() throws {
    let letter = SampleLetter.refusal()
    let latin = letter.replacingOccurrences(of: "Ms Okafor", with: "Ms Okafor \u{2013} caf\u{E9}")
    let turned = letter.replacingOccurrences(of: "31(1)(g)", with: "\u{202E}31(1)(g)\u{202C}")
    let result = try Program.run(
      ["read", "latin.txt", "turned.txt", "wide.txt", "--format", "jsonl"],
      on: [
        "latin.txt": try #require(latin.data(using: .windowsCP1252)),
        "turned.txt": Data(turned.utf8), "wide.txt": try #require(letter.data(using: .utf16)),
      ])
    #expect(result.status == 0)
    for line in try result.lines() {
      let cites = (line["exemptions"] as? [[String: Any]] ?? []).compactMap {
        $0["cite"] as? String
      }
      #expect(cites == ["s31(1)(g)"], "\(line.name)")
    }
    #expect(result.errors.contains("latin.txt: note: The text is not UTF-8"))
    #expect(result.errors.contains("Windows-1252") && result.errors.contains("UTF-16"))
    #expect(result.errors.contains("turned.txt: note: The text holds 2 marks for the direction"))
  }

  @Test("a letter in Welsh or Gaelic is said to be so and not audited as English")
  func languages() throws {
    let files = ["cy.txt": Data(SampleLetter.welsh.utf8), "gd.txt": Data(SampleLetter.gaelic.utf8)]
    let result = try Program.run(["audit", "cy.txt", "gd.txt", "--format", "jsonl"], on: files)
    let lines = try result.lines()
    #expect(result.status == 2 && lines.count == 2)
    #expect(result.errors.contains("in Welsh") && result.errors.contains("in Scottish Gaelic"))
    for (line, language) in zip(lines, ["cy", "gd"]) {
      #expect((line["letter"] as? [String: Any])?["language"] as? String == language)
      #expect(line.findings.isEmpty && Set(line.verdicts()) == ["cannot_assess"])
    }
  }

  @Test("a bomb in a Word document does not go off")
  func bomb() throws {
    try Program.withFolder { folder in
      let path = folder.appending(path: "bomb.docx").path(percentEncoded: false)
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = [
        "python3", "-c",
        """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as packed:
            packed.writestr('[Content_Types].xml', sys.argv[2])
            packed.writestr('_rels/.rels', sys.argv[3])
            with packed.open('word/document.xml', 'w') as part:
                for _ in range(160): part.write(b'a' * (1 << 20))
        """, path, Self.contentTypes, Self.relations,
      ]
      try python.run()
      python.waitUntilExit()
      // Without Python there is nothing that builds it here.
      guard python.terminationStatus == 0 else { return }
      let json = try Program.run("audit", path, "--format", "jsonl").lines()
      #expect(json.first?["reason"] as? String == "over_a_limit")
    }
  }

  @Test("50 MB of one line end soon, with a word on what was not read")
  func oneLine() throws {
    let line = Data(SampleLetter.refusal().replacingOccurrences(of: "\n", with: " ").utf8)
    var bytes = Data(capacity: 50_000_000)
    while bytes.count < 50_000_000 { bytes += line }
    let result = try Program.run(
      ["read", "line.txt", "--format", "jsonl"], on: ["line.txt": bytes])
    #expect(try result.lines().count == 1 && result.status == 0)
    #expect(result.errors.contains("line.txt: note: Only the first"))
  }
}
