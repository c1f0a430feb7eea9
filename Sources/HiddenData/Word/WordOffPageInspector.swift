/// Text boxes and pictures that lie beside the paper.
enum WordOffPageInspector: WordRoomInspector {
  static let offPage = HiddenDataClass(
    "docx.textbox_offpage", .high, "Text or picture outside the page",
    lies:
      "The position of an anchored drawing, of a frame (`w:framePr`), of a floating table, or an indent, beyond the size of the page.",
    recognised:
      "Less than a tenth of it lies on the paper. Drawings placed by alignment are always on it.",
    removal: "The drawing or the text goes.")

  static let classes = [offPage]

  static func inspect(_ file: WordPackage) {
    let paper = WordPaper(file.body.root.descendants("sectPr").first)
    for story in file.allStories {
      for shape in story.shapes where isOutside(shape, paper) {
        let text = shape.text.isEmpty ? shape.name : shape.text
        let what = shape.isPicture ? "picture" : "text box"
        file.run.report(
          offPage, at: "\(story.place(shape.anchor)), \(what) outside the page", showing: text)
      }
      let passages = story.passages { paragraph, piece in
        piece.kind == .text && !piece.revisions.isGone && isOutside(paragraph, paper) ? true : nil
      }
      for passage in passages where !passage.text.stripped.isEmpty {
        file.run.report(
          offPage, at: "\(story.place(passage)), outside the page", showing: passage.text)
      }
    }
  }

  static func isOutside(_ shape: WordShape, _ paper: WordPaper) -> Bool {
    guard !shape.isInline, shape.isPicture || shape.text.saysSomething,
      let room = shape.room(on: paper)
    else { return false }
    let wide = max(room.right - room.left, 1)
    let across = min(room.right, paper.width) - max(room.left, 0)
    if shape.horizontal.alignment == nil || shape.inset.x != 0, across * 10 < wide { return true }
    guard shape.vertical.alignment == nil || shape.inset.y != 0 else { return false }
    let high = max(room.bottom - room.top, 1)
    switch shape.vertical.base.lowercased() {
    case "page", "margin", "topmargin", "top-margin", "bottommargin", "bottom-margin":
      return (min(room.bottom, paper.height) - max(room.top, 0)) * 10 < high
    default:
      // Where the paragraph lies is an estimate, so only what is off by a whole page counts.
      let offset = (shape.vertical.offset + shape.inset.y) / WordUnit.emu
      return offset > paper.height || offset + high < -paper.height
    }
  }

  static func isOutside(_ paragraph: WordParagraph, _ paper: WordPaper) -> Bool {
    guard paragraph.box == nil else { return false }
    if let frame = paragraph.property("framePr") {
      let x = frame["xAlign"] == nil ? frame.number("x") ?? 0 : 0
      let y = frame["yAlign"] == nil ? frame.number("y") ?? 0 : 0
      let width = frame.number("w") ?? 1_000
      let left = frame["hAnchor"] == "page" ? x : x + paper.left
      if left >= paper.width || left + width <= 0 { return true }
      if frame["vAnchor"] == "page" || frame["vAnchor"] == "margin" {
        return y >= paper.height || y < -paper.height
      }
      return abs(y) > paper.height
    }
    guard paragraph.cell == nil, let indent = paragraph.property("ind") else { return false }
    let left = indent.number("left") ?? indent.number("start") ?? 0
    let right = indent.number("right") ?? indent.number("end") ?? 0
    if left + paper.left >= paper.width { return true }
    return paper.left + left < 0 && paper.width - paper.right - right <= 0
  }

  private static let far = WordExample.shape(
    x: -900, y: 20, fill: "<a:noFill/>", text: WordExample.paragraph("case 7 of 9"),
    from: ("page", "page"))

  static let examples = [
    InspectionExample(
      "a text box left of the page", file: "left.docx", WordExample.file("<w:p>\(far)</w:p>"),
      finds: [offPage.id], shows: "case 7 of 9"),
    InspectionExample(
      "a frame below the page", file: "frame.docx",
      WordExample.file(
        WordExample.paragraph(
          "case 7 of 9", "", #"<w:framePr w:w="2000" w:x="100" w:y="31000" w:vAnchor="page"/>"#)),
      finds: [offPage.id], shows: "case 7 of 9"),
    InspectionExample(
      "a text box in the margin", file: "margin.docx",
      WordExample.file(
        "<w:p>"
          + WordExample.shape(
            x: -40, y: 20, width: 60, fill: "<a:noFill/>", text: WordExample.paragraph("Annex A"),
            from: ("column", "page")) + "</w:p>"), leaves: [offPage.id]),
  ]
}
