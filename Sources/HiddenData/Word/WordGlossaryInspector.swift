/// Building blocks that came with a document's template.
enum WordGlossaryInspector: WordRoomInspector {
  static let glossary = HiddenDataClass(
    "docx.glossary", .medium, "Building blocks",
    lies: "The glossary document: text that can be put in, and prompts of content controls.",
    recognised:
      "Every block with something to read that is no prompt and does not stand in the document anyway.",
    removal: "The glossary and its parts go.")

  static let classes = [glossary]

  static func inspect(_ file: WordPackage) {
    guard let root = file.glossary?.body.root else { return }
    let shown = file.stories.map { $0.paragraphs.map(\.text).joined(separator: " ") }
      .joined(separator: " ").collapsed
    for block in root.descendants("docPart") where block.isWord {
      let texts = [
        block.first("docPartBody")?.wordText.stripped ?? "",
        block.at("docPartPr", "description")?["val"]?.stripped ?? "",
      ].filter { !$0.isEmpty && !isPrompt($0) && !shown.contains($0.collapsed) }
      guard !texts.isEmpty else { continue }
      let name = block.at("docPartPr", "name")?["val"] ?? ""
      file.run.report(
        glossary, at: "building block \"\(name)\"", showing: texts.joined(separator: "\n"))
    }
  }

  /// Whether a text asks somebody to fill something in.
  static func isPrompt(_ text: String) -> Bool {
    let text = text.stripped
    if text.hasPrefix("["), text.hasSuffix("]"), text.count <= 60 { return true }
    if !text.contains(where: \.isLetter) { return true }
    guard text.count <= 160 else { return false }
    let starts = [
      "click ", "tap ", "click or tap", "choose ", "enter ", "type ", "select ", "insert ", "pick ",
    ]
    let words = [
      "here", "text", "item", "date", "building block", "name", "value", "option", "number",
    ]
    let key = text.lowercased()
    return starts.contains { key.hasPrefix($0) } && words.contains { key.contains($0) }
  }

  private static func block(_ text: String, about: String = "") -> [WordExample.Part] {
    [
      WordExample.part(
        "glossaryDocument", "glossary/document.xml", "glossaryDocument",
        #"<w:docParts><w:docPart><w:docPartPr><w:name w:val="Sign-off"/>"#
          + #"<w:description w:val="\#(about)"/></w:docPartPr>"#
          + "<w:docPartBody>\(WordExample.paragraph(text))</w:docPartBody></w:docPart></w:docParts>"
      )
    ]
  }

  static let examples = [
    InspectionExample(
      "a building block", file: "block.docx",
      WordExample.file("<w:p/>", block("Cleared by Supt Orme, 0113 496 0000")),
      finds: [glossary.id], shows: "Supt Orme"),
    InspectionExample(
      "what is noted about a building block", file: "noted.docx",
      WordExample.file("<w:p/>", block("Enter text here", about: "For Supt Orme")),
      finds: [glossary.id], shows: "Supt Orme"),
    InspectionExample(
      "a prompt", file: "prompt.docx",
      WordExample.file("<w:p/>", block("Click or tap here to enter text.")), leaves: [glossary.id]),
  ]
}
