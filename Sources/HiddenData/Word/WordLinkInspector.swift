/// Where links and linked things lead.
enum WordLinkInspector: WordRoomInspector {
  static let link = HiddenDataClass(
    "docx.hyperlink", .medium, "Target of a link",
    lies: "External relationships, `HYPERLINK` fields, and tips that show under the pointer.",
    recognised:
      "Targets that are not to be read in the text and tell something: mail addresses, paths, hosts of an own network, names and passwords, queries, personal tokens, another site than the text names. A public page is left alone.",
    removal: "The link goes, its text stays.")

  static let classes = [link]

  static func inspect(_ file: WordPackage) {
    var stories: Set<String> = [OfficePackage.key("")]
    for story in file.allStories {
      stories.insert(OfficePackage.key(story.part))
      inspect(story, file)
    }
    for part in file.package.parts where !stories.contains(OfficePackage.key(part)) {
      tellLinked(file.package.relationships(of: part), part, [], file)
    }
  }

  private static func inspect(_ story: WordStory, _ file: WordPackage) {
    var used: Set<String> = []
    story.root.visit { element in
      for attribute in element.attributes where attribute.name.space.hasSuffix("/relationships") {
        used.insert(attribute.value)
      }
    }
    func tell(_ element: XMLElement, _ text: String) {
      guard let target = target(of: element, in: story, file) else { return }
      report(target, text, story.label, file)
    }
    story.visit { element in
      switch element.name.local {
      case "hyperlink" where element.isWord:
        let text = text(of: element)
        tell(element, text)
        tellTip(element["tooltip"], text, story, file)
      case "hlinkClick", "hlinkHover":
        tell(element, "a picture")
        tellTip(element["tooltip"], "", story, file)
      default:
        if element.name.space.hasSuffix(":vml"), let target = element["href"] {
          report(target, "a picture", story.label, file)
        }
      }
    }
    for field in story.fields where field.name == "HYPERLINK" {
      let target = target(of: field)
      report(target, field.result, story.place(field.paragraph), file)
      for tip in tips(of: field) { tellTip(tip, field.result + target, story, file) }
    }
    tellLinked(file.package.relationships(of: story.part), story.label, used, file)
  }

  /// What a link shows: its text, or that it is a picture.
  static func text(of element: XMLElement) -> String {
    let text = element.wordText
    guard text.stripped.isEmpty else { return text }
    var isPicture = false
    element.explore { inner in
      isPicture = isPicture || ["drawing", "pict", "object"].contains(inner.name.local)
      return !isPicture
    }
    return isPicture ? "a picture" : text
  }

  /// Where an element leads outside the file, by its relationship.
  static func target(
    of element: XMLElement, in story: WordStory, _ file: WordPackage
  ) -> String? {
    guard let relation = file.relation(element["id"], from: story), relation.isExternal else {
      return nil
    }
    let anchor = element["docLocation"] ?? element["anchor"] ?? ""
    return relation.target + (anchor.isEmpty ? "" : "#\(anchor)")
  }

  /// Where a field leads; empty where it only leads to a place in the text.
  static func target(of field: WordField) -> String {
    let words = WordFieldInspector.arguments(field.code)
    if field.code.contains("\\l"), words.count <= 2 { return "" }
    return words.dropFirst().first ?? ""
  }

  private static func tips(of field: WordField) -> [String] {
    guard field.code.contains("\\o") else { return [] }
    return Array(WordFieldInspector.arguments(field.code).dropFirst(2))
  }

  /// Whether a field is a link that tells more than its text.
  static func isTelling(_ field: WordField) -> Bool {
    guard field.name == "HYPERLINK" else { return false }
    let target = target(of: field)
    return WordLinkTarget.isTelling(target, text: field.result.collapsed)
      || tips(of: field).contains { isTelling(tip: $0, field.result + target) }
  }

  /// Whether a tip says something that is not to be read anyway.
  static func isTelling(tip: String, _ text: String) -> Bool {
    guard tip.saysSomething, !text.contains(tip), !tip.hasPrefix("http") else { return false }
    let usual = ["current document", "top of document", "click to follow"]
    return !usual.contains { tip.lowercased().contains($0) }
  }

  /// Things other than links that lie outside, and links that nothing in the text uses.
  private static func tellLinked(
    _ relations: [OfficePackage.Relationship], _ place: String, _ used: Set<String>,
    _ file: WordPackage
  ) {
    let elsewhere = [
      "attachedtemplate", "transform", "mailmergesource", "mailmergeheadersource", "afchunk",
    ]
    for relation in relations where relation.isExternal {
      let kind = relation.kind.lowercased()
      guard !elsewhere.contains(kind), !relation.target.stripped.isEmpty else { continue }
      guard kind != "hyperlink" || !used.contains(relation.id) else { continue }
      let what = kind == "hyperlink" ? "link that nothing uses" : "linked \(relation.kind)"
      file.run.report(
        link, at: "\(place), \(what)", showing: relation.target.removingPercentEscapes)
    }
  }

  private static func report(_ target: String, _ text: String, _ place: String, _ file: WordPackage)
  {
    guard WordLinkTarget.isTelling(target, text: text.collapsed) else { return }
    let shown = text.collapsed
    file.run.report(
      link, at: "\(place), link \(shown.isEmpty ? "without text" : "\"\(shown.prefix(80))\"")",
      showing: target.removingPercentEscapes)
  }

  private static func tellTip(
    _ tip: String?, _ text: String, _ story: WordStory, _ file: WordPackage
  ) {
    guard let tip, isTelling(tip: tip, text) else { return }
    file.run.report(link, at: "\(story.label), tip of a link", showing: tip)
  }

  private static func document(_ target: String, _ text: String) -> [UInt8] {
    WordExample.file(
      "<w:p><w:hyperlink r:id=\"x1\">\(WordExample.run(text))</w:hyperlink></w:p>",
      external: [("hyperlink", target)])
  }

  static let examples = [
    InspectionExample(
      "a mail address behind a word", file: "mail.docx",
      document("mailto:source.handler@example.org", "write"), finds: [link.id],
      shows: "source.handler@example.org"),
    InspectionExample(
      "a path on somebody's drive", file: "path.docx",
      document("file:///H:/Units/Harrier/list.docx", "list"), finds: [link.id], shows: "Harrier"),
    InspectionExample(
      "another site than the text says", file: "other.docx",
      document("https://files.example.net/a", "www.example.org"), finds: [link.id],
      shows: "files.example.net"),
    InspectionExample(
      "a public page", file: "public.docx",
      document("https://ico.org.uk/make-a-complaint/", "the Information Commissioner"),
      leaves: [link.id]),
    InspectionExample(
      "an address that is shown", file: "shown.docx",
      document("mailto:foi@example.gov.uk", "foi@example.gov.uk"), leaves: [link.id]),
  ]
}
