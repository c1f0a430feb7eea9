import Documents

/// A file whose bytes are still in a ZIP file though its directory does not list it any more.
struct LostEntry {
  var name: String
  /// Header and packed bytes.
  var range: Range<Int>
  /// The file, or the packed bytes where they cannot be unpacked.
  var contents: [UInt8]

  /// Those in a range of the file, in order.
  static func all(in bytes: [UInt8], _ range: Range<Int>, run: InspectionRun) -> [LostEntry] {
    var found: [LostEntry] = []
    var at = range.lowerBound
    while let start = header(in: bytes, at..<range.upperBound), found.count < run.limits.entries {
      if let lost = try? LostEntry(bytes, at: start, end: range.upperBound, run: run) {
        found.append(lost)
        at = max(lost.range.upperBound, start + 4)
      } else {
        at = start + 4
      }
    }
    return found
  }

  private static func header(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at + 30 <= range.upperBound {
      if bytes[at] == 0x50, bytes[at + 1] == 0x4B, bytes[at + 2] == 3, bytes[at + 3] == 4 {
        return at
      }
      at += 1
    }
    return nil
  }

  private init(
    _ bytes: [UInt8], at start: Int, end: Int, run: InspectionRun
  ) throws(Unreadable) {
    var reader = ByteReader(bytes)
    reader.position = start + 6
    let flags = try reader.uint16()
    let method = try reader.uint16()
    try reader.skip(8)
    let claimed = Int(try reader.uint32())
    try reader.skip(4)
    let nameLength = Int(try reader.uint16())
    let extraLength = Int(try reader.uint16())
    name = ZipText.decoded(try reader.take(nameLength))
    try reader.skip(extraLength)
    let data = reader.position
    guard nameLength > 0, data <= end else { throw .broken("a lost header") }
    let known = flags & 8 == 0 && claimed <= end - data
    var packed = data..<(known ? data + claimed : end)
    if !known, method != 8 {
      // Its length was never written; the next record ends it.
      packed = data..<(Self.record(in: bytes, data..<end) ?? end)
    }
    contents = Array(bytes[packed])
    if flags & 1 == 0, method == 8,
      let unpacked = try? Inflation.inflate(
        bytes, packed, window: -15, most: run.limits.part, name: name)
    {
      try run.countUnpacked(unpacked.data.count)
      contents = unpacked.data
      packed = data..<(data + unpacked.used)
    }
    var last = packed.upperBound
    if flags & 8 != 0 { last = min(end, DataDescriptor.end(bytes, after: last)) }
    range = start..<max(last, data)
  }

  private static func record(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      if bytes[at] == 0x50, bytes[at + 1] == 0x4B,
        [[1, 2], [3, 4], [7, 8]].contains([bytes[at + 2], bytes[at + 3]])
      {
        return at
      }
      at += 1
    }
    return nil
  }
}
