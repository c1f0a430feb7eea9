/// Headers and footers that no page shows.
enum WordHeaderInspector: WordRoomInspector {
  static let unused = HiddenDataClass(
    "docx.header_footer_unused", .medium, "Header or footer that no page shows",
    lies:
      "Header and footer parts for first pages without `w:titlePg`, for even pages without `w:evenAndOddHeaders`, or that no section refers to.",
    recognised:
      "Sections inherit headers from those before; a part counts where no section shows it, it says more than a page number, and it is not the same as one that is shown.",
    removal: "References and parts go.")

  static let classes = [unused]

  static func inspect(_ file: WordPackage) {
    for document in [file, file.glossary].compactMap({ $0 }) {
      let (shown, referred) = shownParts(document)
      let margins = document.stories.filter { $0.kind == .header || $0.kind == .footer }
      let seen = Set(
        margins.filter { shown.contains(OfficePackage.key($0.part)) }.map { text($0).collapsed })
      for story in margins where !shown.contains(OfficePackage.key(story.part)) {
        let text = text(story)
        guard !WordGeneric.isGeneric(text), !seen.contains(text.collapsed) else { continue }
        let why = referred[OfficePackage.key(story.part)] ?? "no section refers to it"
        file.run.report(unused, at: "\(story.label): \(why)", showing: text)
      }
    }
  }

  /// The parts that pages show, and of the others why not, both by key.
  static func shownParts(_ file: WordPackage) -> (shown: Set<String>, why: [String: String]) {
    var shown: Set<String> = []
    var why: [String: String] = [:]
    let hasEven = file.settings?.word("evenAndOddHeaders")?.isOn == true
    var current: [String: String] = [:]
    for section in sections(file) {
      for reference in section.elements where reference.name.local.hasSuffix("erReference") {
        guard let relation = file.relation(reference["id"], from: file.body) else { continue }
        let type = reference["type"] ?? "default"
        current["\(reference.name.local) \(type)"] = OfficePackage.key(relation.target)
      }
      let hasFirst = section.word("titlePg")?.isOn == true
      for (place, part) in current {
        if place.hasSuffix(" first"), !hasFirst {
          why[part] = "for first pages, which are like the others"
        } else if place.hasSuffix(" even"), !hasEven {
          why[part] = "for even pages, which are like the odd ones"
        } else {
          shown.insert(part)
        }
      }
    }
    return (shown, why)
  }

  private static func sections(_ file: WordPackage) -> [XMLElement] {
    var found: [XMLElement] = []
    file.body.root.explore { element in
      if element.name.local == "sectPr", element.isWord { found.append(element) }
      return element.name.local != "sectPrChange"
    }
    return found
  }

  private static func text(_ story: WordStory) -> String {
    story.paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let header = WordExample.part(
    "header", "first.xml", "hdr", WordExample.paragraph("Not for the requester"))

  private static func document(_ section: String) -> [UInt8] {
    WordExample.file("<w:p/><w:sectPr>\(section)</w:sectPr>", [header])
  }

  static let examples = [
    InspectionExample(
      "a header for first pages that are like the others", file: "first.docx",
      document(#"<w:headerReference w:type="first" r:id="p1"/><w:titlePg w:val="false"/>"#),
      finds: [unused.id], shows: "Not for the requester"),
    InspectionExample(
      "a header that nothing refers to", file: "left.docx", document(""), finds: [unused.id],
      shows: "Not for the requester"),
    InspectionExample(
      "a header of the first page", file: "title.docx",
      document(#"<w:headerReference w:type="first" r:id="p1"/><w:titlePg/>"#), leaves: [unused.id]),
  ]
}
