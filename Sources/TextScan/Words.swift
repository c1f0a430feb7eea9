/// What counts as part of a word, byte by byte.
public enum Words {
  /// Whether a byte belongs to a word: an ASCII letter or digit, or a byte of a scalar beyond ASCII.
  @inline(__always)
  public static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
  }

  /// Whether a byte is an ASCII letter or digit.
  @inline(__always)
  public static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte is an ASCII letter, or belongs to a scalar beyond ASCII.
  @inline(__always)
  public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  /// Whether a byte is an ASCII capital.
  @inline(__always)
  public static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a byte is a blank, a tab or a line end.
  @inline(__always)
  public static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The byte in lower case, if it is an ASCII capital.
  @inline(__always)
  public static func lower(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte | 0x20 : byte }

  /// The words of a range, ASCII letters in lower case.
  public static func folded(_ utf8: [UInt8], _ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (place, byte) in utf8[range].enumerated() { buffer[place] = lower(byte) }
      return range.count
    }
  }

  /// How many words begin in a range: runs of letters, with apostrophes and hyphens between them.
  public static func count(in utf8: [UInt8], range: Range<Int>) -> Int {
    var words = 0
    // The two bytes before.
    var (first, second): (UInt8, UInt8) = (0x20, 0x20)
    for byte in utf8[range] {
      if isLetter(byte), !isLetter(second) {
        let goesOn = (second == 0x27 || second == 0x2D) && isLetter(first)
        words += goesOn ? 0 : 1
      }
      (first, second) = (second, byte)
    }
    return words
  }

  /// Whether a range begins and ends where words begin and end. A range that begins with a mark may
  /// begin anywhere.
  public static func isWhole(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    guard !range.isEmpty else { return true }
    if range.lowerBound > 0, beginsWord(at: range.lowerBound, in: utf8),
      endsWord(before: range.lowerBound, in: utf8)
    {
      return false
    }
    return
      !(range.upperBound < utf8.count && endsWord(before: range.upperBound, in: utf8)
      && beginsWord(at: range.upperBound, in: utf8))
  }

  private static func endsWord(before index: Int, in utf8: [UInt8]) -> Bool {
    let byte = utf8[index - 1]
    guard byte >= 0x80 else { return isWord(byte) }
    var start = index - 1
    while start > 0, index - start < 4, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return isLetter(scalarAt: start, in: utf8)
  }

  private static func beginsWord(at index: Int, in utf8: [UInt8]) -> Bool {
    utf8[index] < 0x80 ? isWord(utf8[index]) : isLetter(scalarAt: index, in: utf8)
  }

  /// Whether the scalar beyond ASCII at an index is a letter rather than a mark: Latin-1 signs and
  /// general punctuation, arrows, boxes and bullets (U+2000 to U+2BFF) are marks.
  private static func isLetter(scalarAt index: Int, in utf8: [UInt8]) -> Bool {
    switch utf8[index] {
    case 0xC2: index + 1 < utf8.count && [0xAA, 0xB5, 0xBA].contains(utf8[index + 1])
    case 0xE2: index + 1 < utf8.count && utf8[index + 1] >= 0xB0
    default: true
    }
  }
}
