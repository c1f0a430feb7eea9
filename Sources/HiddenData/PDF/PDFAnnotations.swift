import Documents

/// Comments, marks and what else is stuck on pages.
enum PDFAnnotations: PDFFamily {
  static let comment = HiddenDataClass(
    "pdf.annotation", .high, "Comments and marks on the pages",
    lies:
      "In the `Annots` of a page: `Contents`, `RC`, `T` and `Subj` of notes, highlights, stamps, "
      + "typewritten text, drawings and the replies to them.",
    recognised:
      "Each annotation that is no link, form field, pop-up window or medium is shown with "
      + "its author and words. A link is shown where it carries words that stand on no page.",
    removal: "The annotations are taken out of the pages.")
  static let hidden = HiddenDataClass(
    "pdf.annotation_hidden", .high, "Annotations that are not shown",
    lies:
      "In the `Annots` of a page, with the flags Hidden or NoView, in a layer that is off, without any extent, wholly "
      + "transparent, or beside the page.",
    recognised: "By the flags, the rectangle and the opacity. Pop-up windows are left out, which "
      + "programs hide as a rule; form fields are looked at as such.",
    removal: "The annotations are taken out of the pages.")

  static let classes = [comment, hidden]

  /// Annotations that other inspectors look at, or that mark the sheet for the printer.
  private static let others: Set = [
    "Widget", "Popup", "Redact", "FileAttachment", "RichMedia", "3D", "Movie", "Sound", "Screen",
    "PrinterMark", "TrapNet", "Watermark",
  ]

  static func inspect(_ file: PDFFile) {
    for node in nodes(of: file) {
      guard let kind = file.current.value(node.dictionary, "Subtype").name else { continue }
      let words = self.words(node.dictionary, file)
      if kind == "Link" {
        link(node, words, file)
      } else if kind == "Popup" {
        if let text = file.text(node.dictionary, "Contents"), !file.visible.shows(text) {
          file.report(comment, node.page, "a pop-up window", text)
        }
      } else if !others.contains(kind) {
        file.report(comment, node.page, name(kind), words.isEmpty ? "(without words)" : words)
      }
      if kind != "Popup", kind != "Widget", let reason = reasonHidden(node, file) {
        file.report(
          hidden, node.page, "\(name(kind)) \(reason)", words.isEmpty ? "(without words)" : words)
      }
    }
  }

  /// Every annotation that can be reached.
  static func nodes(of file: PDFFile) -> [PDFNode] {
    file.reach.nodes.filter {
      $0.dictionary["Subtype"] != nil
        && ($0.key == "Annots" || $0.dictionary["Type"]?.name == "Annot"
          || $0.key == "IRT" || $0.key == "Popup")
    }
  }

  private static func link(_ node: PDFNode, _ words: String, _ file: PDFFile) {
    guard let text = file.text(node.dictionary, "Contents"), !file.visible.shows(text) else {
      return
    }
    let action = file.current.value(node.dictionary, "A").dictionary ?? [:]
    let target = file.text(action, "URI").map(PDFText.key) ?? []
    // Programs repeat the address for those who are read to; the address is looked at as such.
    guard !target.holds(PDFText.key(text)) else { return }
    file.report(comment, node.page, "a link", words)
  }

  /// Author and words of an annotation, with what it draws where that says more.
  static func words(_ annotation: PDFDictionary, _ file: PDFFile) -> String {
    var parts: [String] = []
    for key in ["T", "Subj", "Contents"] { file.text(annotation, key).map { parts.append($0) } }
    if let rich = file.text(annotation, "RC").map(PDFFile.withoutMarks) { parts.append(rich) }
    parts += appearances(annotation, file)
    if let text = file.text(annotation, "OverlayText") { parts.append(text) }
    var known: Set<[UInt8]> = []
    return parts.filter { !PDFText.key($0).isEmpty && known.insert(PDFText.key($0)).inserted }
      .joined(separator: "\n")
  }

  /// The words that its appearances draw, those for the pressed mouse too.
  static func appearances(_ annotation: PDFDictionary, _ file: PDFFile) -> [String] {
    let current = file.current
    var streams: [PDFStream] = []
    for key in ["N", "R", "D"] {
      let given = current.value(current.value(annotation, "AP").dictionary, key)
      if let stream = given.stream {
        streams.append(stream)
      } else {
        streams += (given.dictionary ?? [:]).ordered.compactMap { current.resolve($0.value).stream }
      }
    }
    return streams.map { stream in
      var seen: Set<Int> = []
      let resources = current.value(stream.dictionary, "Resources").dictionary
      return file.contents.lines(
        file.contents.content(of: stream, in: current), resources, current, 4, &seen
      ).joined(separator: "\n")
    }
  }

  /// Why an annotation is not to be seen; nil where it is.
  static func reasonHidden(_ node: PDFNode, _ file: PDFFile) -> String? {
    let annotation = node.dictionary
    let flags = file.current.value(annotation, "F").int ?? 0
    if flags & 2 != 0 { return "that is marked as hidden" }
    if flags & 32 != 0 { return "that is marked as not to be seen" }
    if file.current.value(annotation, "CA").double == 0,
      file.current.value(annotation, "Subtype").name != "Link"
    {
      return "that is wholly transparent"
    }
    if annotation["OC"] != nil, !PDFLayers(file).shows(annotation["OC"]) {
      return "in a layer that is not shown"
    }
    guard let box = rectangle(file.current.value(annotation, "Rect"), file) else { return nil }
    let isLine = ["Line", "Link", "Text", "FileAttachment", "Sound"].contains(
      file.current.value(annotation, "Subtype").name)
    if !isLine, box.right - box.left < 0.5 || box.top - box.bottom < 0.5 {
      return "without any extent"
    }
    guard let page = node.page, file.reach.pages.indices.contains(page - 1),
      let sheet = rectangle(
        file.current.value(file.reach.pages[page - 1].dictionary, "MediaBox"), file)
    else { return nil }
    let isBeside =
      box.right < sheet.left || box.left > sheet.right || box.top < sheet.bottom
      || box.bottom > sheet.top
    return isBeside ? "that lies beside the page" : nil
  }

  typealias Rectangle = (left: Double, bottom: Double, right: Double, top: Double)

  static func rectangle(_ object: PDFObject, _ file: PDFFile) -> Rectangle? {
    let corners = (object.array ?? []).compactMap { file.current.resolve($0).double }
    guard corners.count == 4 else { return nil }
    return (
      min(corners[0], corners[2]), min(corners[1], corners[3]),
      max(corners[0], corners[2]), max(corners[1], corners[3])
    )
  }

  /// What a kind of annotation is called.
  static func name(_ kind: String) -> String {
    switch kind {
    case "Text": "a note"
    case "FreeText": "text written on the page"
    case "Highlight", "Underline", "StrikeOut", "Squiggly": "a mark in the text"
    case "Stamp": "a stamp"
    case "Ink", "Line", "Square", "Circle", "Polygon", "PolyLine": "a drawing"
    case "Caret": "a mark of insertion"
    case "Link": "a link"
    case "FileAttachment": "an attached file"
    default: "an annotation (\(kind.prefix(40)))"
    }
  }
}
