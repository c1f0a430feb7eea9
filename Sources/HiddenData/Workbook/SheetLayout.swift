/// The widths of the columns and the heights of the rows of a sheet, and which are out of sight.
struct SheetLayout {
  enum ColumnState: UInt8 { case shown, hidden, grouped, narrow }

  private(set) var columnStates = [ColumnState](
    repeating: .shown, count: CellPlace.lastColumn + 1)
  private(set) var widths: [(range: ClosedRange<Int>, width: Double)] = []
  private(set) var defaultWidth = 8.43
  private(set) var defaultHeight = 15.0
  /// Whether rows without a height of their own have none.
  private(set) var hidesRows = false
  private(set) var isDefaultHeightThin = false
  /// Heights that rows give, kept where a drawing lies on the sheet.
  var heights: [Int: Double] = [:]
  /// Whether some row says that it is shown; then those that do not are hidden with `zeroHeight`.
  var saysShown = false

  mutating func takeColumn(_ tag: TagBytes) {
    var values: [UInt64: String] = [:]
    tag.eachAttribute { code, value in values[code] = String(decoding: value, as: UTF8.self) }
    func value(_ name: String) -> String? { values[TagBytes.code(name)] }
    let first = max(1, Int(value("min") ?? "") ?? 1)
    let last = min(CellPlace.lastColumn, Int(value("max") ?? "") ?? first)
    let isOn = { (text: String?) in ["1", "true", "on"].contains(text?.lowercased() ?? "") }
    take(
      first, last, width: value("width").flatMap(Double.init), isHidden: isOn(value("hidden")),
      outline: Int(value("outlineLevel") ?? "") ?? 0)
  }

  /// Takes what a sheet says of a span of columns.
  mutating func take(_ first: Int, _ last: Int, width: Double?, isHidden: Bool, outline: Int) {
    let last = min(last, CellPlace.lastColumn)
    guard first >= 1, first <= last else { return }
    if let width { widths.append((first...last, isHidden ? 0 : width)) }
    var state = ColumnState.shown
    if isHidden {
      state = outline > 0 ? .grouped : .hidden
    } else if let width, width < 0.5 {
      state = .narrow
    }
    for column in first...last { columnStates[column] = state }
  }

  mutating func takeFormat(_ tag: TagBytes) {
    var values: [UInt64: String] = [:]
    tag.eachAttribute { code, value in values[code] = String(decoding: value, as: UTF8.self) }
    func value(_ name: String) -> String? { values[TagBytes.code(name)] }
    let isOn = { (text: String?) in ["1", "true", "on"].contains(text?.lowercased() ?? "") }
    hidesRows = isOn(value("zeroHeight"))
    if let height = value("defaultRowHeight").flatMap(Double.init) {
      isDefaultHeightThin = height < 2 && isOn(value("customHeight"))
      defaultHeight = height
    }
    if let width = value("defaultColWidth").flatMap(Double.init) {
      defaultWidth = width
      guard width < 0.5 else { return }
      for column in 1...CellPlace.lastColumn { columnStates[column] = .narrow }
    }
  }

  /// Whether a row is so low that nothing in it can be read.
  func isThin(_ row: RowReading) -> Bool {
    if let height = row.height { return height < 2 }
    return isDefaultHeightThin || hidesRows && saysShown && !row.isShown
  }
}

/// Places on a sheet in the unit of drawings, of which 914,400 make an inch.
struct SheetGeometry {
  private var columnEdges: [Int] = [0]
  private var tallRows: [(row: Int, extra: Int)] = []
  private let rowHeight: Int

  init(_ layout: SheetLayout) {
    var widths = [Int](
      repeating: Self.width(layout.defaultWidth), count: CellPlace.lastColumn + 1)
    for (range, width) in layout.widths {
      for column in range { widths[column] = Self.width(width) }
    }
    for column in 1...CellPlace.lastColumn {
      columnEdges.append(columnEdges[column - 1] + widths[column])
    }
    let height = max(1, Int(min(500, max(0, layout.defaultHeight)) * 12_700))
    rowHeight = height
    var extra = 0
    for (row, own) in layout.heights.sorted(by: { $0.key < $1.key }) {
      extra += Int(min(500, max(0, own)) * 12_700) - height
      tallRows.append((row, extra))
    }
  }

  private static func width(_ characters: Double) -> Int {
    guard characters > 0 else { return 0 }
    return (Int(min(255, characters) * 7) + 5) * 9_525
  }

  /// The left edge of a column counted from 0.
  func left(_ column: Int) -> Int { columnEdges[min(max(0, column), CellPlace.lastColumn)] }

  /// The upper edge of a row counted from 0.
  func top(_ row: Int) -> Int {
    let row = min(max(0, row), CellPlace.lastRow)
    var low = 0
    var high = tallRows.count
    while low < high {
      let middle = (low + high) / 2
      if tallRows[middle].row <= row { low = middle + 1 } else { high = middle }
    }
    return row * rowHeight + (low > 0 ? tallRows[low - 1].extra : 0)
  }

  /// The cells of which a rectangle covers nearly all.
  func covered(by box: ObjectBox) -> CellRange? {
    let columns = Self.covered(box.left, box.right, most: CellPlace.lastColumn, edge: left)
    let rows = Self.covered(box.top, box.bottom, most: CellPlace.lastRow, edge: top)
    guard let columns, let rows else { return nil }
    return CellRange(rows: rows, columns: columns)
  }

  private static func covered(
    _ from: Int, _ to: Int, most: Int, edge: (Int) -> Int
  ) -> ClosedRange<Int>? {
    /// The first index whose edge is beyond a place.
    func beyond(_ place: Int) -> Int {
      var low = 0
      var high = most
      while low < high {
        let middle = (low + high) / 2
        if edge(middle) > place { high = middle } else { low = middle + 1 }
      }
      return low
    }
    func isCovered(_ index: Int) -> Bool {
      guard index >= 1, index <= most else { return false }
      let (start, end) = (edge(index - 1), edge(index))
      guard end > start else { return false }
      return min(end, to) - max(start, from) >= (end - start) * 4 / 5
    }
    guard to > from else { return nil }
    var first = max(1, beyond(from))
    var last = min(most, beyond(to - 1))
    if !isCovered(first) { first += 1 }
    if !isCovered(last) { last -= 1 }
    return first <= last ? first...last : nil
  }
}

/// A rectangle on a sheet in the unit of drawings.
struct ObjectBox: Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  func overlaps(_ other: ObjectBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
