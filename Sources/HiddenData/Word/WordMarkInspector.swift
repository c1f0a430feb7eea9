/// Marks in the text that nobody sees: bookmarks and permissions.
enum WordMarkInspector: WordRoomInspector {
  static let bookmark = HiddenDataClass(
    "docx.bookmark", .low, "Bookmarks with telling names",
    lies: "`w:bookmarkStart` with its name.",
    recognised:
      "Names that somebody gave; those that Word makes for contents, references, jumps, links and form fields are left alone.",
    removal: "Marks that nothing refers to go.")

  static let permission = HiddenDataClass(
    "docx.permission", .low, "Ranges that named users may edit",
    lies: "`w:permStart` with a user's name or account.",
    recognised: "Every single user named; groups are left alone.", removal: "The marks go.")

  static let classes = [bookmark, permission]

  static func inspect(_ file: WordPackage) {
    let referred = referred(in: file)
    for story in file.allStories {
      story.visit { element in
        guard element.isWord else { return }
        if element.name.local == "bookmarkStart", let name = element["name"], isTelling(name) {
          file.run.report(
            bookmark, at: "\(story.label), bookmark", showing: name,
            removable: !referred.contains(name))
        }
        if element.name.local == "permStart", let user = element["ed"], !user.isEmpty {
          file.run.report(
            permission, at: "\(story.label), range that one user may edit", showing: user)
        }
      }
    }
  }

  /// Words of fields and anchors of links, among which are the bookmarks that are needed.
  private static func referred(in file: WordPackage) -> Set<String> {
    var names: Set<String> = []
    for story in file.allStories {
      for field in story.fields { names.formUnion(WordFieldInspector.arguments(field.code)) }
      story.visit { element in
        if element.isWord, element.name.local == "hyperlink", let anchor = element["anchor"] {
          names.insert(anchor)
        }
      }
    }
    return names
  }

  /// Whether a person rather than Word named a bookmark.
  static func isTelling(_ name: String) -> Bool {
    let made = [
      "_goback", "_toc", "_ref", "_hlk", "_hlt", "_mon_", "_msoanchor", "_msocom", "_bookmark",
      "_cp_", "_dv_", "_nameddestination", "__fieldmark", "__refheading", "__unomark",
      "__ddelink", "ole_link", "text", "check", "dropdown", "start", "end",
    ]
    let key = name.lowercased()
    return !made.contains { prefix in
      guard key.hasPrefix(prefix) else { return false }
      let rest = key.dropFirst(prefix.count)
      return prefix.hasPrefix("_") && !rest.contains { $0.isLetter }
        || prefix.hasPrefix("__")
        || rest.allSatisfy { $0.isNumber || $0 == "_" }
    }
  }

  static let examples = [
    InspectionExample(
      "a bookmark that tells a name", file: "bookmark.docx",
      WordExample.file(#"<w:p><w:bookmarkStart w:id="0" w:name="Informant_Gale"/></w:p>"#),
      finds: [bookmark.id], shows: "Informant_Gale"),
    InspectionExample(
      "a range for one user", file: "permission.docx",
      WordExample.file(#"<w:p><w:permStart w:id="1" w:ed="POLICE\gale"/></w:p>"#),
      finds: [permission.id], shows: "gale"),
    InspectionExample(
      "bookmarks of Word's own", file: "contents.docx",
      WordExample.file(
        #"<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkStart w:id="1" "#
          + #"w:name="_Toc12345"/><w:bookmarkStart w:id="2" w:name="_Ref_1"/>"#
          + #"<w:permStart w:id="3" w:edGrp="everyone"/></w:p>"#),
      leaves: [bookmark.id, permission.id]),
  ]
}
