import CZlib

/// Builds awkward ZIP files, byte by byte, as examples: what no archiver writes today, but some did.
package struct ArchiveExample {
  /// A file in it; stored, not packed.
  package struct File {
    package var name: String
    package var bytes: [UInt8]
    package var method: UInt16 = 0
    package var flags: UInt16 = 0
    package var extra: [UInt8] = []
    package var comment = ""
    /// The name in the local header, where it is to be another.
    package var localName: String?
    /// Whether the directory tells of it.
    package var isListed = true
    package var externalAttributes: UInt32 = 0
    /// The size that the headers claim, where it is to be a lie.
    package var claimedSize: Int?

    package init(_ name: String, _ text: String) {
      self.name = name
      bytes = Array(text.utf8)
    }

    package init(_ name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  package var files: [File]
  package var comment: [UInt8] = []
  /// Bytes before the first file, between the last one and the directory, and after the end.
  package var before: [UInt8] = []
  package var between: [UInt8] = []
  package var after: [UInt8] = []
  /// Whether the offsets count the bytes before the archive.
  package var countsBefore = false
  /// The number of entries at the end, where it is to be a lie.
  package var claimedCount: Int?

  package init(_ files: [File]) { self.files = files }

  /// The whole file.
  package func file() -> [UInt8] {
    var out = before
    var directory: [UInt8] = []
    let shift = countsBefore ? 0 : before.count
    for file in files {
      let header = out.count - shift
      let name = Array(file.name.utf8)
      let local = Array((file.localName ?? file.name).utf8)
      let sum = file.bytes.withUnsafeBytes {
        crc32_z(0, $0.bindMemory(to: UInt8.self).baseAddress, $0.count)
      }
      let size = file.claimedSize ?? file.bytes.count
      let common =
        Self.little([20, Int(file.flags), Int(file.method), 0, 0x21], 2)
        + Self.little([Int(sum), size, size], 4)
      out += Self.little([0x0403_4B50], 4) + common
      out += Self.little([local.count, file.extra.count], 2) + local + file.extra + file.bytes
      guard file.isListed else { continue }
      directory += Self.little([0x0201_4B50], 4) + Self.little([0x0314], 2) + common
      directory += Self.little([name.count, file.extra.count, file.comment.utf8.count, 0, 0], 2)
      directory += Self.little([Int(file.externalAttributes), header], 4)
      directory += name + file.extra + file.comment.utf8
    }
    out += between
    let start = out.count - shift
    let count = claimedCount ?? files.count { $0.isListed }
    out += directory + Self.little([0x0605_4B50], 4) + Self.little([0, 0, count, count], 2)
    out += Self.little([directory.count, start], 4) + Self.little([comment.count], 2)
    return out + comment + after
  }

  /// An extra field.
  package static func field(_ tag: Int, _ bytes: [UInt8]) -> [UInt8] {
    little([tag, bytes.count], 2) + bytes
  }

  static func little(_ values: [Int], _ width: Int) -> [UInt8] {
    values.flatMap { value in (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
  }
}
