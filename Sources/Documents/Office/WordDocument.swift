/// A Word document: its paragraphs, lists, tables and notes, as they stand with every tracked change
/// accepted.
struct WordDocument {
  private let package: Package
  private let limits: DocumentLimits
  private let parts: WordParts

  init(_ package: Package, limits: DocumentLimits) throws(Unreadable) {
    self.package = package
    self.limits = limits
    parts = try WordParts(package, limits: limits)
  }

  func read() throws(Unreadable) -> DocumentText {
    let listener = WordListener(
      numbering: WordNumbering(try elements("numbering")),
      styles: WordStyles(try elements("styles")), most: limits.text)
    try read(parts.main, to: listener)
    listener.finishLetter()
    for kind in ["footnotes", "endnotes"] {
      for part in parts.related[kind] ?? [] { try read(part, to: listener) }
    }
    listener.appendNotes()
    return DocumentText(text: listener.flow.text, format: .docx, notes: notes(listener))
  }

  private func read(_ part: String, to listener: any MarkupListener) throws(Unreadable) {
    guard let bytes = try package.part(part) else {
      throw .damaged("its part '\(part)' is missing")
    }
    try MarkupReader.read(
      bytes, as: .xml, place: "'\(part)' in it", depth: limits.depth, to: listener)
  }

  private func elements(_ kind: String) throws(Unreadable) -> [MarkupElement] {
    guard let part = parts.related[kind]?.first, package.contains(part) else { return [] }
    let list = ElementList()
    try read(part, to: list)
    return list.elements
  }

  private func notes(_ listener: WordListener) -> [DocumentNote] {
    var notes: [DocumentNote] = []
    if listener.sawDeletion {
      notes.append(
        DocumentNote(
          .trackedChanges,
          "The document has tracked deletions; what they delete is not in the text."))
    }
    if listener.sawInsertion {
      notes.append(
        DocumentNote(.trackedChanges, "The document has tracked insertions; they are in the text."))
    }
    var leftOut: [String] = []
    if listener.leftOutHidden { leftOut.append("hidden text") }
    if parts.related["header"] != nil || parts.related["footer"] != nil {
      leftOut.append("headers and footers")
    }
    if parts.related["comments"] != nil { leftOut.append("comments") }
    if listener.sawForeignPart { leftOut.append("parts in another format") }
    if !leftOut.isEmpty {
      notes.append(
        DocumentNote(.leftOut, "Not in the text: \(leftOut.joined(separator: ", "))."))
    }
    return notes
  }
}

/// What the paragraph styles say about lists.
struct WordStyles {
  struct Style {
    var list: String?
    var level: Int?
    var base: String?
  }

  private var styles: [String: Style] = [:]

  init(_ elements: [MarkupElement]) {
    var name: String?
    for element in elements where element.vocabulary == .word {
      switch element.name {
      case "style":
        name = element["styleId"]
        if let name { styles[name] = Style() }
      case "basedOn": if let name { styles[name]?.base = element["val"] }
      case "numId": if let name { styles[name]?.list = element["val"] }
      case "ilvl": if let name { styles[name]?.level = element["val"].flatMap { Int($0) } }
      default: break
      }
    }
  }

  /// The list that paragraphs of a style belong to, by the style itself or one that it is based on.
  func list(of style: String?) -> (list: String, level: Int)? {
    var name = style
    var level: Int?
    for _ in 0..<16 {
      guard let found = name.flatMap({ styles[$0] }) else { return nil }
      level = level ?? found.level
      if let list = found.list { return (list, level ?? 0) }
      name = found.base
    }
    return nil
  }
}
