import Documents

/// Writes a sheet again without the cells that nobody sees, and without formulas that would lead to them.
final class SheetRewriter: TokenListener {
  /// What stands between the tags of `sheetData`.
  @exclusivity(unchecked) private(set) var rows: [UInt8] = []
  /// The rest of the sheet.
  @exclusivity(unchecked) private(set) var skeleton: [UInt8] = []
  /// The shared strings that cells still refer to.
  private(set) var usedStrings: Set<Int> = []

  private let hidden: Set<CellPlace>
  private let keepsFormula: (CellPlace, String) -> Bool
  private var isInside = false
  private var isInCell = false
  private var formulaDepth = 0
  private var row = 0
  private var column = 1
  private var place = CellPlace(row: 1, column: 1)
  private var style: String?
  private var isShared = false
  /// The tag of a cell, what is in it without the formula, and the formula as it stands.
  private var tag: [UInt8] = []
  private var tagName: [UInt8] = []
  private var inner: [UInt8] = []
  private var formulaMarkup: [UInt8] = []
  private var formula: [UInt8] = []
  private var value: [UInt8] = []
  private var isInValue = false
  private var isPlainFormula = false

  private let codes = Codes()
  private struct Codes {
    let sheetData = TagBytes.code("sheetData")
    let row = TagBytes.code("row")
    let cell = TagBytes.code("c")
    let formula = TagBytes.code("f")
    let value = TagBytes.code("v")
    let reading = TagBytes.code("rPh")
  }
  private var readingDepth = 0

  /// - Parameter keepsFormula: Whether a formula leads to nothing that is taken out.
  init(hidden: Set<CellPlace>, keepsFormula: @escaping (CellPlace, String) -> Bool) {
    self.hidden = hidden
    self.keepsFormula = keepsFormula
  }

  func begin(_ tag: TagBytes) {
    guard isInside else {
      skeleton.append(contentsOf: tag.raw)
      if tag.code == codes.sheetData { isInside = !tag.isEmpty }
      return
    }
    if isInCell {
      beginInCell(tag)
    } else if tag.code == codes.cell {
      beginCell(tag)
    } else {
      if tag.code == codes.row {
        row = min(row + 1, CellPlace.lastRow)
        column = 1
        tag.eachAttribute { code, value in
          if code == 0x72, let number = Int(String(decoding: value, as: UTF8.self)) { row = number }
        }
      }
      rows.append(contentsOf: tag.raw)
    }
  }

  private func beginCell(_ tag: TagBytes) {
    place = CellPlace(row: row, column: column)
    style = nil
    isShared = false
    var type = ""
    tag.eachAttribute { code, value in
      let text = String(decoding: value, as: UTF8.self)
      switch code {
      case 0x72: place = CellPlace(text) ?? place
      case 0x73: style = text
      case 0x74: type = text
      default: break
      }
    }
    isShared = type == "s"
    column = min(place.column + 1, CellPlace.lastColumn)
    tagName = Array(UnsafeBufferPointer(start: tag.start, count: tag.attributes - tag.start))
    // Numbers of metadata (`cm`, `vm`) lead to parts that go.
    self.tag = Array("<".utf8) + tagName + Array(" r=\"\(place.name)\"".utf8)
    if let style { self.tag += Array(" s=\"\(style)\"".utf8) }
    if !type.isEmpty { self.tag += Array(" t=\"\(type)\"".utf8) }
    inner = []
    formula = []
    formulaMarkup = []
    value = []
    formulaDepth = 0
    isPlainFormula = false
    isInCell = true
  }

  private func beginInCell(_ tag: TagBytes) {
    if tag.code == codes.reading || readingDepth > 0 {
      readingDepth += 1
      return
    }
    if tag.code == codes.formula || formulaDepth > 0 {
      formulaDepth += 1
      // Formulas that several cells share, and those of tables and arrays, are not kept.
      isPlainFormula = tag.attributes == tag.end
      formulaMarkup.append(contentsOf: tag.raw)
      return
    }
    isInValue = tag.code == codes.value
    inner.append(contentsOf: tag.raw)
  }

