/// A sheet as columns and rows with what hides them.
struct SheetGrid {
  enum Visibility: Hashable {
    case shown, collapsed, filtered
  }

  struct Column {
    var first: Int
    var count: Int
    var visibility: Visibility
    var cellStyle: String?
  }

  struct Row {
    var first: Int
    var count: Int
    var visibility: Visibility
    var cellStyle: String?
    var cells: [XMLElement]
    let element: XMLElement
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []
  private let styles: OpenDocumentStyles

  /// Columns and rows are counted up to the largest sheets that programs have.
  private static let most = 1 << 24

  init(_ table: XMLElement, _ styles: OpenDocumentStyles) {
    self.styles = styles
    var column = 0
    var row = 0
    read(table, isFolded: false, &column, &row)
  }

  func column(at index: Int) -> Column? {
    var (low, high) = (0, columns.count)
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].first + columns[middle].count <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < columns.count && columns[low].first <= index ? columns[low] : nil
  }

  static func repeats(_ element: XMLElement, _ name: String) -> Int {
    max(1, min(most, element[name].flatMap { Int($0) } ?? 1))
  }

  private mutating func read(
    _ element: XMLElement, isFolded: Bool, _ column: inout Int, _ row: inout Int
  ) {
    for child in element.elements {
      switch child.name.local {
      case "table-columns", "table-rows", "table-header-columns", "table-header-rows":
        read(child, isFolded: isFolded, &column, &row)
      case "table-column-group", "table-row-group":
        let folded = child["display"] == "false" || child["display"] == "0"
        read(child, isFolded: isFolded || folded, &column, &row)
      case "table-column":
        let count = Self.repeats(child, "number-columns-repeated")
        let width = styles.value(
          "column-width", "table-column-properties", of: child["style-name"], "table-column")
        columns.append(
          Column(
            first: column, count: count,
            visibility: Self.visibility(child, isFolded: isFolded, size: width),
            cellStyle: child["default-cell-style-name"]))
        column = min(Self.most, column + count)
      case "table-row":
        let count = Self.repeats(child, "number-rows-repeated")
        let height = styles.value(
          "row-height", "table-row-properties", of: child["style-name"], "table-row")
        rows.append(
          Row(
            first: row, count: count,
            visibility: Self.visibility(child, isFolded: isFolded, size: height),
            cellStyle: child["default-cell-style-name"],
            cells: child.elements.filter {
              $0.name.local == "table-cell" || $0.name.local == "covered-table-cell"
            },
            element: child))
        row = min(Self.most, row + count)
      default: continue
      }
    }
  }

  private static func visibility(_ element: XMLElement, isFolded: Bool, size: String?) -> Visibility
  {
    switch element["visibility"] {
    case "collapse": return .collapsed
    case "filter": return .filtered
    default: break
    }
    if isFolded { return .collapsed }
    if let size = size.flatMap({ HTMLLook.length($0, of: 16) }), size < 3 { return .collapsed }
    return .shown
  }
}

/// Names of cells, as people write them.
enum CellName {
  static func column(_ index: Int) -> String {
    var name = ""
    var rest = index
    repeat {
      name = String(Unicode.Scalar(UInt8(65 + rest % 26))) + name
      rest = rest / 26 - 1
    } while rest >= 0
    return name
  }

  static func cell(_ column: Int, _ row: Int) -> String { "\(self.column(column))\(row + 1)" }
}
