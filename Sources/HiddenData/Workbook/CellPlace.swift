/// Where a cell is on a sheet; rows and columns count from 1.
struct CellPlace: Hashable, Sendable {
  var row: Int
  var column: Int

  /// The furthest row and column that a sheet has.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// As people write it: `B4`.
  var name: String { "\(Self.letters(column))\(row)" }

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B4` or `$B$4`; nil where it is no place on a sheet.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - 64)
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - 96)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 48)
      default: return nil
      }
      guard column <= Self.lastColumn, row <= Self.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of a column: 27 is `AA`.
  static func letters(_ column: Int) -> String {
    var rest = column
    var bytes: [UInt8] = []
    while rest > 0 {
      bytes.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
  }

  /// The number of a column by its letters.
  static func column(_ letters: some StringProtocol) -> Int? {
    guard !letters.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    return CellPlace("\(letters)1")?.column
  }
}

/// A rectangle of cells.
struct CellRange: Hashable, Sendable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  init(_ place: CellPlace) {
    self.init(rows: place.row...place.row, columns: place.column...place.column)
  }

  /// Reads `A1:B4`, `A1`, `A:C` or `2:5`, with or without dollar signs.
  init?(_ text: some StringProtocol) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = ends.first, let last = ends.last, ends.count <= 2 else { return nil }
    if let from = CellPlace(first), let to = CellPlace(last) {
      self.init(
        rows: min(from.row, to.row)...max(from.row, to.row),
        columns: min(from.column, to.column)...max(from.column, to.column))
    } else if let from = CellPlace.column(first), let to = CellPlace.column(last) {
      self.init(rows: 1...CellPlace.lastRow, columns: min(from, to)...max(from, to))
    } else if let from = Self.row(first), let to = Self.row(last),
      from > 0, to > 0, from <= CellPlace.lastRow, to <= CellPlace.lastRow
    {
      self.init(rows: min(from, to)...max(from, to), columns: 1...CellPlace.lastColumn)
    } else {
      return nil
    }
  }

  private static func row(_ text: some StringProtocol) -> Int? {
    Int(text.hasPrefix("$") ? String(text.dropFirst()) : String(text))
  }

  /// Reads a list as formats write it: ranges with blanks between them.
  static func list(_ text: String) -> [CellRange] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap { CellRange($0) }
  }

  /// The smallest rectangle that holds this one and a place.
  func joined(with place: CellPlace) -> CellRange {
    CellRange(
      rows: min(rows.lowerBound, place.row)...max(rows.upperBound, place.row),
      columns: min(columns.lowerBound, place.column)...max(columns.upperBound, place.column))
  }

  var topLeft: CellPlace { CellPlace(row: rows.lowerBound, column: columns.lowerBound) }

  func contains(_ place: CellPlace) -> Bool {
    rows.contains(place.row) && columns.contains(place.column)
  }

  func overlaps(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  var name: String {
    let last = CellPlace(row: rows.upperBound, column: columns.upperBound)
    return topLeft == last ? last.name : "\(topLeft.name):\(last.name)"
  }
}

/// Many rectangles, and which of them a cell lies in.
struct CellRangeIndex {
  private(set) var ranges: [CellRange] = []
  /// By 64 rows; tall ranges are asked one by one.
  private var byBlock: [Int: [Int]] = [:]
  private var tall: [Int] = []

  init(_ ranges: [CellRange] = []) { for range in ranges { add(range) } }

  var isEmpty: Bool { ranges.isEmpty }

  mutating func add(_ range: CellRange) {
    let index = ranges.count
    ranges.append(range)
    let blocks = (range.rows.lowerBound >> 6)...(range.rows.upperBound >> 6)
    if blocks.count > 64 {
      tall.append(index)
    } else {
      for block in blocks { byBlock[block, default: []].append(index) }
    }
  }

  /// The first range that a cell lies in.
  func first(_ place: CellPlace) -> Int? {
    if let near = byBlock[place.row >> 6]?.first(where: { ranges[$0].contains(place) }) {
      return near
    }
    return tall.isEmpty ? nil : tall.first { ranges[$0].contains(place) }
  }

  /// Every range that a cell lies in.
  func all(_ place: CellPlace) -> [Int] {
    ((byBlock[place.row >> 6] ?? []) + tall).filter { ranges[$0].contains(place) }
  }
}
