/// A text as bytes that can be asked for anywhere: beyond its ends stand zeros.
struct TextBytes {
  /// The bytes, for loops that stay within them.
  let base: UnsafeBufferPointer<UInt8>
  let count: Int

  init(_ base: UnsafeBufferPointer<UInt8>) {
    self.base = base
    count = base.count
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { index >= 0 && index < count ? base[index] : 0 }

  @inline(__always)
  func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }

  @inline(__always)
  func isCapital(_ index: Int) -> Bool { self[index] &- 0x41 < 26 }

  @inline(__always)
  func isLower(_ index: Int) -> Bool { self[index] &- 0x61 < 26 }

  @inline(__always)
  func isASCIILetter(_ index: Int) -> Bool { (self[index] | 0x20) &- 0x61 < 26 }

  @inline(__always)
  func isHex(_ index: Int) -> Bool { isDigit(index) || (self[index] | 0x20) &- 0x61 < 6 }

  @inline(__always)
  func isAlphanumeric(_ index: Int) -> Bool { isDigit(index) || isASCIILetter(index) }

  /// Whether the byte belongs to a word: a letter, a digit, or part of a letter beyond ASCII. Signs of
  /// Latin-1, general punctuation, symbols and emoji belong to none.
  func isWord(_ index: Int) -> Bool {
    let byte = self[index]
    guard byte >= 0x80 else { return isAlphanumeric(index) }
    var lead = index
    while lead > index - 3, self[lead] & 0xC0 == 0x80 { lead -= 1 }
    return !ByteTable.isMarkLead(self[lead])
  }

  /// The length of the blank at an index, or 0: a space, a no-break space or a narrow one.
  @inline(__always)
  func blank(_ index: Int) -> Int {
    switch self[index] {
    case 0x20, 0x09: 1
    case 0xC2: self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      self[index + 1] == 0x80 && [0x82, 0x87, 0x89, 0xAF].contains(self[index + 2]) ? 3 : 0
    default: 0
    }
  }

  /// The length of what divides the groups of a number, or 0: a blank or a hyphen.
  @inline(__always)
  func gap(_ index: Int) -> Int {
    switch self[index] {
    case 0x20, 0x2D: 1
    case 0xC2, 0xE2:
      self[index] == 0xE2 && self[index + 1] == 0x80 && (0x90...0x93).contains(self[index + 2])
        ? 3 : blank(index)
    default: 0
    }
  }

  /// Whether the bytes at an index are these, ASCII letters in either case.
  func matches(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { wanted in
      for (offset, byte) in wanted.enumerated() {
        let own = self[index + offset]
        guard own == byte || (own &- 0x41 < 26 && own | 0x20 == byte) else { return false }
      }
      return true
    }
  }

  /// The value of a run of digits, at most nine of them.
  func value(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range.prefix(9) { value = value * 10 + Int(self[index] &- 0x30) % 10 }
    return value
  }

  /// The index of the first byte from here that belongs to no number.
  func endOfDigits(_ index: Int, limit: Int = 40) -> Int {
    var end = index
    while isDigit(end), end - index < limit { end += 1 }
    return end
  }

  /// Where the line of an index begins, looked for no further than `limit` bytes before it.
  func lineStart(_ index: Int, limit: Int) -> Int {
    var start = index
    while start > 0, index - start < limit, self[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// How many scalars begin in a range.
  func scalars(in range: Range<Int>) -> Int {
    let bytes = UnsafeRawBufferPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = range.count
    var index = range.lowerBound
    // Eight bytes at a time; what continues a scalar has 1 in its highest bit and 0 in the next.
    while index + 8 <= range.upperBound {
      let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count -= (eight >> 7 & ~(eight >> 6) & ones).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      count -= base[index] & 0xC0 == 0x80 ? 1 : 0
      index += 1
    }
    return count
  }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: base[range], as: UTF8.self) }
}

/// What each byte is, and how it is hashed.
struct ByteTable: Sendable {
  static let upper: UInt16 = 0x100
  static let lower: UInt16 = 0x200
  static let digit: UInt16 = 0x400
  static let beyond: UInt16 = 0x800
  static let word: UInt16 = 0xF00
  /// A mark that something may stand around: `@ \ . : /`.
  static let mark: UInt16 = 0x1000

  /// The kinds in the upper byte; in the lower one the byte as hashed, ASCII letters in lower case.
  let entries: [UInt16]

  init() {
    entries = (0..<256).map { number -> UInt16 in
      let byte = UInt8(number)
      switch byte {
      case 0x41...0x5A: return ByteTable.upper | UInt16(byte | 0x20)
      case 0x61...0x7A: return ByteTable.lower | UInt16(byte)
      case 0x30...0x39: return ByteTable.digit | UInt16(byte)
      case 0x40, 0x5C, 0x2E, 0x3A, 0x2F: return ByteTable.mark | UInt16(byte)
      case 0x80...: return ByteTable.isMarkLead(byte) ? 0 : ByteTable.beyond | UInt16(byte)
      default: return 0
      }
    }
  }

  /// Whether a byte begins a scalar that is a mark: Latin-1 signs, punctuation and symbols, emoji.
  @inline(__always)
  static func isMarkLead(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte >= 0xF0
  }

  /// The length of the scalar that a byte begins.
  @inline(__always)
  static func width(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
