/// Text with the hidden attribute, by hand or by any style.
enum WordHiddenTextInspector: WordRoomInspector {
  static let hidden = HiddenDataClass(
    "docx.hidden_text", .critical, "Hidden text",
    lies:
      "`w:vanish`, `w:specVanish` or `w:webHidden` on a run, its character, paragraph or table style, anything those are based on, or the document's defaults; drawings with `hidden`.",
    recognised:
      "The attribute is worked out as the format says: styles of different kinds turn it against each other, formatting by hand has the last word, and `w:val` may switch it off. Page numbers of a table of contents that only a browser hides are left alone.",
    removal: "The text goes.")

  static let classes = [hidden]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      let passages = story.passages { _, piece in
        piece.kind == .text && !piece.revisions.isGone && isHidden(piece) ? true : nil
      }
      for passage in passages where !isBlank(passage.text) {
        file.report(
          hidden, in: story, passage.first, at: story.place(passage), showing: passage.text)
      }
      for shape in story.shapes where shape.isHidden {
        let text = shape.text.isEmpty ? shape.name : shape.text
        file.report(
          hidden, in: story, shape.paragraphs.first,
          at: "\(story.place(shape.anchor)), hidden \(shape.isPicture ? "picture" : "drawing")",
          showing: text)
      }
    }
  }

  /// Nothing to see, or what Word puts around forms of a web page.
  private static func isBlank(_ text: String) -> Bool {
    ["", "top of form", "bottom of form"].contains(text.stripped.lowercased())
  }

  static func isHidden(_ piece: WordPiece) -> Bool {
    if piece.look.isHidden { return true }
    let isContents = ["PAGEREF", "TOC", "HYPERLINK"].contains(piece.field ?? "")
    return piece.look.isWebHidden && !isContents && piece.text.contains { $0.isLetter }
  }

  private static let style = WordExample.styles(
    #"<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>"#
      + #"<w:style w:type="paragraph" w:styleId="Aside"><w:basedOn w:val="Base"/></w:style>"#
      + #"<w:style w:type="paragraph" w:styleId="Shown"><w:basedOn w:val="Base"/>"#
      + #"<w:rPr><w:vanish w:val="off"/></w:rPr></w:style>"#)

  static let examples = [
    InspectionExample(
      "hidden text in several runs", file: "hidden.docx",
      WordExample.file(
        "<w:p>\(WordExample.run("A"))\(WordExample.run("lan ", "<w:vanish/>"))"
          + "\(WordExample.run("Reeve", "<w:b/><w:vanish/>"))</w:p>"),
      finds: [hidden.id], shows: "lan Reeve"),
    InspectionExample(
      "text that a style hides through the one it is based on", file: "style.docx",
      WordExample.file(WordExample.paragraph("unseen", "", #"<w:pStyle w:val="Aside"/>"#), [style]),
      finds: [hidden.id], shows: "unseen"),
    InspectionExample(
      "hidden text in a footnote", file: "note.docx",
      WordExample.file(
        "<w:p/>",
        [
          WordExample.part(
            "footnotes", "notes.xml", "footnotes",
            "<w:footnote w:id=\"2\">\(WordExample.paragraph("unsaid", "<w:vanish/>"))</w:footnote>")
        ]), finds: [hidden.id, WordPackage.elsewhere.id], shows: "unsaid"),
    InspectionExample(
      "hiding that is switched off again", file: "shown.docx",
      WordExample.file(
        WordExample.paragraph("seen", "", #"<w:pStyle w:val="Shown"/>"#)
          + WordExample.paragraph("seen", #"<w:vanish w:val="0"/>"#, #"<w:pStyle w:val="Aside"/>"#)
          + "<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>\(WordExample.run("seen"))</w:p>",
        [style]), leaves: [hidden.id]),
  ]
}
