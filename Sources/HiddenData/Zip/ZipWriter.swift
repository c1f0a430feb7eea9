import CZlib

/// Writes a ZIP file with nothing in it but names and bytes: no times, no owners, no extra fields, no
/// comments. The same parts always make the same file.
package struct ZipWriter {
  private var out: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds a file. `stored` leaves it unpacked, as the first part of an OpenDocument file has to be.
  package mutating func add(_ name: String, _ bytes: [UInt8], stored: Bool = false) {
    // Longer names do not fit; they could only come from a name that was not UTF-8.
    let name = name.utf8.prefix(0xFFFF)
    let packed = stored ? nil : Self.deflated(bytes)
    let data = packed ?? bytes
    let sum = bytes.withUnsafeBytes {
      UInt32(truncatingIfNeeded: crc32_z(0, $0.bindMemory(to: UInt8.self).baseAddress, $0.count))
    }
    let header = out.count
    var common: [UInt8] = []
    // Names are UTF-8; 1 January 1980 is the earliest time there is.
    Self.put16([20, 0x0800, packed == nil ? 0 : 8, 0, 0x21], to: &common)
    Self.put32([sum, UInt32(clamping: data.count), UInt32(clamping: bytes.count)], to: &common)
    Self.put16([UInt16(name.count), 0], to: &common)
    Self.put32([0x0403_4B50], to: &out)
    out += common
    out += name
    out += data
    Self.put32([0x0201_4B50], to: &directory)
    Self.put16([20], to: &directory)
    directory += common
    Self.put16([0, 0, 0], to: &directory)
    Self.put32([0, UInt32(clamping: header)], to: &directory)
    directory += name
    count += 1
  }

  /// The whole file.
  package consuming func finished() -> [UInt8] {
    let start = out.count
    out += directory
    Self.put32([0x0605_4B50], to: &out)
    Self.put16([0, 0, UInt16(clamping: count), UInt16(clamping: count)], to: &out)
    Self.put32([UInt32(clamping: directory.count), UInt32(clamping: start)], to: &out)
    Self.put16([0], to: &out)
    return out
  }

  /// A file of these parts, in this order.
  package static func file(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for part in parts { writer.add(part.name, part.bytes, stored: part.name == "mimetype") }
    return writer.finished()
  }

  /// nil where packing saves nothing.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 64 else { return nil }
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let ended = bytes.withUnsafeBytes { input in
      result.withUnsafeMutableBufferPointer { output in
        stream.next_in = UnsafeMutablePointer(
          mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard ended else { return nil }
    result.removeLast(Int(stream.avail_out))
    return result.count < bytes.count ? result : nil
  }

  private static func put16(_ values: [UInt16], to out: inout [UInt8]) {
    for value in values { out += [UInt8(value & 0xFF), UInt8(value >> 8)] }
  }

  private static func put32(_ values: [UInt32], to out: inout [UInt8]) {
    for value in values {
      put16([UInt16(value & 0xFFFF), UInt16(value >> 16)], to: &out)
    }
  }
}
