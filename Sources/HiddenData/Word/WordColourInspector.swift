/// Text of the colour of what it stands on.
enum WordColourInspector: WordRoomInspector {
  static let black = HiddenDataClass(
    "docx.black_highlight", .critical, "Black text on black, as if it were redacted",
    lies:
      "A black highlight or shading on a run, paragraph or cell whose text is black or of automatic colour.",
    recognised:
      "Ground and text are worked out through styles and theme. White text on black is a heading, block characters are a redaction, and automatic text in a black cell is drawn white; all three are left alone.",
    removal:
      "The text is replaced by block characters, always as many, so that not even its length is left."
  )

  static let matching = HiddenDataClass(
    "docx.text_matches_background", .high, "Text of the colour of its ground",
    lies:
      "The colour of a run, by hand, style, theme or text effect, against the highlight, shading, cell, shape or page behind it.",
    recognised:
      "Both colours look the same to the eye, or the text is filled with nothing. Where a picture or a shape may lie behind, every ground that is possible has to match.",
    removal: "The text goes.")

  static let classes = [black, matching]

  /// What is wrong with a piece, if anything.
  enum Fault: Hashable {
    case black(isMatching: Bool)
    case matching
  }

  static func inspect(_ file: WordPackage) {
    let finder = WordGroundFinder(file)
    for story in file.allStories {
      let passages = story.passages { paragraph, piece in
        fault(piece, paragraph, story, finder)
      }
      for passage in passages where passage.text.saysSomething {
        let place = story.place(passage)
        switch passage.key {
        case .black(let isMatching):
          file.run.report(black, at: place, showing: passage.text)
          if isMatching { file.run.report(matching, at: place, showing: passage.text) }
        case .matching: file.run.report(matching, at: place, showing: passage.text)
        }
      }
    }
  }

  static func fault(
    _ piece: WordPiece, _ paragraph: WordParagraph, _ story: WordStory,
    _ finder: WordGroundFinder
  ) -> Fault? {
    guard piece.kind == .text, !piece.revisions.isGone, !piece.look.isHidden,
      !piece.text.stripped.isEmpty
    else { return nil }
    let ink: WordColour
    let look = piece.look
    if look.ink == .auto, look.highlight == nil, look.shading == nil, paragraph.shading == nil {
      return nil
    }
    let (grounds, level) = finder.grounds(piece, paragraph, story)
    switch piece.look.ink {
    case .invisible: return .matching
    case .colour(let colour): ink = colour
    case .auto:
      // A highlight does not turn automatic text white; shading of characters and paragraphs is read as it
      // is meant, while a black cell is the head of a table.
      guard level <= .paragraph else { return nil }
      ink = level == .highlight ? automatic(piece, paragraph, story, finder) : .black
    }
    var isDark = true
    for ground in grounds {
      guard case .colour(let colour) = ground else { return nil }
      isDark = isDark && colour.isBlack && ink.isBlack
      guard colour.isNear(ink) || colour.isBlack && ink.isBlack else { return nil }
    }
    return isDark ? .black(isMatching: level >= .cell) : .matching
  }

  private static func automatic(
    _ piece: WordPiece, _ paragraph: WordParagraph, _ story: WordStory,
    _ finder: WordGroundFinder
  ) -> WordColour {
    let (grounds, _) = finder.grounds(piece, paragraph, story, highlight: false)
    guard case .colour(let colour)? = grounds.last, colour.isDark else { return .black }
    return .white
  }

  private static func cell(_ fill: String, _ inner: String) -> String {
    #"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="\#(fill)"/></w:tcPr>\#(inner)"#
      + "</w:tc></w:tr></w:tbl>"
  }

  private static let white = #"<w:color w:val="FFFFFF"/>"#
  private static let highlight = #"<w:highlight w:val="black"/>"#

  static let examples = [
    InspectionExample(
      "text under a black highlight", file: "black.docx",
      WordExample.file(WordExample.paragraph("Mrs D. Penry", highlight)),
      finds: [black.id], shows: "Mrs D. Penry"),
    InspectionExample(
      "black text on solid shading", file: "solid.docx",
      WordExample.file(
        WordExample.paragraph(
          "Mrs D. Penry", #"<w:color w:val="0A0A0A"/>"#,
          #"<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>"#)),
      finds: [black.id], shows: "Mrs D. Penry"),
    InspectionExample(
      "a black paragraph", file: "bar.docx",
      WordExample.file(
        WordExample.paragraph(
          "Mrs D. Penry", "", #"<w:shd w:val="clear" w:color="auto" w:fill="000000"/>"#)),
      finds: [black.id], shows: "Mrs D. Penry"),
    InspectionExample(
      "white text on the page", file: "white.docx",
      WordExample.file(WordExample.paragraph("Job 88", #"<w:color w:themeColor="background1"/>"#)),
      finds: [matching.id], shows: "Job 88"),
    InspectionExample(
      "text in the colour of its cell", file: "cell.docx",
      WordExample.file(
        cell("1F3864", WordExample.paragraph("Job 88", #"<w:color w:val="203864"/>"#))),
      finds: [matching.id], shows: "Job 88"),
    InspectionExample(
      "text filled with nothing", file: "nothing.docx",
      WordExample.file(
        WordExample.paragraph("Job 88", "<w14:textFill><w14:noFill/></w14:textFill>")),
      finds: [matching.id], shows: "Job 88"),
    InspectionExample(
      "white headings and blocks", file: "headings.docx",
      WordExample.file(
        cell("1F3864", WordExample.paragraph("Heading", white))
          + WordExample.paragraph("Heading", white, #"<w:shd w:val="clear" w:fill="000000"/>"#)
          + WordExample.paragraph("Heading", white + highlight)
          + WordExample.paragraph("████ ██", highlight)
          + cell("000000", WordExample.paragraph("Heading"))
          + "<w:p>\(WordExample.shape(behind: true))\(WordExample.run("Heading", white))</w:p>"
          + "<w:p>\(WordExample.shape(text: WordExample.paragraph("Heading", white), wrap: "wrapSquare"))</w:p>"
      ), leaves: [black.id, matching.id]),
  ]
}
