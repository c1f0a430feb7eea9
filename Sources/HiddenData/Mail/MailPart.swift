/// A message or a part of it: header lines, and either bytes or further parts (RFC 2045, RFC 2046).
final class MailPart {
  let bytes: [UInt8]
  let whole: Range<Int>
  let headers: MailHeaders
  let type: MailParameters
  let disposition: MailParameters
  private(set) var children: [MailPart] = []
  /// Words before the first and behind the last boundary.
  private(set) var outside: [(range: Range<Int>, isBefore: Bool)] = []
  /// Whether the last boundary is there.
  private(set) var isClosed = true
  /// Whether parts lie deeper in each other than is looked at.
  private(set) var isTooDeep = false

  static let deepest = 20
  static let mostParts = 2_000

  convenience init(_ bytes: [UInt8]) {
    var count = 0
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(bytes, start..<bytes.count, depth: 0, digest: false, count: &count)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, depth: Int, digest: Bool, count: inout Int) {
    self.bytes = bytes
    whole = range
    headers = MailHeaders(bytes, range)
    let written = MailParameters(headers.raw("content-type"))
    type =
      written.value.isEmpty
      ? MailParameters(Array((digest ? "message/rfc822" : "text/plain").utf8)) : written
    disposition = MailParameters(headers.raw("content-disposition"))
    count += 1
    guard type.value.hasPrefix("multipart/") else { return }
    guard depth < Self.deepest, count < Self.mostParts else {
      isTooDeep = true
      return
    }
    let boundary = type["boundary"] ?? ""
    let pieces = MailBoundary(boundary).pieces(bytes, headers.end..<range.upperBound)
    isClosed = pieces.isClosed && !boundary.isEmpty
    outside = pieces.outside
    for piece in pieces.parts {
      guard count < Self.mostParts else {
        isTooDeep = true
        return
      }
      children.append(
        MailPart(
          bytes, piece, depth: depth + 1, digest: type.value == "multipart/digest", count: &count))
    }
  }

  var body: Range<Int> { headers.end..<max(headers.end, whole.upperBound) }

  /// The bytes of the body with its transfer encoding undone.
  lazy var content: [UInt8] = {
    let raw = Array(bytes[body])
    switch MailParameters(headers.raw("content-transfer-encoding")).value {
    case "base64": return Base64Text.decoded(raw) ?? []
    case "quoted-printable": return EncodedWord.quotedPrintable(raw)
    case "x-uuencode", "uuencode", "x-uue": return UUEncoding.files(raw).first?.bytes ?? raw
    default: return raw
    }
  }()

  /// The body as text.
  lazy var text: String = MailCharset.text(content, type["charset"] ?? "")

  /// What the part is called.
  var name: String? {
    let name = disposition["filename"] ?? type["name"] ?? headers["content-location"]
    return name.flatMap { $0.withoutOuterBlanks.isEmpty ? nil : $0 }
  }

  /// Itself and all parts below it, in order.
  var all: [MailPart] { [self] + children.flatMap(\.all) }
}

/// The lines that part a multipart body.
struct MailBoundary {
  private let mark: [UInt8]

  init(_ boundary: String) {
    var text = boundary
    while text.last?.isWhitespace == true { text.removeLast() }
    mark = Array("--\(text)".utf8)
  }

  func pieces(
    _ bytes: [UInt8], _ range: Range<Int>
  ) -> (parts: [Range<Int>], outside: [(range: Range<Int>, isBefore: Bool)], isClosed: Bool) {
    var parts: [Range<Int>] = []
    var outside: [(range: Range<Int>, isBefore: Bool)] = []
    var start: Int?
    var at = range.lowerBound
    var isClosed = false
    guard mark.count > 2 else { return ([], [(range, true)], false) }
    while at < range.upperBound {
      let line = MailHeaders.line(bytes, at, range.upperBound)
      if let isEnd = kind(bytes[line.text]) {
        // The line end before the boundary belongs to it.
        if let start {
          parts.append(start..<max(start, Self.withoutLineEnd(bytes, at)))
        } else {
          outside.append((range.lowerBound..<at, true))
        }
        start = line.next
        if isEnd {
          outside.append((line.next..<range.upperBound, false))
          isClosed = true
          start = nil
          break
        }
      }
      at = line.next
    }
    if let start, start <= range.upperBound { parts.append(start..<range.upperBound) }
    if parts.isEmpty, outside.isEmpty { outside.append((range, true)) }
    return (parts, outside, isClosed)
  }

  /// nil for any line, false for a boundary, true for the last one.
  private func kind(_ line: ArraySlice<UInt8>) -> Bool? {
    guard line.starts(with: mark) else { return nil }
    var rest = line.dropFirst(mark.count)
    let isEnd = rest.starts(with: "--".utf8)
    if isEnd { rest = rest.dropFirst(2) }
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return nil }
    return isEnd
  }

  private static func withoutLineEnd(_ bytes: [UInt8], _ end: Int) -> Int {
    guard end > 0 else { return end }
    if bytes[end - 1] == 0x0A { return end > 1 && bytes[end - 2] == 0x0D ? end - 2 : end - 1 }
    return bytes[end - 1] == 0x0D ? end - 1 : end
  }
}

/// Files written into plain text (uuencode, POSIX).
enum UUEncoding {
  static func files(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var at = 0
    var isOpen = false
    while at < bytes.count {
      let line = MailHeaders.line(bytes, at, bytes.count)
      let text = bytes[line.text]
      at = line.next
      if !isOpen {
        guard text.starts(with: "begin ".utf8), files.count < 100 else { continue }
        let words = String(decoding: text, as: UTF8.self).split(separator: " ", maxSplits: 2)
        guard words.count == 3, words[1].count >= 3, words[1].allSatisfy(\.isNumber) else {
          continue
        }
        files.append((String(words[2]), []))
        isOpen = true
      } else if text.starts(with: "end".utf8) {
        isOpen = false
      } else if let first = text.first, first > 0x20, first <= 0x60 {
        files[files.count - 1].bytes += decoded(text)
      }
    }
    return files.filter { !$0.bytes.isEmpty }
  }

  private static func decoded(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let count = Int(line.first.map { ($0 &- 0x20) & 0x3F } ?? 0)
    let values = line.dropFirst().map { UInt32(($0 &- 0x20) & 0x3F) }
    var result: [UInt8] = []
    for at in stride(from: 0, to: values.count, by: 4) {
      var group: UInt32 = 0
      for index in 0..<4 {
        group = group << 6 | (at + index < values.count ? values[at + index] : 0)
      }
      result += [16, 8, 0].map { UInt8(truncatingIfNeeded: group >> $0) }
    }
    return result.prefix(count)
  }
}
