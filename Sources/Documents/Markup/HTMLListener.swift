/// Takes the words out of a page.
final class HTMLListener: MarkupListener {
  private(set) var flow = TextFlow()
  /// Whether words were hidden by the element they stand in.
  private(set) var leftOutHidden = false

  private let most: Int
  /// The paragraph so far, in UTF-8.
  private var line: [UInt8] = []
  private var owesBlank = false
  /// How many elements deep in one that shows nothing.
  private var dropped = 0
  private var isHidden = false
  private var preformatted = 0
  private var lists: [List] = []
  private var marker: String?
  private var cellColumns: [Int] = []

  private struct List {
    var style: NumberStyle?
    var next: Int
  }

  init(most: Int) { self.most = most }

  var isFull: Bool { flow.byteCount + line.count > most }

  private static let invisible: Set<String> = [
    "head", "script", "style", "title", "template", "noscript", "svg", "object", "iframe", "audio",
    "video", "canvas", "datalist",
  ]
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "header",
    "footer", "main", "aside", "nav", "body", "address", "center", "form", "fieldset", "caption",
    "figure", "figcaption", "dl", "dt", "dd", "details", "summary", "legend", "html",
  ]

  func begin(_ element: MarkupElement) {
    let name = element.name
    if dropped > 0 {
      if !Self.void.contains(name) { dropped += 1 }
      return
    }
    let hides = Self.hides(element)
    if Self.invisible.contains(name) || hides {
      guard !Self.void.contains(name) else { return }
      dropped = 1
      isHidden = hides && !Self.invisible.contains(name)
      return
    }
    switch name {
    case "br": breakLine()
    case "hr": endParagraph()
    case "pre", "textarea":
      endParagraph()
      preformatted += 1
    case "ul", "menu":
      endParagraph()
      lists.append(List(style: nil, next: 1))
    case "ol":
      endParagraph()
      lists.append(
        List(style: NumberStyle(html: element["type"]), next: Int(element["start"] ?? "") ?? 1))
    case "li": beginItem(element)
    case "table":
      endParagraph()
      flow.beginTable()
    case "tr": flow.beginRow()
    case "td", "th":
      endParagraph()
      cellColumns.append(Int(element["colspan"] ?? "") ?? 1)
      flow.begin()
    case _ where Self.blocks.contains(name): endParagraph()
    default: break
    }
  }

  func end(_ name: String, _ vocabulary: Vocabulary) {
    if dropped > 0 {
      if !Self.void.contains(name) { dropped -= 1 }
      return
    }
    switch name {
    case "pre", "textarea":
      endParagraph()
      preformatted = max(0, preformatted - 1)
    case "ul", "menu", "ol":
      endParagraph()
      _ = lists.popLast()
    case "li":
      endParagraph()
      marker = nil
    case "td", "th":
      endParagraph()
      flow.addCell(flow.end(), columns: cellColumns.popLast() ?? 1)
    case "tr": flow.endRow()
    case "table":
      endParagraph()
      flow.endTable()
    case _ where Self.blocks.contains(name): endParagraph()
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard dropped == 0 else {
      let isBlank = bytes.allSatisfy { $0 <= 0x20 }
      if isHidden, !isBlank { leftOutHidden = true }
      return
    }
    var index = 0
    while index < bytes.count {
      // 0xC2 begins the characters that are looked at one by one.
      var end = index
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0xC2 { end += 1 }
      if end > index {
        payBlank()
        line += bytes[index..<end]
        index = end
      } else if bytes[index] == 0xC2, index + 1 < bytes.count {
        add(bytes[index + 1])
        index += 2
      } else {
        blank(bytes[index])
        index += 1
      }
    }
  }

  private func blank(_ byte: UInt8) {
    switch byte {
    case 0x0A where preformatted > 0: breakLine()
    case 0x0D where preformatted > 0: break
    case 0x09 where preformatted > 0, 0x20 where preformatted > 0: line.append(byte)
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: owesBlank = true
    default: break
    }
  }

  private func payBlank() {
    if owesBlank, let last = line.last, last != 0x0A { line.append(0x20) }
    owesBlank = false
  }

  /// Adds a character from U+0080 to U+00BF, by the last byte of it.
  private func add(_ byte: UInt8) {
    payBlank()
    switch byte {
    // Numbers that mean characters of Windows, though the standard says otherwise.
    case 0x80..<0xA0: line += String(Character(Windows1252.scalar(byte))).utf8
    case 0xA0: line.append(0x20)
    // A hyphen that shows only where a line ends.
    case 0xAD: break
    default: line += [0xC2, byte]
    }
  }

  private func breakLine() {
    owesBlank = false
    line.append(0x0A)
  }

  func endParagraph() {
    owesBlank = false
    guard line.contains(where: { $0 > 0x20 }) else { return line.removeAll() }
    let text = String(decoding: line, as: UTF8.self)
    line.removeAll()
    if let marker {
      flow.append("\(marker) \(text.trimmingBlanks)", .item)
      self.marker = nil
      return
    }
    // Two breaks are how many editors end a paragraph.
    for paragraph in text.paragraphs { flow.append(paragraph, lists.isEmpty ? .paragraph : .item) }
  }

  private func beginItem(_ element: MarkupElement) {
    endParagraph()
    guard let list = lists.last, let style = list.style else {
      marker = "•"
      return
    }
    let number = Int(element["value"] ?? "") ?? list.next
    lists[lists.count - 1].next = number &+ 1
    marker = style.text(number) + "."
  }

  private static func hides(_ element: MarkupElement) -> Bool {
    for (name, value) in element.attributes {
      if name == "hidden" { return value.lowercased() != "until-found" }
      guard name == "style" else { continue }
      let style = value.lowercased().filter { !$0.isWhitespace }
      if style.contains("display:none") || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
      {
        return true
      }
    }
    return false
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmingBlanks: Substring {
    var rest = self[...]
    while rest.unicodeScalars.first?.properties.isWhitespace == true {
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    while rest.unicodeScalars.last?.properties.isWhitespace == true {
      rest = Substring(rest.unicodeScalars.dropLast())
    }
    return rest
  }

  /// The runs of lines between empty lines.
  var paragraphs: [String] {
    guard utf8.contains(0x0A) else { return [self] }
    var result: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if result.last?.isEmpty == false { result.append([]) }
      } else {
        result[result.count - 1].append(line)
      }
    }
    return result.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}
