/// Bytes as text in the character sets that e-mails name.
enum MailCharset {
  /// The text; where the set is unknown or wrong, UTF-8 if the bytes are that, otherwise Windows-1252.
  static func text(_ bytes: [UInt8], _ charset: String) -> String {
    let name = charset.lowercased()
    if name.hasPrefix("utf-16") || name == "ucs-2"
      || name.hasPrefix("unicode") && !name.contains("7")
    {
      return utf16(bytes, isBig: !name.hasSuffix("le"))
    }
    if name.hasPrefix("utf-32") || name.hasPrefix("ucs-4") {
      return utf32(bytes, isBig: !name.hasSuffix("le"))
    }
    if name == "utf-7" || name == "unicode-1-1-utf-7" { return utf7(bytes) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes, isBig: true)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
    return String(String.UnicodeScalarView(bytes.map(windows)))
  }

  private static func utf16(_ bytes: [UInt8], isBig: Bool) -> String {
    var (isBig, bytes) = (isBig, bytes[...])
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      isBig = bytes.first == 0xFE
      bytes = bytes.dropFirst(2)
    }
    var units: [UInt16] = []
    while bytes.count >= 2, let first = bytes.popFirst(), let second = bytes.popFirst() {
      units.append(
        isBig ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func utf32(_ bytes: [UInt8], isBig: Bool) -> String {
    var result = String.UnicodeScalarView()
    for at in stride(from: 0, to: bytes.count - 3, by: 4) {
      let four = isBig ? Array(bytes[at..<(at + 4)]) : bytes[at..<(at + 4)].reversed()
      let value = four.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      if let scalar = Unicode.Scalar(value), value != 0xFEFF { result.append(scalar) }
    }
    return String(result)
  }

  /// RFC 2152: pieces of UTF-16 in base64 between a plus and a minus.
  private static func utf7(_ bytes: [UInt8]) -> String {
    var result = ""
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "+") else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      let piece = rest.prefix {
        $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x2B
          || $0 == 0x2F
      }
      rest = rest.dropFirst(piece.count)
      if piece.isEmpty { result += "+" }
      result += utf16(Base64Text.decoded(piece) ?? [], isBig: true)
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    }
    return result
  }

  /// Text in Windows-1252; nil where it holds other characters.
  static func windows1252(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let place = high.firstIndex(of: scalar) {
        out.append(UInt8(0x80 + place))
      } else if let byte = UInt8(exactly: scalar.value) {
        out.append(byte)
      } else {
        return nil
      }
    }
    return out
  }

  private static func windows(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  private static let high: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
