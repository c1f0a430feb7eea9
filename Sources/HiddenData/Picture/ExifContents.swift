/// What an EXIF block gives away: place, words, a small copy of the picture, notes of the maker.
struct ExifContents {
  /// The place and what stands with it, line by line; empty where there is none.
  private(set) var place: [String] = []
  /// Names, numbers and remarks: what it is, and the words.
  private(set) var words: [(name: String, text: String)] = []
  /// The words that every camera writes: make, model, software.
  private(set) var camera: [(name: String, text: String)] = []
  private(set) var makerNote: [UInt8]?
  private(set) var thumbnail: Thumbnail?
  let isWhole: Bool

  struct Thumbnail {
    var bytes: [UInt8]
    var isJPEG: Bool
    var size: (Int, Int)?
  }

  /// Reads a block; nil where it is none.
  init?(_ block: some Collection<UInt8>) {
    guard let reader = ExifReader(block) else { return nil }
    isWhole = reader.isWhole
    place = Self.place(reader)
    for entry in reader.entries where entry.directory != .gps { take(entry, reader) }
    thumbnail = Self.thumbnail(reader)
  }

  private mutating func take(_ entry: ExifReader.Entry, _ reader: ExifReader) {
    switch entry.tag {
    case 0x927C, 0xC634:
      if entry.data.contains(where: { $0 != 0 }) {
        makerNote = (makerNote ?? []) + Array(entry.data)
      }
      return
    case 0x83BB, 0x8649, 0x02BC:
      // IPTC, Photoshop and XMP blocks inside TIFF: shown as the words in them.
      add(Self.names[entry.tag] ?? "block", ReadableText.runs(entry.data, least: 4))
      return
    default: break
    }
    if Self.silent.contains(entry.tag) { return }
    let text = Self.text(entry, isBig: reader.isBig).withoutOuterBlanks
    guard !text.isEmpty else { return }
    let name = Self.names[entry.tag] ?? "tag \(String(entry.tag, radix: 16, uppercase: true))"
    if Self.ordinary.contains(entry.tag) {
      camera.append((name, text))
    } else if !Self.boilerplate.contains(text.uppercased()) {
      add(name, text)
    }
  }

  private mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty, words.count < 200 { words.append((name, text)) }
  }

  /// The words of an entry; empty where it holds numbers.
  private static func text(_ entry: ExifReader.Entry, isBig: Bool) -> String {
    let data = entry.data
    switch (entry.tag, entry.type) {
    case (0x9286, _), (0x001B, _), (0x001C, _): return comment(data, isBig: isBig)
    case (0x9C9B...0x9C9F, _): return ReadableText.utf16(data, isBig: false)
    case (_, 2), (_, 129): return ReadableText.decoded(data).replacing("\0", with: " ")
    case (_, 1), (_, 7), (_, 6):
      // Bytes of no declared kind are words where nearly all of them are.
      let runs = ReadableText.runs(data, least: 5)
      return runs.utf8.count * 4 >= data.filter({ $0 != 0 }).count ? runs : ""
    default: return ""
    }
  }

  /// A text with its encoding named in the first eight bytes.
  static func comment(_ data: ArraySlice<UInt8>, isBig: Bool) -> String {
    let (code, rest) = (data.prefix(8), data.dropFirst(8))
    if code.starts(with: "UNICODE".utf8) {
      if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
        return ReadableText.decoded(rest)
      }
      // Many programs write it in their own order, not that of the block: zeros tell.
      let even = rest.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
      let odd = rest.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
      return ReadableText.utf16(rest, isBig: even == odd ? isBig : even > odd)
    }
    if code.starts(with: "ASCII".utf8) || code.starts(with: "JIS".utf8)
      || code.allSatisfy({ $0 == 0 })
    {
      return ReadableText.decoded(rest)
    }
    return ReadableText.decoded(data)
  }

  private static func thumbnail(_ reader: ExifReader) -> Thumbnail? {
    // Some cameras keep larger previews in further directories; the first one found is shown.
    for place in [ExifReader.Directory.thumbnail, .other, .main] {
      func value(_ tag: UInt16) -> Int? {
        reader.first(tag, in: place).flatMap { reader.numbers($0).first }
      }
      var start = value(0x0201)
      var length = value(0x0202)
      let isJPEG = start != nil
      if start == nil, place != .main {
        start = value(0x0111)
        length = value(0x0117)
      }
      guard let start, let length, length > 0, start > 0, start < reader.bytes.count else {
        continue
      }
      var size: (Int, Int)?
      if let width = value(0x0100), let height = value(0x0101) { size = (width, height) }
      let end = start + min(length, reader.bytes.count - start)
      return Thumbnail(
        bytes: Array(reader.bytes[start..<end]), isJPEG: isJPEG, size: size)
    }
    return nil
  }
}
