/// The numbers of one table that are so small that they may identify somebody.
///
/// What counts nobody is left out: the first column, years, percentages, money, identifiers and other
/// columns whose heading says so, and columns that only number the rows. A table of more than
/// ``mostRows`` rows is a list of records rather than statistics, and none of its numbers is a count.
struct SmallCounts {
  static let mostRows = 500

  let table: TableBlock
  let text: TextBytes
  let words: WordTable
  let threshold: ClosedRange<Int>

  /// What a cell holds.
  enum Cell: Equatable {
    case number(Int)
    /// Withheld for being small: `*`, `<5`, `[c]`.
    case withheld
    case other
    case empty
  }

  func found() -> [Candidate] {
    guard table.lines <= SmallCounts.mostRows else { return [] }
    let rows = table.rows(in: text)
    guard !rows.isEmpty else { return [] }
    let headings = table.headings(in: text)
    let cells = rows.map { $0.map(cell) }
    let width = cells.map(\.count).max() ?? 0
    guard
      let labels = (0..<width).first(where: { column in
        cells.contains { $0.count > column && $0[column] != .empty }
      })
    else { return [] }
    let columns = ((labels + 1)..<max(width, labels + 1)).filter {
      isCount(column: $0, cells)
    }
    guard !columns.isEmpty else { return [] }
    let totalColumn = columns.last { role(of: $0).contains(.total) }
    let totalRow = rows.indices.last { row in
      labels < rows[row].count && roleOfLabel(rows[row][labels]).contains(.total)
    }
    func title(_ row: Int, _ column: Int) -> String {
      let label = labels < rows[row].count ? text.string(rows[row][labels]) : ""
      let heading = column < headings.count ? text.string(headings[column]) : ""
      let inRow = label.isEmpty ? "row \(row + 1)" : "row \"\(label)\""
      return inRow
        + (heading.isEmpty ? ", column \(column + 1 - labels)" : ", column \"\(heading)\"")
    }
    var found: [Candidate] = []
    for row in rows.indices where !isRate(rows[row], labels) {
      for column in columns where column < cells[row].count {
        switch cells[row][column] {
        case .number(let number) where threshold.contains(number):
          let hint =
            totalRow != nil || totalColumn != nil
            ? "; if it is withheld, withhold a second figure of its row or column too, or the total gives it away"
            : ""
          found.append(
            Candidate(
              kind: .smallCount, range: rows[row][column],
              confidence: headings.isEmpty ? .low : .medium,
              reason:
                "\(number) in \(title(row, column)): so few that it may identify somebody\(hint)"))
        case .withheld:
          guard let number = worked(row, column, cells, columns, totalRow, totalColumn) else {
            continue
          }
          found.append(
            Candidate(
              kind: .smallCount, range: rows[row][column], confidence: .high,
              reason:
                "withheld in \(title(row, column)), but the total and the other figures give it away: \(number)"
            ))
        default: continue
        }
      }
    }
    return found
  }

  /// A withheld figure as it follows from the total of its row or column, if it is the only one there.
  private func worked(
    _ row: Int, _ column: Int, _ cells: [[Cell]], _ columns: [Int], _ totalRow: Int?,
    _ totalColumn: Int?
  ) -> Int? {
    func rest(_ total: Cell, _ others: [Cell]) -> Int? {
      guard case .number(let total) = total, !others.isEmpty else { return nil }
      var rest = total
      for other in others {
        guard case .number(let number) = other else { return nil }
        rest -= number
      }
      return rest >= 0 ? rest : nil
    }
    if let totalColumn, totalColumn != column, totalColumn < cells[row].count {
      let others = columns.filter { $0 != column && $0 != totalColumn && $0 < cells[row].count }
      if let number = rest(cells[row][totalColumn], others.map { cells[row][$0] }) { return number }
    }
    guard let totalRow, totalRow != row, column < cells[totalRow].count else { return nil }
    let others = cells.indices.filter { $0 != row && $0 != totalRow && column < cells[$0].count }
    return rest(cells[totalRow][column], others.map { cells[$0][column] })
  }

  private func role(of column: Int) -> WordRole {
    column < table.roles.count ? table.roles[column] : []
  }

  /// Whether a column counts something: mostly numbers, not by its heading something else, and not just
  /// the numbers of the rows.
  private func isCount(column: Int, _ cells: [[Cell]]) -> Bool {
    let role = role(of: column)
    guard !role.contains(.notCount),
      role.isDisjoint(with: [.account, .sortCode, .phone, .birth, .card, .tax])
    else { return false }
    let filled = cells.compactMap { column < $0.count && $0[column] != .empty ? $0[column] : nil }
    let figures = filled.filter { $0 != .other }
    guard figures.contains(where: { $0 != .withheld }), figures.count * 10 >= filled.count * 6
    else {
      return false
    }
    guard figures.count > 3 else { return true }
    return figures != (1...figures.count).map { Cell.number($0) }
  }

  private func isRate(_ row: [Range<Int>], _ labels: Int) -> Bool {
    labels < row.count && row[labels].contains { text[$0] == 0x25 || text[$0] == 0xA3 }
  }

  private func roleOfLabel(_ cell: Range<Int>) -> WordRole {
    let end = cell.first { !text.isWord($0) } ?? cell.upperBound
    return words[WordTable.hash((cell.lowerBound..<end).map { text[$0] })]
  }

  /// Reads one cell.
  func cell(_ range: Range<Int>) -> Cell {
    guard !range.isEmpty else { return .empty }
    let bytes = range.map { text[$0] }
    let digits = bytes.filter { $0 != 0x2C }
    if digits.count <= 9, bytes[0] != 0x2C, digits.allSatisfy({ $0 &- 0x30 < 10 }), !digits.isEmpty
    {
      return .number(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    let marks = [
      "*", "**", "[c]", "[x]", "suppressed", "redacted", "withheld", "[redacted]", "s40(2)",
      "s.40(2)",
    ]
    let word = text.string(range).lowercased()
    if marks.contains(word) || word.hasPrefix("<") || word.hasPrefix("≤")
      || word.hasPrefix("fewer than ")
      || word.hasPrefix("less than ") || word == "1-4" || word == "1 to 4"
    {
      return .withheld
    }
    return word == "-" || word == "–" || word == ".." ? .number(0) : .other
  }
}
