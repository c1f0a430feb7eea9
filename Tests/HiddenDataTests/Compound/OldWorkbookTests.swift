import Testing

@testable import HiddenData

@Suite("Compound files: workbooks")
struct OldWorkbookTests {
  private typealias B = BIFFExample

  private func result(_ stream: [UInt8]) -> CompoundResult {
    CompoundResult(CompoundExample.file([("Workbook", stream)]))
  }

  @Test("shared strings that go on in the next record, wide after narrow, are read")
  func sharedStrings() {
    let narrow = [UInt8](repeating: UInt8(ascii: "a"), count: 10)
    let first: [UInt8] =
      [2, 0, 0, 0, 2, 0, 0, 0] + [1, 0, 0, UInt8(ascii: "x")] + [15, 0, 0] + narrow
    let strings =
      B.record(BIFF.sharedStrings, first)
      + B.record(BIFF.continue, [1] + "Siân!".utf16Bytes)
    let cell = B.record(0x00FD, [0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
    let book = B(
      sheets: [B.Sheet(records: []), B.Sheet(state: 1, records: cell)], globals: strings)
    #expect(result(book.stream).shows("aaaaaaaaaaSiân!"))
  }

  @Test("numbers, packed numbers, dates and results of formulas are shown")
  func values() {
    let number = B.record(
      0x0203, [0, 0, 0, 0, 0, 0] + bytes(of: 1_234.5))
    let packed = B.record(0x027E, [1, 0, 0, 0, 0, 0] + UInt32(4_242 << 2 | 2).littleEndian4)
    let hundredth = B.record(0x027E, [2, 0, 0, 0, 0, 0] + UInt32(725 << 2 | 3).littleEndian4)
    let formula =
      B.record(
        0x0006,
        [3, 0, 0, 0, 0, 0] + [0, 0, 0, 0, 0, 0, 0xFF, 0xFF] + Array(repeating: 0, count: 8))
      + B.record(0x0207, [3, 0, 0] + Array("sum".utf8))
    let date = B.record(0x0203, [4, 0, 0, 0, 1, 0] + bytes(of: 45_000))
    let blank = [UInt8](repeating: 0, count: 16)
    let globals =
      B.record(BIFF.cellFormat, [0, 0, 0, 0] + blank)
      + B.record(BIFF.cellFormat, [0, 0, 14, 0] + blank)
    let records = number + packed + hundredth + formula + date
    let book = B(
      sheets: [B.Sheet(records: []), B.Sheet(state: 1, records: records)], globals: globals)
    let found = result(book.stream)
    // 45,000 days after 31 December 1899, with the leap day that 1900 did not have.
    for text in ["4242", "7.25", "sum", "2023-03-15"] { #expect(found.shows(text), "\(text)") }
  }

  private func bytes(of number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  @Test("a workbook of Excel 5 is read, with its own letters and notes")
  func excel5() {
    let begin = B.record(BIFF.bof, [0, 5, 5, 0, 0, 0, 0, 0])
    let page = B.record(BIFF.codePage, [0xE4, 4])
    let name = [UInt8](arrayLiteral: 0x53, 0xEE, 0x6E)
    let end = B.record(BIFF.eof, [])
    let start = begin.count + page.count + 4 + 7 + name.count + end.count
    let sheet = B.record(
      BIFF.boundSheet, UInt32(start).littleEndian4 + [1, 0, UInt8(name.count)] + name)
    let label = B.record(0x0204, [0, 0, 0, 0, 0, 0, 3, 0, 0x63, 0xF4, 0x74])
    let note = B.record(BIFF.note, [0, 0, 0, 0, 6, 0] + Array("secret".utf8))
    let body = B.record(BIFF.bof, [0, 5, 0x10, 0, 0, 0, 0, 0]) + label + note + end
    let found = CompoundResult(
      CompoundExample.file([("Book", begin + page + sheet + end + body)]))
    #expect(found.classes == ["xls.sheet_hidden", "xls.comment"])
    #expect(found.shows("Sîn") && found.shows("côt") && found.shows("secret"))
    #expect(found.failures.isEmpty)
  }

  @Test("rows that the sheet hides unless it says otherwise are found")
  func hiddenByDefault() {
    let hidden = B.record(BIFF.defaultRowHeight, [2, 0, 0, 0])
    let records = hidden + B.row(0, isHidden: false) + B.label(0, 0, "seen") + B.label(5, 0, "gone")
    let found = result(B(sheets: [B.Sheet(records: records)]).stream)
    #expect(found.classes == ["xls.row_hidden"])
    #expect(found.shows("gone") && !found.shows("seen"))
  }

  @Test("a long hidden sheet is shown to its end over several findings")
  func longSheet() {
    let records = (0..<500).flatMap { B.label(UInt16($0), 0, "row number \($0) of the list") }
    let found = result(
      B(sheets: [B.Sheet(records: []), B.Sheet(state: 1, records: records)]).stream)
    #expect(found.shows("row number 499"))
    #expect(found.findings.count > 2)
  }

  @Test("text behind the last record is found, and a sheet that breaks off is not clean")
  func behindTheEnd() {
    let stream = B(sheets: [B.Sheet(records: B.label(0, 0, "x"))]).stream
    let padded = stream + Array(repeating: 0, count: 40) + Array("Ann Example's file".utf8)
    #expect(result(padded).classes == ["xls.ole_slack"])
    #expect(!result(Array(stream.dropLast(6))).failures.isEmpty)
  }

  @Test("cleaning empties properties and slack and leaves the cells")
  func cleaning() throws {
    let book = B(sheets: [B.Sheet(records: B.label(0, 0, "Answer"))])
    let writer = B.record(
      BIFF.writeAccess, [3, 0, 0] + Array("Ann".utf8) + Array(repeating: 0x20, count: 106))
    let file = CompoundExample.leaving(
      "Complaint of Ida Example",
      behind: CompoundExample.file([
        ("Workbook", B(sheets: book.sheets, globals: writer).stream),
        ("\u{5}SummaryInformation", CompoundExample.summary([4: "Hal Example"])),
      ]))
    let before = CompoundResult(file)
    #expect(before.classes == ["xls.doc_props", "xls.ole_slack"])
    #expect(!before.findings.map(\.removable).contains(false))
    let cleaned = try CompoundCleaner.clean(file, limits: InspectionLimits())
    #expect(CompoundResult(cleaned).isClean, "\(CompoundResult(cleaned).findings)")
    let stream = try #require(try CompoundFile(cleaned).stream("Workbook"))
    #expect(stream.firstRange(of: "Answer".utf16Bytes) != nil)
  }
}
