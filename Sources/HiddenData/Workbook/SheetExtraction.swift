/// The second look at a sheet: takes the cells that nobody sees and shows what they hold.
final class SheetExtraction: CellListener {
  private let workbook: Workbook
  private let sheet: Sheet
  private let regions: SheetRegions
  private var baskets: [String: CellBasket] = [:]
  private var order: [CellBasket] = []
  private var richTexts: [Int: [RichText.Run]] = [:]

  init(_ workbook: Workbook, _ sheet: Sheet, _ regions: SheetRegions) {
    self.workbook = workbook
    self.sheet = sheet
    self.regions = regions
  }

  func start(_ layout: SheetLayout) {}
  func begin(_ row: RowReading) {}
  func takeEmpty(_ cell: CellReading) {}

  func close() { for basket in order { basket.close() } }

  func take(_ cell: CellReading, in row: RowReading) {
    if cell.value.isEmpty, cell.kind == .text || cell.kind == .inline { return }
    if sheet.isMacroSheet {
      put(MacroSheetInspector.macroSheet, cell.place, formulaFirst(cell))
      return
    }
    let value = workbook.text.text(cell)
    guard value.contains(where: { !$0.isWhitespace }) else { return }
    guard sheet.isVisible else {
      let kind =
        sheet.state == .veryHidden ? CellClasses.sheetVeryHidden : CellClasses.sheetHidden
      put(kind, cell.place, withFormula(cell, value), note: sheet.reason.map { " (\($0))" } ?? "")
      return
    }
    if let kind = rowOrColumn(cell.place, row) { put(kind, cell.place, withFormula(cell, value)) }
    if let index = regions.merges.first(cell.place),
      regions.merges.ranges[index].topLeft != cell.place
    {
      put(CellClasses.merged, cell.place, value)
    }
    if let index = regions.covers.first(cell.place) {
      put(CellClasses.covered, cell.place, value, note: " under \(regions.coverNames[index])")
    }
    if cell.place.row >= regions.farRow || cell.place.column >= regions.farColumn
      || regions.isBeyondPrint(cell.place)
    {
      put(CellClasses.far, cell.place, value)
    }
    takeLook(cell, value)
  }

  private func rowOrColumn(_ place: CellPlace, _ row: RowReading) -> HiddenDataClass? {
    if row.isHidden {
      if regions.isFiltered(row.number) { return CellClasses.filtered }
      return row.outline > 0 ? CellClasses.outline : CellClasses.rowHidden
    }
    if sheet.layout.isThin(row) { return CellClasses.rowThin }
    switch sheet.layout.columnStates[place.column] {
    case .hidden: return CellClasses.columnHidden
    case .grouped: return CellClasses.outline
    case .narrow: return CellClasses.columnThin
    case .shown: break
    }
    // Frozen panes that begin further on cannot be scrolled back.
    if row.number < regions.frozenRow { return CellClasses.rowHidden }
    return place.column < regions.frozenColumn ? CellClasses.columnHidden : nil
  }

  private func takeLook(_ cell: CellReading, _ value: String) {
    let look = workbook.styles.look(cell.style)
    let table = regions.tableIndex.first(cell.place).map { regions.tables[$0] }
    let runs = richText(cell)
    if runs.isEmpty {
      var text = look.text
      if cell.kind == .number, let number = Double(String(decoding: cell.value, as: UTF8.self)) {
        text = workbook.styles.format(cell.style).section(for: number).colour ?? text
      } else if let colour = workbook.styles.format(cell.style).textSection?.colour {
        text = colour
      }
      if table?.hides(cell.place, look, workbook.styles) ?? look.hides(text) {
        put(CellClasses.matchesFill, cell.place, value)
        // A colour that the number format gives is a trick of the format too.
        if text != look.text { put(CellClasses.numberFormat, cell.place, value) }
      }
      if look.isTiny { put(CellClasses.tiny, cell.place, value) }
    }
    for run in runs where run.text.contains(where: { !$0.isWhitespace }) {
      var own = look
      if let colour = run.colour {
        own.text = colour
        own.hasOwnText = true
      }
      if table?.hides(cell.place, own, workbook.styles) ?? own.hides(own.text) {
        put(CellClasses.matchesFill, cell.place, run.text)
      }
      if (run.size ?? look.size) < 3 { put(CellClasses.tiny, cell.place, run.text) }
    }
    if isLeftOut(cell) { put(CellClasses.numberFormat, cell.place, value) }
    for range in regions.ruleIndex.isEmpty ? [] : regions.ruleIndex.all(cell.place) {
      let rule = regions.rules[regions.ruleOfRange[range]]
      let plain = cell.kind == .number ? String(decoding: cell.value, as: UTF8.self) : value
      guard rule.hides(cell, look, text: plain) else { continue }
      put(CellClasses.conditional, cell.place, value)
      break
    }
    if regions.isProtected, look.hidesFormula, !cell.formula.isEmpty {
      put(
        CellClasses.hiddenFormula, cell.place, "=" + String(decoding: cell.formula, as: UTF8.self))
    }
  }

