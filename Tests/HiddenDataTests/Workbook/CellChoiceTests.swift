import Documents
import Testing

@testable import HiddenData

@Suite("Choosing visible cells")
struct CellChoiceTests {
  private let rows =
    WorkbookExample.row(5, WorkbookExample.text("B5", "North") + WorkbookExample.number("C5", "7"))
    + WorkbookExample.row(6, WorkbookExample.text("B6", "South"), "hidden=\"1\"")
    + WorkbookExample.row(7, WorkbookExample.text("B7", "West") + WorkbookExample.number("C7", "9"))

  private var book: [UInt8] {
    WorkbookExample(
      rows: rows,
      sheets: [("It's ours!", "", WorkbookExample.row(1, WorkbookExample.text("A1", "x")))]
    )
    .bytes
  }

  @Test(
    "a choice is read as spreadsheets write it",
    arguments: [
      ("Spending", "Spending", nil), ("Spending!A1:F20", "Spending", "A1:F20"),
      ("Spending!A:F", "Spending", "A:F"), ("'It''s ours!'!2:40", "It's ours!", "2:40"),
      ("It's ours!", "It's ours!", nil), ("Now!Here", "Now!Here", nil), ("''", "''", nil),
    ] as [(String, String, String?)])
  func read(_ written: String, _ sheet: String, _ cells: String?) {
    #expect(CellChoice(written) == CellChoice(sheet: sheet, cells: cells))
  }

  @Test("the sheets are named with the rectangle around what is seen on them")
  func sheets() throws {
    let sheets = try FileExtraction.sheets(of: book)
    #expect(sheets.map(\.name).last == "It's ours!")
    #expect(sheets.first?.cells == "A1:C7")
    #expect(sheets.last?.cells == "A1")
  }

  @Test("only the cells of a choice are given, and hidden rows among them are left out")
  func cells() throws {
    let name = try #require(try FileExtraction.sheets(of: book).first).name
    let csv = try FileExtraction.cells(
      of: book, as: .csv, choices: [CellChoice(sheet: name, cells: "$B$5:B7")])
    #expect(String(decoding: csv.dropFirst(3), as: UTF8.self) == "North\r\nWest\r\n")
    let beyond = try VisibleCells.tables(
      book, choices: [CellChoice(sheet: name, cells: "A100:B200")])
    #expect(beyond.map(\.rows) == [[]])
  }

  @Test("two parts of a sheet become two sheets with different names")
  func twice() throws {
    let name = try #require(try FileExtraction.sheets(of: book).first).name
    let made = try FileExtraction.cells(
      of: book, as: .xlsx,
      choices: [CellChoice(sheet: name, cells: "B5:C5"), CellChoice(sheet: name, cells: "B7:C7")])
    let tables = try VisibleCells.tables(made)
    #expect(tables.map(\.name) == [name, "\(name) (2)"])
    #expect(
      tables.map(\.rows) == [[[.text("North"), .number("7")]], [[.text("West"), .number("9")]]])
  }

  @Test("what is no choice of visible cells is refused", arguments: ["B5-C7", "", "A0", "Z9:"])
  func refused(_ cells: String) throws {
    let name = try #require(try FileExtraction.sheets(of: book).first).name
    #expect(throws: Unreadable.self) {
      try VisibleCells.tables(book, choices: [CellChoice(sheet: name, cells: cells)])
    }
    #expect(throws: Unreadable.self) { try FileExtraction.cells(of: book, as: .csv, choices: []) }
  }
}
