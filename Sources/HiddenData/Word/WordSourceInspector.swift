/// The sources that a document's author gathered for citing.
enum WordSourceInspector: WordRoomInspector {
  static let source = HiddenDataClass(
    "docx.bibliography", .low, "Sources for citing",
    lies: "Custom XML whose root is `Sources` of the bibliography's vocabulary.",
    recognised:
      "Every source in it. The empty list that Word writes into every document is left alone.",
    removal: "The part goes; citations keep their text.")

  static let classes = [source]

  static func inspect(_ file: WordPackage) {
    var seen: Set<String> = []
    for (relation, _) in file.targets("customxml")
    where !relation.isExternal && seen.insert(OfficePackage.key(relation.target)).inserted {
      guard let root = file.package.tree(relation.target), root.name.local == "Sources",
        root.name.space.contains("bibliography")
      else { continue }
      for element in root.all("Source") {
        var values: [String] = []
        element.visit { inner in
          if inner.elements.isEmpty, !inner.text.stripped.isEmpty {
            values.append("\(inner.name.local): \(inner.text.stripped)")
          }
        }
        file.run.report(
          source, at: "sources, \(element.first("Tag")?.text ?? "one without a tag")",
          showing: values.joined(separator: "\n"))
      }
    }
  }

  private static func document(_ inner: String) -> [UInt8] {
    WordExample.file(
      "<w:p/>",
      [
        (
          "customXml", "item1.xml",
          #"<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" "#
            + "SelectedStyle=\"APA\">\(inner)</b:Sources>"
        )
      ])
  }

  static let examples = [
    InspectionExample(
      "a source", file: "source.docx",
      document("<b:Source><b:Tag>Dun24</b:Tag><b:Title>Minutes of Gold Group</b:Title></b:Source>"),
      finds: [source.id], shows: "Minutes of Gold Group", allows: ["docx.custom_xml"]),
    InspectionExample(
      "the empty list", file: "empty.docx", document(""), leaves: [source.id],
      allows: ["docx.custom_xml"]),
  ]
}
