/// Puts the lines of a page into columns, cells and rows.
///
/// Programs write a page in the order in which it is read: paragraph after paragraph, column after
/// column, and a table row by row and cell by cell. So the lines are taken as they come. A line that
/// stands to the right of what came last and no lower than it begins a new cell; the lines on its left,
/// from its own height down, are the cell before it.
struct PageColumns {
  /// Lines under each other, or cells beside each other.
  enum Area: Equatable {
    case column([PageLine])
    case row([[PageLine]])
  }

  private(set) var areas: [Area] = []
  private var column: [PageLine] = []
  private var cells: [[PageLine]] = []

  init(_ lines: [PageLine]) {
    for line in Self.joined(lines) { place(line) }
    finishRow()
    finishColumn()
  }

  private mutating func place(_ line: PageLine) {
    if let last = cells.last?.last, let first = cells.first?.first {
      let isRight = cells.dropLast().allSatisfy { Self.isRight(line, of: $0) }
      if isRight, Self.goesOn(line, after: last) {
        cells[cells.count - 1].append(line)
        return
      }
      let isInRow = line.top > first.top - first.height && line.top < Self.bottom(of: cells)
      if isInRow, cells.allSatisfy({ Self.isRight(line, of: $0) }) {
        cells.append([line])
        return
      }
      finishRow()
    }
    guard let last = column.last else { return column.append(line) }
    let isBelow = line.top > last.top + 0.4 * last.height
    if !isBelow, let start = firstBeside(line) {
      let cell = Array(column[start...])
      column.removeSubrange(start...)
      finishColumn()
      cells = [cell, [line]]
      return
    }
    if !isBelow { finishColumn() }
    column.append(line)
  }

  /// The first line of the column that stands beside a line, where it and all below it are to the left.
  private func firstBeside(_ line: PageLine) -> Int? {
    guard var start = column.firstIndex(where: { $0.middle > line.top }),
      column[start].top - line.bottom < line.height
    else { return nil }
    // A cell that is set in the middle of its row: the lines on its left begin above it.
    while start > 0, !column[start].isLevel(with: line),
      column[start].top - column[start - 1].bottom < 0.35 * column[start].height,
      column[start - 1].right <= line.left
    {
      start -= 1
    }
    return Self.isRight(line, of: Array(column[start...])) ? start : nil
  }

  private static func isRight(_ line: PageLine, of cell: [PageLine]) -> Bool {
    cell.allSatisfy { $0.right <= line.left + 1 }
  }

  /// Whether a line is the next of a cell: below its last, near, and over a part of the same width.
  private static func goesOn(_ line: PageLine, after last: PageLine) -> Bool {
    line.top > last.top + 0.4 * last.height && line.top - last.bottom < 3 * last.height
  }

  private static func bottom(of cells: [[PageLine]]) -> Float {
    cells.joined().map(\.bottom).max() ?? 0
  }

  private mutating func finishColumn() {
    if !column.isEmpty { areas.append(.column(column)) }
    column = []
  }

  private mutating func finishRow() {
    guard !cells.isEmpty else { return }
    areas.append(.row(cells))
    cells = []
  }

  /// Runs that follow each other on a line with no more than a wide blank between them are one.
  private static func joined(_ lines: [PageLine]) -> [PageLine] {
    var result: [PageLine] = []
    for line in lines {
      guard let last = result.last, last.isLevel(with: line),
        line.left > last.right - 0.3 * last.size, line.left - last.right < 1.2 * last.size
      else {
        result.append(line)
        continue
      }
      var whole = last
      let needsBlank = last.text.last != " " && line.left - last.right > 0.15 * last.size
      whole.text += (needsBlank ? " " : "") + line.text
      whole.right = max(last.right, line.right)
      whole.top = min(last.top, line.top)
      whole.bottom = max(last.bottom, line.bottom)
      result[result.count - 1] = whole
    }
    return result
  }
}
