import Foundation
import Letters
import PublicInterest
import Testing

@Suite("A letter as a Word document")
struct DocxTests {
  let letter: Letter

  init() throws {
    let fixture = try Fixture()
    letter = Letter(
      decision: try fixture.partlyRefused(), book: fixture.book,
      addressee: Addressee(name: "Ada Example", address: "1 High Street\nEastmere"))
  }

  /// The parts of the package as Python's zipfile finds them, checksums verified.
  private func parts(of letter: Letter) throws -> [String: Data] {
    try Program.withFolder { folder in
      let file = folder.appending(path: "letter.docx")
      try Data(letter.docx()).write(to: file)
      let script = """
        import sys, zipfile
        archive = zipfile.ZipFile(sys.argv[1])
        assert archive.testzip() is None
        assert all(i.date_time == (1980, 1, 1, 0, 0, 0) for i in archive.infolist())
        archive.extractall(sys.argv[2])
        print("\\n".join(archive.namelist()))
        """
      let unpacked = folder.appending(path: "unpacked")
      let result = try Program.run("python3", ["-c", script, file.path, unpacked.path])
      try #require(result.status == 0, "\(result.output)")
      var parts: [String: Data] = [:]
      for name in result.output.split(separator: "\n").map(String.init) {
        parts[name] = try Data(contentsOf: unpacked.appending(path: name))
      }
      return parts
    }
  }

