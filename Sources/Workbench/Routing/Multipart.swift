/// Reads `multipart/form-data` (RFC 7578) as browsers send it.
struct Multipart {
  /// A file that was uploaded.
  struct File {
    var name: String
    var bytes: [UInt8]
  }

  /// The plain fields.
  var fields = FormValues()
  /// The uploaded files by field, in their order.
  var files: [String: [File]] = [:]

  /// The boundary in a content type, or nil where the type is another.
  static func boundary(in contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data"),
      let range = contentType.firstRange(of: "boundary=")
    else { return nil }
    let value = contentType[range.upperBound...].prefix { $0 != ";" }
    let boundary = value.trimmingPrefix("\"").prefix { $0 != "\"" }
    return boundary.isEmpty || boundary.count > 200 ? nil : String(boundary)
  }

  /// Reads a body; nil where it does not follow the format.
  init?(_ body: [UInt8], boundary: String) {
    let delimiter = Array("--\(boundary)".utf8)
    var parts: [Range<Int>] = []
    var start: Int?
    for position in Multipart.positions(of: delimiter, in: body) {
      // The line end before a delimiter belongs to the delimiter.
      if let start { parts.append(start..<max(start, position - 2)) }
      let after = position + delimiter.count
      guard after + 2 <= body.count else { return nil }
      if body[after] == UInt8(ascii: "-"), body[after + 1] == UInt8(ascii: "-") {
        start = nil
        break
      }
      start = after + 2
      guard parts.count <= 200 else { return nil }
    }
    guard start == nil, !parts.isEmpty else { return nil }
    for part in parts { guard add(body[part]) else { return nil } }
  }

  private mutating func add(_ part: ArraySlice<UInt8>) -> Bool {
    let blank = Array("\r\n\r\n".utf8)
    // The head of a part is short; its content may be megabytes.
    guard let end = Multipart.positions(of: blank, in: Array(part.prefix(16_384))).first else {
      return false
    }
    let head = String(decoding: part[part.startIndex..<part.startIndex + end], as: UTF8.self)
    let content = part[(part.startIndex + end + blank.count)...]
    guard
      let disposition = head.split(separator: "\r\n").first(where: {
        $0.lowercased().hasPrefix("content-disposition:")
      }), let name = Multipart.parameter("name", of: String(disposition))
    else { return false }
    if let file = Multipart.parameter("filename", of: String(disposition)) {
      if !file.isEmpty || !content.isEmpty {
        files[name, default: []].append(File(name: file, bytes: Array(content)))
      }
    } else {
      guard let text = String(validating: content, as: UTF8.self) else { return false }
      fields.add(text, to: name)
    }
    return true
  }

  private static func parameter(_ name: String, of header: String) -> String? {
    guard let range = header.firstRange(of: " \(name)=\"") else { return nil }
    return String(header[range.upperBound...].prefix { $0 != "\"" })
  }

  /// Every place where `needle` begins, found by its first byte.
  private static func positions(of needle: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = needle.first, bytes.count >= needle.count else { return [] }
    var positions: [Int] = []
    var index = 0
    while index <= bytes.count - needle.count {
      if bytes[index] == first, bytes[index..<index + needle.count].elementsEqual(needle) {
        positions.append(index)
        index += needle.count
      } else {
        index += 1
      }
    }
    return positions
  }
}
