/// The words of an HTML message: no mark-up, a line for each line that a reader would see.
///
/// Not a parser of HTML. It looks at each byte a bounded number of times, whatever it is given.
struct HTMLText {
  private let source: [UInt8]
  private var index = 0
  private var lines = HTMLLines()
  // A search to the end that has found nothing is not made again: that keeps the time linear.
  private var hasTagEnds = true
  private var hasClosedQuotes = true
  private var hasCommentEnds = true

  /// The text of an HTML document or fragment.
  static func text(of html: String) -> String {
    var reading = HTMLText(source: Array(html.utf8))
    reading.readAll()
    return reading.lines.text
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func readAll() {
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "<"): if !readTag() { takeText() }
      case UInt8(ascii: "&"): if !readEntity() { takeText() }
      default: takeText()
      }
    }
  }

  /// Takes a byte as it is, and what follows it up to the next that may mean something else.
  private mutating func takeText() {
    repeat {
      lines.add(source[index])
      index += 1
    } while index < source.count && source[index] != UInt8(ascii: "<")
      && source[index] != UInt8(ascii: "&")
  }

  /// Reads a tag or comment; false where the `<` is only a character.
  private mutating func readTag() -> Bool {
    let rest = source[(index + 1)...]
    guard hasTagEnds, let first = rest.first else { return false }
    if rest.starts(with: "!--".utf8), hasCommentEnds {
      if let end = find("-->", from: index + 4) {
        index = end + 3
        return true
      }
      hasCommentEnds = false
    }
    let isEnd = first == UInt8(ascii: "/")
    let name = rest.dropFirst(isEnd ? 1 : 0).prefix { $0.isLetter || $0.isDigit }
    let isDeclaration = first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    guard isDeclaration || name.first?.isLetter == true else { return false }
    guard let end = tagEnd(from: name.endIndex) else { return false }
    index = end + 1
    if !isDeclaration { apply(name.name, isEnd: isEnd) }
    return true
  }

  /// Where the tag's `>` is. One in a quoted attribute does not count, as long as all quotes are
  /// closed.
  private mutating func tagEnd(from start: Int) -> Int? {
    if hasClosedQuotes {
      if let end = unquotedTagEnd(from: start) { return end }
      hasClosedQuotes = false
    }
    let end = source[start...].firstIndex(of: UInt8(ascii: ">"))
    hasTagEnds = end != nil
    return end
  }

  private func unquotedTagEnd(from start: Int) -> Int? {
    var quote: UInt8?
    var previous: UInt8 = 0
    for position in start..<source.count {
      let byte = source[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return position
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        previous == UInt8(ascii: "=")
      {
        quote = byte
      }
      if !byte.isWhitespace { previous = byte }
    }
    return nil
  }

  private mutating func apply(_ name: String, isEnd: Bool) {
    switch name {
    case "script", "style", "title":
      if !isEnd { skip(to: name) }
    case "br": lines.lineBreak()
    case "li":
      lines.block(blankLine: false)
      if !isEnd { lines.mark("- ") }
    case "td", "th": if !isEnd { lines.cell() }
    case "pre":
      lines.block(blankLine: true)
      lines.keepsBlanks = !isEnd
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "hr":
      lines.block(blankLine: true)
    case "div", "tr", "dt", "dd", "section", "article", "header", "footer", "body", "address",
      "center", "form", "fieldset", "caption":
      lines.block(blankLine: false)
    default: break
    }
  }

  /// Passes over everything up to the end tag of this name, or to the end where there is none.
  private mutating func skip(to name: String) {
    while let open = find("</", from: index) {
      index = open + 2
      if source[index...].prefix(name.utf8.count).map(\.lowercased).elementsEqual(name.utf8) {
        index = tagEnd(from: index).map { $0 + 1 } ?? source.count
        return
      }
    }
    index = source.count
  }

  private func find(_ text: String, from start: Int) -> Int? {
    guard start <= source.count, let first = text.utf8.first else { return nil }
    var position = start
    while let next = source[position...].firstIndex(of: first) {
      if source[next...].starts(with: text.utf8) { return next }
      position = next + 1
    }
    return nil
  }

  /// Reads a character that is written by name or number; false where the `&` is only a character.
  private mutating func readEntity() -> Bool {
    guard let (scalar, length) = HTMLEntities.read(source[index...]) else { return false }
    for byte in String(Character(scalar)).utf8 { lines.add(byte) }
    index += length
    return true
  }
}
