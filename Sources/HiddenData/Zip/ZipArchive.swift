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
  /// Where the central directory is.
  package let directory: Range<Int>

  /// Reads the directory.
  ///
  /// - Throws: ``Unreadable`` where there is none, it contradicts the file, or it has too many entries.
  package init(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) {
    let end = try EndRecord(finding: bytes)
    guard end.count <= limits.entries else {
      throw .tooMuch("it is made of \(end.count) files; at most \(limits.entries) are opened")
    }
    var reader = ByteReader(bytes)
    // Bytes put before the archive move everything, and some programs correct for them.
    let shift = end.start - end.directorySize - end.directoryOffset
    let directoryStart = end.directoryOffset + max(shift, 0)
    reader.position = directoryStart
    var entries: [Entry] = []
    var covered: [Range<Int>] = []
    for _ in 0..<end.count {
      let (entry, whole) = try Self.entry(&reader, shift: max(shift, 0))
      entries.append(entry)
      covered.append(whole)
    }
    let directory = directoryStart..<max(directoryStart, reader.position)
    covered.append(directory)
    covered.append(end.start..<end.end)
    if let zip64 = end.zip64 { covered.append(zip64) }
    self.bytes = bytes
    self.entries = entries
    self.directory = directory
    comment = end.comment
    gaps = Self.gaps(covered, in: bytes.count)
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
    try Inflation.unpack(
      bytes, entry.data, method: entry.method, name: entry.name, checksum: entry.checksum,
      ratio: run.limits.ratio
    ) { (piece) throws(Unreadable) in
      try run.countUnpacked(piece.count)
      try take(piece)
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
    let name = decoded(try reader.take(nameLength), flags)
    let extra = try reader.take(extraLength)
    let comment = decoded(try reader.take(commentLength), flags)
    try ExtraField.widen(extra, size: &size, packed: &packed, header: &header)
    header += shift
    var local = ByteReader(reader.bytes)
    local.position = header
    guard try local.uint32() == 0x0403_4B50 else {
      throw .broken("'\(name)' is not where the directory of the ZIP file says")
    }
    try local.skip(2)
    let localFlags = try local.uint16()
    try local.skip(18)
    let localNameLength = Int(try local.uint16())
    let localExtraLength = Int(try local.uint16())
    let localName = decoded(try local.take(localNameLength), localFlags)
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

  /// Names are UTF-8 where the flag or the bytes say so; otherwise Latin-1 keeps every byte visible.
  private static func decoded(_ bytes: [UInt8], _ flags: UInt16) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
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
