/// The parts of a multipart body.
struct Multipart {
  /// The parts, each with its headers.
  var parts: [Bytes] = []
  /// Whether the line that ends the last part is there.
  var isClosed = false
  /// Whether more parts came after a line that ended the last.
  var goesOnAfterEnd = false
  /// Whether there are more parts than `limit`, which were not read.
  var isCut = false

  /// Cuts a body at the lines that are the boundary with two dashes before it.
  ///
  /// What stands before the first such line and after the last is not part of the message. Where
  /// the end is missing, the last part goes on to the end of the body; where it comes too early,
  /// the parts behind it are read all the same.
  init(_ body: Bytes, boundary: Bytes, limit: Int) {
    let delimiter = [UInt8(ascii: "-"), UInt8(ascii: "-")] + boundary
    var lines = Lines(body)
    var partStart: Int?
    // The line break before a boundary belongs to the boundary.
    var previousEnd = body.startIndex
    while let line = lines.next() {
      defer { previousEnd = line.endIndex }
      guard let isLast = Self.isBoundary(line, delimiter) else { continue }
      if let start = partStart { parts.append(body[start..<max(start, previousEnd)]) }
      if !isLast, parts.count == limit {
        isCut = true
        return
      }
      goesOnAfterEnd = goesOnAfterEnd || isClosed && !isLast
      isClosed = isLast
      partStart = isLast ? nil : lines.rest.startIndex
    }
    if let start = partStart { parts.append(body[start...]) }
  }

  /// Nil where the line is no boundary; else whether it is the closing one.
  private static func isBoundary(_ line: Bytes, _ delimiter: [UInt8]) -> Bool? {
    guard line.starts(with: delimiter) else { return nil }
    let rest = line.dropFirst(delimiter.count).trimmed
    if rest.isEmpty { return false }
    return rest.elementsEqual("--".utf8) ? true : nil
  }
}
