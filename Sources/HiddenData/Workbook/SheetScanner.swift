import Documents

/// A row as a sheet describes it.
struct RowReading {
  var number = 0
  var isHidden = false
  /// Whether it says itself that it is not hidden.
  var isShown = false
  /// Its height in points, where it gives one.
  var height: Double?
  var outline = 0
}

/// A cell as it was just read; the next one takes its place.
final class CellReading {
  /// What kind of value it holds.
  enum Kind { case number, shared, text, inline, boolean, error, date }

  @exclusivity(unchecked) var place = CellPlace(row: 1, column: 1)
  @exclusivity(unchecked) var style = 0
  @exclusivity(unchecked) var kind = Kind.number
  @exclusivity(unchecked) var hasFormula = false
  /// The value as the file writes it: a number, the number of a shared string, a text.
  @exclusivity(unchecked) var value: [UInt8] = []
  @exclusivity(unchecked) var formula: [UInt8] = []
  @exclusivity(unchecked) var phonetic: [UInt8] = []
  /// The XML of a text that stands in the cell and has runs of its own look.
  @exclusivity(unchecked) var markup: [UInt8] = []
}

/// What is told about the cells of a sheet.
protocol CellListener: AnyObject {
  /// The columns, before the first row.
  func start(_ layout: SheetLayout)
  func begin(_ row: RowReading)
  /// Every cell with a value or a formula.
  func take(_ cell: CellReading, in row: RowReading)
  /// Every cell that has a look and nothing else; only those that draw on cells ask.
  func takeEmpty(_ cell: CellReading)
}

/// Goes through a sheet: its cells one by one, and the rest of it, which is moderate, as XML by itself.
final class SheetScanner<Listener: CellListener>: TokenListener {
  /// The sheet without what is in `sheetData`.
  @exclusivity(unchecked) private(set) var skeleton: [UInt8] = []
  /// Its columns, known before its first cell.
  @exclusivity(unchecked) private(set) var layout = SheetLayout()

  private enum Target { case none, value, formula, text, phonetic }

  private let listener: Listener
  private let cell = CellReading()
  @exclusivity(unchecked) private var row = RowReading()
  @exclusivity(unchecked) private var isInside = false
  @exclusivity(unchecked) private var isInCell = false
  @exclusivity(unchecked) private var isInString = false
  @exclusivity(unchecked) private var isPhonetic = false
  @exclusivity(unchecked) private var keepsMarkup = false
  @exclusivity(unchecked) private var target = Target.none
  @exclusivity(unchecked) private var nextColumn = 1

  private let sheetData = TagBytes.code("sheetData")
  private let columnCode = TagBytes.code("col")
  private let formatCode = TagBytes.code("sheetFormatPr")
  private let rowCode = TagBytes.code("row")
  private let cellCode = TagBytes.code("c")
  private let valueCode = TagBytes.code("v")
  private let formulaCode = TagBytes.code("f")
  private let stringCode = TagBytes.code("is")
  private let textCode = TagBytes.code("t")
  private let phoneticCode = TagBytes.code("rPh")
  private let propertiesCode = TagBytes.code("rPr")
  private let hiddenCode = TagBytes.code("hidden")
  private let heightCode = TagBytes.code("ht")
  private let outlineCode = TagBytes.code("outlineLevel")
  private let rCode = TagBytes.code("r")
  private let sCode = TagBytes.code("s")

  init(_ listener: Listener) { self.listener = listener }

  func begin(_ tag: TagBytes) {
    guard isInside else {
      skeleton.append(contentsOf: tag.raw)
      switch tag.code {
      case sheetData:
        isInside = !tag.isEmpty
        listener.start(layout)
      case columnCode: layout.takeColumn(tag)
      case formatCode: layout.takeFormat(tag)
      default: break
      }
      return
    }
    if isInString { cell.markup.append(contentsOf: tag.raw) }
    switch tag.code {
    case cellCode: beginCell(tag)
    case valueCode where isInCell: target = .value
    case formulaCode where isInCell:
      cell.hasFormula = true
      target = .formula
    case textCode where isInString: target = isPhonetic ? .phonetic : .text
    case rowCode: beginRow(tag)
    case stringCode where isInCell:
      isInString = !tag.isEmpty
      if isInString { cell.markup.append(contentsOf: tag.raw) }
    case phoneticCode: isPhonetic = true
    case propertiesCode: keepsMarkup = true
    default: break
    }
  }

