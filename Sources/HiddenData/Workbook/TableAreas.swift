/// A table on a sheet, whose style gives cells a ground that they do not have themselves.
struct TableArea {
  var range: CellRange
  var headerRows: Int
  var totalsRows: Int
  var styleName: String
  /// The part that describes it.
  var tree: XMLElement

  init?(_ tree: XMLElement) {
    guard let range = tree["ref"].flatMap({ CellRange($0) }) else { return nil }
    self.range = range
    self.tree = tree
    headerRows = Int(tree["headerRowCount"] ?? "") ?? 1
    totalsRows = Int(tree["totalsRowCount"] ?? "") ?? 0
    styleName = tree.first("tableStyleInfo")?["name"] ?? ""
  }

  func isHeader(_ place: CellPlace) -> Bool { place.row < range.rows.lowerBound + headerRows }

  private func isTotals(_ place: CellPlace) -> Bool {
    place.row > range.rows.upperBound - totalsRows
  }

  /// Whether a cell's text vanishes, with what the table's style adds to its own look.
  func hides(_ place: CellPlace, _ look: CellStyles.Look, _ styles: CellStyles) -> Bool {
    var text: Colour? = look.hasOwnText && look.text != .black ? look.text : nil
    var grounds = look.grounds
    if let parts = styles.tableStyles[styleName] {
      let names = ["wholeTable", isHeader(place) ? "headerRow" : isTotals(place) ? "totalRow" : ""]
      for name in names.reversed() {
        guard let index = parts[name], index >= 0, index < styles.changes.count else { continue }
        let change = styles.changes[index]
        if text == nil { text = change.text }
        if grounds.isEmpty { grounds = change.grounds ?? [] }
      }
    } else if grounds.isEmpty, let ground = builtInGround(place, styles.palette) {
      grounds = [ground]
      // The programs' own styles choose a text that can be read.
      if text == nil { return false }
    }
    return CellStyles.hides(text ?? look.text, on: grounds)
  }

  /// The ground that a style of the programs themselves gives; nil where it gives none.
  private func builtInGround(_ place: CellPlace, _ palette: Palette) -> Colour? {
    let name = styleName.replacing("TableStyle", with: "")
    let kind = String(name.prefix { $0.isLetter })
    guard let number = Int(name.dropFirst(kind.count)), number > 0 else { return nil }
    let within = (number - 1) % 7
    let accent = within == 0 ? Colour.black : palette.scheme("accent\(within)") ?? .black
    let isHeader = isHeader(place)
    switch (kind, number) {
    case ("Light", 8...14): return isHeader ? accent : nil
    case ("Light", _): return nil
    case ("Medium", 22...28): return accent.tinted(0.7)
    case ("Medium", 8...14): return isHeader || isTotals(place) ? accent : accent.tinted(0.7)
    case ("Medium", _): return isHeader ? accent : nil
    case ("Dark", _): return isHeader ? .black : accent.mixed(with: .black, part: 0.2)
    default: return nil
    }
  }
}
