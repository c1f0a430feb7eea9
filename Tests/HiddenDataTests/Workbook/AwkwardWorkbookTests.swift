import Documents
import HiddenData
import Testing

@Suite("awkward workbooks")
struct AwkwardWorkbookTests {
  private let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// A workbook of one visible sheet, whose cells are given, and one that is hidden, if any.
  private func book(
    _ rows: String, before: String = "", after: String = "", hidden: String? = nil,
    sheet encoded: [UInt8]? = nil
  ) -> [UInt8] {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let second = hidden == nil ? "" : #"<x:sheet name="B" sheetId="2" state="hidden" r:id="b"/>"#
    let main =
      #"<x:workbook xmlns:x="\#(space)" xmlns:r="\#(relations)"><x:sheets>"#
      + #"<x:sheet name="A" sheetId="1" r:id="a"/>\#(second)</x:sheets></x:workbook>"#
    func sheet(_ rows: String) -> [UInt8] {
      Array(
        (#"<worksheet xmlns="\#(space)" xmlns:r="\#(relations)">\#(before)<sheetData>\#(rows)"#
          + "</sheetData>\(after)</worksheet>").utf8)
    }
    let links = [("a", "worksheet", "one.xml"), ("b", "worksheet", "two.xml")]
    return ZipWriter.file(
      [
        (
          "[Content_Types].xml",
          Array(OfficeExample.contentTypes(["x/main.xml": kind + "sheet.main+xml"]).utf8)
        ),
        (
          "_rels/.rels",
          Array(OfficeExample.relationships([("r", "officeDocument", "x/main.xml")]).utf8)
        ),
        ("x/main.xml", Array(main.utf8)),
        (
          "x/_rels/main.xml.rels",
          Array(OfficeExample.relationships(hidden == nil ? [links[0]] : links).utf8)
        ),
        ("x/one.xml", encoded ?? sheet(rows)),
      ] + (hidden.map { [("x/two.xml", sheet($0))] } ?? []))
  }

  private func cell(_ place: String, _ text: String) -> String {
    #"<c r="\#(place)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
  }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  @Test("a value far down a large hidden sheet is shown")
  func largeHiddenSheet() {
    let rows = (1...3_000).map { number in
      #"<row r="\#(number)">"#
        + cell("A\(number)", number == 2_950 ? "Needle" : "Person number \(number)")
        + "</row>"
    }
    let run = inspectWorkbook(
      book(#"<row r="1">"# + cell("A1", "x") + "</row>", hidden: rows.joined()))
    #expect(run.findings.allSatisfy { $0.class == "xlsx.sheet_hidden" })
    #expect(run.findings.contains { $0.excerpt.contains("Needle") })
    #expect(run.findings.first?.where.contains("A1:A") == true)
  }

  @Test("a sheet in UTF-16 is read")
  func otherEncoding() {
    let sheet =
      #"<?xml version="1.0" encoding="UTF-16"?><w:worksheet xmlns:w="\#(space)"><w:sheetData>"#
      + #"<w:row hidden="true"><w:c t="inlineStr"><w:is><w:t>Needle</w:t></w:is></w:c></w:row>"#
      + "</w:sheetData></w:worksheet>"
    let run = inspectWorkbook(book("", sheet: utf16(sheet)))
    #expect(run.failures.isEmpty)
    #expect(run.findings.map(\.class) == ["xlsx.row_hidden"])
    #expect(run.findings.first?.excerpt == "Needle")
  }

  @Test("rows above frozen panes that begin further on are found")
  func frozen() {
    let view =
      #"<sheetViews><sheetView topLeftCell="A3"><pane ySplit="1" topLeftCell="A4" "#
      + #"state="frozen"/></sheetView></sheetViews>"#
    let rows = (1...5).map { #"<row r="\#($0)">"# + cell("A\($0)", "Line \($0)") + "</row>" }
    let run = inspectWorkbook(book(rows.joined(), before: view))
    #expect(run.findings.map(\.excerpt) == ["Line 1\nLine 2"])
  }

  @Test(
    "a sheet that declares a document type, is not closed or breaks off is not clean",
    arguments: [
      "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData/></worksheet>",
      "<worksheet><sheetData><row></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v>",
      "<worksheet><sheetData><row r='1'><c r='A1'><v>&b;</v></c></row></sheetData>", "", "nothing",
    ])
  func broken(sheet: String) {
    #expect(!inspectWorkbook(book("", sheet: Array(sheet.utf8))).failures.isEmpty)
  }

  @Test("elements deep in each other end the reading of a sheet")
  func deep() {
    let sheet = String(repeating: "<a>", count: 100_000)
    #expect(!inspectWorkbook(book("", sheet: Array(sheet.utf8))).failures.isEmpty)
  }

  @Test("the visible cells become CSV that no program takes for formulas")
  func csv() throws {
    let rows =
      #"<row r="1">"# + cell("A1", "Name, of unit") + cell("B1", "=HYPERLINK(1)")
      + #"<c r="C1"><v>-5.5</v></c></row><row r="2" hidden="1">"# + cell("A2", "Needle")
      + #"</row><row r="3">"# + cell("A3", "Say \"x\"") + "</row>"
    let tables = try VisibleCells.tables(
      book(rows, hidden: #"<row r="1">"# + cell("A1", "Needle") + "</row>"))
    #expect(tables.map(\.name) == ["A"])
    let text = String(decoding: VisibleCells.csv(tables[0], withMark: false), as: UTF8.self)
    #expect(text == "\"Name, of unit\",'=HYPERLINK(1),-5.5\r\n\"Say \"\"x\"\"\",,\r\n")
    let again = VisibleCells.workbook(tables)
    let run = inspectWorkbook(again)
    #expect(run.failures.isEmpty)
    #expect(run.findings.isEmpty)
    #expect(try VisibleCells.tables(again) == tables)
  }

  @Test("a sheet that is not visible cannot be chosen")
  func hiddenChoice() {
    let file = book(#"<row r="1">"# + cell("A1", "x") + "</row>", hidden: "<row/>")
    #expect(throws: Unreadable.self) {
      try VisibleCells.tables(file, choices: [CellChoice(sheet: "B")])
    }
  }

  @Test("cleaning keeps what is visible, and formulas that lead nowhere hidden")
  func cleaningKeeps() throws {
    let rows =
      #"<row r="1">"# + cell("A1", "Posts") + #"<c r="B1"><f>SUM(B3:B4)</f><v>7</v></c>"#
      + #"<c r="C1"><f>B2+1</f><v>100</v></c></row><row r="2" hidden="1"><c r="B2"><v>99</v></c></row>"#
      + #"<row r="3"><c r="B3"><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c></row>"#
    let file = book(rows)
    let clean = try WorkbookCleaner.clean(file, limits: InspectionLimits())
    #expect(try VisibleCells.tables(clean) == VisibleCells.tables(file))
    let run = InspectionRun { _, _, _ in }
    let sheet = try #require(try OfficePackage(clean, run: run).part("x/one.xml"))
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(text.contains("<f>SUM(B3:B4)</f>"))
    #expect(!text.contains("B2+1"))
    #expect(!text.contains("<v>99</v>"))
  }
}
