/// Words on layouts and masters that no slide shows.
struct LayoutText {
  let structure: PresentationStructure
  private var package: OfficePackage { structure.package }

  /// What is found, by the part it is in.
  var pieces: [(part: String, piece: HiddenPiece)] {
    var shown: Set<String> = []
    for slide in structure.visibleSlides {
      let look = SlideLook(structure, part: slide.part, tree: slide.tree)
      if look.showsLayout, let part = look.layoutPart { shown.insert(OfficePackage.key(part)) }
      if look.showsMaster, let part = look.masterPart { shown.insert(OfficePackage.key(part)) }
    }
    let words = structure.visibleSlides.map { DrawnShape.text(of: $0.tree) }
      .joined(separator: "\n")
    return Self.kinds.flatMap { kind, name in
      structure.parts { $0.kind == kind }.compactMap { part in
        guard let tree = package.tree(part) else { return nil }
        let title = tree.first("cSld")?["name"] ?? EmbeddedParts.name(part)
        let isShown = shown.contains(OfficePackage.key(part))
        return piece(tree, "\(name) “\(title)”", isShown, words).map { (part, $0) }
      }
    }
  }

  private static let kinds = [
    ("slideLayout", "the layout"), ("slideMaster", "the master"),
    ("notesMaster", "the master of notes"), ("handoutMaster", "the master of handouts"),
  ]

  private func piece(
    _ tree: XMLElement, _ place: String, _ isShown: Bool, _ slideWords: String
  ) -> HiddenPiece? {
    var lines: [String] = []
    var paragraphs: [XMLElement] = []
    tree.first("cSld")?.first("spTree")?.visit { element in
      guard ["sp", "graphicFrame"].contains(element.name.local) else { return }
      let placeholder = SlideLook.placeholder(of: element)
      if placeholder == nil, isShown { return }
      if let placeholder, !Self.mayHoldText(element, placeholder) { return }
      for paragraph in element.descendants("p") {
        let line = DrawnShape.text(of: paragraph)
        guard !line.isEmpty,
          placeholder == nil || !Self.isInvitation(line) && !slideWords.contains(line)
        else { continue }
        lines.append(line)
        paragraphs.append(paragraph)
      }
    }
    guard !lines.isEmpty else { return nil }
    return HiddenPiece(
      kind: PresentationClass.layoutText, place: place, excerpt: lines.joined(separator: "\n"),
      removal: .paragraphs(paragraphs))
  }

  /// Whether the words in a placeholder can be told from an invitation to type. Dates and numbers are filled
  /// in by a field; the usual invitations are in the program's language, and not marked as somebody's own.
  private static func mayHoldText(_ shape: XMLElement, _ placeholder: XMLElement) -> Bool {
    let type = placeholder["type"] ?? "obj"
    if ["sldNum", "dt", "sldImg"].contains(type) { return false }
    let languages = shape.descendants("rPr").compactMap { $0["lang"]?.lowercased() }
    return languages.allSatisfy { $0.hasPrefix("en") } || type == "ftr" || type == "hdr"
      || PresentationStructure.isOn(placeholder["hasCustomPrompt"])
  }

  private static func isInvitation(_ line: String) -> Bool {
    let words = Set(
      line.lowercased().split { !$0.isLetter }.map(String.init))
    return line.allSatisfy { !$0.isLetter } || !words.isDisjoint(with: inviting)
  }

  private static let inviting: Set<String> = [
    "click", "edit", "add", "insert", "type", "enter", "tap", "drag", "level", "title", "subtitle",
    "text", "heading", "subheading", "headline", "footer", "header", "picture", "image", "icon",
    "chart", "placeholder", "body", "caption", "quote", "bullet", "styles", "replace", "presenter",
    "author", "source", "date", "section", "lorem", "agenda", "content", "outline", "format",
    "thank", "speaker",
  ]
}
