import Documents

/// Reads texts that may go on over several records.
///
/// Where letters go on in the next record, its first byte says anew how wide they are.
struct BIFFText {
  private let bytes: [UInt8]
  private let bodies: [Range<Int>]
  private var body = 0
  private var position: Int

  init(_ bytes: [UInt8], _ bodies: [Range<Int>], skipping: Int = 0) {
    self.bytes = bytes
    self.bodies = bodies
    position = bodies.first?.lowerBound ?? 0
    skip(skipping)
  }

  /// Whether there is nothing left.
  var isAtEnd: Bool {
    body >= bodies.count || body == bodies.count - 1 && position >= bodies[body].upperBound
  }

  private mutating func settle() -> Bool {
    while body < bodies.count, position >= bodies[body].upperBound {
      body += 1
      if body < bodies.count { position = bodies[body].lowerBound }
    }
    return body < bodies.count
  }

  /// The next byte; nil at the end.
  mutating func uint8() -> Int? {
    guard settle() else { return nil }
    defer { position += 1 }
    return Int(bytes[position])
  }

  mutating func uint16() -> Int? {
    guard let low = uint8(), let high = uint8() else { return nil }
    return low | high << 8
  }

  mutating func uint32() -> Int? {
    guard let low = uint16(), let high = uint16() else { return nil }
    return low | high << 16
  }

  mutating func skip(_ count: Int) {
    var left = count
    while left > 0, settle() {
      let step = min(left, bodies[body].upperBound - position)
      position += step
      left -= step
    }
  }

  /// Letters of BIFF8 behind the byte that says how wide they are; fewer where the records end.
  mutating func letters(_ count: Int, isWide: Bool) -> String {
    var isWide = isWide
    var units: [UInt16] = []
    while units.count < count {
      if body < bodies.count, position >= bodies[body].upperBound {
        guard settle(), let flags = uint8() else { break }
        isWide = flags & 1 != 0
      }
      guard let unit = isWide ? uint16() : uint8() else { break }
      units.append(UInt16(truncatingIfNeeded: unit))
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Letters of BIFF5, a byte each.
  mutating func letters(_ count: Int, page: CodePage) -> String {
    var text: [UInt8] = []
    while text.count < count, let byte = uint8() { text.append(UInt8(byte)) }
    return page.decode(text)
  }

  /// A text of the shared strings: its letters, and from which letter on which font holds.
  mutating func rich() -> BIFFString? {
    guard let count = uint16(), let flags = uint8() else { return nil }
    let runs = flags & 8 != 0 ? uint16() ?? 0 : 0
    let further = flags & 4 != 0 ? uint32() ?? 0 : 0
    var string = BIFFString(text: letters(count, isWide: flags & 1 != 0))
    for _ in 0..<runs {
      guard let at = uint16(), let font = uint16() else { break }
      string.runs.append((at, font))
    }
    skip(further)
    return string
  }
}

/// A text of a cell, with its fonts where it has several.
struct BIFFString {
  var text: String
  var runs: [(at: Int, font: Int)] = []
}
