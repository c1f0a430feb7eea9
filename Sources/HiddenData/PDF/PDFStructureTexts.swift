/// Texts that stand for what is on the page: for reading aloud and for copying.
enum PDFStructureTexts: PDFFamily {
  static let text = HiddenDataClass(
    "pdf.struct_text", .high, "Replacement and alternative texts",
    lies:
      "In `ActualText`, `Alt`, `E` and `T` of the elements of the structure tree, and of marked content "
      + "on pages and forms.",
    recognised:
      "A text is shown where it stands on no page. Texts of the tags of a page that repeat "
      + "it, blanks, hyphens and bullets are left alone.",
    removal: "The texts are taken out with the structure tree and the marks.")

  static let classes = [text]

  private static let keys = [
    ("ActualText", "a replacement text"), ("Alt", "an alternative text"), ("E", "an expansion"),
    ("T", "a title"),
  ]

  static func inspect(_ file: PDFFile) {
    for node in file.reach.nodes {
      // Of dictionaries that only look like elements, E and Alt mean something else.
      let isElement =
        node.dictionary["S"]?.name != nil
        && (node.dictionary["P"] != nil || node.dictionary["Type"]?.name == "StructElem")
      let isMark = node.key == "Properties" || node.dictionary["ActualText"] != nil
      if isElement || isMark { report(node.dictionary, node.page, isElement, file) }
    }
    for (index, page) in file.reach.pages.enumerated() {
      marks(
        file.contents.page(page.dictionary, in: file.current, .operators), index + 1, file)
    }
    for node in file.reach.nodes {
      guard let stream = node.stream, isContent(node, file) else { continue }
      marks(file.contents.content(of: stream, in: file.current, .operators), node.page, file)
    }
  }

  /// Whether a stream is a form or a pattern with operators in it.
  static func isContent(_ node: PDFNode, _ file: PDFFile) -> Bool {
    file.current.value(node.dictionary, "Subtype").name == "Form"
      || file.current.value(node.dictionary, "PatternType").int == 1 || node.key == "CharProcs"
  }

  private static func marks(_ content: PDFContent, _ page: Int?, _ file: PDFFile) {
    for mark in content.marks {
      if let properties = mark.properties.dictionary {
        report(properties, page, false, file)
      }
    }
  }

  private static func report(
    _ dictionary: PDFDictionary, _ page: Int?, _ isElement: Bool, _ file: PDFFile
  ) {
    for (key, what) in keys where dictionary[key] != nil && (isElement || key != "T") {
      guard let words = file.text(dictionary, key), PDFText.says(words, atLeast: 3),
        !file.visible.shows(words)
      else { continue }
      let kind = file.current.value(dictionary, "S").name
      let place = isElement ? kind.map { "\(what) (\($0.prefix(40)))" } ?? what : what
      file.report(text, page, place, words)
    }
  }

  static let examples = [
    InspectionExample(
      "a text that copying gives instead of the page", file: "actual.pdf",
      PDFExample(content: "/Span<</ActualText(Jane Roe)>>BDC 0 0 5 5 re f EMC").file,
      finds: ["pdf.struct_text"], shows: "Jane Roe"),
    InspectionExample(
      "the alternative text of a picture", file: "alt.pdf",
      PDFExample(
        catalog: "/StructTreeRoot<</Type/StructTreeRoot/K 20 0 R>>",
        objects: [20: "<</S/Figure/P 1 0 R/Alt<FEFF004A006F0068006E00200044006F0065>>>"]
      ).file, finds: ["pdf.struct_text"], shows: "John Doe"),
    InspectionExample(
      "the title of a piece of structure", file: "title.pdf",
      PDFExample(
        catalog: "/StructTreeRoot<</Type/StructTreeRoot/K 20 0 R>>",
        objects: [20: "<</S/Sect/P 1 0 R/T(About Jane Roe)>>"]
      ).file, finds: ["pdf.struct_text"], shows: "About Jane Roe"),
    InspectionExample(
      "a text that repeats the page, and a soft hyphen", file: "repeats.pdf",
      PDFExample(
        content: "/Span<</ActualText(Response)>>BDC EMC /Span<</ActualText<FEFF00AD>>>BDC EMC",
        catalog: "/StructTreeRoot<</Type/StructTreeRoot/K 20 0 R>>",
        objects: [20: "<</S/P/P 1 0 R/ActualText(response to your request)>>"]
      ).file, leaves: ["pdf.struct_text"]),
  ]
}
