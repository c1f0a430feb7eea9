/// The first look at a sheet: what its visible cells say, and whether anything in it may be hidden.
final class SheetCensus: CellListener {
  @exclusivity(unchecked) private(set) var layout = SheetLayout()
  /// Whether cells have to be looked at once more.
  @exclusivity(unchecked) private(set) var isSuspicious = false
  /// The look of cells that a drawing without a ground lies on.
  @exclusivity(unchecked) private(set) var probed: [CellPlace: Int] = [:]
  @exclusivity(unchecked) private(set) var hasValues = false
  /// The first row after more than fifty empty ones.
  @exclusivity(unchecked) private(set) var farRow = Int.max

  private let workbook: Workbook
  private let sheet: Sheet
  private let probes: Set<CellPlace>
  private let keepsHeights: Bool
  private let oddStyles: [Bool]
  @exclusivity(unchecked) private var usedColumns = [Bool](
    repeating: false, count: CellPlace.lastColumn + 1)
  @exclusivity(unchecked) private var lastRow = 0
  @exclusivity(unchecked) private var isRowVisible = true
  @exclusivity(unchecked) private var isRowOdd = false

  static let rowGap = 50
  static let columnGap = 20

  init(_ workbook: Workbook, _ sheet: Sheet, probes: Set<CellPlace>, keepsHeights: Bool) {
    self.workbook = workbook
    self.sheet = sheet
    self.probes = probes
    self.keepsHeights = keepsHeights
    let formats = workbook.styles.formats
    oddStyles = workbook.styles.looks.map { look in
      let format = formats[look.format]
      let hidesByColour = format.sections.contains { $0.colour.map(look.hides) ?? false }
      return look.matchesFill || look.isTiny || look.hidesFormula || format.mayHide || hidesByColour
    }
  }

  /// The first column after more than twenty empty ones.
  var farColumn: Int {
    var previous = 0
    for column in 1...CellPlace.lastColumn where usedColumns[column] {
      if column - previous > Self.columnGap { return column }
      previous = column
    }
    return Int.max
  }

  func start(_ layout: SheetLayout) { self.layout = layout }

  func begin(_ row: RowReading) {
    isRowVisible = sheet.isVisible && !row.isHidden && !(row.height.map { $0 < 2 } ?? false)
    isRowOdd = row.isHidden || layout.isThin(row) || layout.hidesRows
    if row.isShown { layout.saysShown = true }
    if keepsHeights, layout.heights.count < 100_000 {
      if row.isHidden {
        layout.heights[row.number] = 0
      } else if let height = row.height {
        layout.heights[row.number] = height
      }
    }
  }

  func take(_ cell: CellReading, in row: RowReading) {
    let place = cell.place
    if !probes.isEmpty, probes.contains(place) { probed[place] = cell.style }
    let isOddStyle = cell.style < oddStyles.count && oddStyles[cell.style]
    let isShown =
      isRowVisible && layout.columnStates[place.column] == .shown
      && !(isOddStyle && workbook.styles.look(cell.style).matchesFill)
    guard !isBlank(cell, isShown) else { return }
    hasValues = true
    if isShown, !sheet.drawn.isEmpty { noteDrawn(cell) }
    usedColumns[place.column] = true
    if place.row > lastRow {
      if place.row - lastRow > Self.rowGap, farRow == Int.max { farRow = place.row }
      lastRow = place.row
    }
    if isRowOdd || isOddStyle || layout.columnStates[place.column] != .shown
      || !cell.markup.isEmpty
    {
      isSuspicious = true
    }
    if !cell.formula.isEmpty { noteLiterals(cell, isShown) }
    if !cell.phonetic.isEmpty, sheet.phonetics.count < 1_000 {
      sheet.phonetics.append(String(decoding: cell.phonetic, as: UTF8.self))
    }
  }

  func takeEmpty(_ cell: CellReading) {
    if !probes.isEmpty, probes.contains(cell.place) { probed[cell.place] = cell.style }
  }

  /// Whether a cell says nothing; on the way notes what it says.
  private func isBlank(_ cell: CellReading, _ isShown: Bool) -> Bool {
    guard !cell.value.isEmpty else { return cell.kind == .text || cell.kind == .inline }
    switch cell.kind {
    case .shared:
      var index = 0
      for byte in cell.value where byte >= 0x30 && byte <= 0x39 {
        index = index * 10 + Int(byte - 0x30)
        if index > 1 << 30 { return true }
      }
      workbook.strings.use(index, visible: isShown)
      if workbook.strings.hasLook(index) { isSuspicious = true }
      return workbook.strings.isBlank(index)
    case .text, .inline, .date:
      if isShown { workbook.visible.add(cell.value) }
      return cell.value.allSatisfy { $0 <= 0x20 }
    case .number:
      if isShown, workbook.visible.wantsNumbers,
        let number = Double(String(decoding: cell.value, as: UTF8.self))
      {
        workbook.visible.add(number)
      }
      return false
    case .boolean, .error: return false
    }
  }

  private func noteDrawn(_ cell: CellReading) {
    guard cell.kind == .number, sheet.drawnNumbers.count < 50_000,
      sheet.drawn.first(cell.place) != nil,
      let number = Double(String(decoding: cell.value, as: UTF8.self))
    else { return }
    sheet.drawnNumbers[cell.place] = (number, workbook.styles.format(cell.style).isDate)
  }

  private func noteLiterals(_ cell: CellReading, _ isShown: Bool) {
    guard cell.formula.contains(0x22), workbook.literals.count < 20_000, !sheet.isMacroSheet
    else { return }
    let value = isShown ? String(decoding: cell.value, as: UTF8.self) : ""
    for (literal, depth) in FormulaText.literalsByDepth(cell.formula) {
      // Without a kept value, what is joined outside of every function shows when it is worked out.
      let shows = value.isEmpty ? isShown && depth == 0 : value.contains(literal)
      if shows { workbook.shownLiterals.insert(literal) }
      guard workbook.literals[literal] == nil else { continue }
      workbook.literals[literal] = (
        "\(sheet.place), \(cell.place.name)", String(decoding: cell.formula, as: UTF8.self)
      )
    }
  }
}
