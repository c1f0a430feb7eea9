/// The kinds of hidden data that are found by drawing pages.
enum PageClasses {
  static let all = [
    underBox, underImage, underAnnotation, background, invisible, clipped, offPage, cropped, tiny,
    layer, textLayer, pattern, imageUnderBox, imageCropped, imageSoftMask,
  ]

  static func of(_ cause: PageCause) -> [HiddenDataClass] {
    switch cause {
    case .layer: [layer]
    case .offPage: [offPage]
    case .cropped: [cropped]
    case .tiny: [tiny]
    case .invisible: [invisible]
    case .clipped: [clipped]
    case .underBox: [underBox]
    case .underImage: [underImage]
    case .underAnnotation: [underAnnotation]
    case .background: [background]
    // To the reader a blacked-out word, to the file black letters on black: it is both.
    case .onBar: [underBox, background]
    case .contradicted: [textLayer]
    }
  }

  static let underBox = HiddenDataClass(
    "pdf.text_under_box", .critical, "Text that is only covered",
    lies: "In the content of the page: the text is written first, and a box, a polygon, a stroke or"
      + " other letters are painted over it. Selecting the area and copying brings it back.",
    recognised: "The page is drawn with its text and without. Letters whose ink makes no difference"
      + " are hidden; something opaque was painted after them in the same place, or they have the"
      + " colour of a dark bar right behind them. A label on a box, white text on a dark box and a"
      + " see-through highlight are visible and left alone.",
    removal: "Redact the place: the letters have to go out of the content, not under a box.")

  static let underImage = HiddenDataClass(
    "pdf.text_under_image", .critical, "Text under a picture",
    lies: "In the content of the page, before a picture that is painted over it.",
    recognised:
      "Letters that make no difference to the drawn page while an image painted later lies"
      + " over them. Where the picture is a scan of a page and shows writing at that place, the"
      + " text is its text layer and left alone.",
    removal: "Redact the place, or take the text out of the content.")

  static let underAnnotation = HiddenDataClass(
    "pdf.text_under_annot", .critical, "Text under a mark-up",
    lies: "In the content of the page, beneath the appearance of an annotation: a filled square, a"
      + " black highlight, ink, a stamp, a form field. Whoever deletes the annotation reads it.",
    recognised: "Letters of the page that make no difference while the appearance of an annotation"
      + " painted later lies over them. The icons of notes and attachments are not counted.",
    removal: "Redact the place and take the annotation out.")

  static let background = HiddenDataClass(
    "pdf.text_matches_background", .high, "Text in the colour of its background",
    lies: "In the content of the page, painted in the colour that is already there: white on paper,"
      + " black on a black bar.",
    recognised: "Letters that make no difference, or next to none, though nothing was painted over"
      + " them and they are inside their clip.",
    removal: "Take the letters out of the content.")

  static let invisible = HiddenDataClass(
    "pdf.invisible_text", .high, "Text that is not painted",
    lies: "In the content of the page with render mode 3, with an opacity of nothing, in a font"
      + " without outlines, or blended so that it leaves no trace.",
    recognised: "From the state in which the letters are written. The text layer of a scan that"
      + " shows writing in the same places is as it should be and left alone.",
    removal: "Take the letters out of the content.")

  static let clipped = HiddenDataClass(
    "pdf.text_clipped", .high, "Text cut away by a clip",
    lies:
      "In the content of the page, outside the clipping path that is in force, or used only as a"
      + " clip through which nothing is seen.",
    recognised: "Less than a fifth of a letter is inside the clip, or it makes no difference within"
      + " a clip of another shape. Words that another page shows, as in a sheet printed over several"
      + " pages, are left alone; so it is with text beside the sheet.",
    removal: "Take the letters out of the content.")

