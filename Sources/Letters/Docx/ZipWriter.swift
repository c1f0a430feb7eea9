/// Writes a ZIP archive: every entry stored as it is, every time stamp the same, so that the same
/// content gives the same bytes.
///
/// PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. Made for a handful of small entries:
/// there is no compression, no encryption and no ZIP64.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds an entry.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = UInt32(bytes.count)
    let name = Array(name.utf8)
    var description: [UInt8] = []
    description.append(little: 20 as UInt16)  // version needed to extract
    description.append(little: 0x0800 as UInt16)  // names are UTF-8
    description.append(little: 0 as UInt16)  // stored
    description.append(little: 0 as UInt16)  // 00:00
    description.append(little: 0x0021 as UInt16)  // 1 January 1980, the earliest there is
    description.append(little: CRC32.checksum(content))
    description.append(little: UInt32(content.count))
    description.append(little: UInt32(content.count))
    description.append(little: UInt16(name.count))
    description.append(little: 0 as UInt16)  // no extra field

    bytes.append(little: 0x0403_4B50 as UInt32)
    bytes += description + name + content

    directory.append(little: 0x0201_4B50 as UInt32)
    directory.append(little: 20 as UInt16)  // version made by
    directory += description
    directory.append(little: 0 as UInt16)  // no comment
    directory.append(little: 0 as UInt16)  // disk
    directory.append(little: 0 as UInt16)  // internal attributes
    directory.append(little: 0 as UInt32)  // external attributes
    directory.append(little: offset)
    directory += name
    count += 1
  }

  /// The archive with its directory at the end.
  func finished() -> [UInt8] {
    var end: [UInt8] = []
    end.append(little: 0x0605_4B50 as UInt32)
    end.append(little: 0 as UInt32)  // one disk
    end.append(little: count)
    end.append(little: count)
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(bytes.count))
    end.append(little: 0 as UInt16)  // no comment
    return bytes + directory + end
  }
}

/// The checksum of ZIP entries: CRC-32 with the reversed polynomial 0xEDB88320.
enum CRC32 {
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { ($0 >> 8) ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(little value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}
