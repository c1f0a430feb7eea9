import CZlib
import Documents

/// The chunks of a PNG file (W3C PNG, third edition).
struct PNGChunks {
  struct Chunk {
    var type: String
    var data: Range<Int>
    /// From the length to the checksum.
    var whole: Range<Int>
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private(set) var chunks: [Chunk] = []
  /// Behind the end chunk; nil where it is missing.
  private(set) var end: Int?
  /// Chunks whose checksum does not agree.
  private(set) var damaged: [String] = []

  init(_ bytes: [UInt8]) {
    var at = Self.signature.count
    while at + 12 <= bytes.count {
      let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - at - 12 else { return }
      let type = ReadableText.decoded(bytes[(at + 4)..<(at + 8)])
      let chunk = Chunk(
        type: type, data: (at + 8)..<(at + 8 + length), whole: at..<(at + 12 + length))
      let sum = bytes[chunk.data.upperBound..<chunk.whole.upperBound].reduce(0) {
        $0 << 8 | UInt($1)
      }
      if Self.checksum(bytes, (at + 4)..<(at + 8 + length)) != sum { damaged.append(type) }
      chunks.append(chunk)
      at = chunk.whole.upperBound
      if type == "IEND" {
        end = at
        return
      }
    }
  }

  static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt {
    bytes.withUnsafeBytes { buffer in
      crc32_z(0, buffer[range].bindMemory(to: UInt8.self).baseAddress, range.count)
    }
  }
}

/// Writes PNG files: chunks with their checksums, pixels packed.
enum PNGWriter {
  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    let sum = UInt32(truncatingIfNeeded: PNGChunks.checksum(body, 0..<body.count))
    return big(UInt32(clamping: data.count)) + body + big(sum)
  }

  /// Packs with zlib's own frame; nil where there is no memory for it.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(UInt(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    guard compress(&result, &size, bytes, UInt(bytes.count)) == Z_OK else { return nil }
    result.removeLast(result.count - Int(size))
    return result
  }

  /// A small picture of red, green and blue bytes; nil where they are too few or it is too large to be small.
  static func picture(width: Int, height: Int, rgb: [UInt8]) -> [UInt8]? {
    guard (1...2_048).contains(width), (1...2_048).contains(height), rgb.count >= width * height * 3
    else { return nil }
    var rows: [UInt8] = []
    rows.reserveCapacity((width * 3 + 1) * height)
    for row in 0..<height {
      rows.append(0)
      rows += rgb[(row * width * 3)..<((row + 1) * width * 3)]
    }
    guard let pixels = packed(rows) else { return nil }
    let header = big(UInt32(width)) + big(UInt32(height)) + [8, 2, 0, 0, 0]
    return PNGChunks.signature + chunk("IHDR", header) + chunk("IDAT", pixels) + chunk("IEND", [])
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
