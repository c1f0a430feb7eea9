/// Builds small workbooks of Excel 97–2003 for examples.
struct BIFFExample {
  /// A sheet: its name, its state and its records.
  struct Sheet {
    var name = "Sheet1"
    var state: UInt8 = 0
    var kind: UInt8 = 0
    var records: [UInt8]
  }

  var sheets: [Sheet]
  /// Records of the globals beside the list of sheets.
  var globals: [UInt8] = []

  static func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
    UInt16(truncatingIfNeeded: kind).littleEndian2
      + UInt16(truncatingIfNeeded: body.count).littleEndian2 + body
  }

  /// A cell with a text.
  static func label(_ row: UInt16, _ column: UInt16, _ text: String, format: UInt16 = 0) -> [UInt8]
  {
    record(
      0x0204,
      row.littleEndian2 + column.littleEndian2 + format.littleEndian2
        + UInt16(text.utf16.count).littleEndian2 + [1] + text.utf16Bytes)
  }

  /// A row, hidden or of some height.
  static func row(_ row: UInt16, isHidden: Bool) -> [UInt8] {
    record(
      BIFF.row,
      row.littleEndian2 + [0, 0, 1, 0, 0xFF, 0, 0, 0, 0, 0, isHidden ? 0x20 : 0, 1, 15, 0])
  }

  /// Columns of a width, which may be none.
  static func columns(_ columns: ClosedRange<UInt16>, isHidden: Bool) -> [UInt8] {
    record(
      BIFF.columns,
      columns.lowerBound.littleEndian2 + columns.upperBound.littleEndian2
        + [0, 10, 15, 0, isHidden ? 1 : 0, 0, 0, 0])
  }

  /// A font of a colour of the palette.
  static func font(_ colour: UInt16) -> [UInt8] {
    record(
      BIFF.font,
      [200, 0, 0, 0] + colour.littleEndian2 + [0x90, 1, 0, 0, 0, 0, 0, 0, 5, 0]
        + Array("Arial".utf8))
  }

  /// A format of cells: a font on a fill, or on none.
  static func cellFormat(font: UInt16, fill: UInt16?) -> [UInt8] {
    let colours = (fill ?? 64) | 65 << 7
    return record(
      BIFF.cellFormat,
      font.littleEndian2 + Array(repeating: 0, count: 15) + [fill == nil ? 0 : 1 << 2]
        + colours.littleEndian2)
  }

  /// A hidden name for a text.
  static func name(_ name: String, text: String, flags: UInt16) -> [UInt8] {
    let formula = [0x17, UInt8(text.utf8.count), 0] + Array(text.utf8)
    return record(
      BIFF.name,
      flags.littleEndian2 + [0, UInt8(name.utf8.count)]
        + UInt16(formula.count).littleEndian2 + Array(repeating: 0, count: 8) + [0]
        + Array(name.utf8) + formula)
  }

  /// A note: the text in its object, and who wrote it.
  static func note(_ text: String, by author: String) -> [UInt8] {
    record(BIFF.object, [0x15, 0, 0x12, 0, 0x19, 0, 1, 0] + Array(repeating: 0, count: 18))
      + record(
        BIFF.textObject,
        Array(repeating: 0, count: 10) + UInt16(text.utf16.count).littleEndian2 + [16, 0]
          + Array(repeating: 0, count: 4))
      + record(BIFF.continue, [1] + text.utf16Bytes)
      + record(
        BIFF.note,
        [2, 0, 1, 0, 0, 0, 1, 0] + UInt16(author.utf16.count).littleEndian2 + [1]
          + author.utf16Bytes)
  }

  /// The workbook stream.
  var stream: [UInt8] {
    let begin = Self.record(BIFF.bof, [0, 6, 5, 0] + Array(repeating: 0, count: 12))
    let end = Self.record(BIFF.eof, [])
    let lists = sheets.map { 4 + 8 + 2 * $0.name.utf16.count }.reduce(0, +)
    var start = begin.count + globals.count + lists + end.count
    var list: [UInt8] = []
    var bodies: [UInt8] = []
    for sheet in sheets {
      list += Self.record(
        BIFF.boundSheet,
        UInt32(start).littleEndian4 + [sheet.state, sheet.kind, UInt8(sheet.name.utf16.count), 1]
          + sheet.name.utf16Bytes)
      let body =
        Self.record(BIFF.bof, [0, 6, 0x10, 0] + Array(repeating: 0, count: 12)) + sheet.records
        + end
      start += body.count
      bodies += body
    }
    return begin + globals + list + end + bodies
  }

  /// The file.
  var file: [UInt8] { CompoundExample.file([("Workbook", stream)]) }
}