  static let offPage = HiddenDataClass(
    "pdf.text_offpage", .high, "Text beside the sheet",
    lies: "In the content of the page at coordinates outside its MediaBox.",
    recognised: "The middle of the letters lies outside the MediaBox, turned and scaled as the page"
      + " is displayed.",
    removal: "Take the letters out of the content.")

  static let cropped = HiddenDataClass(
    "pdf.cropbox_hidden", .high, "Text outside the visible part of the sheet",
    lies: "On the sheet (MediaBox) but outside the part that is displayed (CropBox). Any viewer can"
      + " widen it again.",
    recognised: "The middle of the letters lies inside the MediaBox and outside the CropBox.",
    removal: "Take the letters out of the content, then make the sheet as small as the crop.")

  static let tiny = HiddenDataClass(
    "pdf.tiny_text", .medium, "Text too small to be seen",
    lies: "In the content of the page with a size that the matrices reduce to nearly nothing.",
    recognised: "Words whose letters are smaller than 1.2 points as displayed.",
    removal: "Take the letters out of the content.")

  static let layer = HiddenDataClass(
    "pdf.ocg_hidden", .high, "Content of a layer that is switched off",
    lies: "In marked content, a form, an image or an annotation that belongs to an optional content"
      + " group which the document's default configuration does not show.",
    recognised: "The page is interpreted with the layers as they are and with all of them on; text"
      + " and pictures that come in addition are reported.",
    removal: "Flatten the page to the layers that are shown.")

  static let textLayer = HiddenDataClass(
    "pdf.ocr_layer", .critical, "Text layer that tells what the scan does not show",
    lies: "In invisible text that character recognition laid over the picture of a page before a"
      + " part of the picture was blacked or painted out.",
    recognised: "Unseen words over a scan in a place where the drawn page is plainly dark, or blank"
      + " while other words of the layer lie on writing.",
    removal: "Take the text layer out at these places, or recognise the page anew.")

  static let pattern = HiddenDataClass(
    "pdf.pattern_text", .high, "Text in the cell of a pattern",
    lies:
      "In the content stream of a tiling pattern among the resources of a page. It is painted by"
      + " filling a shape with the pattern, or never, and no search of the page finds it.",
    recognised:
      "Each tiling pattern that resources name is interpreted by itself; what it writes is"
      + " reported.",
    removal: "Replace the pattern by a plain colour.")

  static let imageUnderBox = HiddenDataClass(
    "pdf.image_under_box", .critical, "Part of a picture that is only covered",
    lies: "In the pixels of an image over which a plain box or another picture is painted later.",
    recognised: "An opaque mark lies within the picture, stays plain in the drawn page, carries no"
      + " more than a short label, and the pixels beneath it are not plain. Panels with writing"
      + " on them are a design and left alone.",
    removal: "Paint the pixels themselves over.")

  static let imageCropped = HiddenDataClass(
    "pdf.image_cropped", .high, "Picture of which a part is cut off",
    lies: "In the pixels of an image that lie outside the clip or the page.",
    recognised: "More than a tenth of the picture is not within what is displayed, and those pixels"
      + " are not plain.",
    removal: "Cut the pixels off the image itself.")

  static let imageSoftMask = HiddenDataClass(
    "pdf.image_soft_mask", .high, "Pixels made transparent",
    lies: "In the colours of an image whose soft mask makes them invisible.",
    recognised:
      "At least 3 % of the pixels have no opacity, and their colours are not plain. Cut-out"
      + " shadows and logos, whose unseen pixels have one colour, are left alone.",
    removal: "Give unseen pixels one colour.")

  /// Listed with the classes that are found in the objects of the file.
  static let unused = HiddenDataClass(
    "pdf.unused_xobject", .high, "Form or picture that no page paints",
    lies: "Among the XObjects that the resources of a page name, without an operator that paints it"
      + " anywhere in the document.",
    recognised: "Every page, form, pattern, mask, appearance and glyph procedure is gone through;"
      + " what is named and never painted is reported with its text or picture.",
    removal: "Take it out of the resources and the file.")
}
