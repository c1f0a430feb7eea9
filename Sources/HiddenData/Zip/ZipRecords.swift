import Documents

/// The record at the end of a ZIP file from which everything else is found.
struct EndRecord {
  var start: Int
  var end: Int
  var count: Int
  var directorySize: Int
  var directoryOffset: Int
  var comment: String
  /// Where the records of ZIP64 are, if there are any.
  var zip64: Range<Int>?

  /// Looks for it from the end: the last place where its signature stands and its comment fits.
  init(finding bytes: [UInt8]) throws(Unreadable) {
    var at = bytes.count - 22
    // Data after the archive may be longer than a comment can be, so all of the file is looked at.
    while at >= 0 {
      if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 5, bytes[at + 3] == 6 { break }
      at -= 1
    }
    guard at >= 0 else { throw .broken("it is packed (ZIP), and its directory is missing") }
    var reader = ByteReader(bytes)
    reader.position = at + 10
    count = Int(try reader.uint16())
    directorySize = Int(try reader.uint32())
    directoryOffset = Int(try reader.uint32())
    let length = Int(try reader.uint16())
    let present = min(length, bytes.count - reader.position)
    comment = String(decoding: try reader.take(present), as: UTF8.self)
    start = at
    end = reader.position
    if count == 0xFFFF || directorySize == 0xFFFF_FFFF || directoryOffset == 0xFFFF_FFFF {
      try widen(bytes)
    }
  }

  /// Takes the large numbers of ZIP64 where the locator stands before the record.
  private mutating func widen(_ bytes: [UInt8]) throws(Unreadable) {
    var reader = ByteReader(bytes)
    reader.position = start - 20
    guard start >= 20, try reader.uint32() == 0x0706_4B50 else { return }
    try reader.skip(4)
    let at = try reader.offset64()
    reader.position = at
    guard try reader.uint32() == 0x0606_4B50 else {
      throw .broken("the ZIP64 directory is missing")
    }
    try reader.skip(28)
    count = try reader.offset64()
    directorySize = try reader.offset64()
    directoryOffset = try reader.offset64()
    zip64 = at..<start
    start = at
  }
}

/// What follows the packed bytes of an entry whose size was not known when it was begun.
enum DataDescriptor {
  static func end(_ bytes: [UInt8], after position: Int) -> Int {
    let signed =
      position + 4 <= bytes.count && bytes[position] == 0x50 && bytes[position + 1] == 0x4B
      && bytes[position + 2] == 7 && bytes[position + 3] == 8
    let length = signed ? 16 : 12
    // With ZIP64 the sizes have eight bytes; then the next header stands eight bytes further on.
    for candidate in [length, length + 8] {
      let next = position + candidate
      if next + 2 <= bytes.count, bytes[next] == 0x50, bytes[next + 1] == 0x4B { return next }
    }
    return min(position + length, bytes.count)
  }
}

/// Extra fields: a row of tags and lengths.
enum ExtraField {
  /// The fields of one, by tag; a tail that is no field has the tag 0xFFFF.
  static func fields(_ bytes: [UInt8]) -> [(tag: UInt16, data: ArraySlice<UInt8>)] {
    var fields: [(tag: UInt16, data: ArraySlice<UInt8>)] = []
    var at = 0
    while at + 4 <= bytes.count {
      let tag = UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
      let length = Int(bytes[at + 2]) | Int(bytes[at + 3]) << 8
      guard at + 4 + length <= bytes.count else { break }
      fields.append((tag, bytes[(at + 4)..<(at + 4 + length)]))
      at += 4 + length
    }
    if at < bytes.count { fields.append((0xFFFF, bytes[at...])) }
    return fields
  }

  /// Puts the numbers of ZIP64 in place of those that were too large for 32 bits.
  static func widen(
    _ extra: [UInt8], size: inout Int, packed: inout Int, header: inout Int
  ) throws(Unreadable) {
    guard let field = fields(extra).first(where: { $0.tag == 1 }) else { return }
    var reader = ByteReader(Array(field.data))
    if size == 0xFFFF_FFFF { size = try reader.offset64() }
    if packed == 0xFFFF_FFFF { packed = try reader.offset64() }
    if header == 0xFFFF_FFFF { header = try reader.offset64() }
  }
}
