/// The words of an HTML text: those that are shown, line by line, and those that are not.
struct HTMLWords {
  /// Words that are not shown, why, and where they stand in the bytes.
  struct Hidden {
    var text: String
    var reason: String
    var ranges: [Range<Int>]
  }

  /// As it reads on the screen.
  private(set) var shown = ""
  private(set) var hidden: [Hidden] = []
  /// Comments with words in them.
  private(set) var comments: [(text: String, range: Range<Int>)] = []
  /// Where the part begins that quotes an earlier message by its markup; in `shown`.
  private(set) var quoted: [String] = []
  /// Links, alternative texts and addresses of pictures: what a plain version may write out.
  private(set) var spoken = ""
  /// Whether all of it was read.
  private(set) var isWhole = true

  private struct Open {
    var name: String
    var subject: StyleSheet.Subject
    var look: HTMLLook
    var quoteStart: Int?
  }

  private var sheet = StyleSheet()
  private var open: [Open] = []
  private var rawComments: [(text: String, range: Range<Int>)] = []
  private static let deepest = 2_000

  init(_ text: String) {
    let tokens = HTMLTokens(text)
    isWhole = tokens.isWhole
    for token in tokens.tokens {
      if case .style(let rules) = token.kind { sheet.add(rules) }
    }
    for token in tokens.tokens { take(token) }
    while !open.isEmpty { close() }
    comments = rawComments.compactMap { comment in
      HTMLComment.words(comment.text, besides: shown).map { ($0, comment.range) }
    }
  }

  private mutating func take(_ token: HTMLTokens.Token) {
    switch token.kind {
    case .comment(let text):
      if !text.isEmpty { rawComments.append((text, token.range)) }
    case .text(let text): add(text, token.range)
    case .open(let name, let attributes, let isClosed):
      begin(name, attributes, isClosed: isClosed, token.range)
    case .close(let name): end(name)
    case .style, .script: return
    }
  }

  private mutating func begin(
    _ name: String, _ attributes: [String: String], isClosed: Bool, _ range: Range<Int>
  ) {
    if Self.blocks.contains(name) { breakLine() }
    for key in ["alt", "title", "href", "src"] {
      if let value = attributes[key] { spoken += " " + value }
    }
    if name == "input", attributes["type"]?.lowercased() == "hidden",
      let value = attributes["value"], value.contains(where: \.isLetter)
    {
      hidden.append(Hidden(text: value, reason: "a hidden form field", ranges: [range]))
    }
    guard !Self.voids.contains(name), !isClosed || !Self.blocks.contains(name) && name != "span"
    else { return }
    if let closed = Self.closing[name], let last = open.last, closed.contains(last.name) { close() }
    guard open.count < Self.deepest else {
      isWhole = false
      return
    }
    let subject = StyleSheet.Subject(
      name: name, id: attributes["id"] ?? "",
      classes: Set((attributes["class"] ?? "").lowercased().split(separator: " ").map(String.init)),
      attributes: attributes)
    let declarations =
      (sheet.isEmpty ? [] : sheet.declarations(for: open.map(\.subject) + [subject]))
      + StyleDeclaration.read(attributes["style"] ?? "")
    var look = (open.last?.look ?? HTMLLook()).applying(declarations, attributes, name: name)
    if Self.unseen.contains(name) { look.hidden = look.hidden ?? "<\(name)>" }
    open.append(
      Open(
        name: name, subject: subject, look: look,
        quoteStart: Self.isQuote(subject) ? shown.utf8.count : nil))
    if isClosed { close() }
  }

  private mutating func end(_ name: String) {
    if Self.blocks.contains(name) { breakLine() }
    guard open.contains(where: { $0.name == name }) else { return }
    // What is not closed by itself ends with what surrounds it; a cell does not end a table around it.
    while let last = open.last {
      close()
      if last.name == name { return }
    }
  }

  private mutating func close() {
    guard let last = open.popLast(), let start = last.quoteStart else { return }
    let text = String(decoding: shown.utf8.dropFirst(start), as: UTF8.self).withoutOuterBlanks
    if !text.isEmpty { quoted.append(text) }
  }

  private mutating func add(_ text: String, _ range: Range<Int>) {
    let look = open.last?.look ?? HTMLLook()
    if open.contains(where: { Self.silent.contains($0.name) }) { return }
    guard let reason = look.reason else {
      appendShown(text)
      return
    }
    let words = Self.collapsed(text)
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    if let last = hidden.last, last.reason == reason, hidden.count > 0 {
      hidden[hidden.count - 1].text += " " + words
      hidden[hidden.count - 1].ranges.append(range)
    } else {
      hidden.append(Hidden(text: words, reason: reason, ranges: [range]))
    }
  }

