import TextScan

/// A letter's text made regular, and where each byte of it comes from.
///
/// Quotes are straight, dashes are hyphens, runs of blanks are one blank, what has no width is gone;
/// everything else stands as it came. ``source(_:)`` leads back.
struct NormalText: Sendable {
  /// The text, UTF-8.
  var bytes: [UInt8]
  /// Where the distance between text and source changes, by both offsets.
  /// Whether the source went on and was not read further.
  let isCutShort: Bool
  private let anchors: [Anchor]
  private let original: [UInt8]
  private let scalars: ScalarOffsets

  /// From here on, byte `text` of the text is byte `source` of what came, and so on one by one.
  struct Anchor: Equatable, Sendable {
    var text: Int
    var source: Int
  }

  init(bytes: [UInt8], anchors: [Anchor], original: [UInt8], isCutShort: Bool = false) {
    self.isCutShort = isCutShort
    self.bytes = bytes
    self.anchors = anchors
    self.original = original
    scalars = ScalarOffsets(original)
  }

  /// How many scalars of the source were read.
  var sourceCount: Int { scalars.count }

  /// The scalars of the source that a range of bytes stands for.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let at = scalars.scalar(atByte: sourceByte(range.lowerBound))
      return at..<at
    }
    let start = sourceByte(range.lowerBound)
    var end = sourceByte(range.upperBound - 1) + 1
    while end < original.count, original[end] & 0xC0 == 0x80 { end += 1 }
    return scalars.scalars(start..<max(start, end))
  }

  private func sourceByte(_ byte: Int) -> Int {
    let after = anchors.partitioningIndex { $0.text > byte }
    guard after > 0 else { return min(byte, original.count) }
    let anchor = anchors[after - 1]
    return min(anchor.source + byte - anchor.text, original.count)
  }

  /// The words of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words of a range, ASCII letters in lower case.
  func folded(_ range: Range<Int>) -> String {
    Words.folded(bytes, range)
  }
}

/// A line as it came.
struct Line: Equatable, Sendable {
  /// Where it stands, in bytes, without the line end.
  var range: Range<Int>
  /// How many blanks stand before it.
  var indent: Int
  /// Whether a blank line stands before it.
  var afterGap: Bool
}
