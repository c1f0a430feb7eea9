import Documents

/// The segments of a JPEG file (ITU-T T.81, annex B) up to its end marker.
struct JPEGSegments {
  /// A marker and what belongs to it.
  struct Segment {
    var marker: UInt8
    /// From the marker to the end of what belongs to it, packed pixels too.
    var whole: Range<Int>
    /// What stands behind the length.
    var data: Range<Int>
  }

  private(set) var segments: [Segment] = []
  /// Bytes between segments that belong to none.
  private(set) var strays: [Range<Int>] = []
  /// Behind the end marker; nil where it is missing.
  private(set) var end: Int?
  /// Whether pixels begin somewhere.
  private(set) var hasPixels = false

  /// Reads what there is; never past the end, each byte once.
  init(_ bytes: [UInt8], from start: Int = 0) {
    var at = start + 2
    while at < bytes.count {
      guard bytes[at] == 0xFF else {
        let from = at
        while at < bytes.count, bytes[at] != 0xFF { at += 1 }
        strays.append(from..<at)
        continue
      }
      let from = at
      while at < bytes.count, bytes[at] == 0xFF { at += 1 }
      guard at < bytes.count else { return }
      let marker = bytes[at]
      at += 1
      switch marker {
      case 0xD9:
        segments.append(Segment(marker: marker, whole: from..<at, data: at..<at))
        end = at
        return
      case 0x00:
        strays.append(from..<at)
      case 0x01, 0xD0...0xD8:
        segments.append(Segment(marker: marker, whole: from..<at, data: at..<at))
      default:
        guard at + 2 <= bytes.count else { return }
        let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
        guard length >= 2, at + length <= bytes.count else { return }
        let data = (at + 2)..<(at + length)
        at += length
        if marker == 0xDA {
          hasPixels = true
          at = Self.endOfPixels(bytes, at)
        }
        segments.append(Segment(marker: marker, whole: from..<at, data: data))
      }
    }
  }

  /// Where packed pixels end: at the first marker that is no restart and no stuffed byte.
  private static func endOfPixels(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if bytes[at] == 0xFF, at + 1 < bytes.count {
        let next = bytes[at + 1]
        if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return at }
      }
      at += 1
    }
    return bytes.count
  }

  /// Width and height.
  static func size(_ bytes: [UInt8], _ segments: [Segment]) -> (Int, Int)? {
    for segment in segments {
      let isFrame =
        (0xC0...0xCF).contains(segment.marker) && ![0xC4, 0xC8, 0xCC].contains(segment.marker)
      guard isFrame, segment.data.count >= 5 else { continue }
      let at = segment.data.lowerBound
      return (
        Int(bytes[at + 3]) << 8 | Int(bytes[at + 4]), Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
      )
    }
    return nil
  }
}
