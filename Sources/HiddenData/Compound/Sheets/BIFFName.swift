/// A name of a workbook: for cells, or for a value that stands nowhere in a sheet.
struct BIFFName {
  let name: String
  let isHidden: Bool
  /// Whether it is one that Excel makes itself: a print area, a filter.
  let isBuiltIn: Bool
  /// The texts and numbers in its formula.
  let constants: [String]
  /// What it stands for, as far as it is a value or a place.
  let formula: [BIFFToken]

  init(_ record: BIFFReader.Record, _ reader: BIFFReader, _ page: CodePage?) {
    let flags = reader.uint16(record, 0)
    isHidden = flags & 1 != 0
    isBuiltIn = flags & 0x20 != 0
    let letters = reader.uint8(record, 3)
    var text = BIFFText(reader.bytes, [record.body], skipping: 14)
    let nameSize: Int
    if let page {
      name = text.letters(letters, page: page)
      nameSize = letters
    } else {
      let isWide = (text.uint8() ?? 0) & 1 != 0
      name = text.letters(letters, isWide: isWide)
      nameSize = 1 + letters * (isWide ? 2 : 1)
    }
    let start = min(record.body.lowerBound + 14 + nameSize, record.body.upperBound)
    let end = min(start + reader.uint16(record, 4), record.body.upperBound)
    formula = BIFFToken.read(reader.bytes, start..<end, page)
    constants = formula.compactMap(\.constant)
  }
}

/// A part of a formula, as far as it shows what a name stands for.
enum BIFFToken {
  case text(String)
  case number(Double)
  /// A cell or range, with the number of its sheet.
  case area(sheet: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>)

  /// The value, where it is one.
  var constant: String? {
    switch self {
    case .text(let text): text
    case .number(let number): BIFFValue.plain(number)
    case .area: nil
    }
  }

  /// The text, where it is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Reads the parts of a formula up to the first that is not of these kinds.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, _ page: CodePage?) -> [BIFFToken] {
    var tokens: [BIFFToken] = []
    var text = BIFFText(bytes, [range])
    while let kind = text.uint8() {
      switch kind {
      case 0x17:
        let count = text.uint8() ?? 0
        if let page {
          tokens.append(.text(text.letters(count, page: page)))
        } else {
          let isWide = (text.uint8() ?? 0) & 1 != 0
          tokens.append(.text(text.letters(count, isWide: isWide)))
        }
      case 0x1E: tokens.append(.number(Double(text.uint16() ?? 0)))
      case 0x1F:
        let low = UInt64(text.uint32() ?? 0)
        tokens.append(.number(Double(bitPattern: low | UInt64(text.uint32() ?? 0) << 32)))
      // BIFF5 writes places otherwise.
      case _ where page != nil && [0x1A, 0x1B].contains(kind & 0x1F): return tokens
      case 0x3A, 0x5A, 0x7A:
        let (sheet, row, column) = (text.uint16() ?? 0, text.uint16() ?? 0, text.uint16() ?? 0)
        tokens.append(area(sheet, row, row, column, column))
      case 0x3B, 0x5B, 0x7B:
        let (sheet, first, last) = (text.uint16() ?? 0, text.uint16() ?? 0, text.uint16() ?? 0)
        tokens.append(area(sheet, first, last, text.uint16() ?? 0, text.uint16() ?? 0))
      // Operators, brackets and parts without a body.
      case 0x03...0x16, 0x1C: if kind == 0x1C { text.skip(1) }
      default: return tokens
      }
    }
    return tokens
  }

  private static func area(
    _ sheet: Int, _ row: Int, _ lastRow: Int, _ column: Int, _ lastColumn: Int
  ) -> BIFFToken {
    let (column, lastColumn) = (column & 0x3FFF, lastColumn & 0x3FFF)
    return .area(
      sheet: sheet, rows: min(row, lastRow)...max(row, lastRow),
      columns: min(column, lastColumn)...max(column, lastColumn))
  }
}
