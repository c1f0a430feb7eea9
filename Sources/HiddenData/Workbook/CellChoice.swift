/// Cells of a workbook that a person chose: a visible sheet, or a part of it.
public struct CellChoice: Hashable, Codable, Sendable {
  /// The name of the sheet.
  public var sheet: String
  /// The cells, as `A1:F20`, `A:F` or `2:40`; nil for the whole sheet.
  public var cells: String?

  /// Makes a choice.
  public init(sheet: String, cells: String? = nil) {
    self.sheet = sheet
    self.cells = cells
  }

  /// Reads a choice as spreadsheets write it: `Spending`, `Spending!A1:F20` or `'Spending 2025'!A:F`.
  ///
  /// What follows the last `!` and is no range belongs to the name of the sheet.
  public init(_ written: String) {
    if let mark = written.lastIndex(of: "!") {
      let cells = String(written[written.index(after: mark)...])
      if CellRange(cells) != nil {
        self.init(sheet: Self.unquoted(String(written[..<mark])), cells: cells)
        return
      }
    }
    self.init(sheet: Self.unquoted(written))
  }

  /// The cells as a rectangle; nil where the whole sheet is meant or the cells are none.
  var range: CellRange? { cells.flatMap { CellRange($0) } }

  /// A name without the quotes that stand around it in references, where a quote in it is doubled.
  private static func unquoted(_ name: String) -> String {
    guard name.count > 2, name.hasPrefix("'"), name.hasSuffix("'") else { return name }
    return String(name.dropFirst().dropLast()).replacing("''", with: "'")
  }
}
