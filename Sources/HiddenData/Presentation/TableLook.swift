/// What a table's style paints under its cells, as far as it is known here.
struct TableLook {
  private let look: SlideLook
  private let style: String
  private let hasHeader: Bool
  private let hasBands: Bool

  init(_ table: XMLElement, _ look: SlideLook) {
    self.look = look
    let properties = table.first("tblPr")
    style = (properties?.first("tableStyleId")?.text ?? "").uppercased()
    hasHeader = PresentationStructure.isOn(properties?["firstRow"])
    hasBands = PresentationStructure.isOn(properties?["bandRow"])
  }

  /// nil where the slide shows through.
  func ground(of cell: XMLElement, row: Int) -> DrawingFill? {
    if let own = cell.first("tcPr").flatMap({ DrawingFill(in: $0, look.colours) }), own != .none {
      return own
    }
    switch style {
    case "", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}":
      return nil
    case "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}":
      // The usual one: a header in the first accent, below it bands of its tints.
      guard var colour = look.colours.scheme("accent1") else { return .opaque }
      if !(hasHeader && row == 0) {
        let isBand = hasBands && (row - (hasHeader ? 1 : 0)) % 2 == 0
        let tint = XMLElement(XMLName("tint"))
        tint.attributes = [XMLAttribute(XMLName("val"), value: isBand ? "40000" : "20000")]
        colour.apply([tint])
      }
      return .colour(colour)
    default: return .opaque
    }
  }

  /// Whether every cell hides what is under the table.
  func isOpaque(_ table: XMLElement) -> Bool {
    let rows = table.all("tr")
    return !rows.isEmpty
      && rows.enumerated().allSatisfy { index, row in
        row.all("tc").allSatisfy { cell in
          let isKnown = ground(of: cell, row: index).map { $0.known != nil } ?? false
          return isKnown
        }
      }
  }
}