  func end(_ code: UInt64, raw: UnsafeBufferPointer<UInt8>) {
    guard isInside else { return skeleton.append(contentsOf: raw) }
    if isInString { cell.markup.append(contentsOf: raw) }
    switch code {
    case cellCode where isInCell: endCell()
    case valueCode, formulaCode, textCode: target = .none
    case stringCode: isInString = false
    case phoneticCode: isPhonetic = false
    case sheetData:
      isInside = false
      skeleton.append(contentsOf: raw)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    guard isInside else {
      if isEscaped { return skeleton.append(contentsOf: bytes) }
      return XMLElement.escape(
        String(decoding: bytes, as: UTF8.self), isAttribute: false, to: &skeleton)
    }
    guard target != .none else { return }
    if isInString { cell.markup.append(contentsOf: bytes) }
    switch target {
    case .value, .text: append(bytes, isEscaped, &cell.value)
    case .formula: append(bytes, isEscaped, &cell.formula)
    case .phonetic: append(bytes, isEscaped, &cell.phonetic)
    case .none: break
    }
  }

  private func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isEscaped: Bool, _ out: inout [UInt8]
  ) {
    if isEscaped {
      MarkupEscapes.append(bytes, to: &out)
    } else {
      out.append(contentsOf: bytes)
    }
  }

  private func beginRow(_ tag: TagBytes) {
    var next = RowReading(number: min(row.number + 1, CellPlace.lastRow))
    tag.eachAttribute { code, value in
      switch code {
      case rCode: next.number = Self.number(value, most: CellPlace.lastRow) ?? next.number
      case hiddenCode:
        next.isHidden = Self.isOn(value)
        next.isShown = !next.isHidden
      case heightCode: next.height = Double(String(decoding: value, as: UTF8.self))
      case outlineCode: next.outline = Self.number(value, most: 255) ?? 0
      default: break
      }
    }
    row = next
    nextColumn = 1
    listener.begin(next)
  }

  private func beginCell(_ tag: TagBytes) {
    var place = CellPlace(row: row.number, column: nextColumn)
    var style = 0
    var kind = CellReading.Kind.number
    tag.eachAttribute { code, value in
      switch code {
      case rCode: place = Self.place(value) ?? place
      case sCode: style = Self.number(value, most: 1 << 20) ?? 0
      case 0x74: kind = Self.kind(value)
      default: break
      }
    }
    cell.place = place
    cell.style = style
    cell.kind = kind
    cell.hasFormula = false
    cell.value.removeAll(keepingCapacity: true)
    if !cell.formula.isEmpty { cell.formula.removeAll(keepingCapacity: true) }
    if !cell.phonetic.isEmpty { cell.phonetic.removeAll() }
    if !cell.markup.isEmpty { cell.markup.removeAll(keepingCapacity: true) }
    keepsMarkup = false
    isInCell = true
    isInString = false
    isPhonetic = false
    target = .none
    nextColumn = min(place.column + 1, CellPlace.lastColumn)
  }

  private func endCell() {
    isInCell = false
    guard !cell.value.isEmpty || cell.hasFormula else { return listener.takeEmpty(cell) }
    if !keepsMarkup, !cell.markup.isEmpty { cell.markup.removeAll(keepingCapacity: true) }
    listener.take(cell, in: row)
  }

  private static func isOn(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    // `1`, `true` and `on` in whatever case.
    guard let first = value.first else { return false }
    let isOn = value.count == 2 && value[1] | 0x20 == 0x6E
    return first == 0x31 || first | 0x20 == 0x74 || isOn
  }

  private static func number(_ value: UnsafeBufferPointer<UInt8>, most: Int) -> Int? {
    guard !value.isEmpty else { return nil }
    var number = 0
    for byte in value {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
      guard number <= most else { return nil }
    }
    return number
  }

  private static func place(_ value: UnsafeBufferPointer<UInt8>) -> CellPlace? {
    var column = 0
    var row = 0
    for byte in value {
      if byte >= 0x30, byte <= 0x39 {
        row = row * 10 + Int(byte - 0x30)
      } else {
        let letter = byte & 0xDF
        guard letter >= 0x41, letter <= 0x5A, row == 0 else { return nil }
        column = column * 26 + Int(letter - 0x40)
      }
      guard column <= CellPlace.lastColumn, row <= CellPlace.lastRow else { return nil }
    }
    return column > 0 && row > 0 ? CellPlace(row: row, column: column) : nil
  }

  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> CellReading.Kind {
    switch value.count {
    case 1:
      switch value[0] {
      case UInt8(ascii: "s"): .shared
      case UInt8(ascii: "b"): .boolean
      case UInt8(ascii: "e"): .error
      case UInt8(ascii: "d"): .date
      default: .number
      }
    case 3: .text
    case 9: .inline
    default: .number
    }
  }
}
