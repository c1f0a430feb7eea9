import Documents

/// The records of a part of a binary workbook ([MS-XLSB] 2.1.4): a type, a length and data.
struct BinaryRecords {
  /// What a record is, by its number in the format's description.
  enum Kind: Int {
    case row = 0
    case rk = 2
    case error = 3
    case boolean = 4
    case real = 5
    case text = 6
    case shared = 7
    case formulaText = 8
    case formulaReal = 9
    case formulaBoolean = 10
    case formulaError = 11
    case sharedString = 19
    case name = 39
    case column = 60
    case sheet = 156
    case merge = 176
    case author = 632
    case commentBegin = 635
    case commentText = 637
  }

  private var reader: ByteReader

  init(_ bytes: [UInt8]) { reader = ByteReader(bytes) }

  /// The next record that is known here; nil at the end.
  mutating func next() throws(Unreadable) -> (kind: Kind, data: ByteReader)? {
    while reader.left > 0 {
      var type = Int(try reader.uint8())
      if type & 0x80 != 0 { type = type & 0x7F | Int(try reader.uint8() & 0x7F) << 7 }
      var length = 0
      for shift in 0..<4 {
        let byte = try reader.uint8()
        length |= Int(byte & 0x7F) << (7 * shift)
        if byte & 0x80 == 0 { break }
      }
      guard let kind = Kind(rawValue: type) else {
        try reader.skip(length)
        continue
      }
      return (kind, ByteReader(try reader.take(length)))
    }
    return nil
  }
}

extension ByteReader {
  /// A text with its length in characters before it.
  mutating func wideString() throws(Unreadable) -> String {
    let count = Int(try uint32())
    guard count != 0xFFFF_FFFF else { return "" }
    guard count <= left / 2 else { throw .broken("a text in it breaks off") }
    var units: [UInt16] = []
    for _ in 0..<count { units.append(try uint16()) }
    return String(decoding: units, as: UTF16.self)
  }

  /// A number of eight bytes as a floating-point number.
  mutating func double() throws(Unreadable) -> Double { Double(bitPattern: try uint64()) }

  /// A number packed into four bytes: 30 bits of one or the other kind, perhaps a hundredth of it.
  mutating func packedNumber() throws(Unreadable) -> Double {
    let bits = try uint32()
    let number =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & ~3) << 32)
    return bits & 1 != 0 ? number / 100 : number
  }
}
