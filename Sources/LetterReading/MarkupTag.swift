import TextScan

/// A tag of HTML in a letter that came as its source, from a disclosure log's data file for instance.
struct MarkupTag {
  /// Where the text goes on.
  var end: Int
  /// Whether the tag ends a line of the text.
  var breaksLine: Bool

  private static let marks = LiteralScanner(
    ["</p>", "<p>", "<br>", "<br/>", "<br />", "</div>", "</td>", "</li>"])
  private static let breaking: Set<String> = [
    "p", "br", "div", "li", "tr", "td", "th", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "blockquote", "section", "article",
  ]
  private static let longest = 400

  /// Whether a text is HTML source: it has at least two of the usual tags near its beginning.
  static func isMarkup(_ source: [UInt8]) -> Bool {
    guard source.contains(0x3C) else { return false }
    var count = 0
    marks.scan(source, in: 0..<min(source.count, 20_000)) { _ in count += 1 }
    return count > 1
  }

  /// Reads the tag that begins at an index; nil where none does.
  init?(at start: Int, in source: [UInt8]) {
    var index = start + 1
    if index < source.count, source[index] == 0x2F { index += 1 }
    let nameStart = index
    while index < source.count, Words.isWord(source[index]), index - nameStart < 12 { index += 1 }
    guard index > nameStart, Words.isLetter(source[nameStart]) else { return nil }
    let name = String(decoding: source[nameStart..<index].map(Words.lower), as: UTF8.self)
    while index < source.count, source[index] != 0x3E, index - start < MarkupTag.longest {
      index += 1
    }
    guard index < source.count, source[index] == 0x3E else { return nil }
    end = index + 1
    breaksLine = MarkupTag.breaking.contains(name)
  }

  /// The character of an entity such as `&amp;`.
  static func entity(at start: Int, in source: [UInt8]) -> (byte: UInt8, end: Int)? {
    let known: [(name: String, byte: UInt8)] = [
      ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
      ("&nbsp;", 0x20), ("&rsquo;", 0x27), ("&lsquo;", 0x27), ("&ldquo;", 0x22), ("&rdquo;", 0x22),
      ("&ndash;", 0x2D), ("&mdash;", 0x2D),
    ]
    for (name, byte) in known where source[start...].starts(with: name.utf8) {
      return (byte, start + name.utf8.count)
    }
    return nil
  }
}
