/// Quoted-printable: `=3D` for a byte, `=` at the end of a line for a line that goes on.
///
/// An `=` that means neither is kept as it is, because text that was never encoded is labelled so.
enum QuotedPrintable {
  static func decode(_ text: Bytes) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "=") {
        if let value = hexPair(text, after: index) {
          bytes.append(value)
          index += 3
          continue
        }
        if let next = softBreak(text, after: index) {
          index = next
          continue
        }
      }
      bytes.append(byte)
      index += 1
    }
    return bytes
  }

  /// The `Q` form of encoded words, where `_` is a blank.
  static func decodeWord(_ text: Bytes) -> [UInt8] {
    decode(text.map { $0 == UInt8(ascii: "_") ? .space : $0 }[...])
  }

  private static func hexPair(_ text: Bytes, after equals: Int) -> UInt8? {
    guard equals + 2 < text.endIndex, let high = text[equals + 1].hexValue,
      let low = text[equals + 2].hexValue
    else { return nil }
    return high << 4 | low
  }

  /// Where the next line begins, if only blanks stand between the `=` and the end of its line.
  private static func softBreak(_ text: Bytes, after equals: Int) -> Int? {
    var index = equals + 1
    while index < text.endIndex, text[index].isBlank { index += 1 }
    guard index < text.endIndex else { return index }
    if text[index] == .carriageReturn {
      let next = index + 1
      return next < text.endIndex && text[next] == .lineFeed ? next + 1 : next
    }
    return text[index] == .lineFeed ? index + 1 : nil
  }
}
