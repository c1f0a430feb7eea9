/// Lines that make a table: the same mark divides each of them into as many cells.
struct TableBlock: Sendable {
  /// All its lines, in bytes.
  var range: Range<Int>
  /// The lines after the headings.
  var body: Range<Int>
  /// The byte between cells: a tab, a bar, a comma or a semicolon.
  var separator: UInt8
  /// What the heading of each column says.
  var roles: [WordRole]
  var hasRoles: Bool
  /// How many lines it has.
  var lines: Int

  /// The lines after the headings that have figures or words, cell by cell.
  func rows(in text: TextBytes) -> [[Range<Int>]] {
    var rows: [[Range<Int>]] = []
    var start = body.lowerBound
    while start < body.upperBound {
      var end = start
      while end < body.upperBound, text[end] != 0x0A { end += 1 }
      let cells = TableBlock.cells(start..<end, separator, in: text)
      if cells.contains(where: { $0.contains { text.isWord($0) || text[$0] == 0x2A } }) {
        rows.append(cells)
      }
      start = end + 1
    }
    return rows
  }

  /// The headings, cell by cell; none where the first line is one of figures.
  func headings(in text: TextBytes) -> [Range<Int>] {
    guard body.lowerBound > range.lowerBound else { return [] }
    return TableBlock.cells(range.lowerBound..<(body.lowerBound - 1), separator, in: text)
  }

  /// The cells of a line, blanks and quotation marks around them left out.
  static func cells(_ line: Range<Int>, _ separator: UInt8, in text: TextBytes) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var isQuoted = false
    for index in line {
      if text[index] == 0x22 { isQuoted.toggle() }
      if text[index] == separator, !isQuoted {
        cells.append(trimmed(start..<index, in: text))
        start = index + 1
      }
    }
    cells.append(trimmed(start..<line.upperBound, in: text))
    return cells
  }

  private static func trimmed(_ range: Range<Int>, in text: TextBytes) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    let blanks: [UInt8] = [0x20, 0x09, 0x0D, 0x22]
    while start < end, blanks.contains(text[start]) { start += 1 }
    while end > start, blanks.contains(text[end - 1]) { end -= 1 }
    return start..<end
  }
}
