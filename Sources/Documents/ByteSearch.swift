import Glibc

extension Array where Element == UInt8 {
  /// Where bytes begin in these bytes, at `start` or after it; nil where they do not stand there.
  ///
  /// The generic search of the standard library takes some hundred times as long.
  ///
  /// - Parameters:
  ///   - needle: the bytes that are looked for; no bytes are found nowhere.
  ///   - start: from where.
  ///   - end: before which byte they end; the end of all unless said otherwise.
  package func position(of needle: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    guard !needle.isEmpty, start >= 0, start <= end - needle.count else { return nil }
    return withUnsafeBytes { bytes in
      needle.withUnsafeBytes { needle in
        guard let base = bytes.baseAddress, let wanted = needle.baseAddress else { return nil }
        let first = Int32(needle[0])
        let last = end - needle.count
        var at = start
        while at <= last {
          guard let found = memchr(base + at, first, last - at + 1) else { return nil }
          at = UnsafeRawPointer(found) - base
          if memcmp(base + at, wanted, needle.count) == 0 { return at }
          at += 1
        }
        return nil
      }
    }
  }

  /// Whether bytes stand in these bytes.
  package func holds(_ needle: [UInt8]) -> Bool { position(of: needle) != nil }
}
