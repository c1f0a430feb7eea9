package import Documents

/// Makes a copy of a workbook without what ``WorkbookInspector`` reports.
///
/// Visible cells stay where they are with their values and looks. Hidden sheets go; hidden cells are emptied
/// and nothing moves; formulas that led to them become their values; pivot tables become plain cells. For
/// a release ``VisibleCells`` is the better way: it makes a new file from what is visible.
package enum WorkbookCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let run = InspectionRun(limits: limits) { _, _, _ in }
    let package = try OfficePackage(bytes, run: run)
    guard !BinaryWorkbook.isOne(package) else {
      throw Unreadable(
        .unknownFormat, "A binary workbook is not cleaned. Save it as xlsx and clean that.")
    }
    let workbook = try Workbook(package, run: run)
    workbook.keepsHiddenCells = true
    for family in WorkbookInspector.families { family.prepare(workbook) }
    SheetReading.read(workbook)
    var edit = try OfficePackageEdit(package)
    try WorkbookEdit(workbook).apply(to: &edit)
    try edit.cleanSharedParts(.workbook) { (picture) throws(Unreadable) in
      try PictureCleaner.clean(picture, limits: limits)
    }
    // What could not be read could not be cleaned either.
    if let failure = run.failures.first { throw failure }
    return edit.finished()
  }
}

/// The changes that take hidden data out of a workbook.
struct WorkbookEdit {
  let workbook: Workbook

  init(_ workbook: Workbook) { self.workbook = workbook }

  /// Kinds of relationships that lead to nothing a reader sees in cells.
  private static let gone: Set = [
    "comments", "threadedComment", "person", "persons", "vmlDrawing", "printerSettings",
    "queryTable", "connections", "customProperty", "externalLink", "pivotTable",
    "pivotCacheDefinition", "slicer", "slicerCache", "timeline", "timelineCache", "xmlMaps",
    "powerPivotData", "revisionHeaders", "usernames", "ctrlProp", "control", "calcChain",
    "sheetMetadata", "volatileDependencies", "oleObject", "package", "xlMacrosheet",
    "xlIntlMacrosheet", "tableSingleCells", "pivotCacheRecords", "revisionLog",
  ]

  func apply(to edit: inout OfficePackageEdit) throws(Unreadable) {
    let kept = workbook.sheets.filter { $0.isVisible && !$0.isMacroSheet }
    guard !kept.isEmpty else {
      throw Unreadable(
        .empty, "Every sheet of the workbook is hidden, so that a copy without them would be empty."
      )
    }
    var used: Set<Int> = []
    for sheet in kept { used.formUnion(try rewrite(sheet, &edit)) }
    try cleanWorkbookPart(kept, &edit)
    let removed = Set(workbook.sheets.map { OfficePackage.key($0.part) })
      .subtracting(kept.map { OfficePackage.key($0.part) })
    try edit.removeRelationships { _, relationship in
      if relationship.isExternal { return relationship.kind != "hyperlink" }
      return Self.gone.contains(relationship.kind) || relationship.kind.hasPrefix("rd")
        || relationship.kind.hasPrefix("richValue")
        || removed.contains(OfficePackage.key(relationship.target))
    }
    let strings = workbook.package.relationships(of: workbook.part).first {
      $0.kind == "sharedStrings" && !$0.isExternal
    }
    if let part = strings?.target, workbook.package.contains(part) {
      let rewriter = StringRewriter(used: used)
      try Workbook.scan(part, in: workbook.package, run: workbook.run, to: rewriter)
      edit.replace(part: part, with: rewriter.document)
    }
    try edit.removeUnreachable()
    try DrawingEdit(workbook).apply(to: &edit)
  }

  private func cleanWorkbookPart(
    _ kept: [Sheet], _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    guard let tree = try edit.tree(of: workbook.part) else { return }
    let gone: Set = [
      "customWorkbookViews", "pivotCaches", "externalReferences", "fileSharing",
      "AlternateContent", "absPath", "extLst", "webPublishObjects", "smartTagTypes",
      "functionGroups",
    ]
    tree.removeElements { gone.contains($0.name.local) }
    let indices = workbook.sheets.enumerated().filter { one in
      kept.contains { $0 === one.element }
    }.map(\.offset)
    var position = -1
    tree.first("sheets")?.removeElements { _ in
      position += 1
      return !indices.contains(position)
    }
    for view in tree.first("bookViews")?.all("workbookView") ?? [] {
      view.attributes.removeAll {
        ["activeTab", "firstSheet", "visibility", "showSheetTabs"].contains($0.name.local)
      }
    }
    let names = tree.first("definedNames")
    names?.removeElements { !keeps($0, indices) }
    for name in names?.elements ?? [] {
      guard let local = Int(name["localSheetId"] ?? ""), let index = indices.firstIndex(of: local)
      else { continue }
      name.set("localSheetId", to: "\(index)")
    }
    if names?.elements.isEmpty ?? false { tree.removeElements { $0 === names } }
    edit.replace(part: workbook.part, with: tree)
  }

