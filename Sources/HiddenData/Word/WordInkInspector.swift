/// What was written by hand over a document.
enum WordInkInspector: WordRoomInspector {
  static let ink = HiddenDataClass(
    "docx.ink", .medium, "Ink",
    lies: "Parts in InkML that a `contentPart` leads to, and `o:ink` in VML.",
    recognised: "Every part with strokes or annotations, with what it says beside its strokes.",
    removal:
      "The parts and what leads to them go; a picture of the strokes stays where there is one.")

  static let classes = [ink]

  static func inspect(_ file: WordPackage) {
    var seen: Set<String> = []
    for (relation, story) in file.targets("ink")
    where !relation.isExternal && seen.insert(OfficePackage.key(relation.target)).inserted {
      guard let root = file.package.tree(relation.target) else { continue }
      let strokes = root.descendants("trace").count
      var words: [String] = []
      root.visit { element in
        let name = element.name.local.lowercased()
        guard name.contains("annotation") || name == "timestamp" else { return }
        let text = element.elements.isEmpty ? element.text.stripped : ""
        words += [text] + element.attributes.filter { !$0.isDeclaration }.map(\.value)
      }
      let said = words.filter { !$0.isEmpty }.joined(separator: " ")
      file.run.report(
        ink, at: "\(story.label), \(relation.target)",
        showing: "\(strokes) strokes\(said.isEmpty ? "" : ": \(said)")")
    }
    for story in file.allStories {
      story.visit { element in
        guard element.name.local == "ink",
          element.name.space == "urn:schemas-microsoft-com:office:office"
        else { return }
        file.run.report(ink, at: story.label, showing: "ink \(element["i"] ?? "")")
      }
    }
  }

  static let examples = [
    InspectionExample(
      "strokes in a part of their own", file: "ink.docx",
      WordExample.file(
        "<w:p/>",
        [
          (
            "ink", "ink/ink1.xml",
            #"<i:ink xmlns:i="http://www.w3.org/2003/InkML"><i:annotation type="author">B. Sorn"#
              + "</i:annotation><i:trace>1 2, 3 4</i:trace></i:ink>"
          )
        ]), finds: [ink.id], shows: "B. Sorn"),
    InspectionExample(
      "a page without ink", file: "plain.docx", WordExample.file("<w:p/>"), leaves: [ink.id]),
  ]
}
