package import Documents

/// The visible cells of a workbook as a new table: the recommended way of releasing a working spreadsheet.
///
/// Nothing of the file itself is carried over, so that nothing hidden can be. Values are given as they are
/// shown: dates as ISO 8601, numbers with the decimals that are shown, words that a number format puts in
/// the place of a value. Rows and columns that are hidden are left out.
package enum VisibleCells {
  /// A value of a cell.
  package enum Value: Equatable, Sendable {
    case empty
    case number(String)
    case text(String)
  }

  /// A sheet as it is seen.
  package struct Table: Equatable, Sendable {
    package var name: String
    package var rows: [[Value]]

    package init(name: String, rows: [[Value]]) {
      self.name = name
      self.rows = rows
    }
  }

  /// The tables of the chosen cells, in the order in which they were chosen, or of all visible sheets.
  ///
  /// - Throws: ``Unreadable`` where the workbook cannot be read whole, has no such visible sheet, or is too
  ///   large, or where a choice names no cells.
  package static func tables(
    _ bytes: [UInt8], choices: [CellChoice]? = nil, limits: InspectionLimits = InspectionLimits()
  ) throws(Unreadable) -> [Table] {
    for choice in choices ?? [] where choice.cells != nil && choice.range == nil {
      throw Unreadable(
        .empty, "\"\(choice.cells ?? "")\" names no cells. Write them as A1:F20, A:F or 2:40.")
    }
    let sheets = try gathered(bytes, limits: limits)
    guard let choices else {
      var tables: [Table] = []
      for sheet in sheets { tables.append(Table(name: sheet.name, rows: try sheet.rows(in: nil))) }
      return tables
    }
    var tables: [Table] = []
    for choice in choices {
      guard let sheet = sheets.first(where: { $0.name == choice.sheet }) else {
        throw Unreadable(
          .empty, "There is no visible sheet \"\(choice.sheet)\" in the workbook.")
      }
      tables.append(Table(name: sheet.name, rows: try sheet.rows(in: choice.range)))
    }
    return tables
  }

  /// The visible sheets, and where on them something is seen.
  ///
  /// - Throws: as ``tables(_:choices:limits:)``.
  package static func sheets(
    _ bytes: [UInt8], limits: InspectionLimits = InspectionLimits()
  ) throws(Unreadable) -> [VisibleSheet] {
    try gathered(bytes, limits: limits).map { VisibleSheet(name: $0.name, cells: $0.used?.name) }
  }

  private static func gathered(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [TableGathering] {
    let run = InspectionRun(limits: limits) { _, _, _ in }
    let package = try OfficePackage(bytes, run: run)
    guard !BinaryWorkbook.isOne(package) else {
      throw Unreadable(.unknownFormat, "The cells of a binary workbook are not read here.")
    }
    let workbook = try Workbook(package, run: run)
    workbook.keepsHiddenCells = true
    SheetReading.read(workbook)
    var sheets: [TableGathering] = []
    for sheet in workbook.sheets where sheet.isVisible && sheet.kind == "worksheet" {
      let gathering = TableGathering(workbook, sheet)
      try Workbook.scan(sheet.part, in: package, run: run, to: SheetScanner(gathering))
      sheets.append(gathering)
    }
    if let failure = run.failures.first { throw failure }
    return sheets
  }

  /// A table as CSV (RFC 4180).
  ///
  /// A text that a spreadsheet would take for a formula is given an apostrophe before it.
  package static func csv(_ table: Table, withMark: Bool = true) -> [UInt8] {
    var out: [UInt8] = withMark ? [0xEF, 0xBB, 0xBF] : []
    for row in table.rows {
      for (index, value) in row.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        switch value {
        case .empty: break
        case .number(let number): out += number.utf8
        case .text(let text): out += field(text).utf8
        }
      }
      out += "\r\n".utf8
    }
    return out
  }

  private static func field(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let guarded = first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
    let mustQuote = guarded.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return mustQuote ? "\"\(guarded.replacing("\"", with: "\"\""))\"" : guarded
  }

  /// Tables as a new workbook of values, with no styles, properties or anything else in it.
  package static func workbook(_ tables: [Table]) -> [UInt8] {
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var overrides = ["xl/workbook.xml": type + "sheet.main+xml"]
    var sheets = ""
    var links: [(id: String, kind: String, target: String)] = []
    var parts: [(String, [UInt8])] = []
    for (index, (table, title)) in zip(tables, titles(of: tables)).enumerated() {
      let part = "worksheets/sheet\(index + 1).xml"
      overrides["xl/" + part] = type + "worksheet+xml"
      var name: [UInt8] = []
      XMLElement.escape(title, isAttribute: true, to: &name)
      sheets +=
        "<sheet name=\"\(String(decoding: name, as: UTF8.self))\" sheetId=\"\(index + 1)\" "
        + "r:id=\"rId\(index + 1)\"/>"
      links.append(("rId\(index + 1)", "worksheet", part))
      parts.append(("xl/" + part, sheet(table, space)))
    }
    let book =
      "<workbook xmlns=\"\(space)\" xmlns:r=\"\(relations)\"><sheets>\(sheets)</sheets>"
      + "</workbook>"
    var writer = ZipWriter()
    writer.add("[Content_Types].xml", Array(OfficeExample.contentTypes(overrides).utf8))
    let root = OfficeExample.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    writer.add("_rels/.rels", Array(root.utf8))
    writer.add("xl/workbook.xml", Array(book.utf8))
    writer.add("xl/_rels/workbook.xml.rels", Array(OfficeExample.relationships(links).utf8))
    for (name, bytes) in parts { writer.add(name, bytes) }
    return writer.finished()
  }

  /// The names of the sheets, none twice: several parts of one sheet may have been chosen. A name has 31
  /// characters at most.
  private static func titles(of tables: [Table]) -> [String] {
    var taken: Set<String> = []
    return tables.map { table in
      var title = table.name
      var number = 1
      while !taken.insert(title.lowercased()).inserted {
        number += 1
        let ending = " (\(number))"
        title = table.name.prefix(31 - ending.count) + ending
      }
      return title
    }
  }

  private static func sheet(_ table: Table, _ space: String) -> [UInt8] {
    var out = Array("<worksheet xmlns=\"\(space)\"><sheetData>".utf8)
    for (index, row) in table.rows.enumerated() {
      out += "<row r=\"\(index + 1)\">".utf8
      for (column, value) in row.enumerated() {
        let place = CellPlace(row: index + 1, column: column + 1).name
        switch value {
        case .empty: break
        case .number(let number): out += "<c r=\"\(place)\"><v>\(number)</v></c>".utf8
        case .text(let text):
          out += "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
          XMLElement.escape(text, isAttribute: false, to: &out)
          out += "</t></is></c>".utf8
        }
      }
      out += "</row>".utf8
    }
    return out + "</sheetData></worksheet>".utf8
  }
}

