/// A cell that holds a value.
struct BIFFCell {
  let row: Int
  let column: Int
  let format: Int
  let value: BIFFString

  /// Its place, as Excel says it: C7.
  var place: String { Self.column(column) + String(row + 1) }

  /// The letters of a column.
  static func column(_ number: Int) -> String {
    var letters = ""
    var rest = number
    repeat {
      letters = String(Character(Unicode.Scalar(UInt8(65 + rest % 26)))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// Goes through the cells of a sheet that hold values, in the order in which they are written.
struct BIFFCells {
  private let workbook: BIFFWorkbook
  private var reader: BIFFReader
  private var depth = 0
  private var pending: (row: Int, column: Int, format: Int)?
  private var waiting: [BIFFCell] = []

  init(_ sheet: BIFFWorkbook.Sheet, of workbook: BIFFWorkbook) {
    self.workbook = workbook
    reader = BIFFReader(workbook.bytes, at: sheet.start)
  }

  /// Whether the sheet breaks off.
  var isBroken: Bool { reader.isBroken || depth > 0 }

  /// The next cell; nil at the end of the sheet.
  mutating func next() -> BIFFCell? {
    if let cell = waiting.popLast() { return cell }
    while let record = reader.next() {
      switch record.kind {
      case BIFF.bof: depth += 1
      case BIFF.eof:
        depth -= 1
        if depth <= 0 { return nil }
      // Charts on the sheet are sheets within it; their cells are copies.
      default: if depth == 1 { take(record) }
      }
      if let cell = waiting.popLast() { return cell }
    }
    return nil
  }

  private mutating func take(_ record: BIFFReader.Record) {
    let row = reader.uint16(record, 0)
    let column = reader.uint16(record, 2)
    let format = reader.uint16(record, 4)
    switch record.kind {
    case 0x00FD:
      let index = reader.uint32(record, 6)
      if workbook.strings.indices.contains(index) {
        add(row, column, format, workbook.strings[index])
      }
    case 0x0204, 0x00D6:
      add(row, column, format, label(record))
    case 0x0203: addNumber(row, column, format, reader.double(record, 6))
    case 0x027E: addNumber(row, column, format, Self.packed(reader.uint32(record, 6)))
    case 0x00BD:
      let count = max(0, (record.body.count - 6) / 6)
      for index in (0..<count).reversed() {
        addNumber(
          row, column + index, reader.uint16(record, 4 + 6 * index),
          Self.packed(reader.uint32(record, 6 + 6 * index)))
      }
    case 0x0205:
      let value = reader.uint8(record, 6)
      let text = reader.uint8(record, 7) != 0 ? "error" : value == 0 ? "FALSE" : "TRUE"
      add(row, column, format, BIFFString(text: text))
    case 0x0006, 0x0206, 0x0406: takeFormula(record)
    case 0x0207:
      guard let at = pending else { return }
      pending = nil
      add(at.row, at.column, at.format, string(reader.continued(record), skipping: 0))
    default: break
    }
  }

  private mutating func takeFormula(_ record: BIFFReader.Record) {
    let row = reader.uint16(record, 0)
    let column = reader.uint16(record, 2)
    let format = reader.uint16(record, 4)
    let result = reader.uint16(record, 12) == 0xFFFF ? reader.uint8(record, 6) : nil
    switch result {
    case 0: pending = (row, column, format)
    case 1:
      add(row, column, format, BIFFString(text: reader.uint8(record, 8) == 0 ? "FALSE" : "TRUE"))
    case 2: break
    default:
      // Where a program did not reckon, or left the result empty (3), the texts in the formula are all
      // there is.
      let formula =
        min(record.body.lowerBound + 22, record.body.upperBound)..<record.body.upperBound
      let texts = BIFFToken.read(reader.bytes, formula, workbook.page).compactMap(\.text)
      if !texts.isEmpty {
        add(row, column, format, BIFFString(text: texts.joined(separator: " ")))
      } else if result == nil {
        addNumber(row, column, format, reader.double(record, 6))
      }
    }
  }

  private func label(_ record: BIFFReader.Record) -> BIFFString {
    var string = string(reader.continued(record), skipping: 6)
    guard record.kind == 0x00D6 else { return string }
    // The fonts of its parts stand at the end: a byte each in BIFF5, two in BIFF8.
    let isWide = (reader.uint8(record, 8) & 1) != 0
    let letters = reader.uint16(record, 6)
    let offset = workbook.page == nil ? 9 + letters * (isWide ? 2 : 1) : 8 + letters
    if workbook.page == nil {
      for index in 0..<reader.uint16(record, offset) {
        guard offset + 2 + 4 * index < record.body.count else { break }
        string.runs.append(
          (
            reader.uint16(record, offset + 2 + 4 * index),
            reader.uint16(record, offset + 4 + 4 * index)
          ))
      }
    } else {
      for index in 0..<reader.uint8(record, offset) {
        string.runs.append(
          (
            reader.uint8(record, offset + 1 + 2 * index),
            reader.uint8(record, offset + 2 + 2 * index)
          ))
      }
    }
    return string
  }

  private func string(_ bodies: [Range<Int>], skipping: Int) -> BIFFString {
    var text = BIFFText(workbook.bytes, bodies, skipping: skipping)
    if let page = workbook.page {
      return BIFFString(text: text.letters(text.uint16() ?? 0, page: page))
    }
    let count = text.uint16() ?? 0
    let flags = text.uint8() ?? 0
    return BIFFString(text: text.letters(count, isWide: flags & 1 != 0))
  }

  private mutating func addNumber(_ row: Int, _ column: Int, _ format: Int, _ number: Double) {
    let (id, code) = workbook.styles.numberFormat(format)
    let text = BIFFValue.text(
      number, format: id, code: code, countsFrom1904: workbook.countsFrom1904)
    add(row, column, format, BIFFString(text: text))
  }

  private mutating func add(_ row: Int, _ column: Int, _ format: Int, _ value: BIFFString) {
    guard !value.text.trimmed.isEmpty else { return }
    waiting.append(BIFFCell(row: row, column: column, format: format, value: value))
  }

  /// A number packed into 30 bits: an integer or the upper half of a floating-point number, perhaps
  /// a hundred times too large.
  private static func packed(_ bits: Int) -> Double {
    let number: Double
    if bits & 2 != 0 {
      number = Double(Int32(truncatingIfNeeded: bits) >> 2)
    } else {
      number = Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    }
    return bits & 1 != 0 ? number / 100 : number
  }
}

/// Numbers of cells as a person reads them.
enum BIFFValue {
  /// A number, as a date where the cell's format makes it one.
  static func text(_ number: Double, format: Int, code: String?, countsFrom1904: Bool) -> String {
    guard isDate(format, code), number >= 1, number < 2_958_466 else { return plain(number) }
    // Excel counts from 31 December 1899 and takes 1900 for a leap year.
    let early = !countsFrom1904 && number < 60 ? 1 : 0
    let days = Int(number) + (countsFrom1904 ? 1_462 : 0) + early - 25_569
    return Moment.date(days)
  }

  /// A number without more digits than it needs.
  static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return "\(number)"
  }

  private static func isDate(_ format: Int, _ code: String?) -> Bool {
    guard let code else { return (14...17).contains(format) || format == 22 }
    var isQuoted = false
    return code.foldedASCII.unicodeScalars.contains { scalar in
      if scalar == "\"" { isQuoted.toggle() }
      return !isQuoted && (scalar == "y" || scalar == "d")
    } && !code.contains("General")
  }
}
