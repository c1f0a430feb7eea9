/// HTML as a row of tags, texts and comments, with where each stands in the UTF-8 bytes.
///
/// Only what shows words and hides them matters here, so it is no full parser: every byte is in exactly one
/// token, and nothing is ever left out.
struct HTMLTokens {
  enum Kind {
    case open(name: String, attributes: [String: String], isClosed: Bool)
    case close(name: String)
    case text(String)
    case comment(String)
    /// The inside of a style element.
    case style(String)
    /// The inside of a script.
    case script
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  private(set) var tokens: [Token] = []
  private let bytes: [UInt8]
  private static let most = 2_000_000

  init(_ text: String) {
    bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count, tokens.count < Self.most {
      at = bytes[at] == UInt8(ascii: "<") ? tag(at) : words(at)
    }
  }

  /// Whether all of it was read.
  var isWhole: Bool { tokens.count < Self.most }

  private mutating func words(_ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
    addText(start..<end)
    return end
  }

  private mutating func addText(_ range: Range<Int>) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    tokens.append(Token(kind: .text(HTMLCharacters.decoded(text)), range: range))
  }

  private mutating func tag(_ start: Int) -> Int {
    if has("<!--", start) {
      // `<!-->` and `<!--->` are whole comments.
      let from = start + 4
      if has(">", from) || has("->", from) {
        let end = from + (has(">", from) ? 1 : 2)
        tokens.append(Token(kind: .comment(""), range: start..<end))
        return end
      }
      let (close, after) = find(["-->", "--!>"], from)
      tokens.append(Token(kind: .comment(string(from..<close)), range: start..<after))
      return after
    }
    guard start + 1 < bytes.count else {
      addText(start..<(start + 1))
      return start + 1
    }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      // `<![if !mso]>` and its like show what follows; other declarations are read as comments.
      let (close, after) = find([">"], start + 2)
      let inside = string((start + 2)..<close)
      let isMark =
        inside.hasPrefix("[") || inside.lowercased().hasPrefix("doctype")
        || inside.lowercased().hasPrefix("xml")
      tokens.append(Token(kind: .comment(isMark ? "" : inside), range: start..<after))
      return after
    }
    if next == UInt8(ascii: "/") {
      let (close, after) = find([">"], start + 2)
      let name = string((start + 2)..<close).prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
      tokens.append(Token(kind: .close(name: name), range: start..<after))
      return after
    }
    guard next | 0x20 >= UInt8(ascii: "a"), next | 0x20 <= UInt8(ascii: "z") else {
      addText(start..<(start + 1))
      return start + 1
    }
    return openTag(start)
  }

  private mutating func openTag(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, !Self.isBlank(bytes[at]), bytes[at] != UInt8(ascii: ">"),
      bytes[at] != UInt8(ascii: "/")
    { at += 1 }
    let name = string((start + 1)..<at).lowercased()
    var attributes: [String: String] = [:]
    var isClosed = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if Self.isBlank(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        isClosed = bytes[at] == UInt8(ascii: "/")
        at += 1
        continue
      }
      isClosed = false
      let (key, value, next) = attribute(at)
      if attributes[key] == nil { attributes[key] = value }
      at = next
    }
    at = min(at + 1, bytes.count)
    tokens.append(
      Token(kind: .open(name: name, attributes: attributes, isClosed: isClosed), range: start..<at))
    if name == "style" || name == "script", !isClosed {
      let (close, _) = find(["</\(name)"], at)
      tokens.append(
        Token(kind: name == "style" ? .style(string(at..<close)) : .script, range: at..<close))
      return close
    }
    return at
  }

  private func attribute(_ start: Int) -> (String, String, Int) {
    var at = start + 1
    while at < bytes.count, !Self.isBlank(bytes[at]), bytes[at] != UInt8(ascii: "="),
      bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/")
    { at += 1 }
    let key = string(start..<at).lowercased()
    var next = at
    while next < bytes.count, Self.isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return (key, "", at) }
    at = next + 1
    while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    guard at < bytes.count else { return (key, "", at) }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = at + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      return (key, HTMLCharacters.decoded(string((at + 1)..<end)), min(end + 1, bytes.count))
    }
    var end = at
    while end < bytes.count, !Self.isBlank(bytes[end]), bytes[end] != UInt8(ascii: ">") { end += 1 }
    return (key, HTMLCharacters.decoded(string(at..<end)), end)
  }

  /// The first of several marks, whatever the case of their letters: where it begins and what follows it.
  private func find(_ marks: [String], _ start: Int) -> (start: Int, end: Int) {
    var at = start
    while at < bytes.count {
      for mark in marks where has(mark, at) { return (at, at + mark.utf8.count) }
      at += 1
    }
    return (bytes.count, bytes.count)
  }

  private func has(_ mark: String, _ at: Int) -> Bool {
    guard at + mark.utf8.count <= bytes.count else { return false }
    for (index, byte) in mark.utf8.enumerated() {
      let found = bytes[at + index]
      let isLetter = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      guard found == byte || isLetter && found | 0x20 == byte else { return false }
    }
    return true
  }

  private func string(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }
}

/// Character references of HTML: numbers, and the names that letters use.
enum HTMLCharacters {
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let and = rest.firstIndex(of: "&") {
      result += rest[..<and]
      rest = rest[and...].dropFirst()
      let word = rest.prefix(32).prefix { $0.isLetter || $0.isNumber || $0 == "#" }
      guard let character = character(String(word)) else {
        result += "&"
        continue
      }
      result.unicodeScalars.append(character)
      rest = rest.dropFirst(word.count)
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return result + rest
  }

  private static func character(_ word: String) -> Unicode.Scalar? {
    if word.hasPrefix("#") {
      let digits = word.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
    return names[word]
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "shy": "\u{AD}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "hellip": "…",
    "bull": "•", "middot": "·", "pound": "£", "euro": "€", "copy": "©", "reg": "®", "trade": "™",
    "sect": "§", "para": "¶", "deg": "°", "laquo": "«", "raquo": "»", "times": "×", "frac12": "½",
    "frac14": "¼", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä",
    "aring": "å",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
    "igrave": "ì",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó",
    "ocirc": "ô",
    "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û",
    "uuml": "ü",
    "yacute": "ý", "szlig": "ß", "Agrave": "À", "Aacute": "Á", "Auml": "Ä", "Aring": "Å",
    "Ccedil": "Ç",
    "Eacute": "É", "Egrave": "È", "Iacute": "Í", "Ntilde": "Ñ", "Oacute": "Ó", "Ouml": "Ö",
    "Oslash": "Ø", "Uacute": "Ú", "Uuml": "Ü", "iexcl": "¡", "iquest": "¿", "larr": "←",
    "rarr": "→",
  ]
}
