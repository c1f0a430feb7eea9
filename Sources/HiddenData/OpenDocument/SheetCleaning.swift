/// Takes out of a workbook what its sheets do not show.
struct SheetCleaning {
  private let styles: OpenDocumentStyles
  private let looks: CellLooks

  init(_ styles: OpenDocumentStyles) {
    self.styles = styles
    looks = CellLooks(styles)
  }

  func clean(_ body: XMLElement) {
    var isCut = false
    let shown = body.elements.filter {
      $0.name.local == "table" && !SheetInspection.isHidden($0, styles)
    }
    // Without any sheet left there would be no workbook; then hidden ones are emptied.
    if !shown.isEmpty {
      body.children.removeAll { child in
        guard case .element(let table) = child, table.name.local == "table" else { return false }
        let isHidden = SheetInspection.isHidden(table, styles)
        isCut = isCut || isHidden
        return isHidden
      }
    }
    let messages = Set(body.descendants("content-validation").compactMap { $0["name"] })
    body.remove { element in
      let local = element.name.local
      return local == "annotation" || local == "annotation-end" || local == "tracked-changes"
        || local == "content-validations" || local.hasPrefix("database-source")
        || local == "cell-range-source"
        || local == "table-source" || local == "dde-links" || local == "scenario"
        || local == "source-service"
    }
    for table in body.elements where table.name.local == "table" {
      isCut = clean(table: table, all: shown.isEmpty) || isCut
    }
    body.visit { element in
      guard element.name.local.hasSuffix("cell") else { return }
      element.attributes.removeAll { attribute in
        attribute.name.local == "content-validation-name" && messages.contains(attribute.value)
          || attribute.name.local == "formula"
            && (isCut || attribute.value.contains("'file:") || attribute.value.contains("'http"))
      }
    }
  }

  /// Empties hidden rows, columns and cells; whether there was anything.
  private func clean(table: XMLElement, all: Bool) -> Bool {
    let grid = SheetGrid(table, styles)
    var isCut = false
    for row in grid.rows {
      var column = 0
      var children: [XMLElement.Child] = []
      for cell in row.cells {
        let count = SheetGrid.repeats(cell, "number-columns-repeated")
        defer { column = min(1 << 24, column + count) }
        guard !SheetCell.text(cell).isEmpty else {
          children.append(.element(cell))
          continue
        }
        let style = cell["style-name"] ?? row.cellStyle ?? grid.column(at: column)?.cellStyle
        let isUnseen = all || row.visibility != .shown || looks.unseen(cell, style: style) != nil
        // A cell that is repeated is parted where hidden columns begin and end.
        var at = column
        while at < column + count {
          let holder = grid.column(at: at)
          let end = min(column + count, holder.map { $0.first + $0.count } ?? column + count)
          let piece = Self.copy(cell, count: end - at)
          if isUnseen || holder.map({ $0.visibility != .shown }) ?? false {
            Self.empty(piece)
            isCut = true
          }
          children.append(.element(piece))
          at = max(end, at + 1)
        }
      }
      row.element.children = children
    }
    if all {
      table.children.removeAll {
        if case .element(let inner) = $0 { inner.name.local == "shapes" } else { false }
      }
    }
    return isCut
  }

  private static func copy(_ cell: XMLElement, count: Int) -> XMLElement {
    let copy = XMLElement(cell.name, prefix: cell.prefix, attributes: cell.attributes)
    copy.children = cell.children
    copy.attributes.removeAll { $0.name.local == "number-columns-repeated" }
    if count > 1 {
      copy.attributes.append(
        XMLAttribute(
          XMLName("number-columns-repeated", cell.name.space), prefix: cell.prefix,
          value: String(count)))
    }
    return copy
  }

  private static func empty(_ cell: XMLElement) {
    let kept: Set<String> = [
      "style-name", "number-columns-repeated", "number-columns-spanned", "number-rows-spanned",
      "number-matrix-columns-spanned", "number-matrix-rows-spanned",
    ]
    cell.children = []
    cell.attributes.removeAll { !kept.contains($0.name.local) && !$0.isDeclaration }
  }
}
