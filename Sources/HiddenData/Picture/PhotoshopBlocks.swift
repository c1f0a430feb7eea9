/// Photoshop's image resources (8BIM) and the IPTC datasets in them.
struct PhotoshopBlocks {
  /// What stands in them in words: what it is, and the text.
  private(set) var words: [(name: String, text: String)] = []
  /// A small copy of the picture (JPEG).
  private(set) var thumbnail: [UInt8]?
  private(set) var exif: [UInt8]?
  private(set) var xmp: [UInt8]?

  init(_ block: some Collection<UInt8>) {
    let bytes = Array(block)
    var at = 0
    while at + 12 <= bytes.count {
      let kind = bytes[at..<(at + 4)]
      guard
        ["8BIM", "MeSa", "AgHg", "PHUT", "DCSR"].contains(where: { kind.elementsEqual($0.utf8) })
      else {
        at += 1
        continue
      }
      let id = Int(bytes[at + 4]) << 8 | Int(bytes[at + 5])
      let nameLength = Int(bytes[at + 6])
      // Name and data are each filled to an even length.
      let sizeAt = at + 6 + (nameLength + 2) / 2 * 2
      guard sizeAt + 4 <= bytes.count else { break }
      let name = ReadableText.decoded(bytes[(at + 7)..<(at + 7 + nameLength)])
      let size = bytes[sizeAt..<(sizeAt + 4)].reduce(0) { $0 << 8 | Int($1) }
      let start = sizeAt + 4
      let end = start + min(size, bytes.count - start)
      take(id, name, bytes[start..<end])
      at = end + size % 2
    }
    // Some programs put the datasets into the segment without any block around them.
    if words.isEmpty, thumbnail == nil, bytes.first == 0x1C { takeDatasets(bytes[...]) }
  }

  private mutating func take(_ id: Int, _ name: String, _ data: ArraySlice<UInt8>) {
    if !name.withoutOuterBlanks.isEmpty { words.append(("name of a block", name)) }
    switch id {
    case 0x0404: takeDatasets(data)
    case 0x0409, 0x040C: if data.count > 28 { thumbnail = Array(data.dropFirst(28)) }
    case 0x0422, 0x0423: exif = Array(data)
    case 0x0424: xmp = Array(data)
    case 0x03E8...0x03EF, 0x03F1...0x03FF, 0x0400...0x0402, 0x0405...0x0408, 0x040A,
      0x040D...0x0416,
      0x0419, 0x041B, 0x0421, 0x0425...0x0428, 0x043B, 0x0BB7, 0x2710:
      // Settings of the program.
      return
    default:
      let text = ReadableText.runs(data, least: id == 0x03F0 || id == 0x040B ? 1 : 6)
      if !text.isEmpty { words.append(("Photoshop block \(id)", text)) }
    }
  }

  private mutating func takeDatasets(_ data: ArraySlice<UInt8>) {
    for (record, number, value) in IPTCDatasets(data).values {
      // The character set and the version of the record are settings.
      if record == 1 && number != 0 && value.count < 3 { continue }
      if (record, number) == (1, 90) || number == 0 { continue }
      let text = ReadableText.decoded(value).withoutOuterBlanks
      guard !text.isEmpty, words.count < 300 else { continue }
      let name = record == 2 ? IPTCDatasets.names[number] : nil
      words.append((name ?? "IPTC \(record):\(number)", text))
    }
  }
}

/// A row of IPTC datasets (IIM 4).
struct IPTCDatasets {
  private(set) var values: [(record: UInt8, number: UInt8, data: ArraySlice<UInt8>)] = []

  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    while at + 5 <= bytes.endIndex {
      guard bytes[at] == 0x1C else {
        at += 1
        continue
      }
      var length = Int(bytes[at + 3]) << 8 | Int(bytes[at + 4])
      var start = at + 5
      if length & 0x8000 != 0 {
        // A longer length follows in that many bytes.
        let more = length & 0x7FFF
        guard more <= 4, start + more <= bytes.endIndex else { break }
        length = bytes[start..<(start + more)].reduce(0) { $0 << 8 | Int($1) }
        start += more
      }
      let end = start + min(length, bytes.endIndex - start)
      values.append((bytes[at + 1], bytes[at + 2], bytes[start..<end]))
      at = end
    }
  }

  static let names: [UInt8: String] = [
    5: "object name", 7: "edit status", 15: "category", 20: "further category", 25: "keyword",
    26: "place code", 27: "place", 40: "instructions", 55: "created", 60: "time", 65: "program",
    80: "byline", 85: "title of the author", 90: "city", 92: "district", 95: "county",
    100: "country code",
    101: "country", 103: "transmission", 105: "headline", 110: "credit", 115: "source",
    116: "copyright", 118: "contact", 120: "caption", 122: "caption writer",
  ]
}
