/// Names that a workbook gives to cells, values and formulas.
enum NameInspector: WorkbookFamily {
  static let name = HiddenDataClass(
    "xlsx.defined_name", .medium, "Hidden names, and names of values",
    lies: "In the workbook part, among `definedNames`.",
    recognised:
      "A name that is hidden, that stands for a text of its own or another workbook, or that carries a remark. Names that programs make for filters, printing and views are usual.",
    removal: "The name goes; formulas that used it become values.")

  static let classes = [name]

  static func inspect(_ workbook: Workbook) {
    for item in workbook.tree.first("definedNames")?.all("definedName") ?? [] {
      let own = item["name"] ?? ""
      let value = item.text.trimmingWhitespace
      let remarks = ["comment", "description", "help", "statusBar", "customMenu"]
        .compactMap { item[$0] }.filter(\.hasWords)
      let isHidden = item.isSet("hidden")
      let saysMore = FormulaText.literals(Array(value.utf8)).contains {
        !UsualWords.contains($0) && !workbook.visible.holds($0)
      }
      guard !remarks.isEmpty || saysMore || isWorthTelling(own, value, isHidden: isHidden, item)
      else {
        continue
      }
      let local = Int(item["localSheetId"] ?? "").flatMap { index in
        index >= 0 && index < workbook.sheets.count ? workbook.sheets[index].place : nil
      }
      let kind = isHidden ? "hidden name" : "name"
      workbook.run.report(
        name, at: "\(kind) \"\(own)\"" + (local.map { " of \($0)" } ?? ""),
        showing: ([value] + remarks).joined(separator: "\n"))
    }
  }

  private static func isWorthTelling(
    _ name: String, _ value: String, isHidden: Bool, _ item: XMLElement
  ) -> Bool {
    let lower = name.lowercased()
    let isConstant = FormulaText.constant(value)?.hasWords ?? false
    if lower.hasPrefix("_xlnm.") || lower == "_filterdatabase" { return isConstant }
    // Programs keep functions of newer editions, charts and views under names of their own.
    let usual = ["_xlfn", "_xlpm", "_xleta", "_xlchart", "_xludf", "_xlws", "_xlpvt"]
    if usual.contains(where: lower.hasPrefix) || lower.hasSuffix(".wvu.filterdata")
      || lower.contains(".wvu.")
    {
      return isConstant
    }
    if isConstant || item.isSet("xlm") { return true }
    // What is left of a name whose cells were deleted.
    if value.contains("#REF!") { return true }
    // A link to another workbook is `[1]Sheet` or a path in quotes.
    let isLink = value.hasPrefix("[") || value.contains("'[") || value.contains("\\")
    return isHidden && value.hasWords || isLink
  }
}

extension String {
  /// Without the blanks around it.
  var trimmingWhitespace: String {
    var view = self[...]
    while view.first?.isWhitespace ?? false { view.removeFirst() }
    while view.last?.isWhitespace ?? false { view.removeLast() }
    return String(view)
  }
}
