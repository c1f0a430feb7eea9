import Documents

/// A workbook in the binary format (`xlsb`), of which sheets, rows, columns, merged cells, notes, names and
/// drawings are looked at. Looks of cells and everything else are not, so that it is never called clean.
enum BinaryWorkbook {
  static func isOne(_ package: OfficePackage) -> Bool {
    guard let part = package.mainPart else { return false }
    let type = package.contentType(of: part).lowercased()
    return type.contains("sheet.binary") || part.lowercased().hasSuffix(".bin")
  }

  static func inspect(_ package: OfficePackage, run: InspectionRun) {
    run.fail(
      Unreadable(
        .unknownFormat,
        "It is a binary workbook (xlsb), which is looked at only in part. Save it as xlsx and give that."
      ))
    do throws(Unreadable) {
      let workbook = try workbook(package, run)
      for sheet in workbook.sheets where sheet.kind == "worksheet" { try read(sheet, workbook) }
      CellFamily.inspect(workbook)
      ShapeInspector.inspect(workbook)
      StringInspector.inspect(workbook)
      try reportNotes(workbook)
    } catch { run.fail(error) }
  }

  private static func workbook(
    _ package: OfficePackage, _ run: InspectionRun
  ) throws(Unreadable) -> Workbook {
    guard let part = package.mainPart, let bytes = package.part(part) else {
      throw .broken("it has no workbook")
    }
    let tree = XMLElement(XMLName("workbook"))
    let sheets = XMLElement(XMLName("sheets"))
    tree.children = [.element(sheets)]
    var records = BinaryRecords(bytes)
    while var record = try records.next() {
      guard record.kind == .sheet else { continue }
      let state = try record.data.uint32()
      try record.data.skip(4)
      let id = try record.data.wideString()
      let name = try record.data.wideString()
      let states = ["visible", "hidden", "veryHidden"]
      sheets.children.append(
        .element(
          XMLElement(
            XMLName("sheet"),
            attributes: [
              XMLAttribute(XMLName("name"), value: name), XMLAttribute(XMLName("id"), value: id),
              XMLAttribute(
                XMLName("state"), value: Int(state) < states.count ? states[Int(state)] : "hidden"),
            ])))
    }
    let strings = SharedStrings()
    let own = package.relationships(of: part)
    if let list = own.first(where: { $0.kind == "sharedStrings" }),
      let bytes = package.part(list.target)
    {
      var records = BinaryRecords(bytes)
      while var record = try records.next() {
        guard record.kind == .sharedString else { continue }
        try record.data.skip(1)
        strings.add(try record.data.wideString())
      }
    }
    return Workbook(package, run: run, part: part, tree: tree, strings: strings)
  }

  /// Looks at a sheet twice, as at one in XML.
  private static func read(_ sheet: Sheet, _ workbook: Workbook) throws(Unreadable) {
    guard let bytes = workbook.package.part(sheet.part) else { return }
    sheet.objects = SheetReading.objects(sheet, workbook)
    let census = SheetCensus(workbook, sheet, probes: [], keepsHeights: !sheet.objects.isEmpty)
    var merges: [CellRange] = []
    try send(bytes, to: census, merges: &merges)
    sheet.layout = census.layout
    sheet.hasValues = census.hasValues
    sheet.tree = XMLElement(XMLName("worksheet"))
    var regions = SheetRegions(
      sheet, workbook, tree: XMLElement(XMLName("worksheet")), objects: sheet.objects)
    regions.merges = CellRangeIndex(merges)
    regions.farRow = census.farRow
    regions.farColumn = census.farColumn
    let extraction = SheetExtraction(workbook, sheet, regions)
    try send(bytes, to: extraction, merges: &merges)
    extraction.close()
  }

