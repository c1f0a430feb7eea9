/// Text of SmartArt that its drawing does not have.
enum WordDiagramInspector: WordRoomInspector {
  static let diagram = HiddenDataClass(
    "docx.smartart", .medium, "SmartArt text that is not drawn",
    lies: "The diagram's data part, against its drawing part.",
    recognised:
      "Text of a point that the drawing does not have, and of all points where there is no drawing. Prompts are left alone.",
    removal: "Points that are not drawn lose their text.")

  static let classes = [diagram]

  static func inspect(_ file: WordPackage) {
    for (relation, story) in file.targets("diagramdata") where !relation.isExternal {
      guard let data = file.package.tree(relation.target) else { continue }
      for point in undrawn(data, story, file) {
        file.run.report(
          diagram, at: "\(story.label), SmartArt \(relation.target)", showing: text(point))
      }
    }
  }

  /// The points whose text the drawing does not have.
  static func undrawn(
    _ data: XMLElement, _ story: WordStory, _ file: WordPackage
  ) -> [XMLElement] {
    let drawn = squeezed(drawing(of: data, story, file)?.text ?? "")
    return data.descendants("pt").filter { point in
      let isPrompt = ["1", "true", "on"].contains(point.first("prSet")?["phldr"] ?? "")
      let text = text(point)
      return !isPrompt && !text.isEmpty && !WordGlossaryInspector.isPrompt(text)
        && !drawn.contains(squeezed(text))
    }
  }

  /// The drawing that belongs to data: the one they name, or else the only one there is.
  static func drawing(of data: XMLElement, _ story: WordStory, _ file: WordPackage) -> XMLElement? {
    let named = data.descendants("dataModelExt").first?["relId"]
    let relation =
      file.relation(named, from: story)
      ?? file.package.relationships(of: story.part).first {
        $0.kind.lowercased() == "diagramdrawing"
      }
    return relation.flatMap { file.package.tree($0.target) }
  }

  private static func text(_ point: XMLElement) -> String {
    point.first("t")?.descendants("t").filter { $0.elements.isEmpty }.map(\.text).joined().stripped
      ?? ""
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func document(_ drawn: String) -> [UInt8] {
    let names =
      #"xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" "#
      + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main""#
    return WordExample.file(
      "<w:p/>",
      [
        (
          "diagramData", "diagrams/data.xml",
          "<dgm:dataModel \(names)><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Deputy: F. Nairn</a:t>"
            + "</a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
        ),
        ("diagramDrawing", "diagrams/drawing.xml", "<d \(names)><a:t>\(drawn)</a:t></d>"),
      ])
  }

  static let examples = [
    InspectionExample(
      "a point that is not drawn", file: "point.docx", document("Head"), finds: [diagram.id],
      shows: "F. Nairn"),
    InspectionExample(
      "a point that is drawn", file: "drawn.docx", document("Deputy: F. Nairn"),
      leaves: [diagram.id]),
  ]
}
