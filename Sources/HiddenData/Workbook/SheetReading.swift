import Documents

/// Reads the sheets of a workbook: first all of them for what is visible, then those where cells hide.
enum SheetReading {
  /// What the first look at a sheet left to be done.
  private struct Seen {
    var sheet: Sheet
    var regions: SheetRegions
    var isSuspicious: Bool
  }

  /// Reads every sheet and reports its hidden cells.
  static func read(_ workbook: Workbook) {
    var seen: [Seen] = []
    for sheet in workbook.sheets {
      do throws(Unreadable) {
        if let one = try look(sheet, workbook) { seen.append(one) }
      } catch { workbook.run.fail(error) }
    }
    for one in seen where one.isSuspicious || !one.sheet.isVisible || one.sheet.isMacroSheet {
      do throws(Unreadable) {
        let extraction = SheetExtraction(workbook, one.sheet, one.regions)
        try Workbook.scan(
          one.sheet.part, in: workbook.package, run: workbook.run, to: SheetScanner(extraction))
        extraction.close()
      } catch { workbook.run.fail(error) }
    }
  }

  private static func look(_ sheet: Sheet, _ workbook: Workbook) throws(Unreadable) -> Seen? {
    let package = workbook.package
    guard package.contains(sheet.part) else {
      throw .broken("the part '\(sheet.part)' of \(sheet.place) is missing")
    }
    sheet.objects = objects(sheet, workbook)
    let probes = sheet.objects.filter { $0.grounds == nil && !$0.runs.isEmpty }
      .flatMap(\.anchor.firstCells)
    let census = SheetCensus(
      workbook, sheet, probes: Set(probes), keepsHeights: !sheet.objects.isEmpty)
    let scanner = SheetScanner(census)
    try Workbook.scan(sheet.part, in: package, run: workbook.run, to: scanner)
    let tree = try XMLElement(
      reading: scanner.skeleton, place: sheet.part, depth: workbook.run.limits.depth)
    sheet.tree = tree
    sheet.layout = census.layout
    sheet.probed = census.probed
    sheet.hasValues = census.hasValues
    var regions = SheetRegions(sheet, workbook, tree: tree, objects: sheet.objects)
    regions.farRow = census.farRow
    regions.farColumn = census.farColumn
    regions.printed = printed(sheet, workbook)
    let isFar = regions.farRow != Int.max || regions.farColumn != Int.max
    let asks =
      !regions.merges.isEmpty || !regions.rules.isEmpty || !regions.covers.isEmpty || isFar
      || !regions.printed.isEmpty || regions.frozenRow > 1 || regions.frozenColumn > 1
      || regions.tables.contains { workbook.styles.tableStyles[$0.styleName] != nil }
    return Seen(
      sheet: sheet, regions: regions,
      isSuspicious: census.hasValues && (census.isSuspicious || asks))
  }

  static func objects(_ sheet: Sheet, _ workbook: Workbook) -> [DrawingObject] {
    let reader = DrawingReader(palette: workbook.styles.palette)
    return workbook.package.relationships(of: sheet.part)
      .filter { $0.kind == "drawing" && !$0.isExternal }
      .flatMap { drawing in
        workbook.package.tree(drawing.target).map(reader.objects) ?? []
      }
  }

  /// The print area of a sheet, from the name that keeps it.
  private static func printed(_ sheet: Sheet, _ workbook: Workbook) -> [CellRange] {
    let index = workbook.sheets.firstIndex { $0 === sheet }
    let names = workbook.tree.first("definedNames")?.all("definedName") ?? []
    for name in names where name["name"]?.lowercased() == "_xlnm.print_area" {
      guard Int(name["localSheetId"] ?? "") == index else { continue }
      return name.text.split(separator: ",").compactMap { piece in
        piece.split(separator: "!").last.flatMap { CellRange($0) }
      }
    }
    return []
  }
}
