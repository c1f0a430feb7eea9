/// The packing of macros (MS-OVBA 2.4.1): chunks of up to 4,096 bytes, each packed by itself.
enum VBACompression {
  private static let chunk = 4_096
  /// Bytes of one module; nobody writes more.
  private static let most = 16 * 1_024 * 1_024

  /// What a packed stream holds from a place on; nil where there is no packed stream.
  static func decompress(_ bytes: [UInt8], from start: Int) -> [UInt8]? {
    guard bytes.indices.contains(start), bytes[start] == 1 else { return nil }
    var out: [UInt8] = []
    var index = start + 1
    while index + 1 < bytes.count, out.count < most {
      let header = Int(bytes[index]) | Int(bytes[index + 1]) << 8
      guard header & 0x7000 == 0x3000 else { break }
      let end = min(index + (header & 0x0FFF) + 3, bytes.count)
      if header & 0x8000 == 0 {
        out += bytes[(index + 2)..<min(index + 2 + chunk, bytes.count)]
        index = min(index + 2 + chunk, bytes.count)
      } else {
        unpack(bytes[(index + 2)..<max(index + 2, end)], to: &out)
        index = max(index + 2, end)
      }
    }
    return out.isEmpty ? nil : out
  }

  private static func unpack(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let begin = out.count
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let flags = bytes[index]
      index += 1
      for bit in 0..<8 where index < bytes.endIndex {
        guard out.count - begin < chunk else { return }
        if flags & (1 << bit) == 0 {
          out.append(bytes[index])
          index += 1
          continue
        }
        guard index + 1 < bytes.endIndex else { return }
        let token = Int(bytes[index]) | Int(bytes[index + 1]) << 8
        index += 2
        // The further the chunk is unpacked, the more bits say how far back the copy begins.
        let done = out.count - begin
        var offsetBits = 4
        while offsetBits < 12, 1 << offsetBits < done { offsetBits += 1 }
        let length = (token & (0xFFFF >> offsetBits)) + 3
        let back = (token >> (16 - offsetBits)) + 1
        guard back <= done else { return }
        for _ in 0..<min(length, chunk - done) { out.append(out[out.count - back]) }
      }
    }
  }
}
