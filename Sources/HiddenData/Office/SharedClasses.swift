/// The kinds of hidden data that all three Office formats keep alike, each under its format's own name.
struct SharedClasses {
  let core, extended, custom: HiddenDataClass
  let customXML, thumbnail, orphan, embedded, object, macros: HiddenDataClass
  let addIn, label, picture: HiddenDataClass

  /// What all of them are, each once.
  var all: [HiddenDataClass] {
    var seen: Set<String> = []
    return [
      core, extended, custom, customXML, thumbnail, orphan, embedded, object, macros, addIn, label,
      picture,
    ].filter { seen.insert($0.id).inserted }
  }

  static func of(_ family: OfficeFamily) -> SharedClasses {
    switch family {
    case .workbook: workbook
    case .document: document
    case .presentation: presentation
    }
  }

  private static let workbook = properties("xlsx")
  private static let document = properties("docx")

  private static func properties(_ format: String) -> SharedClasses {
    SharedClasses(
      core: HiddenDataClass(
        "\(format).doc_core", .medium, "Who wrote and saved the file, and what they noted about it",
        lies: "In the part that the package's relationship of the kind core-properties leads to, "
          + "usually docProps/core.xml: creator, lastModifiedBy, subject, keywords, description, "
          + "category, contentStatus and the like.",
        recognised: "A field holds words. The names of programs are left alone, and so is a title "
          + "that the file shows as well; dates and numbers of revisions name nobody.",
        removal: "The part is taken out; Office writes an empty one the next time."),
      extended: HiddenDataClass(
        "\(format).doc_app", .medium, "Organisation, manager, template and lists of titles",
        lies: "In the part of the kind extended-properties, usually docProps/app.xml: Company, "
          + "Manager, HyperlinkBase, Template, TitlesOfParts, HLinks.",
        recognised: "One of these holds words; of the titles, only those that the file no longer "
          + "shows, such as a hidden sheet. The names of programs and their own templates are "
          + "left alone.",
        removal: "The part is taken out."),
      custom: HiddenDataClass(
        "\(format).doc_custom", .medium, "Properties that somebody or a records system added",
        lies: "In the part of the kind custom-properties, usually docProps/custom.xml.",
        recognised: "There is a property with a value that is not a program's own version.",
        removal: "The part is taken out."),
      customXML: customXML(format), thumbnail: thumbnail(format),
      orphan: HiddenDataClass(
        "\(format).orphan_part", .high, "A part that nothing in the file leads to",
        lies: "Anywhere in the package: a part, a list of relationships without its part, or a "
          + "picture that its part is related to and does not show.",
        recognised: "A walk along the relationships from the package does not come to it. Empty "
          + "parts are left alone.",
        removal: "It is left out when the package is written again."),
      embedded: HiddenDataClass(
        "\(format).embedded_package", .critical, "A whole file embedded in the file",
        lies: "In a part that a relationship of the kind package leads to, from a chart, a drawing "
          + "or an object; the page shows a picture or a chart of it.",
        recognised: "The relationship, or a content type of an Office file. It is entered, so what "
          + "is hidden inside is found as well.",
        removal: "The workbook behind a chart is taken out and the chart keeps its picture; an "
          + "object is replaced by its picture."),
      object: HiddenDataClass(
        "\(format).embedded_ole", .critical,
        "An object of another program, or a file packed in one",
        lies:
          "In a part that a relationship of the kind oleObject leads to: a compound file, often "
          + "with the stream Ole10Native that holds a whole file and the path it came from.",
        recognised: "The relationship, whatever the part is called. It is entered.",
        removal: "The object is taken out and its picture stays."),
      macros: HiddenDataClass(
        "\(format).vba", .high, "Macros",
        lies: "In the compound file that a relationship of the kind vbaProject leads to.",
        recognised: "The relationship or the content type. The source of each module is shown; a "
          + "project that holds nothing but empty modules is reported as well.",
        removal: "The project is taken out and the file becomes one of the kind without macros."),
      addIn: HiddenDataClass(
        "\(format).web_extension", .low, "What an add-in keeps in the file",
        lies: "In parts of the kinds webextension and webextensiontaskpanes.",
        recognised: "The relationship.", removal: "The parts are taken out."),
      label: HiddenDataClass(
        "\(format).sensitivity_label", .low, "The sensitivity label and whose it is",
        lies: "In the part of the kind classificationlabels, usually docMetadata/LabelInfo.xml, or "
          + "in custom properties that begin with MSIP_Label.",
        recognised: "The relationship, or the names of the properties.",
        removal: "The part and the properties are taken out."),
      picture: picture(format))
  }

  private static let presentation: SharedClasses = {
    let properties = HiddenDataClass(
      "pptx.doc_props", .medium, "What the properties say of people and places",
      lies: "In the parts of the kinds core-properties, extended-properties and "
        + "custom-properties, and in the sensitivity label.",
      recognised: "Author, last author, subject, keywords, comments, company, manager and the "
        + "like hold words, a slide's title is listed that no slide shows, or there are "
        + "properties of somebody's own. Names of programs and a title that is shown are left "
        + "alone.",
      removal: "The parts are taken out.")
    let embedded = HiddenDataClass(
      "pptx.embedded_workbook", .critical, "A workbook or other file behind what a slide shows",
      lies: "In parts that relationships of the kinds package, oleObject and vbaProject lead to: "
        + "the whole workbook behind a chart, the file behind an icon, the macros.",
      recognised: "The relationship, whatever the part is called. It is entered.",
      removal: "Charts keep their picture without the workbook, objects are replaced by their "
        + "picture, macros are taken out.")
    return SharedClasses(
      core: properties, extended: properties, custom: properties, customXML: customXML("pptx"),
      thumbnail: thumbnail("pptx"), orphan: PresentationClass.orphanSlide, embedded: embedded,
      object: embedded, macros: embedded, addIn: PresentationClass.tags, label: properties,
      picture: picture("pptx"))
  }()

  private static func customXML(_ format: String) -> HiddenDataClass {
    HiddenDataClass(
      "\(format).custom_xml", .high, "Data that a program or a records system keeps as XML",
      lies:
        "In parts that a relationship of the kind customXml leads to, usually customXml/item1.xml.",
      recognised: "The part holds text or values, or comments. Empty lists of sources and of cover "
        + "page properties, and the list of forms of a document library, are left alone.",
      removal: "The parts are taken out; controls that were filled from them keep what they show.")
  }

  private static func thumbnail(_ format: String) -> HiddenDataClass {
    HiddenDataClass(
      "\(format).thumbnail", .medium, "A small picture of an earlier state of the first page",
      lies: "In the part that a relationship of the kind thumbnail leads to.",
      recognised: "The relationship. Nothing keeps the picture in step with the file.",
      removal: "The part is taken out.")
  }

  private static func picture(_ format: String) -> HiddenDataClass {
    HiddenDataClass(
      "\(format).image_metadata", .high, "What a picture in the file says of its making",
      lies:
        "In the pictures of the package: EXIF, GPS, XMP and IPTC data, comments, thumbnails and "
        + "bytes after the end.",
      recognised: "Every part that is a picture by its bytes is looked into as a file of its own.",
      removal: "The pictures are written again without what they do not show.")
  }
}
