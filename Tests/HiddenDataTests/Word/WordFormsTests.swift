import Testing

@testable import HiddenData

/// Ways of writing the same thing that a search for names would miss.
@Suite("forms in which Word documents hide things")
struct WordFormsTests {
  private let by = #"w:id="1" w:author="Ann Other" w:date="2024-01-01T00:00:00Z""#

  private func shows(_ bytes: [UInt8], _ kind: String, _ text: String) -> Bool {
    WordTesting.inspect(bytes).findings.contains {
      $0.class == kind && ($0.excerpt.contains(text) || $0.where.contains(text))
    }
  }

  /// The same document with other bytes for a part.
  private func changed(_ bytes: [UInt8], _ change: (String, String) -> [UInt8]) throws -> [UInt8] {
    let run = InspectionRun { (_, _, _) in }
    let archive = try ZipArchive(bytes, limits: run.limits)
    return ZipWriter.file(
      try archive.entries.map { entry in
        let text = String(decoding: try archive.unpack(entry, run: run), as: UTF8.self)
        return (entry.name, change(entry.name, text))
      })
  }

  private var deletion: [UInt8] {
    WordExample.file("<w:p><w:del \(by)><w:r><w:delText>Q. Lyle</w:delText></w:r></w:del></w:p>")
  }

  @Test("a strict document")
  func strict() throws {
    let bytes = try changed(deletion) { _, text in
      Array(
        text.replacing(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          with: "http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          with: "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ).utf8)
    }
    #expect(shows(bytes, "docx.deleted_text", "Q. Lyle"))
  }

  @Test("a document with other prefixes")
  func prefixes() throws {
    let bytes = try changed(deletion) { _, text in
      Array(
        text.replacing("<w:", with: "<zz:").replacing("</w:", with: "</zz:")
          .replacing(" w:", with: " zz:").replacing("xmlns:w=", with: "xmlns:zz=").utf8)
    }
    #expect(shows(bytes, "docx.deleted_text", "Q. Lyle"))
  }

