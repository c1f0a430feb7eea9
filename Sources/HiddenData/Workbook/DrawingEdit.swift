import Documents

/// Takes hidden objects out of drawings, and what charts keep of hidden cells.
struct DrawingEdit {
  let workbook: Workbook

  init(_ workbook: Workbook) { self.workbook = workbook }

  func apply(to edit: inout OfficePackageEdit) throws(Unreadable) {
    for part in ChartInspector.charts(workbook) { try cleanChart(part, &edit) }
    for sheet in workbook.sheets where sheet.isVisible {
      for drawing in workbook.package.relationships(of: sheet.part) where drawing.kind == "drawing"
      {
        try clean(drawing.target, sheet, &edit)
      }
    }
    try edit.removeUnreachable()
  }

  private func clean(
    _ part: String, _ sheet: Sheet, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    guard let tree = try edit.tree(of: part) else { return }
    let hidden = ShapeInspector.hiddenNames(sheet, workbook)
    tree.removeElements { anchor in
      guard anchor.name.local.hasSuffix("Anchor") || anchor.name.local == "AlternateContent" else {
        return false
      }
      let properties = anchor.descendants("cNvPr")
      if properties.contains(where: { $0.isSet("hidden") || hidden.contains($0["name"] ?? "") }) {
        return true
      }
      // Slicers, and pictures that are cut or lie elsewhere.
      return !anchor.descendants("slicer").isEmpty || !anchor.descendants("timeslicer").isEmpty
        || anchor.descendants("srcRect").contains { !$0.attributes.isEmpty }
        || anchor.descendants("blip").contains { $0["link"] != nil }
    }
    tree.visit { element in
      element.removeElements { ["hlinkClick", "hlinkHover", "Fallback"].contains($0.name.local) }
      guard element.name.local == "cNvPr" else { return }
      element.attributes.removeAll { ["descr", "title"].contains($0.name.local) }
    }
    edit.replace(part: part, with: tree)
    var ids: Set<String> = []
    tree.visit { element in
      for attribute in element.attributes where !attribute.isDeclaration {
        ids.insert(attribute.value)
      }
    }
    let key = OfficePackage.key(part)
    try edit.removeRelationships { source, relationship in
      OfficePackage.key(source) == key && !ids.contains(relationship.id)
    }
  }

  private func cleanChart(
    _ part: String, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    guard let tree = try edit.tree(of: part) else { return }
    let kept = Set(
      workbook.sheets.filter { $0.isVisible }.map { $0.name.filter { $0 != "'" } })
    tree.visit { element in
      guard ["strRef", "numRef", "multiLvlStrRef", "strDim", "numDim"].contains(element.name.local)
      else { return }
      for holder in element.descendants("strCache") + element.descendants("numCache")
        + element.descendants("lvl")
      {
        holder.removeElements {
          $0.name.local == "pt"
            && !workbook.visible.holds(($0.first("v") ?? $0).text.trimmingWhitespace)
        }
      }
      if let source = element.first("f") {
        let sheet = source.text.split(separator: "!").first.map { $0.filter { $0 != "'" } } ?? ""
        if !kept.contains(sheet) { source.children = [.text("#REF!")] }
      }
    }
    edit.replace(part: part, with: tree)
  }
}
