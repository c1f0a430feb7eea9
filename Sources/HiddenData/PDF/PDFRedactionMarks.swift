/// Marks for a redaction that nobody carried out.
enum PDFRedactionMarks: PDFFamily {
  static let mark = HiddenDataClass(
    "pdf.redact_unapplied", .critical, "Redaction marks that were not applied",
    lies: "In annotations `Redact` of a page: what they cover is still there.",
    recognised: "Every such annotation. The words beneath it are shown.",
    removal:
      "Not by cleaning: what the marks cover has to be redacted, or the marks to be dropped, and "
      + "a person decides which.")

  static let classes = [mark]

  static func inspect(_ file: PDFFile) {
    for node in PDFAnnotations.nodes(of: file)
    where file.current.value(node.dictionary, "Subtype").name == "Redact" {
      var words: [String] = []
      for box in boxes(node.dictionary, file) {
        guard let page = node.page, let found = file.engine?.words(onPage: page, in: box) else {
          continue
        }
        words += found.split(separator: "\n").map(String.init)
      }
      let own = PDFAnnotations.words(node.dictionary, file)
      if !own.isEmpty { words.append(own) }
      file.run.report(
        mark, at: node.page.map { "page \($0), a mark" } ?? "a mark",
        showing: words.isEmpty ? "(no words beneath it)" : words.joined(separator: "\n"),
        removable: false)
    }
  }

  /// The rectangles that a mark covers.
  private static func boxes(
    _ annotation: PDFDictionary, _ file: PDFFile
  ) -> [PDFAnnotations.Rectangle] {
    let points = (file.current.value(annotation, "QuadPoints").array ?? []).compactMap {
      file.current.resolve($0).double
    }
    var boxes: [PDFAnnotations.Rectangle] = []
    for start in stride(from: 0, to: points.count - 7, by: 8).prefix(200) {
      let quad = points[start..<(start + 8)]
      let across = stride(from: start, to: start + 8, by: 2).map { quad[$0] }
      let up = stride(from: start + 1, to: start + 8, by: 2).map { quad[$0] }
      boxes.append(
        (across.min() ?? 0, up.min() ?? 0, across.max() ?? 0, up.max() ?? 0))
    }
    if boxes.isEmpty,
      let box = PDFAnnotations.rectangle(file.current.value(annotation, "Rect"), file)
    {
      boxes = [box]
    }
    return boxes
  }

  static let examples = [
    InspectionExample(
      "a mark over a line that is still there", file: "mark.pdf",
      PDFExample(
        text: "Witness Jane Roe",
        annotations: ["<</Type/Annot/Subtype/Redact/Rect[60 690 400 720]>>"]
      ).file, finds: ["pdf.redact_unapplied"], shows: "Jane Roe"),
    InspectionExample(
      "a black bar with nothing beneath it", file: "bar.pdf",
      PDFExample(content: "72 500 100 12 re f").file, leaves: ["pdf.redact_unapplied"]),
  ]
}
