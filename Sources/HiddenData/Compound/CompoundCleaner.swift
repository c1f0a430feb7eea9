package import Documents

/// Takes out of an old document what can be taken out without rewriting it: the properties and what stayed
/// behind in unused parts. For the rest it has to be saved in a format of today.
package enum CompoundCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let file = try CompoundFile(bytes)
    if let damage = file.damages.first { throw .broken(damage) }
    let kind = CompoundInspector.kind(of: file)
    guard [.workbook, .document, .message].contains(kind) else {
      throw Unreadable(.unknownFormat, "This kind of file is not cleaned here.")
    }
    var cleaned = bytes
    for slack in file.slack { blank(slack.ranges, in: &cleaned) }
    // An entry that is not used points nowhere.
    for entry in file.entries where entry.kind == .unused || entry.path == nil {
      blank([entry.place..<(entry.place + 128)], in: &cleaned)
      cleaned.replaceSubrange(
        (entry.place + 68)..<(entry.place + 80), with: Array(repeating: 0xFF, count: 12))
    }
    for entry in file.children() where entry.kind == .stream && entry.name.hasPrefix("\u{5}") {
      _ = try file.data(of: entry)
      put(emptyProperties(of: entry), over: entry, of: file, in: &cleaned)
    }
    if kind == .workbook { try cleanWorkbook(file, &cleaned) }
    if kind == .document { try cleanDocument(file, &cleaned) }
    return cleaned
  }

  private static func cleanWorkbook(
    _ file: CompoundFile, _ cleaned: inout [UInt8]
  ) throws(Unreadable) {
    for entry in OldWorkbookInspector.streams(of: file) {
      let workbook = try BIFFWorkbook(try file.data(of: entry))
      guard !workbook.isEncrypted else { throw .locked("The workbook") }
      blank(
        OldWorkbookInspector.rest(of: entry, from: workbook.lastByte, in: file).ranges, in: &cleaned
      )
      guard let place = workbook.writerPlace else { continue }
      // A name of no letters, filled up with blanks as Excel does.
      let length = workbook.page == nil ? [0, 0, 0] : [UInt8(0)]
      let blankName = length + Array(repeating: 0x20, count: max(0, place.count - length.count))
      let ranges = CompoundFile.pieces(of: place, file.ranges(of: entry, from: 0))
      put(Array(blankName.prefix(place.count)), over: ranges, in: &cleaned)
    }
  }

  /// Puts blanks over the letters of the tables that name people; what points into them stays right.
  private static func cleanDocument(
    _ file: CompoundFile, _ cleaned: inout [UInt8]
  ) throws(Unreadable) {
    let document = try OldWordFile(file)
    guard let entry = file.entry(document.tableName) else { return }
    let sectors = file.ranges(of: entry, from: 0)
    for number in OldWordTables.ofPeople {
      let table = try document.structure(number)
      guard !table.isEmpty else { continue }
      var reader = ByteReader(Array(table))
      let (places, isWide) = try OldWordTables.places(&reader)
      for place in places where !place.isEmpty {
        let start = table.startIndex + place.lowerBound
        let blanks = (0..<place.count).map { isWide && $0 % 2 == 1 ? UInt8(0) : 0x20 }
        let ranges = CompoundFile.pieces(of: start..<(start + place.count), sectors)
        put(blanks, over: ranges, in: &cleaned)
      }
    }
  }

  private static func blank(_ ranges: [Range<Int>], in bytes: inout [UInt8]) {
    for range in ranges { for index in range { bytes[index] = 0 } }
  }

  private static func put(
    _ data: [UInt8], over entry: CompoundEntry, of file: CompoundFile, in bytes: inout [UInt8]
  ) {
    let ranges = file.ranges(of: entry, from: 0)
    put(data, over: CompoundFile.pieces(of: 0..<entry.size, ranges), in: &bytes)
  }

  private static func put(_ data: [UInt8], over ranges: [Range<Int>], in bytes: inout [UInt8]) {
    var rest = data[...]
    for range in ranges {
      let part = rest.prefix(range.count)
      rest = rest.dropFirst(part.count)
      bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + part.count), with: part)
    }
  }

  /// A set of properties that says nothing but how it is written, filled up with zeros.
  private static func emptyProperties(of entry: CompoundEntry) -> [UInt8] {
    var set: [UInt8] = [0xFE, 0xFF, 0, 0, 5, 1, 2, 0] + Array(repeating: 0, count: 16)
    let isSummary = entry.plainName == "SummaryInformation"
    set += [1, 0, 0, 0]
    set += isSummary ? PropertyInspector.summary : PropertyInspector.documentSummary
    set += [48, 0, 0, 0]
    set += [24, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0, 2, 0, 0, 0, 0xE4, 4, 0, 0]
    guard set.count <= entry.size else { return Array(repeating: 0, count: entry.size) }
    return set + Array(repeating: 0, count: entry.size - set.count)
  }
}
