/// A stretch of a message. Messages are read as bytes, because each part has an alphabet of its
/// own, and in place, because they may be large.
typealias Bytes = ArraySlice<UInt8>

/// The lines of a stretch, whether they end in CR LF, LF or CR, without their ends.
struct Lines: Sequence, IteratorProtocol {
  /// What has not been read yet.
  private(set) var rest: Bytes

  init(_ bytes: Bytes) { rest = bytes }

  mutating func next() -> Bytes? {
    guard !rest.isEmpty else { return nil }
    guard let end = rest.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn }) else {
      defer { rest = rest[rest.endIndex...] }
      return rest
    }
    let line = rest[rest.startIndex..<end]
    var next = end + 1
    if rest[end] == .carriageReturn, next < rest.endIndex, rest[next] == .lineFeed { next += 1 }
    rest = rest[next...]
    return line
  }
}

extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20

  var isBlank: Bool { self == .space || self == .tab }

  var isWhitespace: Bool { isBlank || self == .lineFeed || self == .carriageReturn }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the 65 control characters.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension Bytes {
  /// Without white space at the ends.
  var trimmed: Bytes {
    var bytes = self
    while bytes.first?.isWhitespace == true { bytes.removeFirst() }
    while bytes.last?.isWhitespace == true { bytes.removeLast() }
    return bytes
  }

  /// Small letters and marks of ASCII, for names of headers, types and parameters; everything
  /// else is dropped.
  var name: String {
    String(
      decoding: lazy.filter { (0x21...0x7E).contains($0) }.map(\.lowercased), as: UTF8.self)
  }
}
