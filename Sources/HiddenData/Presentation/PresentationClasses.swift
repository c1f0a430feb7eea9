/// The classes of hidden data that only presentations have.
enum PresentationClass {
  static let slideHidden = HiddenDataClass(
    "pptx.slide_hidden", .critical, "A slide that the show leaves out",
    lies:
      "In the slide's own part, whose `show` is off; everybody who opens the file sees it in the "
      + "list.",
    recognised: "`show` is 0 or false on a slide that the presentation lists.",
    removal: "The slide is taken out with its notes and comments.")
  static let notes = HiddenDataClass(
    "pptx.notes", .high, "What the speaker noted",
    lies: "In the notes page of a slide: its text, text boxes and pictures.",
    recognised: "The notes page holds words other than numbers of slides and dates that a field "
      + "fills; an empty one is left alone.",
    removal: "The notes page is taken out.")
  static let comment = HiddenDataClass(
    "pptx.comment", .high, "A comment on a slide",
    lies: "In the part of comments that a slide leads to (the kind before 2021).",
    recognised: "Every comment in it, with its author and day.",
    removal: "The part is taken out.")
  static let modernComment = HiddenDataClass(
    "pptx.modern_comment", .high, "A comment with its replies",
    lies: "In the part of comments that a slide leads to (the kind since 2021).",
    recognised: "Every comment and reply in it.", removal: "The part is taken out.")
  static let commentAuthors = HiddenDataClass(
    "pptx.comment_authors", .medium, "Who commented and who changed the file",
    lies:
      "In the presentation's list of authors, and in the history of changes that several people "
      + "working at once leave behind.",
    recognised: "Names, initials and accounts in these lists, also when no comment is left.",
    removal: "The lists are taken out.")
  static let offSlide = HiddenDataClass(
    "pptx.off_slide", .high, "Something beside the slide",
    lies:
      "In a shape whose place, with that of its groups, its rotation and what it inherits from the "
      + "layout, is beyond the edges.",
    recognised: "Text, a picture or a frame lies wholly outside, a line of text does, or more than "
      + "half of a picture. Empty shapes and decoration that reaches over an edge are left alone.",
    removal: "The shape is taken out.")
  static let hiddenShape = HiddenDataClass(
    "pptx.hidden_shape", .high, "A shape that the selection pane switches off",
    lies: "In a shape, picture, frame or group whose `hidden` is on; in the alternative for older "
      + "programs that says something else.",
    recognised: "The switch on it or on a group around it.", removal: "The shape is taken out.")
  static let covered = HiddenDataClass(
    "pptx.covered", .critical, "Text or a picture under something opaque",
    lies: "In a shape before (that is, under) an opaque shape or picture of the same slide.",
    recognised:
      "Where the text stands is worked out from place, size, lines and alignment; all of a "
      + "line's places are under opaque fills. Transparent fills and pictures, frames with holes and "
      + "shapes above it do not count. A picture counts where it is wholly covered, or a black box "
      + "without text stands in it.",
    removal: "The shape under it is taken out.")
  static let textMatchesBackground = HiddenDataClass(
    "pptx.text_matches_background", .high, "Text in the colour of what is under it",
    lies:
      "In runs whose colour, through styles, placeholders, theme and colour maps, is that of the "
      + "shape, shapes below, or the background; also text without any fill, or of no size.",
    recognised:
      "The two colours can hardly be told apart wherever the text stands. White text on a "
      + "dark shape, and text on pictures, is left alone.",
    removal: "The runs are taken out.")
  static let imageCropped = HiddenDataClass(
    "pptx.image_cropped", .high, "The cut-off parts of a picture",
    lies: "In the picture itself, which is kept whole; `srcRect` says what is shown.",
    recognised: "A side is cut by half a hundredth or more.",
    removal: "The picture is taken out where it cannot be written again as it is shown.")
  static let tags = HiddenDataClass(
    "pptx.tags", .medium, "What programs noted on slides and shapes",
    lies: "In parts of the kind tags, and in what add-ins keep.",
    recognised: "A tag has a name or a value.", removal: "The parts are taken out.")
  static let layoutText = HiddenDataClass(
    "pptx.layout_text", .medium, "Text on a layout or master that no slide shows",
    lies: "In the parts of layouts, masters, notes and handout masters.",
    recognised: "Text outside placeholders on one that no visible slide uses; text in placeholders "
      + "that is no invitation to type.",
    removal: "The text is taken out.")
  static let altText = HiddenDataClass(
    "pptx.alt_text", .medium, "A description that only screen readers read",
    lies: "In `descr` and `title` of a shape or picture.",
    recognised: "It holds words. Names that programs give (`Picture 3`, `image1.png`) and "
      + "descriptions that a program made from the picture are left alone.",
    removal: "The description is emptied.")
  static let orphanSlide = HiddenDataClass(
    "pptx.orphan_slide", .critical, "A slide or other part that the presentation no longer lists",
    lies:
      "In a part that is in the package and not in the list of slides, or that nothing leads to; "
      + "also a picture that a slide is related to and does not show.",
    recognised: "The list of slides and the relationships are walked from the package.",
    removal: "It is left out when the package is written again.")
  static let sectionNames = HiddenDataClass(
    "pptx.section_names", .low, "Names of sections",
    lies: "In the presentation's list of sections.",
    recognised: "A section has a name that is not the usual one.", removal: "The list is taken out."
  )
  static let customShow = HiddenDataClass(
    "pptx.custom_show", .low, "Names of custom shows",
    lies: "In the presentation's list of custom shows.", recognised: "There is one.",
    removal: "The list is taken out.")
  static let media = HiddenDataClass(
    "pptx.media", .medium, "Sound or film, with what it says of itself",
    lies:
      "In the parts that relationships of the kinds media, audio and video lead to; narration is "
      + "kept this way too.",
    recognised: "The relationship. Words in the file are shown; nobody hears it here.",
    removal: "The sound or film is taken out; its still picture stays.")

  static let all = [
    slideHidden, notes, comment, modernComment, commentAuthors, offSlide, hiddenShape, covered,
    textMatchesBackground, imageCropped, tags, layoutText, altText, orphanSlide, sectionNames,
    customShow, media,
  ]
}
