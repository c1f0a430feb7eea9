import Documents

/// The directories of an EXIF block (TIFF 6.0, Exif 3.0), read without trust in its offsets.
struct ExifReader {
  /// One entry, with the bytes that it points to.
  struct Entry {
    var directory: Directory
    var tag: UInt16
    var type: UInt16
    var count: Int
    var data: ArraySlice<UInt8>
  }

  enum Directory: Hashable {
    case main, exif, gps, interoperability, thumbnail, other
  }

  let bytes: [UInt8]
  let isBig: Bool
  private(set) var entries: [Entry] = []
  /// Whether every directory and value lies within the block.
  private(set) var isWhole = true
  private var seen: Set<Int> = []

  /// Reads a block that begins with its byte order; nil where it does not.
  init?(_ block: some Collection<UInt8>) {
    bytes = Array(block)
    guard bytes.count >= 8 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0x49, 0x49): isBig = false
    case (0x4D, 0x4D): isBig = true
    default: return nil
    }
    guard let first = number(4, 4) else { return nil }
    var next = first
    var place = Directory.main
    // A chain of directories: the picture, its thumbnail, rarely more.
    while next != 0 {
      guard let following = read(next, as: place) else { break }
      next = following
      place = place == .main ? .thumbnail : .other
    }
  }

  /// The first entry of a tag.
  func first(_ tag: UInt16, in directory: Directory) -> Entry? {
    entries.first { $0.tag == tag && $0.directory == directory }
  }

  /// Whole numbers of an entry.
  func numbers(_ entry: Entry) -> [Int] {
    let size = Self.size(of: entry.type)
    guard (1...4).contains(size) else { return [] }
    return stride(from: entry.data.startIndex, to: entry.data.endIndex - size + 1, by: size)
      .prefix(1_024).compactMap { number($0, size) }
  }

  /// Fractions of an entry; one with a zero below is left out.
  func fractions(_ entry: Entry) -> [Double] {
    guard entry.type == 5 || entry.type == 10 else { return numbers(entry).map(Double.init) }
    return stride(from: entry.data.startIndex, to: entry.data.endIndex - 7, by: 8).prefix(64)
      .compactMap { at in
        guard var top = number(at, 4), var bottom = number(at + 4, 4), bottom != 0 else {
          return nil
        }
        if entry.type == 10 {
          top = Int(Int32(truncatingIfNeeded: top))
          bottom = Int(Int32(truncatingIfNeeded: bottom))
        }
        return Double(top) / Double(bottom)
      }
  }

  private static let mostEntries = 4_096

  /// Reads a directory and those below it; the offset of the next one, or nil at a loop or an end.
  private mutating func read(_ offset: Int, as place: Directory) -> Int? {
    guard seen.insert(offset).inserted, seen.count <= 64 else { return nil }
    guard let count = number(offset, 2) else {
      isWhole = false
      return nil
    }
    for index in 0..<count {
      let at = offset + 2 + index * 12
      guard entries.count < Self.mostEntries, let tag = number(at, 2), let type = number(at + 2, 2),
        let items = number(at + 4, 4), let value = number(at + 8, 4)
      else {
        isWhole = false
        return nil
      }
      let size = Self.size(of: UInt16(type))
      // A type that does not exist: what it would hold cannot be told, its four bytes are kept.
      let length = size == 0 ? 4 : items.multipliedReportingOverflow(by: size).partialValue
      let start = length <= 4 ? at + 8 : value
      let end = min(bytes.count, start + max(0, min(length, bytes.count)))
      if start > bytes.count || start + length > bytes.count { isWhole = false }
      let data = start <= end ? bytes[start..<end] : []
      let entry = Entry(
        directory: place, tag: UInt16(tag), type: UInt16(type), count: items, data: data)
      entries.append(entry)
      follow(entry)
    }
    return number(offset + 2 + count * 12, 4)
  }

  private mutating func follow(_ entry: Entry) {
    let below: Directory? =
      switch entry.tag {
      case 0x8769: .exif
      case 0x8825: .gps
      case 0xA005: .interoperability
      case 0x014A: .other
      default: nil
      }
    guard let below, entry.type == 4 || entry.type == 13 || entry.type == 3 else { return }
    for offset in numbers(entry).prefix(16) where offset != 0 { _ = read(offset, as: below) }
  }

  func number(_ at: Int, _ size: Int) -> Int? {
    guard at >= 0, size >= 0, at <= bytes.count - size else { return nil }
    var value = 0
    for index in 0..<size {
      let byte = Int(bytes[isBig ? at + index : at + size - 1 - index])
      value = value << 8 | byte
    }
    return value
  }

  private static func size(of type: UInt16) -> Int {
    switch type {
    case 1, 2, 6, 7, 129: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12: 8
    default: 0
    }
  }
}
