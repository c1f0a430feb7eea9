import CZlib

/// What a file's own format says of whether it is whole: worked out here by other means than those of the
/// readers that are tried.
struct Integrity {
  /// Where the file has to reach, for its own format to be whole; nil where it has no end of its own.
  private var end: Int?
  /// Stretches that a checksum guards.
  private var guarded: [Range<Int>] = []
  /// Those that are packed.
  private var packed: [Range<Int>] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      readDirectory()
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      readChunks()
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      end = last([0xFF, 0xD9]).map { $0 + 2 }
    } else if bytes.starts(with: "%PDF-".utf8) {
      end = last(Array("startxref".utf8)).map { $0 + 9 }
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // The last sector need not be filled.
      end = max(0, bytes.count - 1) / 512 * 512
    }
  }

  /// Whether the format itself shows that a mutation did damage.
  func shows(_ mutation: Mutation) -> Bool {
    switch mutation {
    case .cut(let count):
      guard let end, count < end else { return false }
      return !endsAsPDF(count)
    case .flip(let place, _):
      guard guarded.contains(where: { $0.contains(place) }) else { return false }
      // Some bits of packed data say nothing: those after its end.
      guard let range = packed.first(where: { $0.contains(place) }) else { return true }
      return Self.unpacked(bytes[range]) != Self.unpacked(mutation.applied(to: bytes)[range])
    }
  }

  /// Whether what is left is a PDF as an earlier saving left it.
  private func endsAsPDF(_ count: Int) -> Bool {
    let tail = String(decoding: bytes[..<count].suffix(32), as: UTF8.self)
    return tail.contains("startxref") && tail.last?.isLetter != true
  }

  private func last(_ mark: [UInt8]) -> Int? {
    bytes.indices.dropLast(mark.count - 1).last { bytes[$0...].starts(with: mark) }
  }

  // MARK: ZIP

  private mutating func readDirectory() {
    guard let record = last([0x50, 0x4B, 5, 6]) else { return }
    end = bytes.count
    var at = little(record + 16, 4)
    for _ in 0..<little(record + 10, 2) where little(at, 4) == 0x0201_4B50 {
      let header = little(at + 42, 4)
      let start = header + 30 + little(header + 26, 2) + little(header + 28, 2)
      let data = start..<(start + little(at + 20, 4))
      if little(header, 4) == 0x0403_4B50, data.upperBound <= bytes.count {
        guarded.append(data)
        if little(at + 10, 2) == 8 { packed.append(data) }
      }
      at += 46 + little(at + 28, 2) + little(at + 30, 2) + little(at + 32, 2)
    }
  }

  private func little(_ at: Int, _ width: Int) -> Int {
    guard at >= 0, at + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  /// What comes out of bare deflate, as far as it goes.
  private static func unpacked(_ data: ArraySlice<UInt8>) -> [UInt8] {
    var input = Array(data)
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { inflateEnd(&stream) }
    var out: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      var status = Z_OK
      while status == Z_OK {
        piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(clamping: piece.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        out += piece.dropLast(Int(stream.avail_out))
      }
      // The end of the stream is a part of what it says.
      out.append(status == Z_STREAM_END ? 1 : 0)
    }
    return out
  }

  // MARK: PNG

  private mutating func readChunks() {
    var at = 8
    while at + 12 <= bytes.count {
      let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard at + 12 + length <= bytes.count else { return }
      guarded.append((at + 4)..<(at + 12 + length))
      at += 12 + length
      if bytes[(at - 8)..<(at - 4)].elementsEqual("IEND".utf8) {
        end = at
        return
      }
    }
  }
}
