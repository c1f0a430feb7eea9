/// The ways in which a text file may be written, so that it can be changed in place.
enum TextEncoding: Equatable {
  case utf8
  case utf16(isBigEndian: Bool)
  /// Western letters of one byte.
  case oneByte

  /// By its mark, or by whether it is UTF-8; none for bytes that are no text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16(isBigEndian: true)
    } else if bytes.contains(where: { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B }) {
      return nil
    } else {
      self = String(validating: bytes, as: UTF8.self) == nil ? .oneByte : .utf8
    }
  }

  /// The text, or nothing where the bytes are not what they say.
  func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .oneByte:
      return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .utf16(let isBigEndian):
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let units = stride(from: 0, to: bytes.count, by: 2).map { at -> UInt16 in
        let (one, two) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
        return isBigEndian ? one << 8 | two : two << 8 | one
      }
      return String(validating: units, as: UTF16.self)
    }
  }

  /// The bytes of a text of which every letter came from this encoding, or is ASCII.
  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .oneByte: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .utf16(let isBigEndian):
      return text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
    }
  }
}
