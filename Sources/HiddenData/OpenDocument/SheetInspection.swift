/// One sheet of a workbook as it is looked through.
struct SheetInspection {
  private let table: XMLElement
  private let grid: SheetGrid
  private let styles: OpenDocumentStyles
  private let run: InspectionRun
  private let name: String
  private let place: String

  init(_ table: XMLElement, _ styles: OpenDocumentStyles, run: InspectionRun, place: String) {
    self.table = table
    self.styles = styles
    self.run = run
    name = table["name"] ?? "unnamed"
    self.place = place + "sheet \"\(name)\""
    grid = SheetGrid(table, styles)
  }

  private struct Cell {
    var column: Int
    var row: Int
    var element: XMLElement
    var style: String?
    var rowVisibility: SheetGrid.Visibility
    var columnVisibility: SheetGrid.Visibility
    var text: String
    var line: String { "\(CellName.cell(column, row)): \(text)" }
  }

  func inspect() {
    let cells = cells()
    if isHidden {
      let lines = cells.map(\.line) + shapes()
      if !lines.isEmpty { run.report(OpenDocumentClass.sheet, at: place, lines: lines) }
    }
    reportRows(cells)
    reportColumns(cells)
    if !isHidden {
      let looks = CellLooks(styles)
      for cell in cells { reportLook(cell, looks) }
    }
    reportNotes()
    // A sheet whose cells come from another file.
    for link in table.all("table-source") {
      if let address = link["href"], !address.isEmpty {
        run.report(
          OpenDocumentClass.source, at: place,
          showing: [address, link["table-name"] ?? ""].filter { !$0.isEmpty }.joined(
            separator: ", "))
      }
    }
  }

  /// Whether the sheet is hidden by its style, or is a scenario that is not in use.
  var isHidden: Bool {
    Self.isHidden(table, styles)
  }

  static func isHidden(_ table: XMLElement, _ styles: OpenDocumentStyles) -> Bool {
    let shown =
      styles.value("display", "table-properties", of: table["style-name"], "table")
      ?? table["display"]
    if shown == "false" || shown == "0" { return true }
    return table.first("scenario").map { $0["is-active"] != "true" } ?? false
  }

  /// Every cell with content, those that stand for many counted once.
  private func cells() -> [Cell] {
    var cells: [Cell] = []
    let hiddenColumns = grid.columns.filter { $0.visibility != .shown }
    for row in grid.rows {
      var column = 0
      for element in row.cells {
        let count = SheetGrid.repeats(element, "number-columns-repeated")
        let text = SheetCell.text(element)
        if !text.isEmpty {
          let holder = grid.column(at: column)
          // A cell that is repeated over shown and hidden columns is hidden where one of them is.
          var hidden = holder?.visibility ?? .shown
          if hidden == .shown, count > 1 {
            hidden =
              hiddenColumns.first {
                $0.first < column + count && column < $0.first + $0.count
              }?.visibility ?? .shown
          }
          cells.append(
            Cell(
              column: column, row: row.first, element: element,
              style: element["style-name"] ?? row.cellStyle ?? holder?.cellStyle,
              rowVisibility: row.visibility, columnVisibility: hidden, text: text))
        }
        column = min(1 << 24, column + count)
      }
    }
    return cells
  }

  private func reportRows(_ cells: [Cell]) {
    for (visibility, kind) in [
      (SheetGrid.Visibility.collapsed, OpenDocumentClass.row),
      (.filtered, OpenDocumentClass.filtered),
    ] {
      let hidden = cells.filter { $0.rowVisibility == visibility }
      guard let first = hidden.first, let last = hidden.last else { continue }
      let rows =
        first.row == last.row ? "row \(first.row + 1)" : "rows \(first.row + 1) to \(last.row + 1)"
      run.report(kind, at: "\(place), \(rows)", lines: hidden.map(\.line))
    }
  }

  private func reportColumns(_ cells: [Cell]) {
    let cells = cells.filter { $0.columnVisibility != .shown }
    guard !cells.isEmpty else { return }
    for column in grid.columns where column.visibility != .shown {
      let range = column.first..<(column.first + column.count)
      let hidden = cells.filter { cell in
        let count = SheetGrid.repeats(cell.element, "number-columns-repeated")
        return cell.column < range.upperBound && range.lowerBound < cell.column + count
      }
      guard !hidden.isEmpty else { continue }
      let last = hidden.map(\.column).max() ?? column.first
      let names =
        last > column.first
        ? "columns \(CellName.column(column.first)) to \(CellName.column(last))"
        : "column \(CellName.column(column.first))"
      run.report(OpenDocumentClass.column, at: "\(place), \(names)", lines: hidden.map(\.line))
    }
  }

  private func reportLook(_ cell: Cell, _ looks: CellLooks) {
    guard let reason = looks.unseen(cell.element, style: cell.style) else { return }
    run.report(
      OpenDocumentClass.cellColour,
      at: "\(place), \(CellName.cell(cell.column, cell.row)), \(reason)",
      showing: cell.text)
  }

  private func reportNotes() {
    for row in grid.rows {
      var column = 0
      for element in row.cells {
        for note in element.all("annotation") {
          run.report(
            OpenDocumentClass.cellNote, at: "\(place), \(CellName.cell(column, row.first))",
            showing: OpenDocumentText.note(note))
        }
        column = min(1 << 24, column + SheetGrid.repeats(element, "number-columns-repeated"))
      }
    }
    // Comments on drawn shapes and the like.
    for shapes in table.all("shapes") {
      for note in shapes.descendants("annotation") {
        run.report(OpenDocumentClass.cellNote, at: place, showing: OpenDocumentText.note(note))
      }
    }
  }

  private func shapes() -> [String] {
    table.all("shapes").map { OpenDocumentText.text($0) }.filter { !$0.isEmpty }
  }
}

/// What a cell holds, and whether it is seen.
enum SheetCell {
  static func text(_ cell: XMLElement) -> String {
    let words = cell.elements.filter { $0.name.local != "annotation" }
      .map { OpenDocumentText.text($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    if !words.isEmpty { return words }
    for name in ["string-value", "value", "date-value", "time-value", "boolean-value"] {
      if let value = cell[name], !value.isEmpty { return value }
    }
    return cell["formula"].map { $0 } ?? ""
  }
}
