/// The text of a page: its areas in order, tables as rows.
struct PageText {
  private(set) var pieces: [TextFlow.Piece] = []
  /// The last row of the last table, which may go on on the next page.
  private(set) var lastRow: [[PageLine]]?
  private let hyphens: Hyphens

  /// Lays out the lines of a page; `table` is the last row on the page before.
  init(_ lines: [PageLine], after table: [[PageLine]]? = nil, hyphens: Hyphens) {
    self.hyphens = hyphens
    var table = table
    let right = lines.map(\.right).max() ?? 0
    let areas = PageColumns(lines).areas
    var index = 0
    while index < areas.count {
      switch areas[index] {
      case .column(let lines):
        pieces += Paragraphs(lines, right: right, hyphens: hyphens).pieces
        index += 1
      case .row:
        let rows = Self.rows(areas[index...])
        let goesOn = index < 3 && table.map { Self.alike($0, rows[0]) } ?? false
        table = nil
        add(rows, goesOn: goesOn)
        index += rows.count
      }
    }
  }

  /// Rows that follow each other and have the same columns.
  private static func rows(_ areas: ArraySlice<PageColumns.Area>) -> [[[PageLine]]] {
    var rows: [[[PageLine]]] = []
    for area in areas {
      guard case .row(let cells) = area else { break }
      if let last = rows.last, !alike(last, cells) { break }
      rows.append(cells)
    }
    return rows
  }

  private static func alike(_ one: [[PageLine]], _ other: [[PageLine]]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { left, right in
        left.contains { cell in right.contains { cell.overlaps($0) } }
      }
  }

  /// Two rows with the same columns are a table. One alone is a line with a wide blank in it, or parts
  /// of the page that stand beside each other.
  private mutating func add(_ rows: [[[PageLine]]], goesOn: Bool) {
    let longest = rows.joined().map(\.count).max() ?? 0
    if rows.count > 1 || goesOn, longest <= 40 {
      lastRow = rows.last
      for row in rows {
        let cells = row.map { cell in
          Paragraphs(cell, right: Self.right(of: cell), hyphens: hyphens).pieces.map {
            $0.text.split(separator: "\n").joined(separator: " ")
          }.joined(separator: " ")
        }
        pieces.append(.init(text: cells.joined(separator: " | "), kind: .row))
      }
      return
    }
    for row in rows {
      if longest == 1 {
        let text = row.compactMap { $0.first?.text }.joined(separator: "\t")
        pieces.append(.init(text: text, kind: .paragraph))
      } else {
        for cell in row {
          pieces += Paragraphs(cell, right: Self.right(of: cell), hyphens: hyphens).pieces
        }
      }
    }
  }

  private static func right(of cell: [PageLine]) -> Float { cell.map(\.right).max() ?? 0 }
}
