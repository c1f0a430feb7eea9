/// A way to damage a file; the same number damages the same file in the same way on every machine.
enum Mutation: CustomStringConvertible {
  /// Only the first bytes are left.
  case cut(Int)
  /// One byte is another.
  case flip(at: Int, mask: UInt8)

  /// - Parameters:
  ///   - number: below `cuts` the file is cut at one of as many points, evenly spread, the last of which
  ///     is its end; from there on a byte is flipped.
  ///   - count: of the bytes of the file; more than none.
  init(_ number: Int, cuts: Int, of count: Int) {
    if number < cuts {
      self = .cut(count * (number + 1) / cuts)
      return
    }
    var chance = SplitMix(state: UInt64(number) << 32 ^ UInt64(count))
    self = .flip(at: Int(chance.next() % UInt64(count)), mask: UInt8(1 + chance.next() % 255))
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .cut(let count): return Array(bytes.prefix(count))
    case .flip(let place, let mask):
      var bytes = bytes
      bytes[place] ^= mask
      return bytes
    }
  }

  var description: String {
    switch self {
    case .cut(let count): "cut to \(count) bytes"
    case .flip(let place, let mask): "byte \(place) flipped with \(mask)"
    }
  }
}

/// Numbers that look random and are the same everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
