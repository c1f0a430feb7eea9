/// Comments and the list of those who wrote them.
enum WordCommentInspector: WordRoomInspector {
  static let comment = HiddenDataClass(
    "docx.comment", .high, "Comments",
    lies: "The comments part, and beside it the parts for threads, ids and times.",
    recognised:
      "Every comment with author, initials, date and text, whatever its part is called. A part without comments is none.",
    removal: "The parts go, and so do the anchors in the text.")

  static let people = HiddenDataClass(
    "docx.people", .medium, "List of people",
    lies: "The people part: names of authors with their accounts.",
    recognised: "Every person in it.", removal: "The part goes.")

  static let classes = [comment, people]

  static func inspect(_ file: WordPackage) {
    var count = 0
    for story in file.allStories where story.kind == .comments {
      for element in story.root.all("comment") {
        count += 1
        tell(element, story, file)
      }
    }
    for kind in ["commentsextended", "commentsids", "commentsextensible"] where count == 0 {
      for (relation, _) in file.targets(kind) where !relation.isExternal {
        guard let root = file.package.tree(relation.target), !root.elements.isEmpty else {
          continue
        }
        let values = root.elements.flatMap(\.attributes).map(\.value).joined(separator: " ")
        file.run.report(
          comment, at: "\(relation.target), which is left of comments", showing: values)
      }
    }
    tellAnchors(file)
    var seen: Set<String> = []
    for (relation, _) in file.targets("people")
    where !relation.isExternal && seen.insert(relation.target).inserted {
      for person in file.package.tree(relation.target)?.all("person") ?? [] {
        let presence = person.first("presenceInfo")
        let parts = [person["author"], presence?["providerId"], presence?["userId"]]
        file.run.report(
          people, at: "the list of people",
          showing: parts.compactMap { $0 }.filter { $0 != "None" }.joined(separator: ", "))
      }
    }
  }

  private static func tell(_ element: XMLElement, _ story: WordStory, _ file: WordPackage) {
    var text = ""
    element.explore { inner in
      switch inner.name.local {
      case "p" where !text.isEmpty && !text.hasSuffix("\n"): text += "\n"
      case "t", "delText", "instrText", "delInstrText": text += inner.text
      case "noBreakHyphen": text += "-"
      case "tab": text += "\t"
      case "br", "cr": text += "\n"
      case "sym": text += WordSymbol.text(inner)
      case "Fallback": return false
      default: break
      }
      return true
    }
    let who = [element["author"], element["initials"].map { "(\($0))" }, element["date"]]
    let signed = who.compactMap { $0 }.filter { !$0.isEmpty && $0 != "()" }.joined(separator: " ")
    file.run.report(
      comment, at: "\(story.label), comment by \(signed.isEmpty ? "nobody named" : signed)",
      showing: signed.isEmpty ? text : "\(signed): \(text)")
  }

  /// Comments hang on the body; where one hangs on a header, a note or a text box, that is worth a word.
  private static func tellAnchors(_ file: WordPackage) {
    for story in file.allStories {
      let outside: [WordStory.Kind] = [.header, .footer, .footnotes, .endnotes]
      guard outside.contains(story.kind) else { continue }
      story.visit { element in
        guard element.isWord, element.name.local == "commentReference" else { return }
        file.run.report(
          WordPackage.elsewhere, at: story.label, showing: "a comment hangs here")
      }
    }
  }

  static let examples = [
    InspectionExample(
      "a comment in a part of another name", file: "comment.docx",
      WordExample.file(
        WordExample.paragraph("Our answer."),
        [
          WordExample.part(
            "comments", "remarks.xml", "comments",
            #"<w:comment w:id="0" w:author="R. Hale" w:initials="RH">"#
              + "\(WordExample.paragraph("Ask the Home Office first."))</w:comment>")
        ]), finds: [comment.id], shows: "R. Hale (RH): Ask the Home Office first."),
    InspectionExample(
      "a person with an account", file: "people.docx",
      WordExample.file(
        "<w:p/>",
        [
          (
            "people", "people.xml",
            #"<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">"#
              + #"<w15:person w15:author="R. Hale"><w15:presenceInfo w15:providerId="AD" "#
              + #"w15:userId="S-1-5-21-77"/></w15:person></w15:people>"#
          )
        ]), finds: [people.id], shows: "S-1-5-21-77"),
    InspectionExample(
      "a comments part without comments", file: "none.docx",
      WordExample.file(
        "<w:p/>", [WordExample.part("comments", "comments.xml", "comments", "")]),
      leaves: [comment.id, people.id]),
  ]
}
