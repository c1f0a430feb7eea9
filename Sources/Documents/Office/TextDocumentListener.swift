/// Takes the words out of an OpenDocument text.
final class TextDocumentListener: MarkupListener {
  private(set) var flow = TextFlow()
  private(set) var foundText = false
  private(set) var sawDeletion = false
  private(set) var leftOutHidden = false
  private(set) var sawHeader = false
  private(set) var sawComment = false
  /// Whether the part is read for its styles alone.
  var readsStyles = false

  private let most: Int
  private var styles = TextDocumentStyles()

  private struct Paragraph {
    var text = ""
    var owesBlank = false
  }

  private struct List {
    var style: String?
    var next: Int?
  }

  /// An item whose first paragraph is still to come.
  private struct Item {
    var depth: Int
    var start: Int?
  }

  private var paragraphs: [Paragraph] = []
  private var dropped = 0
  private var dropsHidden = false
  private var inBody = false
  private var lists: [List] = []
  private var item: Item?
  /// The number after the last of a list, for one that goes on with it.
  private var ended: [String: Int] = [:]
  private var notes: [[TextFlow.Piece]] = []
  private var cells: [Int] = []

  init(most: Int) { self.most = most }

  var isFull: Bool { flow.byteCount + (paragraphs.last?.text.utf8.count ?? 0) > most }

  func begin(_ element: MarkupElement) {
    if dropped > 0 { return dropped += 1 }
    styles.begin(element)
    if element.vocabulary == .odfStyle,
      ["header", "footer", "header-first", "footer-first"].contains(element.name)
    {
      sawHeader = true
    }
    if element.vocabulary == .odfOffice, element.name == "text", !readsStyles {
      (inBody, foundText) = (true, true)
    }
    guard inBody else { return }
    if drops(element) {
      dropped = 1
      return
    }
    switch element.vocabulary {
    case .odfText: beginText(element)
    case .odfTable: beginTable(element)
    default: break
    }
  }

  private func drops(_ element: MarkupElement) -> Bool {
    dropsHidden = false
    switch (element.vocabulary, element.name) {
    case (.odfText, "tracked-changes"):
      sawDeletion = true
      return true
    case (.odfOffice, "annotation"):
      sawComment = true
      return true
    case (.odfText, "note-citation"), (.odfText, "ruby-text"), (.odfOffice, "binary-data"),
      (.odfOffice, "forms"), (.odfOffice, "scripts"), (.odfStyle, _):
      return true
    case (.odfText, "hidden-text"), (.odfText, "section"):
      dropsHidden = element.name == "hidden-text" || element["display"] == "none"
      return dropsHidden
    case (.odfText, "span"), (.odfText, "p"), (.odfText, "h"):
      dropsHidden = element["style-name"].map { styles.hidden.contains($0) } ?? false
      return dropsHidden
    // The name and description of a picture, which the page does not show.
    case (.other, "title"), (.other, "desc"): return true
    default: return false
    }
  }

  private func beginText(_ element: MarkupElement) {
    switch element.name {
    case "p", "h": paragraphs.append(Paragraph())
    case "s":
      let count = element["c"].flatMap { Int($0) } ?? 1
      add(String(repeating: " ", count: min(max(count, 1), 200)), isKept: true)
    case "tab": add("\t", isKept: true)
    case "line-break": add("\n", isKept: true)
    case "list":
      let style = element["style-name"] ?? lists.last?.style
      let goesOn = element["continue-numbering"] == "true" || element["continue-list"] != nil
      lists.append(List(style: style, next: goesOn ? style.flatMap { ended[$0] } : nil))
    case "list-item":
      item = Item(depth: lists.count, start: element["start-value"].flatMap { Int($0) })
    case "note-body": flow.begin()
    default: break
    }
  }

  private func beginTable(_ element: MarkupElement) {
    switch element.name {
    case "table": flow.beginTable()
    case "table-row": flow.beginRow()
    case "table-cell", "covered-table-cell":
      // A merged cell is followed by those that it covers, so its width is theirs.
      cells.append(element["number-columns-repeated"].flatMap { Int($0) } ?? 1)
      flow.begin()
    default: break
    }
  }

  func end(_ name: String, _ vocabulary: Vocabulary) {
    if dropped > 0 { return dropped -= 1 }
    guard inBody else { return }
    switch (vocabulary, name) {
    case (.odfOffice, "text"): inBody = false
    case (.odfText, "p"), (.odfText, "h"): endParagraph()
    case (.odfText, "list"):
      if let list = lists.popLast(), lists.isEmpty, let style = list.style {
        ended[style] = list.next
      }
    case (.odfText, "list-item"): item = nil
    case (.odfText, "note-body"):
      notes.append(flow.end())
      add("[\(notes.count)]", isKept: true)
    case (.odfTable, "table-cell"), (.odfTable, "covered-table-cell"):
      let content = flow.end()
      flow.addCell(content, columns: cells.popLast() ?? 1)
    case (.odfTable, "table-row"): flow.endRow()
    case (.odfTable, "table"): flow.endTable()
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if dropped > 0 {
      leftOutHidden = leftOutHidden || dropsHidden && !bytes.allSatisfy { $0 <= 0x20 }
      return
    }
    guard inBody, !paragraphs.isEmpty else { return }
    add(String(decoding: bytes, as: UTF8.self), isKept: false)
  }

  /// Adds text; runs of blanks are one unless the file says that they are kept.
  private func add(_ text: String, isKept: Bool) {
    guard var paragraph = paragraphs.popLast() else { return }
    defer { paragraphs.append(paragraph) }
    for scalar in text.unicodeScalars {
      if !isKept, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
        paragraph.owesBlank = true
        continue
      }
      if paragraph.owesBlank, !paragraph.text.isEmpty { paragraph.text += " " }
      paragraph.owesBlank = false
      paragraph.text.unicodeScalars.append(scalar)
    }
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast(),
      paragraph.text.contains(where: { !$0.isWhitespace })
    else { return }
    guard let item else {
      for part in paragraph.text.paragraphs { flow.append(part) }
      return
    }
    self.item = nil
    flow.append("\(marker(of: item)) \(paragraph.text.trimmingBlanks)", .item)
  }

  /// The bullet or number of an item; empty where its list shows none.
  private func marker(of item: Item) -> String {
    let depth = item.depth
    guard lists.indices.contains(depth - 1) else { return "" }
    guard let level = styles.level(depth, of: lists[depth - 1].style), let style = level.style
    else {
      return "•"
    }
    let number = item.start ?? lists[depth - 1].next ?? level.start
    lists[depth - 1].next = number &+ 1
    guard level.shown > 0 else { return "" }
    var numbers = [style.text(number)]
    for outer in stride(from: depth - 1, to: 0, by: -1) where numbers.count < level.shown {
      let above = styles.level(outer, of: lists[outer - 1].style)
      numbers.insert(above?.style?.text((lists[outer - 1].next ?? 2) - 1) ?? "", at: 0)
    }
    return level.prefix + numbers.joined(separator: ".") + level.suffix
  }

  /// Adds the notes in the order in which the text refers to them.
  func appendNotes() {
    for (index, note) in notes.enumerated() {
      flow.append("[\(index + 1)] \(TextFlow.text(of: note))")
    }
  }
}
