/// Tells whether a formula can stay when hidden cells, sheets and names go.
struct FormulaReferences {
  /// The cells of the formula's own sheet that go.
  let hidden: Set<CellPlace>

  /// Whether a formula uses nothing but cells of its own sheet that stay, functions and numbers. Anything
  /// else, a name, a text, another sheet or workbook, is left to its value.
  func stays(_ formula: String) -> Bool {
    guard !formula.contains(where: { "\"'![]{}#@\\".contains($0) }) else { return false }
    var rest = formula[...]
    while let first = rest.first {
      guard first.isLetter || first == "$" || first == "_" else {
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || "$_.".contains($0) }
      rest = rest.dropFirst(word.count)
      if rest.first == "(" { continue }
      if ["TRUE", "FALSE"].contains(word.uppercased()) { continue }
      var text = String(word)
      if rest.first == ":" {
        let other = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "$" }
        text += ":" + other
        rest = rest.dropFirst(other.count + 1)
      }
      guard let range = CellRange(text), !touches(range) else { return false }
    }
    return true
  }

  private func touches(_ range: CellRange) -> Bool {
    let size = range.rows.count * range.columns.count
    if size > hidden.count { return hidden.contains(where: range.contains) }
    for row in range.rows {
      for column in range.columns where hidden.contains(CellPlace(row: row, column: column)) {
        return true
      }
    }
    return false
  }
}
