import Documents

/// Turns the codes of a string into text.
final class PDFFont {
  private var single: [UInt8: String] = [:]
  /// Codes by their length and value, as the font's own table of characters gives them.
  private var table: [Int: String] = [:]
  private var lengths: Set<Int> = []
  private var isComposite = false

  /// A font from its dictionary.
  init(_ dictionary: PDFDictionary, in revision: PDFRevision) {
    isComposite = revision.value(dictionary, "Subtype").name == "Type0"
    let encoding = revision.value(dictionary, "Encoding")
    let base = encoding.name ?? revision.value(encoding.dictionary, "BaseEncoding").name
    if !isComposite {
      for code in UInt8.min...UInt8.max { single[code] = Self.scalar(code, base) }
      var code = 0
      for item in revision.value(encoding.dictionary, "Differences").array ?? [] {
        if let next = item.int {
          code = next
        } else if let name = item.name, let byte = UInt8(exactly: code) {
          single[byte] = PDFGlyphNames.text(name)
          code += 1
        }
      }
    }
    if let stream = revision.value(dictionary, "ToUnicode").stream,
      let data = revision.decoded(stream)?.data
    {
      read(data)
    }
  }

  func decode(_ bytes: [UInt8]) -> String {
    var out = ""
    var index = 0
    while index < bytes.count {
      var found = false
      for length in lengths.sorted() where index + length <= bytes.count {
        let code = bytes[index..<(index + length)].reduce(0) { $0 << 8 | Int($1) }
        if let text = table[code << 3 | length] {
          out += text
          index += length
          found = true
          break
        }
      }
      if found { continue }
      if isComposite {
        // Without a table a code says nothing.
        index += lengths.isEmpty ? 2 : max(1, lengths.min() ?? 1)
      } else {
        out += single[bytes[index]] ?? ""
        index += 1
      }
    }
    return out
  }

  /// Text of a font that is not there: bytes that look like text are taken for it.
  static func plain(_ bytes: [UInt8]) -> String {
    var wide: [UInt8] = []
    if bytes.count >= 2, bytes.count % 2 == 0 {
      for index in stride(from: 0, to: bytes.count, by: 2) where bytes[index] == 0 {
        wide.append(bytes[index + 1])
      }
      if wide.count == bytes.count / 2 { return String(decoding: wide, as: UTF8.self) }
    }
    var text = ""
    for byte in bytes { text += scalar(byte, "WinAnsiEncoding") }
    return text
  }

  private static let windows: [UInt16] = [
    0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x2022, 0x017D, 0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178,
  ]

  private static func scalar(_ code: UInt8, _ encoding: String?) -> String {
    switch code {
    case 0x20..<0x7F: String(UnicodeScalar(code))
    case 0x80..<0xA0: UnicodeScalar(windows[Int(code) - 0x80]).map { String($0) } ?? ""
    case 0xA0...: String(UnicodeScalar(code))
    default: ""
    }
  }

  // MARK: The table of characters

  private func read(_ data: [UInt8]) {
    var lexer = PDFLexer(data)
    var operands: [PDFObject] = []
    while table.count < 1 << 17 {
      let token = lexer.next()
      switch token {
      case .end: return
      case .word(let word):
        if word == "endbfchar" { characters(operands) }
        if word == "endbfrange" { ranges(operands) }
        operands.removeAll(keepingCapacity: true)
      default:
        do throws(Unreadable) {
          if let object = try lexer.object(beginning: token), operands.count < 1 << 16 {
            operands.append(object)
          }
        } catch { return }
      }
    }
  }

  private func characters(_ operands: [PDFObject]) {
    var index = 0
    while index + 1 < operands.count {
      if let code = operands[index].bytes, let text = operands[index + 1].bytes {
        put(code, PDFText.utf16(text[...], bigEndian: true))
      }
      index += 2
    }
  }

  private func ranges(_ operands: [PDFObject]) {
    var index = 0
    while index + 2 < operands.count {
      defer { index += 3 }
      guard let low = operands[index].bytes, let high = operands[index + 1].bytes,
        low.count == high.count, !low.isEmpty, low.count <= 4
      else { continue }
      let first = low.reduce(0) { $0 << 8 | Int($1) }
      let last = min(high.reduce(0) { $0 << 8 | Int($1) }, first + 0xFFFF)
      guard first <= last else { continue }
      for (offset, code) in (first...last).enumerated() where table.count < 1 << 17 {
        let text: String
        if let list = operands[index + 2].array {
          guard offset < list.count, let own = list[offset].bytes else { break }
          text = PDFText.utf16(own[...], bigEndian: true)
        } else if let start = operands[index + 2].bytes {
          text = Self.advanced(start, by: offset)
        } else {
          break
        }
        lengths.insert(low.count)
        table[code << 3 | low.count] = text
      }
    }
  }

  private static func advanced(_ start: [UInt8], by offset: Int) -> String {
    var scalars = Array(PDFText.utf16(start[...], bigEndian: true).unicodeScalars)
    guard let last = scalars.popLast() else { return "" }
    scalars.append(UnicodeScalar(UInt32(clamping: Int(last.value) + offset)) ?? "\u{FFFD}")
    return String(String.UnicodeScalarView(scalars))
  }

  private func put(_ code: [UInt8], _ text: String) {
    guard !code.isEmpty, code.count <= 4 else { return }
    lengths.insert(code.count)
    table[code.reduce(0) { $0 << 8 | Int($1) } << 3 | code.count] = text
  }
}
