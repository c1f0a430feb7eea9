/// Small presentations that show what is found and what is left alone.
enum PresentationExamples {
  static let all = shapes + colours + lists + parts

  private typealias Deck = PresentationExample

  private static func example(
    _ name: String, _ deck: Deck, finds: Set<String> = [], shows: String? = nil
  ) -> InspectionExample {
    InspectionExample(
      name, file: "slides.pptx", deck.file(), finds: Set(finds.map { "pptx." + $0 }), shows: shows)
  }

  private static func slide(_ shapes: String...) -> Deck { Deck(.init(shapes.joined())) }

  private static let shapes: [InspectionExample] = [
    example(
      "a text box beside the slide", slide(Deck.box("J. Smith, suspended", x: 9_500_000)),
      finds: ["off_slide"], shows: "J. Smith, suspended"),
    example(
      "a text box in a group that was moved off the slide",
      slide(
        #"<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Group"/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"#
          + #"<a:off x="0" y="8000000"/><a:ext cx="3000000" cy="600000"/>"#
          + #"<a:chOff x="914400" y="914400"/><a:chExt cx="3000000" cy="600000"/></a:xfrm>"#
          + "</p:grpSpPr>" + Deck.box("grouped and gone") + "</p:grpSp>"),
      finds: ["off_slide"], shows: "grouped and gone"),
    example(
      "decoration that reaches over the edge is left alone",
      slide(Deck.box("", x: -500_000, width: 1_000_000, fill: Deck.solid("4F81BD")))),
    example(
      "a shape that is switched off",
      slide(Deck.box("salary 84,000", attributes: #"hidden="true""#)),
      finds: ["hidden_shape"], shows: "salary 84,000"),
    example(
      "text under an opaque box",
      slide(
        Deck.box("collar number 4182"),
        Deck.box(
          "", x: 800_000, y: 800_000, width: 3_400_000, height: 900_000, fill: Deck.solid("000000"))
      ),
      finds: ["covered"], shows: "collar number 4182"),
    example(
      "text under a box that was turned until it covers it",
      slide(
        Deck.box("turned over it", x: 3_000_000, y: 3_000_000, width: 2_000_000, height: 400_000),
        Deck.box(
          "", x: 3_500_000, y: 1_700_000, width: 1_000_000, height: 3_000_000,
          fill: Deck.solid("222222"), turn: #"rot="5400000""#)),
      finds: ["covered"], shows: "turned over it"),
    example(
      "a word of a line under a black box",
      slide(
        Deck.box("The informant Lantern met us on Tuesday at the usual place", width: 7_000_000),
        Deck.box(
          "", x: 1_500_000, y: 800_000, width: 2_500_000, height: 900_000,
          fill: Deck.solid("000000"))),
      finds: ["covered"], shows: "informant Lantern"),
    example(
      "text beside a box, above one and under a transparent one is left alone",
      slide(
        Deck.box("", fill: Deck.solid("DDDDDD")), Deck.box("above the box"),
        Deck.box("", y: 2_500_000, fill: Deck.solid("000000")),
        Deck.box(
          "",
          fill:
            #"<a:solidFill><a:srgbClr val="FFFF00"><a:alpha val="40000"/></a:srgbClr></a:solidFill>"#
        ))),
    example(
      "a description that only screen readers read",
      slide(Deck.box("Seen", attributes: #"descr="Photograph of the informant""#)),
      finds: ["alt_text"], shows: "Photograph of the informant"),
    example(
      "a description that a program gave is left alone",
      slide(Deck.box("Seen", attributes: #"descr="Picture 3" title="image1.png""#))),
  ]

  private static let colours: [InspectionExample] = [
    example(
      "white text by hue, saturation and lightness",
      slide(
        Deck.box(
          "white by lightness",
          run: #"<a:solidFill><a:hslClr hue="0" sat="0" lum="100000"/></a:solidFill>"#)),
      finds: ["text_matches_background"], shows: "white by lightness"),
    example(
      "white text on the white slide",
      slide(Deck.box("white on white", run: Deck.solid("FFFFFF"))),
      finds: ["text_matches_background"], shows: "white on white"),
    example(
      "text in the theme's colour of the background",
      slide(
        Deck.box(
          "bg1 on bg1",
          run:
            #"<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="97000"/></a:schemeClr></a:solidFill>"#
        )),
      finds: ["text_matches_background"], shows: "bg1 on bg1"),
    example(
      "white text on a dark shape, its own or one below, is left alone",
      slide(
        Deck.box("a heading", fill: Deck.solid("002060"), run: Deck.solid("FFFFFF")),
        Deck.box("", y: 3_000_000, fill: Deck.solid("002060")),
        Deck.box("another", y: 3_000_000, run: Deck.solid("FFFFFF")))),
    example(
      "black text with black highlighting",
      slide(
        Deck.box("blacked out", run: #"<a:highlight><a:srgbClr val="000000"/></a:highlight>"#)),
      finds: ["text_matches_background"], shows: "blacked out"),
    example(
      "white text on a slide with a dark background is left alone",
      {
        var deck = slide(Deck.box("light on dark", run: Deck.solid("FFFFFF")))
        deck.slides[0].background =
          "<p:bg><p:bgPr>\(Deck.solid("101010"))<a:effectLst/></p:bgPr></p:bg>"
        return deck
      }()),
  ]

  private static let lists: [InspectionExample] = [
    example(
      "a slide that the show leaves out",
      {
        var hidden = Deck.Slide(Deck.box("the slide for the board only"))
        hidden.attributes = #"show="false""#
        return Deck(.init(Deck.box("Welcome")), hidden)
      }(), finds: ["slide_hidden"], shows: "the slide for the board only"),
    example(
      "a slide that the presentation does not list",
      {
        var orphan = Deck.Slide(Deck.box("taken off the list"))
        orphan.isListed = false
        return Deck(.init(Deck.box("Welcome")), orphan)
      }(), finds: ["orphan_slide"], shows: "taken off the list"),
    example(
      "sections and custom shows with names",
      {
        var deck = slide(Deck.box("Welcome"))
        deck.lists =
          #"<p:custShowLst><p:custShow name="For the minister" id="0"><p:sldLst/></p:custShow>"#
          + #"</p:custShowLst><p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">"#
          + #"<q:sectionLst xmlns:q="http://schemas.microsoft.com/office/powerpoint/2010/main">"#
          + #"<q:section name="Redundancies" id="{0}"/></q:sectionLst></p:ext></p:extLst>"#
        return deck
      }(), finds: ["section_names", "custom_show"], shows: "Redundancies"),
    example(
      "text on a layout that no slide uses",
      {
        var deck = slide(Deck.box("Welcome"))
        deck.layoutShapes = Deck.box("draft for J. Smith")
        deck.slides[0].attributes = #"showMasterSp="0""#
        return deck
      }(), finds: ["layout_text"], shows: "draft for J. Smith"),
    example(
      "text on a layout that slides show is left alone",
      {
        var deck = slide(Deck.box("Welcome"))
        deck.layoutShapes = Deck.box("Example Council")
        return deck
      }()),
  ]

  private static let parts: [InspectionExample] = [
    linked(
      "notes of the speaker", "notesSlide",
      "<p:notes \(Deck.spaces)><p:cSld>"
        + PresentationExample.tree(Deck.box("do not mention the inquiry")) + "</p:cSld></p:notes>",
      finds: ["notes"], shows: "do not mention the inquiry"),
    linked(
      "a notes page with nothing but its number is left alone", "notesSlide",
      "<p:notes \(Deck.spaces)><p:cSld>"
        + PresentationExample.tree(
          #"<p:sp><p:nvSpPr><p:cNvPr id="2" name="n"/><p:cNvSpPr/><p:nvPr><p:ph type="sldNum"/>"#
            + "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:p><a:fld><a:t>1</a:t></a:fld></a:p>"
            + "</p:txBody></p:sp>") + "</p:cSld></p:notes>"),
    linked(
      "a comment", "comments",
      #"<p:cmLst \#(Deck.spaces)><p:cm authorId="0" dt="2024-03-01T10:00:00"><p:text>"#
        + "is she still suspended?</p:text></p:cm></p:cmLst>",
      finds: ["comment"], shows: "is she still suspended?"),
    linked(
      "a comment of today's kind, with a reply", "comments",
      #"<c:cmLst xmlns:c="http://schemas.microsoft.com/office/powerpoint/2018/8/main" "#
        + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:cm authorId="{1}">"#
        + #"<c:replyLst><c:reply authorId="{2}"><c:txBody><a:p><a:r><a:t>no, dismissed</a:t></a:r>"#
        + "</a:p></c:txBody></c:reply></c:replyLst><c:txBody><a:p><a:r><a:t>still here?</a:t></a:r>"
        + "</a:p></c:txBody></c:cm></c:cmLst>",
      finds: ["modern_comment"], shows: "no, dismissed"),
    linked(
      "tags of a program", "tags",
      #"<p:tagLst \#(Deck.spaces)><p:tag name="OWNER" val="j.smith"/></p:tagLst>"#,
      finds: ["tags"], shows: "OWNER: j.smith"),
    linked(
      "a recording of the speaker", "media", "ftypM4A recorded by J. Smith", finds: ["media"],
      shows: "recorded by J. Smith"),
    linked(
      "authors of comments", "commentAuthors",
      #"<p:cmAuthorLst \#(Deck.spaces)><p:cmAuthor id="0" name="Jane Smith" initials="JS"/>"#
        + "</p:cmAuthorLst>", finds: ["comment_authors"], shows: "Jane Smith"),
    {
      var deck = Deck(
        .init(
          #"<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture 1"/></p:nvPicPr><p:blipFill>"#
            + #"<a:blip r:embed="x1"/><a:srcRect b="25%"/></p:blipFill><p:spPr><a:xfrm>"#
            + #"<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm></p:spPr></p:pic>"#))
      deck.slides[0].links = [(id: "x1", kind: "image", target: "../media/picture.png")]
      deck.parts = [("ppt/media/picture.png", "not read here")]
      return example(
        "a cropped picture", deck, finds: ["image_cropped"], shows: "cut off: 25 % bottom")
    }(),
  ]

  private static func linked(
    _ name: String, _ kind: String, _ part: String, finds: Set<String> = [], shows: String? = nil
  ) -> InspectionExample {
    var deck = slide(Deck.box("Welcome"))
    deck.slides[0].links = [(id: "x1", kind: kind, target: "../extra/part1.xml")]
    deck.parts = [("ppt/extra/part1.xml", part)]
    return example(name, deck, finds: finds, shows: shows)
  }
}
