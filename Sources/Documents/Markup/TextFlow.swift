/// Puts paragraphs, list items and tables into lines, in reading order.
///
/// - Between paragraphs stands an empty line; items of a list and rows of a table follow line on line.
/// - A row of a table is a line with a bar between its cells. A cell of several paragraphs becomes one
///   run of words for that, so that its column stays plain.
/// - Tables that only arrange the page are taken apart again: rows with words in one cell, rows with a
///   table in a cell, and rows with a cell that is longer than a table's cell would be.
struct TextFlow {
  /// A piece of text that stands by itself.
  struct Piece: Equatable {
    enum Kind: Equatable { case paragraph, item, row }
    var text: String
    var kind: Kind
  }

  /// The most paragraphs and the most bytes that one cell of a line may hold.
  private static let longestCell = (pieces: 16, bytes: 8_000)

  private struct Table {
    var cells: [[Piece]] = []
    var rows: [[[Piece]]] = []
  }

  private var flows: [[Piece]] = [[]]
  private var tables: [Table] = []
  private(set) var byteCount = 0

  /// Adds a paragraph or an item; blanks at its ends go, and a piece without words is none.
  mutating func append(_ text: some StringProtocol, _ kind: Piece.Kind = .paragraph) {
    let trimmed = Self.trimmed(text)
    guard !trimmed.isEmpty else { return }
    byteCount += trimmed.utf8.count + 2
    flows[flows.count - 1].append(Piece(text: trimmed, kind: kind))
  }

  /// Begins a flow within the flow: a cell, a note.
  mutating func begin() { flows.append([]) }

  /// Ends the flow that was begun last and gives back what is in it.
  mutating func end() -> [Piece] { flows.count > 1 ? flows.removeLast() : [] }

  mutating func beginTable() { tables.append(Table()) }
  mutating func beginRow() { if !tables.isEmpty { tables[tables.count - 1].cells = [] } }

  /// Adds a cell to the row; `columns` is how many it takes the room of.
  mutating func addCell(_ cell: [Piece], columns: Int = 1) {
    guard !tables.isEmpty else {
      flows[flows.count - 1] += cell
      return
    }
    tables[tables.count - 1].cells.append(cell)
    for _ in 1..<max(2, min(columns, 64)) where columns > 1 {
      tables[tables.count - 1].cells.append([])
    }
  }

  mutating func endRow() {
    guard let table = tables.last else { return }
    tables[tables.count - 1].rows.append(table.cells)
    tables[tables.count - 1].cells = []
  }

  mutating func endTable() {
    guard var table = tables.popLast() else { return }
    if !table.cells.isEmpty { table.rows.append(table.cells) }
    let isData = table.rows.contains { $0.count { !$0.isEmpty } > 1 }
    for row in table.rows { flows[flows.count - 1] += Self.pieces(of: row, isData: isData) }
  }

  private static func pieces(of row: [[Piece]], isData: Bool) -> [Piece] {
    let filled = row.filter { !$0.isEmpty }
    guard isData, filled.count > 1 else { return filled.flatMap { $0 } }
    let isLine = filled.allSatisfy { cell in
      cell.count <= longestCell.pieces && !cell.contains { $0.kind == .row }
        && cell.reduce(0) { $0 + $1.text.utf8.count } <= longestCell.bytes
    }
    guard isLine else { return filled.flatMap { $0 } }
    // Empty cells at the end say nothing; those before it keep the columns apart.
    let last = row.lastIndex { !$0.isEmpty } ?? 0
    let cells = row[...last].map { cell in
      cell.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        .joined(separator: " ")
    }
    return [Piece(text: cells.joined(separator: " | "), kind: .row)]
  }

  /// The text.
  var text: String { Self.text(of: flows.first ?? []) }

  /// Pieces as a text.
  static func text(of pieces: [Piece]) -> String {
    var result = ""
    var previous: Piece.Kind?
    for piece in pieces {
      switch (previous, piece.kind) {
      case (nil, _): break
      // A list follows the line that announces it.
      case (.row, .row), (.item, .item), (.paragraph, .item): result += "\n"
      default: result += "\n\n"
      }
      result += piece.text
      previous = piece.kind
    }
    return result
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first..<scalars.index(after: last)])
  }
}
