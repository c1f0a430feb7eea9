extension HTML {
  /// Escapes the five characters that mean something in text and in quoted attributes, and leaves
  /// out those that neither HTML nor XML 1.0 allows.
  ///
  /// Works on runs of bytes: everything that matters is ASCII, except the two noncharacters at the
  /// end of the basic plane.
  static func escape(_ value: String, into bytes: inout [UInt8]) {
    var value = value
    value.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let byte = source[index]
        // Most of any text: letters, digits and everything beyond ASCII but U+FFFE and U+FFFF.
        if byte > 0x3E, byte != 0xEF {
          index += 1
          continue
        }
        guard let (replacement, length) = replacement(for: byte, at: index, in: source) else {
          index += 1
          continue
        }
        bytes.append(contentsOf: source[start..<index])
        replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
        index += length
        start = index
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  /// What stands in for the character that begins at `index` and how many bytes it takes there, or
  /// nil where it stays.
  private static func replacement(
    for byte: UInt8, at index: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (StaticString, Int)? {
    switch byte {
    case 0x26: ("&amp;", 1)
    case 0x3C: ("&lt;", 1)
    case 0x3E: ("&gt;", 1)
    case 0x22: ("&quot;", 1)
    case 0x27: ("&#39;", 1)
    case 0x09, 0x0A, 0x0D: nil
    case 0..<0x20: ("", 1)
    case 0xEF where source[index + 1] == 0xBF && source[index + 2] >= 0xBE: ("", 3)
    default: nil
    }
  }
}
