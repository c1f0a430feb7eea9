/// Encoded words in headers (RFC 2047), and the encodings that they share with bodies.
enum EncodedWord {
  /// Whether a value holds one.
  static func isIn(_ raw: [UInt8]) -> Bool {
    let text = String(decoding: raw, as: UTF8.self)
    return text.contains("=?") && text != decoded(raw).withoutOuterBlanks && text.contains("?=")
  }

  /// The value with its encoded words decoded; what is none stays as it is.
  static func decoded(_ raw: [UInt8]) -> String {
    let text = MailCharset.text(raw, "")
    guard text.contains("=?") else { return text.withoutOuterBlanks }
    var result = ""
    var rest = text[...]
    var wasWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let (word, after) = word(rest[start.upperBound...]) else {
        result += before + "=?"
        rest = rest[start.upperBound...]
        wasWord = false
        continue
      }
      // Blanks between two encoded words belong to the folding.
      if !(wasWord && before.allSatisfy(\.isWhitespace)) { result += before }
      result += word
      rest = after
      wasWord = true
    }
    return (result + rest).withoutOuterBlanks
  }

  private static func word(_ text: Substring) -> (String, Substring)? {
    let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 1, let end = parts[2].firstRange(of: "?="),
      parts[0].utf8.count <= 60
    else { return nil }
    let body = Array(parts[2][..<end.lowerBound].utf8)
    let charset = String(parts[0].split(separator: "*").first ?? "")
    let bytes: [UInt8]
    switch parts[1].lowercased() {
    case "b": bytes = Base64Text.decoded(body) ?? []
    case "q": bytes = quotedPrintable(body.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
    default: return nil
    }
    return (MailCharset.text(bytes, charset), parts[2][end.upperBound...])
  }

  /// Quoted-printable (RFC 2045); what is not well encoded stays as it is.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "=") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      var next = at + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if next >= bytes.count { break }
      if bytes[next] == 0x0A || bytes[next] == 0x0D {
        at = MailHeaders.line(bytes, next, bytes.count).next
      } else if at + 2 < bytes.count, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