  private mutating func appendShown(_ text: String) {
    for character in text {
      if character.isWhitespace {
        if let last = shown.last, !last.isWhitespace { shown.append(" ") }
      } else {
        shown.append(character)
      }
    }
  }

  private mutating func breakLine() {
    if shown.last == " " { shown.removeLast() }
    if let last = shown.last, last != "\n" { shown.append("\n") }
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func isQuote(_ subject: StyleSheet.Subject) -> Bool {
    if subject.name == "blockquote" {
      return subject.attributes["type"]?.lowercased() == "cite"
        || !subject.classes.isDisjoint(with: marks)
        || subject.attributes["cite"] != nil
    }
    return !subject.classes.isDisjoint(with: marks) || ids.contains(subject.id.lowercased())
  }

  private static let marks: Set<String> = [
    "gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "zmail_extra",
    "moz-email-headers-table", "moz-forward-container",
  ]
  private static let ids: Set<String> = [
    "divrplyfwdmsg", "olk_src_body_section", "appendonsend",
    "mail-editor-reference-message-container",
  ]

  private static let blocks: Set<String> = [
    "p", "div", "br", "tr", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "td",
    "th", "blockquote", "pre", "section", "article", "header", "footer", "body", "html", "center",
    "dd",
    "dt", "dl", "form", "title", "head",
  ]
  private static let voids: Set<String> = [
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track",
    "wbr",
    "param", "frame", "bgsound", "keygen",
  ]
  /// Elements that end another of the kind which is still open.
  private static let closing: [String: Set<String>] = [
    "p": ["p"], "li": ["li"], "td": ["td", "th"], "th": ["td", "th"], "tr": ["tr"],
    "option": ["option"],
    "dt": ["dt", "dd"], "dd": ["dt", "dd"], "div": ["p"], "table": ["p"],
  ]
  /// Elements whose words no mail program shows.
  private static let unseen: Set<String> = ["noscript", "template", "datalist", "noframes"]
  /// Elements whose words are no text of the message.
  private static let silent: Set<String> = ["title", "xml", "script", "style"]
}

/// Tells words in a comment from markup that programs put there.
enum HTMLComment {
  /// The words; nil where there are none of anybody's own.
  static func words(_ comment: String, besides shown: String) -> String? {
    var text = comment.withoutOuterBlanks
    let isConditional = text.hasPrefix("[if")
    if isConditional {
      text = String(text.drop { $0 != "]" }.drop { $0 == "]" || $0 == ">" })
      if let end = text.firstRange(of: "<![endif]") { text = String(text[..<end.lowerBound]) }
    }
    if text == "<![endif]" || text.hasPrefix("[endif]") { return nil }
    let words = unmarked(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let lower = words.lowercased()
    if programs.contains(where: { lower.hasPrefix($0) }) || isStyle(words) { return nil }
    // Buttons and tables for one program repeat what the others show.
    if isConditional {
      let seen = Set(shown.lowercased().split { !$0.isLetter && !$0.isNumber })
      if lower.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).allSatisfy(seen.contains) {
        return nil
      }
    }
    return words
  }

  /// The words outside tags, styles and a program's own data.
  private static func unmarked(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var result = ""
    var depth = 0
    var property = ""
    for token in HTMLTokens(text).tokens {
      switch token.kind {
      case .open("xml", _, let isClosed): if !isClosed { depth += 1 }
      case .close("xml"):
        depth = max(0, depth - 1)
        property = ""
      case .open(let name, _, let isClosed): property = isClosed ? "" : name
      case .close: property = ""
      case .text(let words):
        if depth == 0 || properties.contains(property) { result += " " + words }
      // A comment cannot hold another, but what looks like one may be words.
      case .comment(let words): result += " " + words
      default: continue
      }
    }
    return result
  }

  /// Whether it is only rules that an old program keeps in a comment.
  private static func isStyle(_ words: String) -> Bool {
    guard words.contains("{"), words.contains(":"), words.contains("}") else { return false }
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inside = rest[rest.index(after: open)..<close]
      guard inside.withoutBlanks.isEmpty || inside.contains(":") else { return false }
      rest = rest[close...].dropFirst()
    }
    return !rest.contains(where: \.isLetter)
  }

  /// What a program's own data says of people: the properties of the document that a message was made from.
  private static let properties: Set<String> = [
    "o:author", "o:lastauthor", "o:manager", "o:company", "o:title", "o:subject", "o:keywords",
    "o:description", "o:category",
  ]

  private static let programs = [
    "startfragment", "endfragment", "converted from text", "[endif]",
  ]
}
