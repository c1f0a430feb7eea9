import CZlib
package import Documents

/// Unpacks what was packed with deflate, with zlib.
package enum Inflation {
  /// Unpacks an entry of a ZIP file piece by piece.
  static func unpack(
    _ bytes: [UInt8], _ range: Range<Int>, method: UInt16, name: String, checksum: UInt32,
    ratio: Int, to take: (UnsafeRawBufferPointer) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    var sum: UInt = 0
    func checked(_ piece: UnsafeRawBufferPointer) throws(Unreadable) {
      sum = crc32_z(sum, piece.bindMemory(to: UInt8.self).baseAddress, piece.count)
      try take(piece)
    }
    switch method {
    case 0:
      try withBytes(bytes, range) { (buffer) throws(Unreadable) in
        if !buffer.isEmpty { try checked(buffer) }
      }
    case 8:
      // A few large pieces may be packed well; a whole of them at such a ratio is made to fill the machine.
      let (product, overflow) = range.count.multipliedReportingOverflow(by: ratio)
      let most = overflow ? Int.max : max(product, 1 << 20)
      let used = try inflate(bytes, range, window: -15, most: most, name: name, to: checked)
      // Nobody unpacks what stands behind the end of the stream: bytes could be hidden there.
      guard used == range.count else {
        throw .broken("'\(name)' is longer than what is packed in it")
      }
    default:
      throw Unreadable(
        .unknownFormat, "'\(name)' is packed by method \(method), which is not opened here.")
    }
    guard UInt32(truncatingIfNeeded: sum) == checksum else {
      throw .broken("'\(name)' does not agree with its checksum")
    }
  }

  /// Unpacks a stream of deflate or zlib as a whole.
  ///
  /// - Parameter window: −15 for bare deflate, 15 for zlib's own frame, 31 for gzip's.
  /// - Returns: What was unpacked, and how many bytes of the range the stream took.
  package static func inflate(
    _ bytes: [UInt8], _ range: Range<Int>, window: Int32, most: Int, name: String
  ) throws(Unreadable) -> (data: [UInt8], used: Int) {
    var data: [UInt8] = []
    let used = try inflate(bytes, range, window: window, most: most, name: name) { data += $0 }
    return (data, used)
  }

  private static func inflate(
    _ bytes: [UInt8], _ range: Range<Int>, window: Int32, most: Int, name: String,
    to take: (UnsafeRawBufferPointer) throws(Unreadable) -> Void
  ) throws(Unreadable) -> Int {
    var used = 0
    try withBytes(bytes, range) { (input) throws(Unreadable) in
      var stream = z_stream()
      guard
        inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
      else { throw .tooMuch("there was not enough memory to unpack '\(name)'") }
      defer { inflateEnd(&stream) }
      // zlib asks for a pointer that may be written to and does not write to it.
      stream.next_in = UnsafeMutablePointer(
        mutating: input.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
      defer { piece.deallocate() }
      var total = 0
      while true {
        stream.next_out = piece.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(piece.count)
        let result = CZlib.inflate(&stream, Z_NO_FLUSH)
        let count = piece.count - Int(stream.avail_out)
        total += count
        guard total <= most else {
          throw .tooMuch("'\(name)' unpacks to a size that only a trap has")
        }
        if count > 0 { try take(UnsafeRawBufferPointer(rebasing: piece[..<count])) }
        if result == Z_STREAM_END { break }
        guard result == Z_OK, count > 0 || stream.avail_in > 0 else {
          throw .broken("'\(name)' cannot be unpacked")
        }
      }
      used = input.count - Int(stream.avail_in)
    }
    return used
  }

  private static func withBytes(
    _ bytes: [UInt8], _ range: Range<Int>,
    _ body: (UnsafeRawBufferPointer) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
      throw .broken("it breaks off")
    }
    // The library's own closure does not carry a typed error.
    let result: Result<Void, Unreadable> = bytes.withUnsafeBytes { buffer in
      do throws(Unreadable) {
        try body(UnsafeRawBufferPointer(rebasing: buffer[range]))
        return .success(())
      } catch { return .failure(error) }
    }
    try result.get()
  }
}
