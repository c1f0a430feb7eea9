/// Finds readable text among bytes of any kind, in one-byte sets and in UTF-16.
enum TextRuns {
  /// Letters that a run has at least; shorter ones come about by chance.
  private static let leastNarrow = 8
  private static let leastWide = 5
  private static let most = 2_000

  /// The runs in the order in which they stand.
  static func find(in bytes: [UInt8]) -> [String] {
    var runs: [String] = []
    var index = 0
    while index < bytes.count, runs.count < most {
      if let (text, end) = wide(bytes, index) {
        if isReadable(text) { runs.append(text) }
        index = end
      } else if let (text, end) = narrow(bytes, index) {
        if isReadable(text) { runs.append(text) }
        index = end
      } else {
        index += 1
      }
    }
    return runs
  }

  /// Text of one byte a letter. A letter beyond ASCII counts between two of ASCII (Siân, £40).
  private static func narrow(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      let isUpper = byte >= 0xA0 || (0x91...0x97).contains(byte) || byte == 0x80
      let isBetween =
        isUpper && index > start && index + 1 < bytes.count && isPlain(bytes[index + 1])
        && isPlain(bytes[index - 1])
      guard isPlain(byte) || isBetween else { break }
      index += 1
    }
    guard index - start >= leastNarrow else { return index > start ? ("", index) : nil }
    let run = bytes[start..<index]
    let asUTF8 = String(validating: run, as: UTF8.self)
    return (asUTF8 ?? CodePage.western.decode(run), index)
  }

  /// Text of two bytes a letter, in Latin script: the upper byte says so.
  private static func wide(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    var index = start
    var units: [UInt16] = []
    while index + 1 < bytes.count {
      let unit = UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      let isPlainUnit = unit < 0x80 && isPlain(UInt8(unit))
      // Numbers beside a text may look like letters beyond Latin: they do not begin one.
      let isLetter = (0xC0..<0x100).contains(unit)
      let isWithin = (0xA0..<0x250).contains(unit) || (0x2013...0x20AC).contains(unit)
      guard isPlainUnit || isLetter || !units.isEmpty && isWithin else { break }
      units.append(unit)
      index += 2
    }
    let text = String(decoding: units, as: UTF16.self)
    // What is long enough is stepped over even where it says nothing, so that no byte is seen twice.
    guard units.count >= leastWide else { return nil }
    return (text, index)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a run reads like words or numbers and not like what bytes of a picture happen to spell.
  private static func isReadable(_ text: String) -> Bool {
    var (letters, longest, row, digits, all) = (0, 0, 0, 0, 0)
    var kinds: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars {
      all += 1
      kinds.insert(scalar)
      let isLetter = scalar.properties.isAlphabetic
      let isDigit = (48...57).contains(scalar.value)
      letters += isLetter || isDigit || scalar == " " ? 1 : 0
      digits += isDigit ? 1 : 0
      row = isLetter || isDigit ? row + 1 : 0
      longest = max(longest, row)
    }
    return longest >= 4 && letters * 10 >= all * 7 && kinds.count >= min(4, all / 2)
  }
}
