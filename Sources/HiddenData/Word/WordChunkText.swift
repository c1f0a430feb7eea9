/// The words of a document in HTML, RTF or plain text, near enough to show what it is about.
enum WordChunkText {
  /// Characters that are looked at.
  private static let most = 2_000_000

  static func text(_ bytes: [UInt8]) -> String {
    guard isMessage(bytes) else { return words(bytes) }
    return MailPart(bytes).all.filter(MailWords.isText).map { words($0.content) }
      .joined(separator: "\n").stripped
  }

  /// A web page with its pictures in one file (MHTML, RFC 2557) begins with header lines of mail.
  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
    return !start.stripped.hasPrefix("<") && start.contains("mime-version:")
  }

  private static func words(_ bytes: [UInt8]) -> String {
    let decoded = decode(bytes.prefix(most))
    if decoded.stripped.hasPrefix("{\\rtf") { return rich(decoded).stripped }
    guard decoded.contains("<") else { return decoded.stripped }
    return marked(decoded).stripped
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes.first == 0xFF
      let body = Array(bytes.dropFirst(2))
      let units = stride(from: 0, to: body.count - body.count % 2, by: 2).map { at in
        isLittle
          ? UInt16(body[at]) | UInt16(body[at + 1]) << 8
          : UInt16(body[at]) << 8 | UInt16(body[at + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Text without tags; what scripts and styles say stays, because they too can hide something.
  private static func marked(_ html: String) -> String {
    var result = ""
    var tag = ""
    var inTag = false
    for character in html {
      switch character {
      case "<":
        inTag = true
        tag = ""
      case ">" where inTag:
        inTag = false
        if tag.hasPrefix("!--") { result += " \(tag.dropFirst(3)) " }
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if ["p", "br", "div", "tr", "li", "td", "h1", "h2", "h3", "title"].contains(name) {
          result += "\n"
        }
      default: inTag ? tag.append(character) : result.append(character)
      }
    }
    for (name, mark) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&amp;", "&"),
    ] { result = result.replacing(name, with: mark) }
    return result
  }

  /// Text without control words; tables of fonts, colours and styles are left out.
  private static func rich(_ rtf: String) -> String {
    var result = ""
    var skipped: Int?
    var depth = 0
    var rest = Array(rtf.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{": depth += 1
      case "}":
        depth -= 1
        if let level = skipped, depth < level { skipped = nil }
      case "\\":
        let word = String(
          String.UnicodeScalarView(rest.prefix { $0.properties.isAlphabetic && $0.isASCII }))
        rest = rest.dropFirst(word.unicodeScalars.count)
        if word.isEmpty {
          escape(&rest, into: &result, isSkipped: skipped != nil)
          continue
        }
        let number = String(
          String.UnicodeScalarView(rest.prefix { "-0123456789".unicodeScalars.contains($0) }))
        rest = rest.dropFirst(number.unicodeScalars.count)
        if rest.first == " " { rest = rest.dropFirst() }
        if ["fonttbl", "colortbl", "stylesheet", "pict", "themedata", "latentstyles"].contains(word)
        {
          skipped = skipped ?? depth
        }
        guard skipped == nil else { continue }
        if ["par", "line", "row", "cell"].contains(word) { result += "\n" }
        if word == "tab" { result += "\t" }
        if word == "u", let code = Int(number),
          let scalar = Unicode.Scalar(UInt16(truncatingIfNeeded: code))
        {
          result.unicodeScalars.append(scalar)
          if rest.first == "?" { rest = rest.dropFirst() }
        }
      case "\n", "\r": continue
      default: if skipped == nil { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func escape(
    _ rest: inout ArraySlice<Unicode.Scalar>, into result: inout String, isSkipped: Bool
  ) {
    guard let scalar = rest.popFirst() else { return }
    var found: Unicode.Scalar? = scalar
    if scalar == "'" {
      let digits = String(String.UnicodeScalarView(rest.prefix(2)))
      rest = rest.dropFirst(2)
      found = UInt8(digits, radix: 16).map { Unicode.Scalar($0) }
    }
    if scalar == "~" { found = " " }
    if scalar == "*" { found = nil }
    if scalar == "_" { found = "-" }
    if let found, !isSkipped { result.unicodeScalars.append(found) }
  }
}