  private static func send(
    _ bytes: [UInt8], to listener: some CellListener, merges: inout [CellRange]
  ) throws(Unreadable) {
    var layout = SheetLayout()
    var hasStarted = false
    var row = RowReading()
    let cell = CellReading()
    var records = BinaryRecords(bytes)
    while var record = try records.next() {
      switch record.kind {
      case .column:
        let first = Int(try record.data.uint32()) + 1
        let last = Int(try record.data.uint32()) + 1
        let width = Double(try record.data.uint32()) / 256
        try record.data.skip(4)
        let flags = try record.data.uint16()
        layout.take(
          first, last, width: width, isHidden: flags & 1 != 0, outline: Int(flags >> 8 & 7))
      case .row:
        if !hasStarted { listener.start(layout) }
        hasStarted = true
        row = RowReading(number: min(Int(try record.data.uint32()), CellPlace.lastRow - 1) + 1)
        try record.data.skip(4)
        row.height = Double(try record.data.uint16()) / 20
        try record.data.skip(1)
        let flags = try record.data.uint8()
        row.outline = Int(flags & 7)
        row.isHidden = flags & 0x10 != 0
        listener.begin(row)
      case .merge:
        let numbers = [
          try record.data.uint32(), try record.data.uint32(), try record.data.uint32(),
          try record.data.uint32(),
        ].map { Int($0) + 1 }
        guard numbers[0] <= numbers[1], numbers[2] <= numbers[3], numbers[1] <= CellPlace.lastRow,
          numbers[3] <= CellPlace.lastColumn
        else { continue }
        merges.append(CellRange(rows: numbers[0]...numbers[1], columns: numbers[2]...numbers[3]))
      default:
        let kind = record.kind
        guard try fill(cell, kind, &record.data, row) else { continue }
        listener.take(cell, in: row)
      }
    }
  }

  /// Puts what a record says into a cell; false where it is no cell.
  private static func fill(
    _ cell: CellReading, _ kind: BinaryRecords.Kind, _ data: inout ByteReader, _ row: RowReading
  ) throws(Unreadable) -> Bool {
    let isCell = (BinaryRecords.Kind.rk.rawValue...BinaryRecords.Kind.formulaError.rawValue)
      .contains(kind.rawValue)
    guard isCell else { return false }
    let column = Int(try data.uint32()) + 1
    guard column <= CellPlace.lastColumn else {
      throw .broken("a cell in it is beyond every sheet")
    }
    try data.skip(4)
    cell.place = CellPlace(row: row.number, column: column)
    cell.style = 0
    cell.hasFormula = false
    var text = ""
    switch kind {
    case .rk:
      cell.kind = .number
      text = plain(try data.packedNumber())
    case .real, .formulaReal:
      cell.kind = .number
      text = plain(try data.double())
    case .boolean, .formulaBoolean:
      cell.kind = .boolean
      text = "\(try data.uint8())"
    case .error, .formulaError:
      cell.kind = .error
      text = "#ERROR \(try data.uint8())"
    case .shared:
      cell.kind = .shared
      text = "\(try data.uint32())"
    default:
      cell.kind = .text
      text = try data.wideString()
    }
    cell.value = Array(text.utf8)
    return true
  }

  private static func plain(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func reportNotes(_ workbook: Workbook) throws(Unreadable) {
    for part in workbook.parts(["comments"]) {
      guard let bytes = workbook.package.part(part) else { continue }
      var records = BinaryRecords(bytes)
      var place = ""
      while var record = try records.next() {
        switch record.kind {
        case .commentBegin:
          try record.data.skip(4)
          let row = Int(try record.data.uint32())
          try record.data.skip(4)
          let column = Int(try record.data.uint32())
          place = column < CellPlace.lastColumn ? "\(CellPlace.letters(column + 1))\(row + 1)" : ""
        case .commentText:
          try record.data.skip(1)
          workbook.run.report(
            CommentInspector.comment, at: "\(workbook.owner(of: part)), \(place)",
            showing: try record.data.wideString())
        default: break
        }
      }
    }
  }
}
