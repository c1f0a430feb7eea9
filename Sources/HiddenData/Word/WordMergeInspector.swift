/// Where the recipients of a mail merge come from.
enum WordMergeInspector: WordRoomInspector {
  static let merge = HiddenDataClass(
    "docx.mail_merge", .high, "Source of a mail merge",
    lies:
      "`w:mailMerge` in the settings with query and connection, its data source, and the part of recipients.",
    recognised: "Any of them, with paths, queries and which recipients were left out.",
    removal: "Element, relationships and part go.")

  static let classes = [merge]

  static func inspect(_ file: WordPackage) {
    for (settings, part) in WordSettingsInspector.allSettings(file) {
      if let element = settings.word("mailMerge") {
        var said: [String] = []
        element.explore { inner in
          if let value = inner["val"], !value.isEmpty {
            said.append("\(inner.name.local): \(value)")
          }
          return true
        }
        file.run.report(
          merge, at: "the settings, mail merge",
          showing: said.isEmpty ? "a mail merge" : said.joined(separator: "\n"))
      }
      let kinds = [
        "mailmergesource", "mailmergeheadersource", "recipientdata", "mailmergerecipientdata",
      ]
      for relation in file.package.relationships(of: part)
      where kinds.contains(relation.kind.lowercased()) {
        if relation.isExternal {
          file.run.report(
            merge, at: "the settings, source of a mail merge",
            showing: relation.target.removingPercentEscapes)
        } else if let tree = file.package.tree(relation.target) {
          var values: [String] = []
          tree.visit { element in
            values += element.attributes.filter { !$0.isDeclaration }.map(\.value)
          }
          let text = (values + [tree.text.stripped]).filter { !$0.isEmpty }
          file.run.report(
            merge, at: "the recipients of a mail merge", showing: text.joined(separator: " "))
        }
      }
    }
  }

  static let examples = [
    InspectionExample(
      "a query for recipients", file: "merge.docx",
      WordExample.file(
        "<w:p/>",
        [
          WordExample.settings(
            #"<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="#
              + #""SELECT * FROM witnesses"/></w:mailMerge>"#)
        ]), finds: [merge.id], shows: "SELECT * FROM witnesses"),
    InspectionExample(
      "a letter to one", file: "letter.docx",
      WordExample.file("<w:p/>", [WordExample.settings("")]), leaves: [merge.id]),
  ]
}
