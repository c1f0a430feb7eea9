/// Collects the values of cells for showing them, up to a bound, so that no sheet takes all the memory.
struct SheetContents {
  private(set) var text = ""
  private var row: Int?
  private(set) var cells = 0
  private var room = InspectionRun.mostText

  mutating func add(_ cell: BIFFCell) {
    cells += 1
    guard room > 0 else { return }
    let value = "\(cell.place): \(cell.value.text)"
    let joint = row == nil ? "" : row == cell.row ? " | " : "\n"
    row = cell.row
    text += joint + value
    room -= value.unicodeScalars.count + joint.count
  }
}

/// Which rows and columns of a sheet are hidden.
struct HiddenStrips {
  private var rows: [Int: Bool] = [:]
  private var columns: [ClosedRange<Int>] = []
  private var rowsByDefault = false

  init(_ sheet: BIFFWorkbook.Sheet, of workbook: BIFFWorkbook) {
    var reader = BIFFReader(workbook.bytes, at: sheet.start)
    var depth = 0
    while let record = reader.next() {
      switch record.kind {
      case BIFF.bof: depth += 1
      case BIFF.eof:
        depth -= 1
        if depth <= 0 { return }
      case BIFF.row where depth == 1:
        let isHidden =
          reader.uint8(record, 12) & 0x20 != 0 || reader.uint16(record, 6) & 0x7FFF == 0
        rows[reader.uint16(record, 0)] = isHidden
      case BIFF.defaultRowHeight where depth == 1:
        rowsByDefault = reader.uint16(record, 0) & 2 != 0
      case BIFF.columns where depth == 1:
        let (first, last) = (reader.uint16(record, 0), reader.uint16(record, 2))
        let isHidden = reader.uint16(record, 8) & 1 != 0 || reader.uint16(record, 4) == 0
        if isHidden, first <= last { columns.append(first...last) }
      default: break
      }
    }
  }

  func hides(row: Int) -> Bool { rows[row] ?? rowsByDefault }
  func hides(column: Int) -> Bool { columns.contains { $0.contains(column) } }
}