  @Test("a document part in UTF-16")
  func wide() throws {
    let bytes = try changed(deletion) { name, text in
      guard name == "word/document.xml" else { return Array(text.utf8) }
      let units = Array((#"<?xml version="1.0" encoding="UTF-16"?>"# + text).utf16)
      return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(shows(bytes, "docx.deleted_text", "Q. Lyle"))
  }

  @Test("deleted symbols, cells, insertions and paragraph marks")
  func deletions() {
    let symbols = #"<w:sym w:font="Arial" w:char="F051"/><w:sym w:font="Arial" w:char="0037"/>"#
    let file = WordExample.file(
      "<w:p><w:del \(by)><w:r>\(symbols)<w:noBreakHyphen/></w:r></w:del></w:p>"
        + "<w:p><w:ins \(by)><w:del w:author=\"Bea\">\(WordExample.run("never was"))</w:del></w:ins></w:p>"
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:author=\"Cy\"/></w:tcPr>"
        + "\(WordExample.paragraph("gone cell"))</w:tc></w:tr></w:tbl>"
        + "<w:p><w:pPr><w:rPr><w:del w:author=\"Dot\"/></w:rPr></w:pPr></w:p>")
    for text in ["Q7-", "never was", "gone cell", "Dot"] {
      #expect(shows(file, "docx.deleted_text", text))
    }
  }

  @Test(
    "a switch in every spelling",
    arguments: [
      ("1", true), ("true", true), ("on", true), ("0", false), ("false", false), ("off", false),
    ]
  )
  func switches(_ value: String, _ isHidden: Bool) {
    let file = WordExample.file(WordExample.paragraph("secret", #"<w:vanish w:val="\#(value)"/>"#))
    #expect(shows(file, "docx.hidden_text", "secret") == isHidden)
  }

  @Test("hiding in the style of a table's first row")
  func tableStyle() {
    let style = WordExample.styles(
      #"<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr>"#
        + "</w:tblStylePr></w:style>")
    let row = { (text: String) in "<w:tr><w:tc>\(WordExample.paragraph(text))</w:tc></w:tr>" }
    let file = WordExample.file(
      #"<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr>"#
        + row("over") + row("under") + "</w:tbl><w:p/>", [style])
    #expect(shows(file, "docx.hidden_text", "over"))
    #expect(!shows(file, "docx.hidden_text", "under"))
  }

  @Test("two styles that hide cancel each other, formatting by hand decides")
  func toggles() {
    let hide = "<w:rPr><w:vanish/></w:rPr></w:style>"
    let styles = WordExample.styles(
      #"<w:style w:type="paragraph" w:styleId="P">\#(hide)<w:style w:type="character" w:styleId="C">\#(hide)"#
    )
    let both = WordExample.paragraph("once", #"<w:rStyle w:val="C"/>"#, #"<w:pStyle w:val="P"/>"#)
    #expect(!shows(WordExample.file(both, [styles]), "docx.hidden_text", "once"))
    let hand = WordExample.paragraph(
      "twice", #"<w:rStyle w:val="C"/><w:vanish/>"#, #"<w:pStyle w:val="P"/>"#)
    #expect(shows(WordExample.file(hand, [styles]), "docx.hidden_text", "twice"))
  }

  @Test("theme colours with tint and shade are worked out")
  func theme() {
    let theme: WordExample.Part = (
      "theme", "theme.xml",
      #"<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>"#
        + #"<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/>"#
        + "</a:accent1></a:clrScheme></a:theme>"
    )
    let shading =
      #"<w:shd w:val="clear" w:fill="000000" w:themeFill="accent1" w:themeFillTint="99"/>"#
    let file = WordExample.file(
      WordExample.paragraph("pale", #"<w:color w:val="8EAADB"/>"#, shading)
        + WordExample.paragraph("plain", #"<w:color w:val="FFFFFF"/>"#, shading), [theme])
    #expect(shows(file, "docx.text_matches_background", "pale"))
    #expect(!shows(file, "docx.text_matches_background", "plain"))
  }

  @Test("the instructions of a field in a field")
  func nested() {
    let mark = { (kind: String) in #"<w:r><w:fldChar w:fldCharType="\#(kind)"/></w:r>"# }
    let code = { (text: String) in "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    let inner =
      mark("begin") + code("MERGEFIELD Owner") + mark("separate")
      + WordExample.run("G. Tull") + mark("end")
    let file = WordExample.file(
      "<w:p>" + mark("begin") + code("IF ") + inner + code(" = 1 2 3") + mark("separate")
        + WordExample.run("2") + mark("end") + "</w:p>")
    #expect(shows(file, "docx.field_code", "G. Tull"))
    #expect(shows(file, "docx.field_code", "MERGEFIELD Owner"))
  }

  @Test("a bar in a group and one given from the page")
  func bars() {
    let group =
      #"<w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="3000000" cy="250000"/><wp:wrapNone/>"#
      + #"<a:graphic><a:graphicData><x:wgp xmlns:x="urn:g"><x:grpSpPr><a:xfrm><a:off x="0" y="0"/>"#
      + #"<a:ext cx="3000000" cy="250000"/><a:chOff x="0" y="0"/><a:chExt cx="3000" cy="250"/></a:xfrm>"#
      + #"</x:grpSpPr><wps:wsp><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000" cy="250"/></a:xfrm>"#
      + #"<a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr></wps:wsp></x:wgp></a:graphicData>"#
      + "</a:graphic></wp:anchor></w:drawing></w:r>"
    let grouped = WordExample.file("<w:p>\(group)\(WordExample.run("under a group"))</w:p>")
    #expect(shows(grouped, "docx.covered_by_shape", "under a group"))
    let bar = WordExample.shape(x: 72, y: 72, from: ("page", "page"))
    let paged = WordExample.file(
      WordExample.paragraph("on the first line") + "<w:p>\(bar)</w:p>"
        + String(repeating: WordExample.paragraph(""), count: 30)
        + WordExample.paragraph("far below"))
    #expect(shows(paged, "docx.covered_by_shape", "on the first line"))
    #expect(!shows(paged, "docx.covered_by_shape", "far below"))
  }

  @Test("a picture that leads to a public page is no empty link")
  func pictureLink() {
    let link = { (inner: String) in
      WordExample.file(
        "<w:p><w:hyperlink r:id=\"x1\"><w:r>\(inner)</w:r></w:hyperlink></w:p>",
        external: [("hyperlink", "https://www.example.org/about")])
    }
    #expect(!WordTesting.classes(link("<w:drawing/>")).contains("docx.hyperlink"))
    #expect(WordTesting.classes(link("")).contains("docx.hyperlink"))
  }

  @Test("macros and templates are documents too")
  func mainTypes() throws {
    for type in [
      "application/vnd.ms-word.document.macroEnabled.main+xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ] {
      let bytes = try changed(deletion) { _, text in
        Array(
          text.replacing(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            with: type
          ).utf8)
      }
      #expect(shows(bytes, "docx.deleted_text", "Q. Lyle"))
    }
  }
}