  func end(_ code: UInt64, raw: UnsafeBufferPointer<UInt8>) {
    guard isInside else { return skeleton.append(contentsOf: raw) }
    if readingDepth > 0 {
      readingDepth -= 1
      return
    }
    if formulaDepth > 0 {
      formulaDepth -= 1
      formulaMarkup.append(contentsOf: raw)
      return
    }
    if isInCell, code == codes.cell { return endCell() }
    if isInCell {
      isInValue = false
      inner.append(contentsOf: raw)
      return
    }
    if code == codes.sheetData {
      isInside = false
      skeleton.append(contentsOf: raw)
    } else {
      rows.append(contentsOf: raw)
    }
  }

  private func endCell() {
    isInCell = false
    let close = Array("</".utf8) + tagName + Array(">".utf8)
    if hidden.contains(place) {
      guard let style else { return }
      rows += Array("<".utf8) + tagName + Array(" r=\"\(place.name)\" s=\"\(style)\"/>".utf8)
      return
    }
    let keeps =
      isPlainFormula && !formula.isEmpty
      && keepsFormula(place, String(decoding: formula, as: UTF8.self))
    if isShared, let index = Int(String(decoding: value, as: UTF8.self)) {
      usedStrings.insert(index)
    }
    rows += tag
    rows.append(UInt8(ascii: ">"))
    if keeps { rows += formulaMarkup }
    rows += inner
    rows += close
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    var escaped: [UInt8] = []
    if isEscaped {
      escaped.append(contentsOf: bytes)
    } else {
      XMLElement.escape(String(decoding: bytes, as: UTF8.self), isAttribute: false, to: &escaped)
    }
    if !isInside {
      skeleton += escaped
    } else if readingDepth > 0 {
      return
    } else if formulaDepth > 0 {
      formulaMarkup += escaped
      if isEscaped { MarkupEscapes.append(bytes, to: &formula) } else { formula += bytes }
    } else if isInCell {
      if isInValue { value.append(contentsOf: bytes) }
      inner += escaped
    } else {
      rows += escaped
    }
  }

  /// The sheet, with a skeleton that was changed in between.
  func document(_ skeleton: XMLElement) -> [UInt8] {
    let document = skeleton.document()
    let end = Array("sheetData/>".utf8)
    guard let mark = document.position(of: end),
      let start = document[..<mark].lastIndex(of: UInt8(ascii: "<"))
    else { return document }
    let name = document[(start + 1)..<mark] + Array("sheetData".utf8)
    return document[..<mark] + Array("sheetData>".utf8) + rows + Array("</".utf8) + name
      + Array(">".utf8) + document[(mark + end.count)...]
  }
}

/// Writes the table of shared strings again, with nothing in the place of those that no cell refers to.
final class StringRewriter: TokenListener {
  private(set) var document = Array(
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
  private let used: Set<Int>
  private var index = -1
  private var dropped = 0
  private let stringCode = TagBytes.code("si")
  private let readingCodes = [TagBytes.code("rPh"), TagBytes.code("phoneticPr")]
  private var isInUnused = false

  init(used: Set<Int>) { self.used = used }

  func begin(_ tag: TagBytes) {
    if dropped > 0 || readingCodes.contains(tag.code) {
      dropped += 1
      return
    }
    if tag.code == stringCode {
      index += 1
      isInUnused = !used.contains(index)
      document.append(contentsOf: tag.raw)
      if isInUnused, !tag.isEmpty {
        let name = UnsafeBufferPointer(start: tag.start, count: tag.attributes - tag.start)
        let prefix = String(decoding: name, as: UTF8.self).dropLast(2)
        document += Array("<\(prefix)t/>".utf8)
      }
      return
    }
    if !isInUnused { document.append(contentsOf: tag.raw) }
  }

  func end(_ code: UInt64, raw: UnsafeBufferPointer<UInt8>) {
    if dropped > 0 {
      dropped -= 1
      return
    }
    if code == stringCode { isInUnused = false }
    if !isInUnused { document.append(contentsOf: raw) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    guard dropped == 0, !isInUnused else { return }
    if isEscaped { return document.append(contentsOf: bytes) }
    XMLElement.escape(String(decoding: bytes, as: UTF8.self), isAttribute: false, to: &document)
  }
}
