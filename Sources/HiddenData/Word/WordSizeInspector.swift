/// Text too small to read.
enum WordSizeInspector: WordRoomInspector {
  static let tiny = HiddenDataClass(
    "docx.tiny_text", .medium, "Text too small to read",
    lies:
      "`w:sz` and `w:w` of runs and their styles; an exact line or row height of next to nothing.",
    recognised:
      "Letters or digits under 4 points, narrower than a tenth, or in lines and rows under 3 points high. Small blanks that only make room are left alone.",
    removal: "The text goes.")

  static let classes = [tiny]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      let passages = story.passages { paragraph, piece in isTiny(piece, paragraph) ? true : nil }
      for passage in passages where passage.text.saysSomething {
        file.run.report(tiny, at: story.place(passage), showing: passage.text)
      }
    }
  }

  static func isTiny(_ piece: WordPiece, _ paragraph: WordParagraph) -> Bool {
    guard piece.kind == .text, !piece.revisions.isGone, !piece.look.isHidden else { return false }
    if piece.look.size < 8 || piece.look.scale < 10 { return true }
    if let height = paragraph.cell?.exactHeight, height < 60 { return true }
    let spacing = paragraph.property("spacing")
    guard spacing?["lineRule"] == "exact", let line = spacing?.number("line") else { return false }
    return line < 60
  }

  static let examples = [
    InspectionExample(
      "text of one point", file: "tiny.docx",
      WordExample.file(WordExample.paragraph("ref 5512", #"<w:sz w:val="2"/>"#)),
      finds: [tiny.id], shows: "ref 5512"),
    InspectionExample(
      "a line without height", file: "line.docx",
      WordExample.file(
        WordExample.paragraph("ref 5512", "", #"<w:spacing w:line="20" w:lineRule="exact"/>"#)),
      finds: [tiny.id], shows: "ref 5512"),
    InspectionExample(
      "small print and small blanks", file: "print.docx",
      WordExample.file(
        WordExample.paragraph("Printed by", #"<w:sz w:val="12"/>"#)
          + WordExample.paragraph(" ", #"<w:sz w:val="2"/>"#)), leaves: [tiny.id]),
  ]
}
