import CZlib
import Documents

/// Unpacks deflate as readers of PDF do: what a stream that breaks off gave before is kept.
enum PDFFlate {
  static func unpack(
    _ bytes: [UInt8], _ range: Range<Int>, most: Int
  ) throws(Unreadable) -> PDFFilters.Decoded {
    // Writers that pack whatever they write leave an empty stream, such as the look of a box that is
    // not ticked, without the frame of zlib.
    if range.isEmpty { return PDFFilters.Decoded(data: []) }
    var result = run(bytes, range, window: 15, most: most)
    if let decoded = result, decoded.data.isEmpty, !decoded.isWhole, range.count > 2 {
      // The frame of zlib may be damaged and what is in it whole.
      let bare = run(bytes, (range.lowerBound + 2)..<range.upperBound, window: -15, most: most)
      if let bare, !bare.data.isEmpty { result = bare }
      result?.isWhole = false
    }
    guard let result else { throw .tooMuch("a stream unpacks to a size that only a trap has") }
    return result
  }

  /// nil where it is beyond `most`.
  private static func run(
    _ bytes: [UInt8], _ range: Range<Int>, window: Int32, most: Int
  ) -> PDFFilters.Decoded? {
    bytes.withUnsafeBytes { buffer -> PDFFilters.Decoded? in
      let input = UnsafeRawBufferPointer(rebasing: buffer[range])
      var stream = z_stream()
      guard
        inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { return nil }
      defer { inflateEnd(&stream) }
      // zlib asks for a pointer that may be written to and does not write to it.
      stream.next_in = UnsafeMutablePointer(
        mutating: input.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      var out = PDFFilters.Decoded(data: [])
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 16)
      defer { piece.deallocate() }
      while true {
        stream.next_out = piece.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(piece.count)
        let before = stream.avail_in
        let result = inflate(&stream, Z_NO_FLUSH)
        let count = piece.count - Int(stream.avail_out)
        guard out.data.count + count <= most else { return nil }
        out.data += UnsafeRawBufferPointer(rebasing: piece[..<count])
        if result == Z_STREAM_END {
          out.used = input.count - Int(stream.avail_in)
          return out
        }
        guard result == Z_OK, count > 0 || stream.avail_in < before else {
          out.isWhole = false
          return out
        }
      }
    }
  }
}

extension PDFFlate {
  /// How many bytes a stream of zlib takes up to its own end; nil where it has none. What it holds is
  /// thrown away at once.
  static func length(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    if let length = length(bytes, range, window: 15) { return length }
    // Some programs leave the checksum out.
    guard range.count > 2, bytes[range.lowerBound] & 15 == 8 else { return nil }
    let bare = (range.lowerBound + 2)..<range.upperBound
    guard let length = length(bytes, bare, window: -15), length + 6 > range.count else {
      return nil
    }
    return range.count
  }

  private static func length(_ bytes: [UInt8], _ range: Range<Int>, window: Int32) -> Int? {
    bytes.withUnsafeBytes { buffer -> Int? in
      let input = UnsafeRawBufferPointer(rebasing: buffer[range])
      var stream = z_stream()
      guard
        inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { return nil }
      defer { inflateEnd(&stream) }
      stream.next_in = UnsafeMutablePointer(
        mutating: input.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
      defer { piece.deallocate() }
      // Nothing packs better than 1:1032, so this ends.
      while true {
        stream.next_out = piece.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(piece.count)
        let result = inflate(&stream, Z_NO_FLUSH)
        if result == Z_STREAM_END { return input.count - Int(stream.avail_in) }
        guard result == Z_OK, stream.avail_out == 0 || stream.avail_in > 0 else { return nil }
      }
    }
  }
}
