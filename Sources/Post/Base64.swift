/// Base64 as mail has it: broken into lines, cut short, put together from pieces, or with junk in
/// it. What is not base64 is skipped.
enum Base64 {
  /// The six bits that a character stands for.
  static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// The bytes, and whether the text was proper base64 from beginning to end.
  static func decode(_ text: Bytes) -> (bytes: [UInt8], isProper: Bool) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    var isProper = true
    for character in text {
      if let value = value(character) {
        bits = bits << 6 | UInt32(value)
        count += 1
        if count == 4 {
          bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
          bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
          bytes.append(UInt8(truncatingIfNeeded: bits))
          (bits, count) = (0, 0)
        }
      } else if character == UInt8(ascii: "=") {
        // Padding ends a piece; another may follow where texts were put together.
        finish(&bytes, bits, count)
        if count == 1 { isProper = false }
        (bits, count) = (0, 0)
      } else if !character.isWhitespace {
        isProper = false
      }
    }
    finish(&bytes, bits, count)
    return (bytes, isProper && count == 0)
  }

  private static func finish(_ bytes: inout [UInt8], _ bits: UInt32, _ count: Int) {
    if count == 2 { bytes.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    if count == 3 {
      bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
    }
  }
}
