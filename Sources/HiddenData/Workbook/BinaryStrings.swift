/// The texts in a part that is no XML.
enum BinaryStrings {
  /// Runs of four and more printable characters in UTF-16 and in ASCII, each once.
  static func find(_ bytes: [UInt8], most: Int = 500) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    func keep(_ text: inout [UInt16]) {
      if text.count >= 4, found.count < most {
        let string = String(decoding: text, as: UTF16.self).trimmingWhitespace
        if string.contains(where: { $0.isLetter || $0.isNumber }), seen.insert(string).inserted {
          found.append(string)
        }
      }
      text.removeAll(keepingCapacity: true)
    }
    for start in 0..<2 {
      var wide: [UInt16] = []
      var at = start
      while at + 1 < bytes.count {
        let unit = UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
        if unit >= 0x20 && unit < 0x7F || unit >= 0xA0 && unit < 0x250 {
          wide.append(unit)
        } else {
          keep(&wide)
        }
        at += 2
      }
      keep(&wide)
    }
    var narrow: [UInt16] = []
    for byte in bytes {
      if byte >= 0x20 && byte < 0x7F { narrow.append(UInt16(byte)) } else { keep(&narrow) }
    }
    keep(&narrow)
    return found
  }
}
