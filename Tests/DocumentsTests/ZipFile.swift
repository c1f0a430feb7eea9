/// Builds ZIP files for tests, byte by byte.
struct ZipFile {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// The bytes of the file.
  var bytes: [UInt8] {
    let start = UInt32(body.count)
    return body + directory + Self.number(0x0605_4B50 as UInt32) + [0, 0, 0, 0]
      + Self.number(UInt16(clamping: count)) + Self.number(UInt16(clamping: count))
      + Self.number(UInt32(directory.count)) + Self.number(start) + [0, 0]
  }

  init(_ files: [(String, String)] = []) {
    for (name, text) in files { add(name, Array(text.utf8)) }
  }

  /// Adds a file as it is.
  mutating func add(_ name: String, _ content: [UInt8]) {
    add(name, packed: content, size: content.count, sum: Self.sum(content), method: 0)
  }

  /// Adds a file that unpacks to a letter repeated over and over.
  mutating func addBomb(_ name: String, size: Int) {
    var bits = Bits()
    bits.append(0b011, 3)  // the last block, in the fixed code
    bits.appendCode(0x30 + 0x61, 8)  // "a"
    for _ in 0..<(size / 258) {
      bits.appendCode(0b1100_0101, 8)  // 258 more
      bits.appendCode(0, 5)  // from one back
    }
    bits.appendCode(0, 7)
    add(name, packed: bits.bytes, size: size / 258 * 258 + 1, sum: 0, method: 8)
  }

  private mutating func add(
    _ name: String, packed: [UInt8], size: Int, sum: UInt32, method: UInt16
  ) {
    let offset = UInt32(body.count)
    let common =
      Self.number(20 as UInt16) + [0, 0] + Self.number(method) + [0, 0, 0x21, 0x58]
      + Self.number(sum) + Self.number(UInt32(packed.count)) + Self.number(UInt32(size))
      + Self.number(UInt16(name.utf8.count)) + [0, 0]
    body += Self.number(0x0403_4B50 as UInt32) + common + name.utf8 + packed
    directory += Self.number(0x0201_4B50 as UInt32) + [20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + Self.number(offset) + name.utf8
    count += 1
  }

  private static func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var used = 8

    /// Numbers go from the lowest bit up.
    mutating func append(_ value: Int, _ count: Int) {
      for bit in 0..<count { append(value >> bit & 1) }
    }

    /// Codes go from the highest bit down.
    mutating func appendCode(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { append(value >> bit & 1) }
    }

    private mutating func append(_ bit: Int) {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit << used)
      used += 1
    }
  }
}
