/// Reports hidden sheets, rows and columns, and text that has the colour of its ground.
struct SheetInspector {
  let sheet: BIFFWorkbook.Sheet
  let workbook: BIFFWorkbook
  let run: InspectionRun

  /// Looks at the sheet.
  ///
  /// - Returns: Whether it could be read to its end.
  func inspect() -> Bool {
    switch sheet.state {
    case .visible: inspectVisible()
    case .hidden: inspectHidden(WorkbookClasses.sheetHidden)
    case .veryHidden: inspectHidden(WorkbookClasses.sheetVeryHidden)
    }
  }

  private var title: String { "sheet \"\(sheet.name)\"" }

  private func inspectHidden(_ kind: HiddenDataClass) -> Bool {
    var contents = SheetContents()
    var cells = BIFFCells(sheet, of: workbook)
    while let cell = cells.next() { contents.add(cell) }
    // A module of macros is kept as a hidden sheet by Excel 5; it is reported as what it is.
    // A sheet of cells without any says nothing; what is drawn or noted on it is reported by itself.
    if sheet.kind != .module, sheet.kind != .cells || contents.cells > 0 {
      run.reportInParts(
        kind, at: title,
        showing: contents.cells == 0 ? "\(sheet.name) (no values)" : contents.text)
    }
    return !cells.isBroken
  }

  private func inspectVisible() -> Bool {
    let strips = HiddenStrips(sheet, of: workbook)
    var rows: [Int: SheetContents] = [:]
    var columns: [Int: SheetContents] = [:]
    var unseen = SheetContents()
    var firstUnseen: BIFFCell?
    var cells = BIFFCells(sheet, of: workbook)
    while let cell = cells.next() {
      let isHidden = strips.hides(row: cell.row)
      if isHidden { rows[cell.row, default: SheetContents()].add(cell) }
      if strips.hides(column: cell.column) {
        columns[cell.column, default: SheetContents()].add(cell)
      } else if !isHidden, let hidden = partThatMatchesGround(cell) {
        firstUnseen = firstUnseen ?? cell
        unseen.add(
          BIFFCell(
            row: cell.row, column: cell.column, format: cell.format, value: BIFFString(text: hidden)
          ))
      }
    }
    report(rows, as: WorkbookClasses.rowHidden, one: "row", many: "rows") { String($0 + 1) }
    report(columns, as: WorkbookClasses.columnHidden, one: "column", many: "columns") {
      BIFFCell.column($0)
    }
    if let firstUnseen {
      let place =
        unseen.cells == 1 ? firstUnseen.place : "\(unseen.cells) cells from \(firstUnseen.place)"
      run.reportInParts(
        WorkbookClasses.textMatchesFill, at: "\(title), \(place)", showing: unseen.text)
    }
    return !cells.isBroken
  }

  private func report(
    _ strips: [Int: SheetContents], as kind: HiddenDataClass, one: String, many: String,
    name: (Int) -> String
  ) {
    var group: [Int] = []
    func tell() {
      guard let first = group.first, let last = group.last else { return }
      let place = first == last ? "\(one) \(name(first))" : "\(many) \(name(first))–\(name(last))"
      run.reportInParts(
        kind, at: "\(title), \(place)",
        showing: group.compactMap { strips[$0]?.text }.joined(separator: "\n"))
    }
    for number in strips.keys.sorted() {
      if let last = group.last, last + 1 != number {
        tell()
        group = []
      }
      group.append(number)
    }
    tell()
  }

  /// The part of a cell's text that nobody can see on its ground.
  private func partThatMatchesGround(_ cell: BIFFCell) -> String? {
    let styles = workbook.styles
    // A number format of nothing but semicolons shows nothing.
    if let code = styles.numberFormat(cell.format).code?.trimmed,
      code.hasPrefix(";;"), code.unicodeScalars.allSatisfy({ $0 == ";" })
    {
      return code == ";;;" || Double(cell.value.text) != nil ? cell.value.text : nil
    }
    guard !cell.value.runs.isEmpty else {
      return styles.hides(cell.format) ? cell.value.text : nil
    }
    let units = Array(cell.value.text.utf16)
    var hidden: [String] = []
    let runs = cell.value.runs
    if let first = runs.first, first.at > 0, styles.hides(cell.format) {
      hidden.append(String(decoding: units.prefix(first.at), as: UTF16.self))
    }
    for (index, part) in runs.enumerated() where styles.hides(cell.format, font: part.font) {
      let end = index + 1 < runs.count ? runs[index + 1].at : units.count
      guard part.at < min(end, units.count) else { continue }
      hidden.append(String(decoding: units[part.at..<min(end, units.count)], as: UTF16.self))
    }
    let text = hidden.joined(separator: " … ")
    return text.trimmed.isEmpty ? nil : text
  }
}
