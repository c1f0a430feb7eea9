/// How characters are written as bytes.
enum Charset: Equatable {
  case utf8
  case utf16(littleEndian: Bool?)
  case utf7
  case singleByte(SingleByteSet)
  /// Nothing is said, or ASCII is and there may be more: UTF-8 where it fits, else Windows-1252.
  case unstated

  /// The set of this name, or nil where the name is not known.
  init?(name: String) {
    let letters = name.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphanumeric }
    switch String(String.UnicodeScalarView(letters)).lowercased() {
    case "utf8", "unicode11utf8": self = .utf8
    case "utf16", "unicode", "ucs2", "iso10646ucs2": self = .utf16(littleEndian: nil)
    case "utf16le": self = .utf16(littleEndian: true)
    case "utf16be": self = .utf16(littleEndian: false)
    case "utf7", "unicode11utf7": self = .utf7
    case "", "usascii", "ascii", "ansix341968", "iso646us", "646": self = .unstated
    case "windows1252", "cp1252", "xcp1252", "ansi", "iso88591", "latin1", "l1", "cp819",
      "ibm819":
      self = .singleByte(.windows1252)
    case "iso885915", "latin9", "l9": self = .singleByte(.iso8859_15)
    case "iso885914", "latin8", "l8", "isoceltic": self = .singleByte(.iso8859_14)
    case "iso88592", "latin2", "l2": self = .singleByte(.iso8859_2)
    case "windows1250", "cp1250", "xcp1250": self = .singleByte(.windows1250)
    case "windows1251", "cp1251", "xcp1251": self = .singleByte(.windows1251)
    case "koi8r", "koi8": self = .singleByte(.koi8r)
    default: return nil
    }
  }

  /// The text, and whether every byte could be read. What could not stands as U+FFFD.
  func decode(_ bytes: Bytes) -> (text: String, isWhole: Bool) {
    switch self {
    case .utf8:
      let text = String(decoding: bytes, as: UTF8.self)
      return (text, text.utf8.elementsEqual(bytes))
    case .utf16(let littleEndian):
      return Self.decodeUTF16(bytes, littleEndian: littleEndian)
    case .utf7:
      return UTF7.decode(bytes)
    case .singleByte(let set):
      let text = set.decode(bytes)
      return (text, !text.unicodeScalars.contains("\u{FFFD}"))
    case .unstated:
      let asUTF8 = Charset.utf8.decode(bytes)
      return asUTF8.isWhole ? asUTF8 : Charset.singleByte(.windows1252).decode(bytes)
    }
  }

  private static func decodeUTF16(
    _ bytes: Bytes, littleEndian: Bool?
  ) -> (text: String, isWhole: Bool) {
    var bytes = bytes
    var littleEndian = littleEndian
    // A byte order mark decides; without one the standard says big-endian.
    if bytes.starts(with: [0xFF, 0xFE]) {
      (bytes, littleEndian) = (bytes.dropFirst(2), littleEndian ?? true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (bytes, littleEndian) = (bytes.dropFirst(2), littleEndian ?? false)
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian == true ? two << 8 | one : one << 8 | two)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    return (text, index == bytes.endIndex && text.utf16.elementsEqual(units))
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
