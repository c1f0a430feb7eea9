/// Makes characters of bytes that do not say how they are to be read.
struct Decoding {
  /// The text.
  let text: String
  /// What was not plain UTF-8 about it; nil where it all was.
  let note: DocumentNote?

  /// UTF-8 wherever it is that; UTF-16 by its mark or its look; every byte that is neither is taken
  /// for Windows-1252, in which old programs wrote and which is the usual thing to be mistaken for
  /// UTF-8.
  ///
  /// Text that is UTF-8 comes out as it is, its mark and its line ends too.
  init(_ bytes: [UInt8]) {
    if let order = Self.utf16Order(bytes) {
      text = Self.utf16(bytes, order)
      note = DocumentNote(.characters, "The text was written in UTF-16.")
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      note = nil
    } else {
      let (text, single, sequences) = Self.mixed(bytes)
      self.text = text
      note = DocumentNote(
        .characters,
        sequences == 0
          ? "The text is not UTF-8; it was read as Windows-1252."
          : "The text is UTF-8, but \(single) of its bytes are not; those were read as"
            + " Windows-1252.")
    }
  }

  private enum Order { case little, big }

  private static func utf16Order(_ bytes: [UInt8]) -> Order? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    // Without a mark: in letters of the west every other byte is 0.
    let sample = bytes.prefix(512)
    guard sample.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = sample.count / 2
    if zeros[1] * 10 >= half * 8, zeros[0] * 10 < half { return .little }
    if zeros[0] * 10 >= half * 8, zeros[1] * 10 < half { return .big }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], _ order: Order) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? two << 8 | one : one << 8 | two)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(decoding: units, as: UTF16.self)
  }

  /// The text, how many bytes were no UTF-8, and how many characters of more than a byte were.
  private static func mixed(_ bytes: [UInt8]) -> (text: String, single: Int, sequences: Int) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    var (single, sequences, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        out.append(byte)
        index += 1
      } else if let length = sequenceLength(at: index, in: bytes) {
        out += bytes[index..<(index + length)]
        index += length
        sequences += 1
      } else {
        out += String(Character(Windows1252.scalar(byte))).utf8
        index += 1
        single += 1
      }
    }
    return (String(decoding: out, as: UTF8.self), single, sequences)
  }

  /// The length of the UTF-8 sequence of two bytes or more that begins at an index; nil for none.
  private static func sequenceLength(at index: Int, in bytes: [UInt8]) -> Int? {
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    let slice = bytes[index..<(index + length)]
    return String(validating: slice, as: UTF8.self) == nil ? nil : length
  }
}

/// The character set of old Windows programs.
enum Windows1252 {
  private static let upper: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }
}
