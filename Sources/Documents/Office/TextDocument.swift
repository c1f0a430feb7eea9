/// An OpenDocument text, as LibreOffice writes it.
struct TextDocument {
  private let package: Package
  private let limits: DocumentLimits

  init(_ package: Package, limits: DocumentLimits) throws(Unreadable) {
    self.package = package
    self.limits = limits
    let manifest = try elements("META-INF/manifest.xml")
    if manifest.contains(where: { $0.vocabulary == .odfManifest && $0.name == "encryption-data" }) {
      throw Unreadable(
        .encrypted, "The document is protected with a password. Save it without one and give that.")
    }
  }

  func read() throws(Unreadable) -> DocumentText {
    let listener = TextDocumentListener(most: limits.text)
    // Lists that are named in the text may be defined in either part.
    listener.readsStyles = true
    try read("styles.xml", to: listener)
    listener.readsStyles = false
    try read("content.xml", to: listener)
    guard listener.foundText else {
      throw FormatRecognition.unknown(
        "an OpenDocument file, but not a text", advice: FormatRecognition.asDocument)
    }
    listener.appendNotes()
    var notes: [DocumentNote] = []
    if listener.sawDeletion {
      notes.append(
        DocumentNote(
          .trackedChanges,
          "The document has tracked changes; insertions are in the text, deletions are not."))
    }
    var leftOut: [String] = []
    if listener.leftOutHidden { leftOut.append("hidden text") }
    if listener.sawHeader { leftOut.append("headers and footers") }
    if listener.sawComment { leftOut.append("comments") }
    if !leftOut.isEmpty {
      notes.append(
        DocumentNote(.leftOut, "Not in the text: \(leftOut.joined(separator: ", "))."))
    }
    return DocumentText(text: listener.flow.text, format: .odt, notes: notes)
  }

  private func read(_ part: String, to listener: any MarkupListener) throws(Unreadable) {
    guard let bytes = try package.part(part) else { return }
    try MarkupReader.read(
      bytes, as: .xml, place: "'\(part)' in it", depth: limits.depth, to: listener)
  }

  private func elements(_ part: String) throws(Unreadable) -> [MarkupElement] {
    let list = ElementList()
    try read(part, to: list)
    return list.elements
  }
}

/// The lists and the hidden styles that an OpenDocument text defines.
struct TextDocumentStyles {
  struct Level {
    var style: NumberStyle?
    var prefix = ""
    var suffix = ""
    var start = 1
    var shown = 1
  }

  private var lists: [String: [Int: Level]] = [:]
  private var list: String?
  private var style: String?
  private(set) var hidden: Set<String> = []
  /// The list that belongs to a paragraph style.
  private(set) var listOfStyle: [String: String] = [:]

  mutating func begin(_ element: MarkupElement) {
    switch (element.vocabulary, element.name) {
    case (.odfText, "list-style"), (.odfText, "outline-style"): list = element["name"]
    case (.odfText, "list-level-style-bullet"), (.odfText, "list-level-style-image"):
      set(element, Level(style: nil))
    case (.odfText, "list-level-style-number"): set(element, Self.numbered(element))
    case (.odfStyle, "style"):
      style = element["name"]
      if let style, let list = element["list-style-name"], !list.isEmpty {
        listOfStyle[style] = list
      }
    case (.odfStyle, "text-properties") where element["display"] == "none":
      if let style { hidden.insert(style) }
    default: break
    }
  }

  private static func numbered(_ element: MarkupElement) -> Level {
    let format = element["num-format"] ?? ""
    return Level(
      // A numbered level without a format shows no number; a bullet would be wrong too.
      style: format.isEmpty ? .some(.decimal) : NumberStyle(html: format),
      prefix: element["num-prefix"] ?? "", suffix: element["num-suffix"] ?? "",
      start: element["start-value"].flatMap { Int($0) } ?? 1,
      shown: format.isEmpty ? 0 : element["display-levels"].flatMap { Int($0) } ?? 1)
  }

  private mutating func set(_ element: MarkupElement, _ level: Level) {
    guard let list, let depth = element["level"].flatMap({ Int($0) }) else { return }
    lists[list, default: [:]][depth] = level
  }

  /// The level of a list, counted from 1; nil where nothing defines it.
  func level(_ depth: Int, of list: String?) -> Level? { list.flatMap { lists[$0]?[depth] } }
}
