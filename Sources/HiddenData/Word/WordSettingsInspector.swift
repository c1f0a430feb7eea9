/// What the settings keep of a document's making: variables, template, sessions.
enum WordSettingsInspector: WordRoomInspector {
  static let variable = HiddenDataClass(
    "docx.doc_var", .medium, "Document variables",
    lies: "`w:docVars` in the settings, which macros and add-ins fill.",
    recognised: "Every variable with its value.", removal: "They go.")

  static let template = HiddenDataClass(
    "docx.attached_template", .medium, "Path of the template",
    lies: "The relationship of the settings to an attached template.",
    recognised: "Every target but the usual template named without a path.",
    removal: "Relationship and element go.")

  static let session = HiddenDataClass(
    "docx.rsid", .low, "Numbers of editing sessions",
    lies: "`w:rsids` in the settings and `w:rsid…` on paragraphs, runs, rows and sections.",
    recognised: "Any of them; told once, with how many there are.",
    removal: "List and attributes go.")

  static let classes = [variable, template, session]

  static func inspect(_ file: WordPackage) {
    for (settings, part) in allSettings(file) {
      for element in settings.word("docVars")?.all("docVar") ?? [] {
        let name = element["name"] ?? ""
        file.run.report(
          variable, at: "the settings, variable \"\(name)\"",
          showing: "\(name) = \(element["val"] ?? "")")
      }
      for relation in file.package.relationships(of: part) {
        let kind = relation.kind.lowercased()
        guard kind == "attachedtemplate" || kind == "transform" else { continue }
        let usual = ["normal.dotm", "normal.dot", "normal.dotx", ""]
        guard !usual.contains(relation.target.lowercased()) else { continue }
        file.run.report(
          template, at: kind == "transform" ? "the settings, transformation" : "the settings",
          showing: relation.target.removingPercentEscapes)
      }
    }
    tellSessions(file)
  }

  /// The settings of the document and of its building blocks, with their parts.
  static func allSettings(_ file: WordPackage) -> [(XMLElement, String)] {
    [file, file.glossary].compactMap { $0 }.compactMap { document in
      let relation = file.package.relationships(of: document.main).first {
        WordPackage.kind($0, file.package) == "settings"
      }
      guard let relation, let settings = document.settings else { return nil }
      return (settings, relation.target)
    }
  }

  private static func tellSessions(_ file: WordPackage) {
    var numbers: Set<String> = []
    for (settings, _) in allSettings(file) {
      for element in settings.word("rsids")?.elements ?? [] {
        if let value = element["val"] { numbers.insert(value) }
      }
    }
    for story in file.allStories {
      story.visit { element in
        for attribute in element.attributes where attribute.name.local.hasPrefix("rsid") {
          numbers.insert(attribute.value)
        }
      }
    }
    guard !numbers.isEmpty else { return }
    let list = numbers.sorted().prefix(100).joined(separator: " ")
    file.run.report(session, at: "the document, \(numbers.count) sessions", showing: list)
  }

  static let examples = [
    InspectionExample(
      "a variable of a macro", file: "variable.docx",
      WordExample.file(
        "<w:p/>",
        [
          WordExample.settings(
            #"<w:docVars><w:docVar w:name="CaseOwner" w:val="P. Tarn"/></w:docVars>"#)
        ]), finds: [variable.id], shows: "P. Tarn"),
    InspectionExample(
      "a template on somebody's machine", file: "template.docx",
      OfficeExample.package([
        ("[Content_Types].xml", OfficeExample.contentTypes([:])),
        ("_rels/.rels", OfficeExample.relationships([("m", "officeDocument", "d.xml")])),
        ("d.xml", "<w:document \(WordExample.names)><w:body><w:p/></w:body></w:document>"),
        ("_rels/d.xml.rels", OfficeExample.relationships([("s", "settings", "s.xml")])),
        ("s.xml", "<w:settings \(WordExample.names)><w:attachedTemplate r:id=\"t\"/></w:settings>"),
        (
          "_rels/s.xml.rels",
          OfficeExample.relationships(
            [("t", "attachedTemplate", "file:///C:/Users/ptarn/Letter.dotx")], external: ["t"])
        ),
      ]), finds: [template.id], shows: "ptarn"),
    InspectionExample(
      "sessions", file: "sessions.docx",
      WordExample.file(#"<w:p w:rsidR="00AB12CD"/>"#), finds: [session.id], shows: "00AB12CD"),
    InspectionExample(
      "settings that say nothing of anybody", file: "settings.docx",
      WordExample.file("<w:p/>", [WordExample.settings("<w:zoom/><w:docVars/>")]),
      leaves: [variable.id, template.id, session.id]),
  ]
}
