package import Documents

/// Reads numbers from bytes, lowest byte first, and never past their end.
package struct ByteReader {
  package let bytes: [UInt8]
  /// Where the next number is read; outside the bytes every reading fails.
  package var position = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes are left.
  package var left: Int { max(0, bytes.count - position) }

  package mutating func uint8() throws(Unreadable) -> UInt8 {
    let start = try advance(1)
    return bytes[start]
  }

  package mutating func uint16() throws(Unreadable) -> UInt16 {
    let start = try advance(2)
    return UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8
  }

  package mutating func uint32() throws(Unreadable) -> UInt32 {
    let low = UInt32(try uint16())
    return low | UInt32(try uint16()) << 16
  }

  package mutating func uint64() throws(Unreadable) -> UInt64 {
    let low = UInt64(try uint32())
    return low | UInt64(try uint32()) << 32
  }

  /// A number of 64 bits that is a place or a size in memory.
  package mutating func offset64() throws(Unreadable) -> Int {
    guard let value = Int(exactly: try uint64()) else {
      throw .broken("a number in it is beyond every size")
    }
    return value
  }

  package mutating func take(_ count: Int) throws(Unreadable) -> [UInt8] {
    let start = try advance(count)
    return Array(bytes[start..<(start + count)])
  }

  package mutating func skip(_ count: Int) throws(Unreadable) { _ = try advance(count) }

  private mutating func advance(_ count: Int) throws(Unreadable) -> Int {
    let start = position
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else {
      throw .broken("it breaks off")
    }
    position = start + count
    return start
  }
}