/// Gathers the values of the cells that are seen on one sheet.
final class TableGathering: CellListener {
  private let workbook: Workbook
  private let sheet: Sheet
  private var cells: [Int: [Int: VisibleCells.Value]] = [:]
  private var hiddenRows: Set<Int> = []
  /// The rectangle around all cells that are seen.
  private(set) var used: CellRange?

  init(_ workbook: Workbook, _ sheet: Sheet) {
    self.workbook = workbook
    self.sheet = sheet
  }

  var name: String { sheet.name }

  func start(_ layout: SheetLayout) {}
  func takeEmpty(_ cell: CellReading) {}

  func begin(_ row: RowReading) {
    if row.isHidden || sheet.layout.isThin(row) { hiddenRows.insert(row.number) }
  }

  func take(_ cell: CellReading, in row: RowReading) {
    let place = cell.place
    guard !hiddenRows.contains(place.row), !sheet.hiddenCells.contains(place),
      sheet.layout.columnStates[place.column] == .shown, !cell.value.isEmpty
    else { return }
    let text = workbook.text.text(cell, asShown: true)
    guard !text.isEmpty else { return }
    let isNumber = cell.kind == .number && Double(text)?.isFinite == true
    cells[place.row, default: [:]][place.column] = isNumber ? .number(text) : .text(text)
    used = used?.joined(with: place) ?? CellRange(place)
  }

  /// The rows of an area, or of all from the first cell of the sheet on; what is not seen is left out.
  func rows(in area: CellRange?) throws(Unreadable) -> [[VisibleCells.Value]] {
    guard let used else { return [] }
    let area =
      area ?? CellRange(rows: 1...used.rows.upperBound, columns: 1...used.columns.upperBound)
    guard area.overlaps(used) else { return [] }
    let columns = (area.columns.lowerBound...min(area.columns.upperBound, used.columns.upperBound))
      .filter { sheet.layout.columnStates[$0] == .shown }
    let rows = area.rows.lowerBound...min(area.rows.upperBound, used.rows.upperBound)
    guard rows.count * columns.count <= 50_000_000 else {
      throw .tooMuch("\(sheet.place) spreads its cells over too many rows and columns")
    }
    return rows.filter { !hiddenRows.contains($0) }.map { row in
      let own = cells[row] ?? [:]
      return columns.map { own[$0] ?? .empty }
    }
  }
}