  /// Only what programs need for printing stays, and visible names of visible cells.
  private func keeps(_ name: XMLElement, _ indices: [Int]) -> Bool {
    if let local = Int(name["localSheetId"] ?? ""), !indices.contains(local) { return false }
    let own = (name["name"] ?? "").lowercased()
    if own.hasPrefix("_xlnm.print_") { return !name.text.contains("#REF!") }
    guard !name.isSet("hidden"), !own.hasPrefix("_xl") else { return false }
    let pieces = name.text.split(separator: "!", maxSplits: 1)
    guard pieces.count == 2, CellRange(pieces[1]) != nil else { return false }
    let sheet = pieces[0].filter { $0 != "'" }
    name.attributes.removeAll {
      ["comment", "description", "help", "statusBar", "customMenu"].contains($0.name.local)
    }
    return indices.contains { workbook.sheets[$0].name.filter { $0 != "'" } == sheet }
  }

  /// Writes a sheet again; answers the shared strings that it uses.
  private func rewrite(
    _ sheet: Sheet, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) -> Set<Int> {
    let references = FormulaReferences(hidden: sheet.hiddenCells)
    let rewriter = SheetRewriter(
      hidden: sheet.hiddenCells,
      keepsFormula: { place, formula in
        !sheet.hiddenFormulas.contains(place) && references.stays(formula)
      })
    try Workbook.scan(sheet.part, in: workbook.package, run: workbook.run, to: rewriter)
    let tree = try XMLElement(reading: rewriter.skeleton, place: sheet.part)
    let gone: Set = [
      "legacyDrawing", "legacyDrawingHF", "headerFooter", "dataValidations", "scenarios",
      "customSheetViews", "customProperties", "controls", "oleObjects", "AlternateContent",
      "extLst", "smartTags", "webPublishItems", "sortState", "phoneticPr", "protectedRanges",
      "cellWatches", "dataConsolidate",
    ]
    tree.removeElements { gone.contains($0.name.local) }
    tree.first("sheetPr")?.attributes.removeAll { $0.name.local == "filterMode" }
    tree.first("pageSetup")?.attributes.removeAll { $0.name.local == "id" }
    tree.first("autoFilter")?.children = []
    try cleanLinks(sheet, tree, &edit)
    edit.replace(part: sheet.part, with: rewriter.document(tree))
    for table in workbook.package.relationships(of: sheet.part) where table.kind == "table" {
      guard let own = try edit.tree(of: table.target) else { continue }
      own.visit { element in
        element.removeElements {
          [
            "filterColumn", "sortState", "calculatedColumnFormula", "totalsRowFormula", "extLst",
            "xmlColumnPr",
          ].contains($0.name.local)
        }
        element.attributes.removeAll {
          ["tableType", "connectionId", "queryTableFieldId", "comment", "uniqueName"].contains(
            $0.name.local)
        }
      }
      edit.replace(part: table.target, with: own)
    }
    return rewriter.usedStrings
  }

  private func cleanLinks(
    _ sheet: Sheet, _ tree: XMLElement, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    let targets = workbook.package.relationships(of: sheet.part)
    var kept: Set<String> = []
    let links = tree.first("hyperlinks")
    links?.removeElements { link in
      let target = link["id"].flatMap { id in targets.first { $0.id == id }?.target } ?? ""
      if target.isEmpty || HyperlinkInspector.isTelling(target, workbook) { return true }
      link.attributes.removeAll { ["tooltip", "display", "location"].contains($0.name.local) }
      if let id = link["id"] { kept.insert(id) }
      return false
    }
    if links?.elements.isEmpty ?? false { tree.removeElements { $0 === links } }
    let key = OfficePackage.key(sheet.part)
    try edit.removeRelationships { source, relationship in
      OfficePackage.key(source) == key && relationship.kind == "hyperlink"
        && !kept.contains(relationship.id)
    }
  }
}

extension XMLElement {
  /// Gives an attribute another value.
  func set(_ local: String, to value: String) {
    for index in attributes.indices where attributes[index].name.local == local {
      attributes[index].value = value
    }
  }
}