  /// Whether the number format does not show the value.
  private func isLeftOut(_ cell: CellReading) -> Bool {
    let format = workbook.styles.format(cell.style)
    guard format.mayHide else { return false }
    switch cell.kind {
    case .number:
      let value = String(decoding: cell.value, as: UTF8.self)
      return Double(value).map(format.hides) ?? (format.hides(2) && format.hidesText)
    case .shared, .text, .inline: return format.hidesText
    case .date: return format.hides(2)
    case .boolean, .error: return format.hides(2) && format.hidesText
    }
  }

  private func richText(_ cell: CellReading) -> [RichText.Run] {
    if !cell.markup.isEmpty { return RichText.runs(cell.markup, workbook.styles.palette) }
    guard cell.kind == .shared, let index = Int(String(decoding: cell.value, as: UTF8.self)),
      let markup = workbook.strings.markup[index]
    else { return [] }
    if let known = richTexts[index] { return known }
    let runs = RichText.runs(markup, workbook.styles.palette)
    richTexts[index] = runs
    return runs
  }

  /// A value, with the formula where that holds words which the value does not show.
  private func withFormula(_ cell: CellReading, _ value: String) -> String {
    guard !cell.value.isEmpty, cell.formula.contains(0x22) else { return value }
    return "\(value) [=\(String(decoding: cell.formula, as: UTF8.self))]"
  }

  private func formulaFirst(_ cell: CellReading) -> String {
    guard !cell.formula.isEmpty else { return workbook.text.text(cell) }
    let formula = "=" + String(decoding: cell.formula, as: UTF8.self)
    return cell.value.isEmpty ? formula : "\(formula) [\(workbook.text.text(cell))]"
  }

  private func put(_ kind: HiddenDataClass, _ place: CellPlace, _ value: String, note: String = "")
  {
    if workbook.keepsHiddenCells {
      if kind == CellClasses.hiddenFormula {
        sheet.hiddenFormulas.insert(place)
      } else {
        sheet.hiddenCells.insert(place)
      }
    }
    let key = kind.id + note
    let basket: CellBasket
    if let known = baskets[key] {
      basket = known
    } else {
      basket = CellBasket(kind, workbook.run, sheet, note: note)
      baskets[key] = basket
      order.append(basket)
    }
    basket.add(place, value)
  }
}

/// A text whose runs have looks of their own.
enum RichText {
  struct Run {
    var text: String
    var colour: Colour?
    var size: Double?
  }

  /// The runs in a piece of XML; none where it cannot be read, and then the cell's own look counts.
  static func runs(_ markup: [UInt8], _ palette: Palette) -> [Run] {
    guard let tree = try? XMLElement(reading: markup, place: "a text") else { return [] }
    return tree.elements.compactMap { element in
      switch element.name.local {
      case "t": return Run(text: element.text, colour: nil, size: nil)
      case "r":
        let look = element.first("rPr")
        return Run(
          text: element.all("t").map(\.text).joined(), colour: palette.colour(look?.first("color")),
          size: look?.first("sz")?["val"].flatMap(Double.init))
      default: return nil
      }
    }
  }
}
