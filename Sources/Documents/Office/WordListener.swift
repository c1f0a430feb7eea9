/// Takes the words out of the parts of a Word document.
final class WordListener: MarkupListener {
  private(set) var flow = TextFlow()
  private(set) var sawDeletion = false
  private(set) var sawInsertion = false
  private(set) var leftOutHidden = false
  private(set) var sawForeignPart = false

  private var numbering: WordNumbering
  private let styles: WordStyles
  private let most: Int

  private struct Paragraph {
    var text = ""
    var style: String?
    var list: String?
    var level: Int?
    /// Whether it stands in a text box within a run of another.
    var isInRun = false
  }

  /// The paragraphs that are open: one, and those of text boxes in it.
  private var paragraphs: [Paragraph] = []
  private var dropped = 0
  private var inRun = false
  private var inProperties = false
  private var isHidden = false
  private var inText = false
  private var cellColumns: [Int] = []
  /// Whether the part is read for its notes.
  private var readsNotes = false
  private var noteOrder: [String] = []
  private var note: String?
  private var noteTexts: [String: [TextFlow.Piece]] = [:]

  init(numbering: WordNumbering, styles: WordStyles, most: Int) {
    self.numbering = numbering
    self.styles = styles
    self.most = most
  }

  var isFull: Bool { flow.byteCount + (paragraphs.last?.text.utf8.count ?? 0) > most }

  func begin(_ element: MarkupElement) {
    if dropped > 0 { return dropped += 1 }
    switch element.vocabulary {
    case .word: beginWord(element)
    // The same thing in an older way, for programs that do not know the newer.
    case .compatibility where element.name == "Fallback": dropped = 1
    case .formula where element.name == "t": inText = true
    default: break
    }
  }

  private func beginWord(_ element: MarkupElement) {
    let name = element.name
    switch name {
    case "del", "moveFrom":
      dropped = 1
      sawDeletion = true
    case "ins", "moveTo": sawInsertion = true
    case _ where name.hasSuffix("PrChange"): dropped = 1
    case "p":
      paragraphs.append(Paragraph(isInRun: inRun))
      (inRun, inProperties, isHidden) = (false, false, false)
    case "pPr", "rPr": inProperties = true
    case "pStyle": edit { $0.style = element["val"] }
    case "numId": edit { $0.list = element["val"] }
    case "ilvl": edit { $0.level = element["val"].flatMap { Int($0) } }
    case "r":
      inRun = true
      isHidden = false
    case "vanish" where inRun:
      isHidden = !["0", "false", "off"].contains(element["val"]?.lowercased() ?? "")
    case "t" where !inProperties: inText = true
    case "tab" where inRun: add("\t")
    case "br", "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "sym" where inRun: add(Self.symbol(element["char"]))
    case "footnoteReference", "endnoteReference": refer(name, element["id"])
    case "footnote", "endnote": beginNote(name, element)
    case "tbl": flow.beginTable()
    case "tr": flow.beginRow()
    case "tc":
      cellColumns.append(1)
      flow.begin()
    case "gridSpan":
      if let span = element["val"].flatMap({ Int($0) }), !cellColumns.isEmpty {
        cellColumns[cellColumns.count - 1] = span
      }
    case "altChunk": sawForeignPart = true
    default: break
    }
  }

  func end(_ name: String, _ vocabulary: Vocabulary) {
    if dropped > 0 { return dropped -= 1 }
    guard vocabulary == .word else {
      if name == "t" { inText = false }
      return
    }
    switch name {
    case "p": endParagraph()
    case "pPr", "rPr": inProperties = false
    case "r": (inRun, isHidden) = (false, false)
    case "t": inText = false
    case "tc": flow.addCell(flow.end(), columns: cellColumns.popLast() ?? 1)
    case "tr": flow.endRow()
    case "tbl": flow.endTable()
    case "footnote", "endnote":
      if readsNotes { noteTexts[note ?? ""] = flow.end() }
      note = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard inText, dropped == 0 else { return }
    add(String(decoding: bytes, as: UTF8.self))
  }

  private func add(_ text: String) {
    guard !paragraphs.isEmpty else { return }
    if isHidden {
      leftOutHidden = leftOutHidden || !text.allSatisfy(\.isWhitespace)
      return
    }
    paragraphs[paragraphs.count - 1].text += text
  }

  private func edit(_ change: (inout Paragraph) -> Void) {
    guard inProperties, !inRun, !paragraphs.isEmpty else { return }
    change(&paragraphs[paragraphs.count - 1])
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    inRun = paragraph.isInRun
    let ofStyle = styles.list(of: paragraph.style)
    guard paragraph.text.contains(where: { !$0.isWhitespace }) else { return }
    let list = paragraph.list ?? ofStyle?.list
    guard let list,
      let marker = numbering.marker(list: list, level: paragraph.level ?? ofStyle?.level ?? 0)
    else {
      for part in paragraph.text.paragraphs { flow.append(part) }
      return
    }
    flow.append("\(marker) \(paragraph.text.trimmingBlanks)", .item)
  }

  /// Characters of symbol fonts stand in an area without meaning; bullets are what letters have.
  private static func symbol(_ code: String?) -> String {
    guard let code, let value = UInt32(code, radix: 16) else { return "" }
    switch value {
    case 0xF0B7, 0xF0A7, 0xF076, 0xF0D8: return "•"
    case 0xF06F, 0xF0A8: return "☐"
    case 0xF0FE, 0xF052: return "☒"
    case 0xF0FC: return "✓"
    case 0xE000...0xF8FF: return "\u{FFFD}"
    default: return Unicode.Scalar(value).map { String(Character($0)) } ?? ""
    }
  }

  // MARK: Notes

  private func refer(_ name: String, _ id: String?) {
    guard let id, !readsNotes else { return }
    noteOrder.append(name.prefix(3) + id)
    add("[\(noteOrder.count)]")
  }

  private func beginNote(_ name: String, _ element: MarkupElement) {
    guard readsNotes, let id = element["id"] else { return }
    note = name.prefix(3) + id
    flow.begin()
  }

  /// Ends the letter; what is read from now on are its notes.
  func finishLetter() { readsNotes = true }

  /// Adds the notes that the letter refers to, in the order in which it does.
  func appendNotes() {
    for (index, key) in noteOrder.enumerated() {
      let text = TextFlow.text(of: noteTexts[key] ?? [])
      flow.append("[\(index + 1)] \(text)")
    }
  }
}
