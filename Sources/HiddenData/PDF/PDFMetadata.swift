/// What a document says about itself and its authors.
enum PDFMetadata: PDFFamily {
  static let info = HiddenDataClass(
    "pdf.info_dict", .medium, "Properties of the document",
    lies: "In `Info` of the trailer: author, title, subject, keywords and entries that programs or "
      + "people added.",
    recognised:
      "By the entries. Times, names of programs, what programs write for want of better, and "
      + "a title that stands on a page are left alone.",
    removal: "The dictionary is taken out.")
  static let xmp = HiddenDataClass(
    "pdf.xmp", .medium, "Metadata of the document (XMP)",
    lies: "In the stream `Metadata` of the catalog, as RDF in XML.",
    recognised:
      "By its values. Times, identifiers, names of programs and of formats are left alone.",
    removal: "The stream is taken out.")
  static let object = HiddenDataClass(
    "pdf.xmp_object", .medium, "Metadata of a picture, page or font (XMP)",
    lies:
      "In the stream `Metadata` of any other dictionary: of the file from which a picture or a page "
      + "was taken.",
    recognised: "As those of the document, in every dictionary that can be reached.",
    removal: "The streams are taken out.")

  static let classes = [info, xmp, object]

  static func inspect(_ file: PDFFile) {
    inspectInfo(file)
    var seen: Set<Int> = []
    let ofDocument = file.current.value(file.root, "Metadata").stream
    for node in file.reach.nodes {
      guard let stream = node.stream,
        node.key == "Metadata" || node.dictionary["Type"]?.name == "Metadata",
        seen.insert(stream.range.lowerBound).inserted,
        let decoded = file.current.decoded(stream)
      else { continue }
      let values = PDFXMP.values(decoded.data, file)
      guard !values.isEmpty else { continue }
      let isDocument = ofDocument?.range.lowerBound == stream.range.lowerBound
      let place = isDocument ? "the metadata" : "the metadata of an object"
      file.report(
        isDocument ? xmp : object, node.page, place, values.joined(separator: "\n"))
    }
  }

  private static func inspectInfo(_ file: PDFFile) {
    guard let info = file.current.value(file.current.trailer, "Info").dictionary else { return }
    let lines = telling(info, file)
    guard !lines.isEmpty else { return }
    file.report(Self.info, nil, "the properties", lines.joined(separator: "\n"))
  }

  /// The entries of a dictionary of properties that say something about people or matters.
  static func telling(_ info: PDFDictionary, _ file: PDFFile) -> [String] {
    var lines: [String] = []
    for (key, value) in info.ordered {
      let value = file.current.resolve(value)
      let texts =
        value.text.map { [$0] } ?? value.array?.compactMap { file.current.resolve($0).text }
        ?? file.text(info, key).map { [$0] } ?? []
      for text in texts where isTelling(key, text, file) { lines.append("\(key): \(text)") }
    }
    return lines
  }

  private static let technical: Set = [
    "CreationDate", "ModDate", "Trapped", "GTS_PDFXVersion", "GTS_PDFXConformance",
    "GTS_PDFA1Version", "PTEX.Fullbanner", "SourceModified", "PXCViewerInfo", "Type",
  ]

  private static func isTelling(_ key: String, _ text: String, _ file: PDFFile) -> Bool {
    guard !technical.contains(key), PDFText.says(text), !PDFText.isDate(text),
      !PDFText.isIdentifier(text), !PDFPrograms.isPlaceholder(text)
    else { return false }
    switch key {
    case "Producer", "Creator": return !PDFPrograms.isProgram(text)
    case "Title": return !file.visible.shows(text)
    default: return true
    }
  }

  private static func changed(_ parts: String) -> [UInt8] {
    PDFExample(
      catalog: "/Metadata 20 0 R",
      objects: [
        20: PDFExample.stream(
          "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
            + "xmlns:e='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#' e:action='saved' "
            + "e:changed='\(parts)'/></r:RDF>",
          "/Type/Metadata/Subtype/XML")
      ]
    ).file
  }

  static let examples = [
    InspectionExample(
      "an author", file: "author.pdf",
      PDFExample(trailer: "/Info 20 0 R", objects: [20: "<</Author(Jane Roe)/Producer(Word)>>"])
        .file, finds: ["pdf.info_dict"], shows: "Jane Roe"),
    InspectionExample(
      "a file name as the title, in UTF-16", file: "title.pdf",
      PDFExample(
        trailer: "/Info 20 0 R",
        objects: [20: "<</Title<FEFF0052006F0065002E0064006F0063>/Producer(GPL Ghostscript 10.0)>>"]
      ).file, finds: ["pdf.info_dict"], shows: "Roe.doc"),
    InspectionExample(
      "a creator in XMP with a prefix of its own", file: "xmp.pdf",
      PDFExample(
        catalog: "/Metadata 20 0 R",
        objects: [
          20: PDFExample.stream(
            "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF "
              + "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
              + "xmlns:d='http://purl.org/dc/elements/1.1/'><d:creator><r:Seq><r:li>Jane Roe</r:li>"
              + "</r:Seq></d:creator></r:Description></r:RDF></x:xmpmeta>",
            "/Type/Metadata/Subtype/XML")
        ]
      ).file, finds: ["pdf.xmp"], shows: "dc:creator: Jane Roe"),
    InspectionExample(
      "a name among what was changed", file: "changed.pdf", changed("/Roe"), finds: ["pdf.xmp"],
      shows: "Roe"),
    InspectionExample(
      "what programs say that they changed", file: "usual.pdf", changed("/;/metadata"),
      leaves: ["pdf.xmp"]),
    InspectionExample(
      "the metadata of a page", file: "page.pdf",
      PDFExample(
        page: "/Metadata 20 0 R",
        objects: [
          20: PDFExample.stream(
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
              + "xmlns:p='http://ns.adobe.com/photoshop/1.0/' p:Credit='J. Doe'/></r:RDF>",
            "/Type/Metadata/Subtype/XML")
        ]
      ).file, finds: ["pdf.xmp_object"], shows: "J. Doe"),
    InspectionExample(
      "names of programs, times, and a title that stands on the page", file: "tools.pdf",
      PDFExample(
        trailer: "/Info 20 0 R",
        objects: [
          20:
            "<</Producer(Microsoft: Print To PDF)/Creator(LibreOffice 7.4)/Author(\\(anonymous\\))"
            + "/CreationDate(D:20240131100000Z)/Title(Response to your request)>>"
        ]
      ).file, leaves: ["pdf.info_dict"]),
    InspectionExample(
      "a program that does not know by which other the file was made", file: "unknown.pdf",
      PDFExample(
        catalog: "/Metadata 20 0 R",
        objects: [
          20: PDFExample.stream(
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description "
              + "xmlns:m='http://ns.adobe.com/xap/1.0/' m:CreatorTool='UnknownApplication'/></r:RDF>",
            "/Type/Metadata/Subtype/XML")
        ]
      ).file, leaves: ["pdf.xmp"]),
  ]
}
