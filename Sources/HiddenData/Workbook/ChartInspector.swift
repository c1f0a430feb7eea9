/// Charts, which keep the values that they draw.
enum ChartInspector: WorkbookFamily {
  static let cache = HiddenDataClass(
    "xlsx.chart_cache", .high, "Values that a chart keeps",
    lies: "In the part of a chart, as the caches of its series.",
    recognised: "A kept value that no visible cell shows. Charts of visible cells are usual.",
    removal: "The caches are emptied of what is not visible, or the chart goes.")

  static let classes = [cache]

  static func charts(_ workbook: Workbook) -> [String] {
    workbook.parts(
      ["chart", "chartEx"], types: ["drawingml.chart+xml", "ms-office.chartex+xml"])
  }

  static func prepare(_ workbook: Workbook) {
    for part in charts(workbook) {
      guard let tree = workbook.package.tree(part) else { continue }
      for point in tree.descendants("pt") {
        if let number = Double(value(point)) { workbook.visible.want(number) }
      }
      for source in tree.descendants("f") {
        if let (sheet, range) = source.text.sheetRange(workbook) { sheet.drawn.add(range) }
      }
    }
  }

  private static func value(_ point: XMLElement) -> String {
    (point.first("v") ?? point).text.trimmingWhitespace
  }

  static func inspect(_ workbook: Workbook) {
    for part in charts(workbook) {
      guard let tree = workbook.package.tree(part) else { continue }
      let place = place(of: part, workbook)
      tree.visit { element in
        let kinds: Set = [
          "strRef", "numRef", "multiLvlStrRef", "strDim", "numDim", "datalabelsRange",
        ]
        guard kinds.contains(element.name.local) else { return }
        let cells = element.first("f")?.text.sheetRange(workbook)
        let hidden = element.descendants("pt").filter { point in
          let text = value(point)
          guard text.hasWords, !workbook.visible.holds(text) else { return false }
          guard let (sheet, range) = cells, let index = Int(point["idx"] ?? ""),
            let cell = range.place(index).flatMap({ sheet.drawnNumbers[$0] })
          else { return true }
          return !says(text, cell.number, isDate: cell.isDate, workbook)
        }.map(value)
        guard !hidden.isEmpty else { return }
        let source = element.first("f")?.text ?? "no cells"
        workbook.run.report(cache, at: "\(place), kept from \(source)", lines: hidden)
      }
    }
  }

  /// Whether a text is a number as a format shows it: programs keep dates of an axis like that.
  private static func says(
    _ text: String, _ number: Double, isDate: Bool, _ workbook: Workbook
  ) -> Bool {
    if isDate {
      guard let date = CellText.date(number, from1904: workbook.countsFrom1904) else {
        return false
      }
      let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
      let own =
        date.split { !$0.isNumber }.compactMap { Int($0) } + [(Int(date.prefix(4)) ?? 0) % 100]
      return numbers.allSatisfy(own.contains) && text.filter(\.isLetter).count <= 18
    }
    guard let shown = Double(text.filter { $0.isNumber || $0 == "." || $0 == "-" }) else {
      return false
    }
    return [number, number * 100].contains { abs($0 - shown) <= abs($0) / 50 + 0.5 }
  }

  /// The sheet on which a chart lies.
  private static func place(of part: String, _ workbook: Workbook) -> String {
    let key = OfficePackage.key(part)
    for sheet in workbook.sheets {
      for drawing in workbook.package.relationships(of: sheet.part) where drawing.kind == "drawing"
      {
        let own = workbook.package.relationships(of: drawing.target)
        if own.contains(where: { OfficePackage.key($0.target) == key }) {
          return "chart on \(sheet.place)"
        }
      }
    }
    return "chart \(part)"
  }
}

extension CellRange {
  /// The cell at a position, row by row.
  func place(_ index: Int) -> CellPlace? {
    guard index >= 0, index / columns.count < rows.count else { return nil }
    return CellPlace(
      row: rows.lowerBound + index / columns.count,
      column: columns.lowerBound + index % columns.count)
  }
}

extension String {
  /// The sheet and the cells of `'Staff list'!$A$2:$A$9`.
  func sheetRange(_ workbook: Workbook) -> (Sheet, CellRange)? {
    guard let mark = lastIndex(of: "!"), let range = CellRange(self[index(after: mark)...]) else {
      return nil
    }
    var name = String(self[..<mark])
    if name.hasPrefix("'"), name.hasSuffix("'"), name.count > 2 {
      name = String(name.dropFirst().dropLast()).replacing("''", with: "'")
    }
    return workbook.sheets.first { $0.name == name }.map { ($0, range) }
  }
}
