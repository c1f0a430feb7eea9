/// Criteria of filters and orders of sorting, which keep values after the rows are gone.
enum FilterInspector: WorkbookFamily {
  static let criteria = HiddenDataClass(
    "xlsx.filter_criteria", .medium, "Values kept in filters",
    lies: "In a filter of a sheet, table or view, as the values of its criteria.",
    recognised: "A value that no visible cell shows.",
    removal: "The filters are cleared.")

  static let classes = [criteria]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      if let tree = sheet.tree { report(tree, sheet.place, workbook) }
    }
    for part in workbook.parts(["table"], types: ["spreadsheetml.table+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      report(
        tree, "\(workbook.owner(of: part)), table \"\(tree["displayName"] ?? "")\"", workbook)
    }
    for part in workbook.parts(["pivotTable"], types: ["pivottable+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      report(tree, "\(workbook.owner(of: part)), pivot table \"\(tree["name"] ?? "")\"", workbook)
    }
  }

  private static func report(_ tree: XMLElement, _ place: String, _ workbook: Workbook) {
    for column in tree.descendants("filterColumn") + tree.descendants("sortState") {
      var values: [String] = []
      column.visit { element in
        switch element.name.local {
        case "filter", "customFilter":
          values += [element["val"], element["value"]].compactMap { $0 }
        case "sortCondition":
          values += (element["customList"] ?? "").split(separator: ",").map(String.init)
        default: break
        }
      }
      let hidden = values.filter {
        let word = String($0.drop { "*?~".contains($0) }).trimmingWhitespace
        let core = word.hasSuffix("*") ? String(word.dropLast()) : word
        return core.hasWords && !UsualWords.contains(core) && !workbook.visible.holds(core)
      }
      guard !hidden.isEmpty else { continue }
      let number = column["colId"].flatMap { Int($0) }.map { ", column \($0 &+ 1) of the filter" }
      workbook.run.report(criteria, at: place + (number ?? ""), lines: hidden)
    }
  }
}