  private func text(_ part: Data?) throws -> String {
    String(decoding: try #require(part), as: UTF8.self)
  }

  @Test("the archive is sound, and every part is well-formed and declared", .tags(.slow))
  func package() throws {
    let parts = try parts(of: letter)
    #expect(
      parts.keys.sorted() == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/document.xml", "word/footer1.xml",
        "word/numbering.xml", "word/settings.xml", "word/styles.xml",
      ])
    for (name, data) in parts { #expect(try !Markup(xml: data).elements.isEmpty, "\(name)") }

    let declared = try Markup(xml: try #require(parts["[Content_Types].xml"])).elements
      .compactMap { $0.attributes["PartName"].map { String($0.dropFirst()) } }
    #expect(declared.allSatisfy { parts[$0] != nil })
    for (file, base) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
      let targets = try Markup(xml: try #require(parts[file])).elements
        .compactMap { $0.attributes["Target"] }
      #expect(targets.count >= 3 && targets.allSatisfy { parts[base + $0] != nil })
    }
  }

  @Test("headings, lists and tables are real ones", .tags(.slow))
  func structure() throws {
    let parts = try parts(of: letter)
    let elements = try Markup(xml: try #require(parts["word/document.xml"])).elements
    let used = elements.filter { $0.name == "w:pStyle" }.compactMap { $0.attributes["w:val"] }
    #expect(used.filter { $0 == "Title" }.count == 1)
    #expect(used.filter { $0 == "Heading1" }.count == letter.sections.count - 2)
    #expect(used.filter { $0 == "Heading2" }.count == 8)
    #expect(used.filter { $0 == "ListBullet" }.count == 9)
    #expect(elements.filter { $0.name == "w:tbl" }.count == 6)
    #expect(elements.filter { $0.name == "w:tblHeader" }.count == 6)
    #expect(elements.filter { $0.name == "w:tblCaption" }.count == 6)

    let styles = try Markup(xml: try #require(parts["word/styles.xml"])).elements
    let known = styles.compactMap { $0.attributes["w:styleId"] }
    #expect(Set(used).isSubset(of: known))
    #expect(Set(["Normal", "Heading1", "Heading2", "Heading3", "LetterTable"]).isSubset(of: known))
    #expect(styles.first { $0.name == "w:lang" }?.attributes["w:val"] == "en-GB")
    #expect(styles.first { $0.name == "w:sz" }?.attributes["w:val"] == "22")
  }

  @Test("columns fill the page between its margins and no more", .tags(.slow))
  func columns() throws {
    let long = String(repeating: "word ", count: 60)
    let unbroken = String(repeating: "w", count: 300)
    let edited = letter.applying(edits: [
      "advice": "| a | b |\n| \(long) | c |\n\n| a | b | c | d | e | f | g | h |\n"
        + "| \(unbroken) | \(unbroken) | \(unbroken) | \(unbroken) | e | f | g | h |\n\n| one | two |"
    ])
    let elements = try Markup(xml: try #require(try parts(of: edited)["word/document.xml"]))
      .elements
    let widths = elements.filter { $0.name == "w:tblW" }.compactMap { $0.attributes["w:w"] }
    for width in try widths.map({ try #require(Int($0)) }) {
      #expect((9_600...9_638).contains(width))
    }
    #expect(widths.count == 9)
  }

  @Test("no author, no time, no editing history: title and language alone", .tags(.slow))
  func properties() throws {
    let parts = try parts(of: letter)
    let core = try Markup(xml: try #require(parts["docProps/core.xml"])).elements.map(\.name)
    #expect(core == ["cp:coreProperties", "dc:title", "dc:language"])
    for (name, data) in parts where name != "word/document.xml" {
      let text = try text(data)
      #expect(!text.contains("Ada") && !text.contains("High Street"), "\(name)")
      #expect(!text.contains("rsid") && !text.contains("creator"), "\(name)")
    }
    #expect(try text(parts["docProps/core.xml"]).contains("<dc:language>en-GB</dc:language>"))
  }

  @Test("the same letter gives the same bytes")
  func deterministic() {
    #expect(letter.docx() == letter.docx())
    #expect(letter.docx() != letter.applying(edits: ["advice": "Other."]).docx())
  }

  @Test("characters that XML forbids are left out, and markup is text", .tags(.slow))
  func hostileText() throws {
    var hostile = letter.applying(edits: ["advice": "a\u{0}\u{8}<w:p>&amp;\u{FFFF}]]>"])
    hostile.title = "T\u{0}<"
    hostile.reference = "\u{1}&\u{FFFE}"
    hostile.authority.name = "N\u{B}\u{1F}ame"
    let parts = try parts(of: hostile)
    for data in parts.values { #expect(try !Markup(xml: data).elements.isEmpty) }
    #expect(
      try text(parts["word/document.xml"]).contains("a&lt;w:p&gt;&amp;amp;]]&gt;"))
  }

  @Test(
    "LibreOffice opens it without repair and finds every heading, paragraph and cell",
    .enabled(if: Program.path("soffice") != nil, "soffice is not on the PATH"), .tags(.slow))
  func libreOffice() throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "letter.docx")
      try Data(letter.docx()).write(to: file)
      for format in ["txt:Text (encoded):UTF8", "pdf"] {
        let result = try Program.run(
          "soffice",
          [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
            format, "--outdir", folder.path, file.path,
          ])
        try #require(result.status == 0, "\(result.output)")
      }
      let pdf = try Data(contentsOf: folder.appending(path: "letter.pdf"))
      #expect(pdf.starts(with: Data("%PDF-".utf8)) && pdf.count > 10_000)

      let text = try String(contentsOf: folder.appending(path: "letter.txt"), encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline)
        .map { String($0.drop { $0 == "•" || $0.isWhitespace }) }
      for expected in [letter.title, letter.salutation, "1 High Street"] + sectionLines {
        #expect(lines.contains(expected), "\(expected)")
      }
    }
  }

  /// Every heading, line of a paragraph, point and cell of the sections.
  private var sectionLines: [String] {
    letter.sections.flatMap { section -> [String] in
      [section.heading].compactMap(\.self)
        + section.effective.flatMap { block -> [String] in
          switch block {
          case .paragraph(let text): text.split(separator: "\n").map(String.init)
          case .subheading(let text): [text]
          case .bullets(let points): points
          case .table(let header, let rows): header + rows.joined()
          }
        }
    }
  }
}
