package import Documents

/// The directory of a ZIP file, as APPNOTE.TXT 6.3.10 describes it (ZIP64 too), with what lies around it.
///
/// The bytes are read as they are and nothing is taken on trust: a name is what the directory says, a size
/// is checked while unpacking, and what no entry of the directory covers is in ``gaps``.
package struct ZipArchive {
  /// A file in the archive, as the central directory tells of it.
  package struct Entry: Sendable {
    package var name: String
    /// 0 stored, 8 deflated; others are not unpacked.
    package var method: UInt16
    package var flags: UInt16
    package var checksum: UInt32
    package var packedSize: Int
    package var size: Int
    /// Where its local header begins.
    package var header: Int
    /// Where its packed bytes are.
    package var data: Range<Int>
    /// The extra field in the directory and in the local header.
    package var extra: [UInt8]
    package var localExtra: [UInt8]
    /// The name in the local header, where it is another.
    package var localName: String?
    package var comment: String
    /// The system that made it, in the upper byte: 3 is Unix.
    package var madeBy: UInt16
    package var externalAttributes: UInt32
    package var isEncrypted: Bool { flags & 1 != 0 }
    package var isFolder: Bool { name.hasSuffix("/") }
  }

  package let bytes: [UInt8]
  package let entries: [Entry]
  package let comment: String
  /// Ranges of the file that neither an entry nor the directory covers, those of no length left out.
  package let gaps: [Range<Int>]
  /// How many entries the record at the end tells of; ``entries`` holds those that there are.
  package let claimedCount: Int
  /// Where the central directory is.
  package let directory: Range<Int>

  /// Reads the directory.
  ///
  /// - Throws: ``Unreadable`` where there is none, it contradicts the file, or it has too many entries.
  package init(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) {
    let end = try EndRecord(finding: bytes)
    var reader = ByteReader(bytes)
    let (start, shift) = end.directory
    reader.position = start
    var entries: [Entry] = []
    var covered: [Range<Int>] = []
    // The number of entries may lie: what stands in the directory counts.
    while reader.position < end.start, Self.isEntry(bytes, at: reader.position) {
      guard entries.count < limits.entries else {
        throw .tooMuch("it is made of more than \(limits.entries) files")
      }
      let (entry, whole) = try Self.entry(&reader, shift: shift)
      entries.append(entry)
      covered.append(whole)
    }
    let directory = start..<max(start, min(reader.position, end.start))
    covered.append(directory)
    covered.append(end.start..<end.end)
    self.bytes = bytes
    self.entries = entries
    self.directory = directory
    claimedCount = end.count
    comment = end.comment
    gaps = Self.gaps(covered, in: bytes.count)
    try Self.refuseOverlaps(entries, directory)
  }

  private static func isEntry(_ bytes: [UInt8], at position: Int) -> Bool {
    position + 4 <= bytes.count
      && bytes[position..<(position + 4)].elementsEqual([0x50, 0x4B, 1, 2])
  }

  /// Entries that lie in each other unpack to far more than the file seems to hold. Two that are the very
  /// same bytes are one entry listed twice.
  private static func refuseOverlaps(
    _ entries: [Entry], _ directory: Range<Int>
  ) throws(Unreadable) {
    var ranges = Set(entries.map { $0.header..<$0.data.upperBound })
    if !directory.isEmpty { ranges.insert(directory) }
    var end = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard range.lowerBound >= end else {
        throw .tooMuch("files packed in it lie in each other, as only a trap has them")
      }
      end = range.upperBound
    }
  }

  /// The unpacked bytes of an entry.
  ///
  /// - Throws: ``Unreadable`` where it is encrypted, packed in another way, damaged or beyond a limit.
  package func unpack(_ entry: Entry, run: InspectionRun) throws(Unreadable) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(entry.size, run.limits.part))
    try unpack(entry, run: run) { (piece) throws(Unreadable) in
      guard result.count + piece.count <= run.limits.part else {
        throw .tooMuch("'\(entry.name)' unpacks to more than \(run.limits.part) bytes")
      }
      result += piece
    }
    return result
  }

  /// Unpacks an entry piece by piece, in constant memory; its size and checksum are checked at the end.
  package func unpack(
    _ entry: Entry, run: InspectionRun,
    to take: (UnsafeRawBufferPointer) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard !entry.isEncrypted else { throw .locked("'\(entry.name)'") }
    var size = 0
    try Inflation.unpack(
      bytes, entry.data, method: entry.method, name: entry.name, checksum: entry.checksum,
      ratio: run.limits.ratio
    ) { (piece) throws(Unreadable) in
      try run.countUnpacked(piece.count)
      size += piece.count
      try take(piece)
    }
    guard size == entry.size else {
      throw .broken("'\(entry.name)' is not as long as the directory of the ZIP file says")
    }
  }

  private static func entry(
    _ reader: inout ByteReader, shift: Int
  ) throws(Unreadable) -> (Entry, whole: Range<Int>) {
    guard try reader.uint32() == 0x0201_4B50 else {
      throw .broken("the directory of the ZIP file is not whole")
    }
    let madeBy = try reader.uint16()
    try reader.skip(2)
    let flags = try reader.uint16()
    let method = try reader.uint16()
    try reader.skip(4)
    let checksum = try reader.uint32()
    var packed = Int(try reader.uint32())
    var size = Int(try reader.uint32())
    let nameLength = Int(try reader.uint16())
    let extraLength = Int(try reader.uint16())
    let commentLength = Int(try reader.uint16())
    try reader.skip(4)
    let external = try reader.uint32()
    var header = Int(try reader.uint32())
    let name = ZipText.decoded(try reader.take(nameLength))
    let extra = try reader.take(extraLength)
    let comment = ZipText.decoded(try reader.take(commentLength))
    try ExtraField.widen(extra, size: &size, packed: &packed, header: &header)
    guard header >= 0, header <= reader.bytes.count - shift else {
      throw .broken("'\(name)' is not where the directory of the ZIP file says")
    }
    header += shift
    var local = ByteReader(reader.bytes)
    local.position = header
    guard try local.uint32() == 0x0403_4B50 else {
      throw .broken("'\(name)' is not where the directory of the ZIP file says")
    }
    try local.skip(2)
    try local.skip(20)
    let localNameLength = Int(try local.uint16())
    let localExtraLength = Int(try local.uint16())
    let localName = ZipText.decoded(try local.take(localNameLength))
    let localExtra = try local.take(localExtraLength)
    let start = local.position
    guard packed >= 0, packed <= reader.bytes.count - start else {
      throw .broken("'\(name)' in the ZIP file breaks off")
    }
    var end = start + packed
    if flags & 8 != 0 { end = DataDescriptor.end(reader.bytes, after: end) }
    return (
      Entry(
        name: name, method: method, flags: flags, checksum: checksum, packedSize: packed,
        size: size, header: header, data: start..<(start + packed), extra: extra,
        localExtra: localExtra, localName: localName == name ? nil : localName, comment: comment,
        madeBy: madeBy, externalAttributes: external),
      header..<end
    )
  }

  private static func gaps(_ covered: [Range<Int>], in count: Int) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var position = 0
    for range in covered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > position { gaps.append(position..<range.lowerBound) }
      position = max(position, range.upperBound)
    }
    if position < count { gaps.append(position..<count) }
    return gaps
  }
}
