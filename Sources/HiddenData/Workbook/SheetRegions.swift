/// Everything on a sheet beside its cells that decides which of them a reader sees.
struct SheetRegions {
  var merges = CellRangeIndex()
  var rules: [HidingRule] = []
  var ruleIndex = CellRangeIndex()
  /// The rule of each range of ``ruleIndex``.
  var ruleOfRange: [Int] = []
  var covers = CellRangeIndex()
  var coverNames: [String] = []
  var tables: [TableArea] = []
  var tableIndex = CellRangeIndex()
  /// Where an active filter decides which rows are shown.
  var filters: [CellRange] = []
  var isFilteredInPlace = false
  /// The first row and the first column beyond a great gap.
  var farRow = Int.max
  var farColumn = Int.max
  /// The print area, where there is one.
  var printed: [CellRange] = []
  var isProtected = false
  /// What lies above and left of frozen panes that begin further on: nobody can scroll there.
  var frozenRow = 1
  var frozenColumn = 1

  init() {}

  init(_ sheet: Sheet, _ workbook: Workbook, tree: XMLElement, objects: [DrawingObject]) {
    for merge in tree.first("mergeCells")?.all("mergeCell") ?? [] {
      if let range = merge["ref"].flatMap({ CellRange($0) }) { merges.add(range) }
    }
    rules = HidingRule.rules(tree, workbook.styles)
    for (index, rule) in rules.enumerated() {
      for range in rule.ranges {
        ruleIndex.add(range)
        ruleOfRange.append(index)
      }
    }
    for target in workbook.package.relationships(of: sheet.part) where target.kind == "table" {
      guard let table = workbook.package.tree(target.target).flatMap(TableArea.init) else {
        continue
      }
      tables.append(table)
      tableIndex.add(table.range)
      if let filter = table.tree.first("autoFilter") { take(filter) }
    }
    if let filter = tree.first("autoFilter") { take(filter) }
    for view in tree.first("sheetViews")?.all("sheetView") ?? [] {
      guard let pane = view.first("pane"), (pane["state"] ?? "").hasPrefix("frozen"),
        let corner = view["topLeftCell"].flatMap({ CellPlace($0) })
      else { continue }
      if Double(pane["ySplit"] ?? "") ?? 0 > 0 { frozenRow = corner.row }
      if Double(pane["xSplit"] ?? "") ?? 0 > 0 { frozenColumn = corner.column }
    }
    let properties = tree.first("sheetPr")
    isFilteredInPlace = properties?.isSet("filterMode") ?? false
    isProtected = tree.first("sheetProtection")?.isSet("sheet") ?? false
    let opaque = objects.filter { $0.isOpaque && !$0.isHidden && !$0.isFallback }
    if !opaque.isEmpty {
      let geometry = SheetGeometry(sheet.layout)
      for object in opaque where !Self.hasTransparentChart(object, sheet, workbook) {
        guard let range = geometry.covered(by: object.box(geometry)) else { continue }
        covers.add(range)
        coverNames.append(object.place)
      }
    }
  }

  private mutating func take(_ filter: XMLElement) {
    guard filter.first("filterColumn") != nil, let range = filter["ref"].flatMap({ CellRange($0) })
    else { return }
    filters.append(range)
  }

  /// Whether a row that is hidden is so by a filter.
  func isFiltered(_ row: Int) -> Bool {
    isFilteredInPlace && filters.isEmpty || filters.contains { $0.rows.contains(row) }
  }

  /// Whether a cell is far from all that is printed, where a print area is set.
  func isBeyondPrint(_ place: CellPlace) -> Bool {
    guard !printed.isEmpty else { return false }
    return printed.allSatisfy {
      place.row > $0.rows.upperBound + 20 || place.column > $0.columns.upperBound + 10
    }
  }

  /// Whether an object is a chart whose own ground is left out, so that cells show through.
  private static func hasTransparentChart(
    _ object: DrawingObject, _ sheet: Sheet, _ workbook: Workbook
  ) -> Bool {
    guard object.kind == "graphicFrame",
      let id = object.element.descendants("chart").first?["id"]
    else { return false }
    for drawing in workbook.package.relationships(of: sheet.part) where drawing.kind == "drawing" {
      let charts = workbook.package.relationships(of: drawing.target)
      guard let chart = charts.first(where: { $0.id == id && !$0.isExternal }) else { continue }
      let look = workbook.package.tree(chart.target)?.first("spPr")
      if look?.first("noFill") != nil { return true }
    }
    return false
  }
}
