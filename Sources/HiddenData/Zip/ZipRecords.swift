import Documents

/// The record at the end of a ZIP file from which everything else is found.
struct EndRecord {
  /// Where the records at the end begin, those of ZIP64 counted in.
  var start: Int
  var end: Int
  var count: Int
  var directorySize: Int
  var directoryOffset: Int
  var comment: String

  /// Where the directory begins in the file, and how far bytes put before the archive have moved everything.
  var directory: (start: Int, shift: Int)

  /// Looks for it from the end: the last place where its signature stands and leads to a directory. Data
  /// after the archive may be longer than a comment can be, and hold the signature, so all of it is looked at.
  init(finding bytes: [UInt8]) throws(Unreadable) {
    var at = bytes.count - 22
    var tried = 0
    while at >= 0 {
      if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 5, bytes[at + 3] == 6 {
        if let record = try? EndRecord(bytes, at: at) {
          self = record
          return
        }
        tried += 1
        guard tried < 1_000 else { break }
      }
      at -= 1
    }
    throw .broken("it is packed (ZIP), and its directory is missing")
  }

  private init(_ bytes: [UInt8], at: Int) throws(Unreadable) {
    var reader = ByteReader(bytes)
    reader.position = at + 10
    count = Int(try reader.uint16())
    directorySize = Int(try reader.uint32())
    directoryOffset = Int(try reader.uint32())
    let length = Int(try reader.uint16())
    let present = min(length, bytes.count - reader.position)
    comment = ZipText.decoded(try reader.take(present))
    start = at
    end = reader.position
    directory = (0, 0)
    try widen(bytes)
    directory = try place(bytes)
  }

  /// Takes the large numbers of ZIP64 where there are any. Some programs write its records into small files
  /// too, with the true numbers in the plain one.
  private mutating func widen(_ bytes: [UInt8]) throws(Unreadable) {
    guard start >= 20 + 56 else { return }
    var reader = ByteReader(bytes)
    reader.position = start - 20
    guard try reader.uint32() == 0x0706_4B50 else { return }
    try reader.skip(4)
    // Where bytes were put before the archive the record is just before its locator all the same.
    for at in [try reader.offset64(), start - 76] where at <= start - 76 {
      reader.position = at
      guard try reader.uint32() == 0x0606_4B50 else { continue }
      try reader.skip(28)
      let large = (try reader.offset64(), try reader.offset64(), try reader.offset64())
      if count == 0xFFFF { count = large.0 }
      if directorySize == 0xFFFF_FFFF { directorySize = large.1 }
      if directoryOffset == 0xFFFF_FFFF { directoryOffset = large.2 }
      start = at
      return
    }
  }

  private func place(_ bytes: [UInt8]) throws(Unreadable) -> (start: Int, shift: Int) {
    guard directorySize <= start, directoryOffset <= start else {
      throw .broken("the directory of the ZIP file is not where it says")
    }
    let before = start - directorySize
    if count == 0 && directorySize == 0 { return (start, 0) }
    for place in [before, directoryOffset] where place + 4 <= bytes.count {
      if bytes[place..<(place + 4)].elementsEqual([0x50, 0x4B, 1, 2]) {
        return (place, max(0, place - directoryOffset))
      }
    }
    throw .broken("the directory of the ZIP file is not where it says")
  }
}

/// Names and comments in ZIP files.
enum ZipText {
  /// UTF-8 where the bytes are; otherwise Latin-1 keeps every byte visible.
  static func decoded(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}

/// What follows the packed bytes of an entry whose size was not known when it was begun.
enum DataDescriptor {
  static func end(_ bytes: [UInt8], after position: Int) -> Int {
    // Some programs say that there is one and write none: then a header follows at once.
    if position + 4 <= bytes.count, bytes[position] == 0x50, bytes[position + 1] == 0x4B,
      bytes[position + 2] == 1 && bytes[position + 3] == 2
        || bytes[position + 2] == 3 && bytes[position + 3] == 4
    {
      return position
    }
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
