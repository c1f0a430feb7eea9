/// Texts of dictionaries, as people read them.
enum PDFText {
  /// A text string: UTF-16 or UTF-8 where its first bytes say so, otherwise PDF's own table.
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), bigEndian: true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), bigEndian: false) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    // Programs write UTF-8 without saying so; no Latin text is valid UTF-8 by chance.
    if bytes.contains(where: { $0 >= 0x80 }), let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(scalar(byte)) }
    return String(scalars)
  }

  static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> String {
    var units: [UInt16] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return withoutLanguage(String(decoding: units, as: UTF16.self))
  }

  /// Escapes that name a language stand in between; they are no text.
  private static func withoutLanguage(_ text: String) -> String {
    guard text.unicodeScalars.contains("\u{1B}") else { return text }
    var out = String.UnicodeScalarView()
    var isOutside = true
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isOutside.toggle() } else if isOutside { out.append(scalar) }
    }
    return String(out)
  }

  /// The upper part of PDFDocEncoding, from 0x80; elsewhere it agrees with Latin-1.
  private static let upper: [UInt16] = [
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203A, 0x2212, 0x2030,
    0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160,
    0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC,
  ]

  private static func scalar(_ byte: UInt8) -> UnicodeScalar {
    let index = Int(byte) - 0x80
    guard upper.indices.contains(index) else { return UnicodeScalar(byte) }
    return UnicodeScalar(upper[index]) ?? "\u{FFFD}"
  }

  /// What is left of a text for comparing it: letters and digits in small, ligatures taken apart.
  static func key(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: out.append(UInt8(scalar.value))
      case 0x41...0x5A: out.append(UInt8(scalar.value + 32))
      case 0..<0x80: continue
      case 0xFB00: out += "ff".utf8
      case 0xFB01: out += "fi".utf8
      case 0xFB02: out += "fl".utf8
      case 0xFB03: out += "ffi".utf8
      case 0xFB04: out += "ffl".utf8
      default:
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { continue }
        out += properties.lowercaseMapping.utf8
      }
    }
    return out
  }

  /// Whether it has a letter or a digit.
  static func says(_ text: String, atLeast count: Int = 1) -> Bool { key(text).count >= count }

  /// `D:20240131…` is when, not who.
  static func isDate(_ text: String) -> Bool {
    let text = text.drop { $0.isWhitespace }
    let rest = text.hasPrefix("D:") ? text.dropFirst(2) : text
    guard text.hasPrefix("D:") || rest.utf8.count >= 8 else { return false }
    let letters = rest.unicodeScalars.filter { $0.properties.isAlphabetic }
    // 2024-01-31T10:00:00Z, D:20240131100000+01'00'
    return rest.prefix(4).allSatisfy(\.isNumber) && rest.prefix(4).count == 4
      && letters.allSatisfy { $0 == "T" || $0 == "Z" }
  }

  /// A number of 128 bits that a program drew, in any of the ways of writing it.
  static func isIdentifier(_ text: String) -> Bool {
    var rest = text.lowercased()[...]
    for start in ["uuid:", "urn:uuid:", "urn:", "xmp.did:", "xmp.iid:", "xmp.id:", "adobe:docid:"]
    where rest.hasPrefix(start) { rest = rest.dropFirst(start.count) }
    for start in ["indd:", "photoshop:", "uuid:"] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let digits = rest.utf8.filter { PDFLexer.hex($0) != nil }.count
    return digits >= 24
      && rest.utf8.allSatisfy { PDFLexer.hex($0) != nil || "-{}".utf8.contains($0) }
  }
}
