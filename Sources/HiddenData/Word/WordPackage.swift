/// A Word document opened: its stories, found along the relationships, and what they all share.
final class WordPackage {
  let package: OfficePackage
  let run: InspectionRun
  /// The part that the document is about.
  let main: String
  let settings: XMLElement?
  let theme: WordTheme
  let styles: WordStyleSheet
  /// The body first, then headers, footers, notes and comments.
  private(set) var stories: [WordStory] = []
  /// The document of building blocks, if there is one.
  private(set) var glossary: WordPackage?
  /// Relationships by id, of the stories that were asked for.
  private var relations: [String: [String: OfficePackage.Relationship]] = [:]

  /// Opens the document that `part` is.
  init?(_ package: OfficePackage, part: String, run: InspectionRun, isGlossary: Bool = false) {
    self.package = package
    self.run = run
    main = part
    let relations = package.relationships(of: part).filter { !$0.isExternal }
    func first(_ kind: String) -> XMLElement? {
      relations.first { Self.kind($0, package) == kind }.flatMap { package.tree($0.target) }
    }
    guard let root = package.tree(part) else { return nil }
    settings = first("settings")
    theme = WordTheme(first("theme"), settings: settings)
    styles = WordStyleSheet(first("styles"), theme: theme)
    let block = isGlossary ? " of the building blocks" : ""
    stories.append(
      WordStory(
        isGlossary ? .glossary : .body, part: part, root: root,
        label: isGlossary ? "the building blocks" : "the body"))
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    for relation in relations {
      let kind = Self.kind(relation, package)
      guard let story = Self.story(kind), seen.insert(OfficePackage.key(relation.target)).inserted,
        let root = package.tree(relation.target)
      else { continue }
      let count = counts[kind, default: 0] + 1
      counts[kind] = count
      let label = [.header, .footer].contains(story) ? "\(kind) \(count)" : "the \(kind)"
      stories.append(
        WordStory(story, part: relation.target, root: root, label: label + block))
    }
    for story in stories { WordWalk.read(story, of: self) }
    WordLayout.arrange(self)
    guard !isGlossary else { return }
    if let relation = relations.first(where: { Self.kind($0, package) == "glossarydocument" }) {
      glossary = WordPackage(package, part: relation.target, run: run, isGlossary: true)
    }
  }

  /// The body.
  var body: WordStory { stories[0] }

  /// All stories, those of the building blocks too.
  var allStories: [WordStory] { stories + (glossary?.stories ?? []) }

  /// The parts that a relationship of a kind leads to, from the document or one of its stories.
  func targets(_ kind: String) -> [(relation: OfficePackage.Relationship, story: WordStory)] {
    allStories.flatMap { story in
      package.relationships(of: story.part).filter { Self.kind($0, package) == kind }.map {
        ($0, story)
      }
    }
  }

  /// The part that an attribute of a relationship's id leads to.
  func relation(_ id: String?, from story: WordStory) -> OfficePackage.Relationship? {
    guard let id, !id.isEmpty else { return nil }
    let key = OfficePackage.key(story.part)
    if relations[key] == nil {
      let list = package.relationships(of: story.part)
      relations[key] = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    }
    return relations[key]?[id]
  }

  /// What a relationship leads to: by its own type, or else by the type of the part's content.
  static func kind(_ relation: OfficePackage.Relationship, _ package: OfficePackage) -> String {
    let kind = relation.kind.lowercased()
    if story(kind) != nil || kind == "styles" || kind == "settings" { return kind }
    guard !relation.isExternal else { return kind }
    let type = package.contentType(of: relation.target).lowercased()
    for (name, ending) in contentTypes where type.hasSuffix(ending) { return name }
    return kind
  }

  private static let contentTypes = [
    ("header", "wordprocessingml.header+xml"), ("footer", "wordprocessingml.footer+xml"),
    ("footnotes", "wordprocessingml.footnotes+xml"),
    ("endnotes", "wordprocessingml.endnotes+xml"),
    ("comments", "wordprocessingml.comments+xml"),
    ("styles", "wordprocessingml.styles+xml"), ("settings", "wordprocessingml.settings+xml"),
    ("glossarydocument", "document.glossary+xml"), ("people", "wordprocessingml.people+xml"),
    ("ink", "inkml+xml"),
  ]

  private static func story(_ kind: String) -> WordStory.Kind? {
    switch kind {
    case "header": .header
    case "footer": .footer
    case "footnotes": .footnotes
    case "endnotes": .endnotes
    case "comments": .comments
    default: nil
    }
  }
}
