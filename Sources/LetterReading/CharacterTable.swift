/// What normalisation does with the characters beyond ASCII.
enum CharacterTable {
  enum Treatment {
    case keep
    case drop
    case blank
    case endLine
    case replace([UInt8])
  }

  private static let apostrophe = Treatment.replace([0x27])
  private static let quote = Treatment.replace([0x22])
  private static let hyphen = Treatment.replace([0x2D])
  private static let bullet = Treatment.replace(Array("•".utf8))

  /// What becomes of a character. Code points U+0080 to U+009F are what Windows-1252 punctuation turns
  /// into when it is taken for Latin-1; U+FFFD is what is left of an apostrophe more often than not.
  static func treatment(of scalar: UInt32) -> Treatment {
    switch scalar {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F,
      0xFEFF:
      .drop
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .blank
    case 0x2028, 0x2029: .endLine
    case 0x91, 0x92, 0xB4, 0x2018...0x201B, 0x2032, 0xFFFD: apostrophe
    case 0x93, 0x94, 0x201C...0x201F, 0x2033, 0xAB, 0xBB: quote
    case 0x96, 0x97, 0x2010...0x2015, 0x2212: hyphen
    case 0x95, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0...0x25FF, 0x27A2, 0x27A4,
      0x27AF, 0xF000...0xF0FF, 0x2713, 0x2714, 0xB7:
      bullet
    case 0x85, 0x2026: .replace([0x2E])
    case 0xFB00: .replace(Array("ff".utf8))
    case 0xFB01: .replace(Array("fi".utf8))
    case 0xFB02: .replace(Array("fl".utf8))
    case 0xFB03: .replace(Array("ffi".utf8))
    case 0xFB04: .replace(Array("ffl".utf8))
    case 0xFB05, 0xFB06: .replace(Array("st".utf8))
    default: .keep
    }
  }
}

enum UTF8Scalar {
  /// The scalar that begins at an index of valid UTF-8, and its length.
  @inline(__always)
  static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= bytes.count else { return (UInt32(first), 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
