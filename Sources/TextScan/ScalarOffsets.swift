/// Turns offsets in UTF-8 into offsets in Unicode scalars.
///
/// Making one reads the text once; looking one up reads at most ``stride`` bytes, so that many look-ups
/// stay linear. A text that is all ASCII needs no table.
public struct ScalarOffsets: Sendable {
  private static let stride = 64
  private let utf8: [UInt8]
  /// The scalars before each multiple of the stride; empty where every byte is a scalar.
  private let checkpoints: [Int]
  /// The number of scalars.
  public let count: Int

  /// Reads a text.
  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var points: [Int] = []
    points.reserveCapacity(utf8.count / ScalarOffsets.stride + 1)
    var scalars = 0
    var index = 0
    while index < utf8.count {
      points.append(scalars)
      let end = min(index + ScalarOffsets.stride, utf8.count)
      while index < end {
        scalars += utf8[index] & 0xC0 == 0x80 ? 0 : 1
        index += 1
      }
    }
    count = scalars
    checkpoints = scalars == utf8.count ? [] : points
  }

  /// The number of scalars that begin before a byte.
  public func scalar(atByte byte: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(max(byte, 0), utf8.count) }
    guard byte < utf8.count else { return count }
    let point = max(byte, 0) / ScalarOffsets.stride
    var scalars = checkpoints[point]
    for index in (point * ScalarOffsets.stride)..<max(byte, 0) where utf8[index] & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }

  /// The scalars of a range of bytes.
  public func scalars(_ bytes: Range<Int>) -> Range<Int> {
    scalar(atByte: bytes.lowerBound)..<scalar(atByte: bytes.upperBound)
  }
}
