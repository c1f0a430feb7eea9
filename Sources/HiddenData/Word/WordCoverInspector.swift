/// Shapes and pictures laid over text.
enum WordCoverInspector: WordRoomInspector {
  static let covered = HiddenDataClass(
    "docx.covered_by_shape", .critical, "Text under a shape, as if it were redacted",
    lies:
      "An anchored shape, picture or VML drawing in front of the text (`behindDoc` 0, no wrapping) with an opaque fill.",
    recognised:
      "The place of the lines is estimated from paper, indents, sizes and spacing; empty bars are held against it generously, text boxes and pictures strictly. Shapes behind text, shapes that text flows around and thin rules are left alone.",
    removal:
      "The paragraphs under it are replaced by block characters, always as many; the shape stays.")

  static let classes = [covered]

  static func inspect(_ file: WordPackage) {
    let paper = WordPaper(file.body.root.descendants("sectPr").first)
    for story in file.allStories {
      guard isFew(story) else {
        file.run.fail(.tooMuch("\(story.label) has too many shapes to tell what they cover"))
        continue
      }
      for shape in story.shapes where canCover(shape) {
        let hidden = paragraphs(under: shape, in: story, paper)
        guard !hidden.isEmpty else { continue }
        let what = shape.isPicture ? "picture" : "shape"
        let name = shape.name.isEmpty ? "" : " \"\(shape.name)\""
        file.run.report(
          covered, at: "\(story.place(hidden[0])), under \(what)\(name)",
          showing: hidden.map { $0.text.stripped }.joined(separator: "\n"))
      }
    }
  }

  /// Whether every shape can be held against every paragraph and every other shape.
  static func isFew(_ story: WordStory) -> Bool {
    let (pairs, isOver) = story.shapes.count(where: canCover).multipliedReportingOverflow(
      by: story.paragraphs.count + story.shapes.count)
    return !isOver && pairs <= 200_000_000
  }

  static func canCover(_ shape: WordShape) -> Bool {
    guard !shape.isInline, !shape.isBehind, !shape.isWrapped, !shape.isHidden, shape.isArea,
      shape.width > 60 * WordUnit.emu, shape.height > 60 * WordUnit.emu
    else { return false }
    switch shape.fill {
    case .colour, .mixed: return true
    case .none, .translucent: return false
    }
  }

  /// The paragraphs with something to read that a shape lies on.
  static func paragraphs(
    under shape: WordShape, in story: WordStory, _ paper: WordPaper
  ) -> [WordParagraph] {
    guard let room = shape.room(on: paper) else { return [] }
    let isBar = !shape.isPicture && !shape.hasText
    var found: [WordParagraph] = []
    for paragraph in story.paragraphs where paragraph.box == nil {
      guard let lines = paragraph.room, lines.page == room.page || room.page == 0 else { continue }
      // The estimate is worse the further down the page, unless the shape hangs on the paragraph itself.
      let isOwn = shape.anchor === paragraph
      let doubt = !isBar ? 0 : isOwn ? 120 : 200 + max(0, lines.top - paper.top) / 20
      guard let overlap = room.overlap(lines.grown(min(doubt, 700))) else { continue }
      let line = min(lines.bottom - lines.top, 280)
      let least = isBar ? line / 4 : line * 6 / 10
      guard overlap.height >= least, overlap.width >= (isBar ? 100 : 500) else { continue }
      if paragraph.text.saysSomething { found.append(paragraph) }
    }
    for other in story.shapes where isBar && other !== shape && other.hasText {
      guard shape.isOver(other), !other.isHidden, let box = other.room(on: paper),
        let overlap = room.overlap(box)
      else { continue }
      let area = max((room.right - room.left) * (room.bottom - room.top), 1)
      if overlap.width * overlap.height * 2 >= area { found += other.paragraphs }
    }
    return found.filter { $0.text.saysSomething }
  }

  private static let blackBox =
    #"<w:r><w:pict><v:rect style="position:absolute;margin-left:0;margin-top:0;width:300pt;"#
    + #"height:16pt;z-index:251659264" fillcolor="black" stroked="f"/></w:pict></w:r>"#

  static let examples = [
    InspectionExample(
      "a black bar over a line", file: "bar.docx",
      WordExample.file(
        "<w:p>\(WordExample.shape())\(WordExample.run("Address: 4 Mill Row"))</w:p>"),
      finds: [covered.id], shows: "4 Mill Row"),
    InspectionExample(
      "a bar of VML over a line", file: "vml.docx",
      WordExample.file("<w:p>\(blackBox)\(WordExample.run("Address: 4 Mill Row"))</w:p>"),
      finds: [covered.id], shows: "4 Mill Row"),
    InspectionExample(
      "shapes that cover nothing", file: "boxes.docx",
      WordExample.file(
        "<w:p>\(WordExample.shape(behind: true))\(WordExample.run("Seen"))</w:p>"
          + "<w:p>\(WordExample.shape(wrap: "wrapSquare"))\(WordExample.run("Seen"))</w:p>"
          + "<w:p>\(WordExample.shape(fill: "<a:noFill/>"))\(WordExample.run("Seen"))</w:p>"
          + "<w:p>\(WordExample.shape(x: 250, width: 150, text: WordExample.paragraph("In a box")))"
          + "\(WordExample.run("Seen"))</w:p>"), leaves: [covered.id]),
  ]
}
