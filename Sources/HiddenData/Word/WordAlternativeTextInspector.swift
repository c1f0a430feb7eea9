/// What is read out instead of a picture or table.
enum WordAlternativeTextInspector: WordRoomInspector {
  static let alternative = HiddenDataClass(
    "docx.alt_text", .medium, "Alternative text",
    lies:
      "`descr` and `title` of drawings, `alt` of VML, caption and description of tables; paths in names of pictures.",
    recognised:
      "Text that somebody wrote. Names such as `Picture 1`, generic words and descriptions that a machine made are left alone.",
    removal: "The text goes, which readers of screens will miss: look at it before.")

  static let classes = [alternative]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      var seen: Set<String> = []
      func tell(_ text: String?, _ what: String) {
        guard let text, isWritten(text), seen.insert(text).inserted else { return }
        file.run.report(alternative, at: "\(story.label), \(what)", showing: text)
      }
      story.visit { element in
        switch element.name.local {
        case "docPr", "cNvPr":
          let name = element["name"] ?? "drawing"
          tell(element["descr"], "alternative text of \(name)")
          tell(element["title"], "title of \(name)")
          if isPath(name) { tell(name, "name of a picture") }
        case "tblCaption", "tblDescription": tell(element["val"], "alternative text of a table")
        case "imagedata":
          if let title = element["title"], isPath(title) { tell(title, "name of a picture") }
        default:
          if let alt = element["alt"], element.name.space.hasSuffix(":vml") {
            tell(alt, "alternative text of \(element["id"] ?? "a shape")")
          }
        }
      }
    }
  }

  static func isWritten(_ text: String) -> Bool {
    guard text.saysSomething, !WordGeneric.isGeneric(text) else { return false }
    let made = ["automatically generated", "ai-generated content may be incorrect"]
    return !made.contains { text.lowercased().contains($0) }
  }

  static func isPath(_ name: String) -> Bool {
    name.contains("\\") || name.contains("/") && name.contains(".") || name.contains(":\\")
  }

  private static func drawing(_ attributes: String) -> [UInt8] {
    WordExample.file(
      #"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" \#(attributes)/></wp:inline></w:drawing>"#
        + "</w:r></w:p>")
  }

  static let examples = [
    InspectionExample(
      "a description", file: "description.docx",
      drawing(#"name="Picture 1" descr="Custody photo of T. Vance""#), finds: [alternative.id],
      shows: "T. Vance"),
    InspectionExample(
      "names of Word's own", file: "names.docx",
      drawing(#"name="Picture 1" descr="Picture 1" title="Logo""#), leaves: [alternative.id]),
    InspectionExample(
      "a machine's description", file: "machine.docx",
      drawing(#"name="Picture 1" descr="A blue sky&#10;&#10;Description automatically generated""#),
      leaves: [alternative.id]),
  ]
}
