/// Small files that show what the shared parts hide, and what is left alone.
enum OfficePartsExamples {
  static let all =
    (properties + contents).map { $0.example(.document) }
    + [OfficeFamily.workbook, .presentation].flatMap { family in
      (properties + contents).compactMap { $0.finds.isEmpty ? nil : $0.example(family) }
    } + traces

  /// An example before it is said whether it is a document, a workbook or a presentation.
  struct Sketch {
    var name: String
    var document: Document
    /// The classes without their format.
    var finds: Set<String>
    var shows: String?

    func example(_ family: OfficeFamily) -> InspectionExample {
      InspectionExample(
        name, file: "answer.\(family.rawValue)", document.file(family),
        finds: Set(finds.map { "\(family.rawValue).\(Self.kind($0, family))" }), shows: shows)
    }

    /// Presentations have one class for all properties, and one for all that is embedded.
    private static func kind(_ kind: String, _ family: OfficeFamily) -> String {
      guard family == .presentation else { return kind }
      return switch kind {
      case "doc_core", "doc_app", "doc_custom", "sensitivity_label": "doc_props"
      case "embedded_package", "embedded_ole", "vba": "embedded_workbook"
      case "web_extension": "tags"
      case "orphan_part": "orphan_slide"
      default: kind
      }
    }
  }

  /// A document of one paragraph, with further parts and relationships.
  struct Document {
    var parts: [(String, String)] = []
    var types: [String: String] = [:]
    var packageLinks: [(id: String, kind: String, target: String)] = []
    var links: [(id: String, kind: String, target: String)] = []
    var body = "<w:p><w:r><w:t>Our answer is attached.</w:t></w:r></w:p>"

    func file(_ family: OfficeFamily) -> [UInt8] {
      switch family {
      case .document: OfficeExample.package(allParts)
      case .workbook:
        file(
          "xl", "workbook.xml", "spreadsheetml.sheet.main+xml",
          #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \#(Self.links)>"#
            + #"<sheets><sheet name="Answer" sheetId="1" r:id="rs1"/></sheets>\#(reference)</workbook>"#,
          first: (
            "worksheet", "sheet1.xml", "spreadsheetml.worksheet+xml",
            #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
              + #"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
          ))
      case .presentation:
        file(
          "ppt", "presentation.xml", "presentationml.presentation.main+xml",
          #"<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" "#
            + #"\#(Self.links)><p:sldIdLst><p:sldId id="256" r:id="rs1"/></p:sldIdLst>"#
            + #"<p:sldSz cx="9144000" cy="6858000"/>\#(reference)</p:presentation>"#,
          first: (
            "slide", "slide1.xml", "presentationml.slide+xml",
            #"<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld>"#
              + "<p:spTree/></p:cSld></p:sld>"
          ))
      }
    }

    private static let links =
      #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

    /// What in the main part refers to a picture, where the body does.
    private var reference: String {
      body.contains("r:embed") ? #"<extLst><ext><a r:embed="rId9"/></ext></extLst>"# : ""
    }

    /// The same parts around the main part of another family.
    private func file(
      _ folder: String, _ main: String, _ type: String, _ text: String,
      first: (kind: String, name: String, type: String, text: String)
    ) -> [UInt8] {
      let office = "application/vnd.openxmlformats-officedocument."
      let contentTypes = [
        "\(folder)/\(main)": office + type, "\(folder)/\(first.name)": office + first.type,
      ]
      let own = [(id: "rs1", kind: first.kind, target: first.name)]
      return OfficeExample.package(
        [
          ("[Content_Types].xml", OfficeExample.contentTypes(contentTypes)),
          (
            "_rels/.rels",
            OfficeExample.relationships(
              [(id: "r1", kind: "officeDocument", target: "\(folder)/\(main)")] + packageLinks)
          ), ("\(folder)/\(main)", text),
          ("\(folder)/_rels/\(main).rels", OfficeExample.relationships(own + links)),
          ("\(folder)/\(first.name)", first.text),
        ] + parts.map { ($0.0.replacing("word/", with: "\(folder)/"), $0.1) })
    }

    var allParts: [(String, String)] {
      var types = types
      types["word/document.xml"] =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
      return [
        ("[Content_Types].xml", OfficeExample.contentTypes(types)),
        (
          "_rels/.rels",
          OfficeExample.relationships(
            [(id: "r1", kind: "officeDocument", target: "word/document.xml")] + packageLinks)
        ),
        (
          "word/document.xml",
          #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
            + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#
            + "<w:body>\(body)</w:body></w:document>"
        ),
        ("word/_rels/document.xml.rels", OfficeExample.relationships(links)),
      ] + parts
    }
  }

  private static func example(
    _ name: String, _ document: Document, finds: Set<String> = [], shows: String? = nil
  ) -> Sketch {
    Sketch(name: name, document: document, finds: finds, shows: shows)
  }

  private static func packaged(
    _ name: String, _ kind: String, _ part: String, finds: Set<String> = [], shows: String? = nil
  ) -> Sketch {
    example(
      name,
      Document(
        parts: [("odd/name.xml", part)],
        packageLinks: [(id: "r2", kind: kind, target: "odd/name.xml")]),
      finds: finds, shows: shows)
  }

  private static func core(_ fields: String) -> String {
    #"<q:coreProperties xmlns:q="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
      + #"xmlns:dc="http://purl.org/dc/elements/1.1/">\#(fields)</q:coreProperties>"#
  }

  private static let vectorTypes =
    #"xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes""#

  private static let properties: [Sketch] = [
    packaged(
      "an author, in a part of another name", "core-properties",
      core("<dc:creator>Jane Smith</dc:creator>"), finds: ["doc_core"], shows: "Jane Smith"),
    packaged(
      "a program as the author, and a title that is shown, are left alone", "core-properties",
      core(
        "<dc:creator>python-docx</dc:creator><dc:title>Our answer</dc:title><q:revision>2</q:revision>"
      )),
    packaged(
      "the company and the manager", "extended-properties",
      "<Properties><Application>Microsoft Office Word</Application><Company>Example Constabulary</Company></Properties>",
      finds: ["doc_app"], shows: "Example Constabulary"),
    packaged(
      "properties that only name the program are left alone", "extended-properties",
      "<Properties><Template>Normal.dotm</Template><Application>Microsoft Office Word</Application><Company/></Properties>"
    ),
    packaged(
      "a property of a records system", "custom-properties",
      "<Properties \(vectorTypes)><property name=\"Case officer\"><vt:lpwstr>J. Smith</vt:lpwstr></property></Properties>",
      finds: ["doc_custom"], shows: "Case officer: J. Smith"),
    packaged(
      "a sensitivity label", "classificationlabels",
      #"<labelList><label id="{4d1c}" siteId="{example-tenant}" enabled="1"/></labelList>"#,
      finds: ["sensitivity_label"], shows: "example-tenant"),
  ]

  private static let contents: [Sketch] = [
    packaged(
      "a thumbnail", "thumbnail", "a picture of the first page", finds: ["thumbnail"],
      shows: "a picture of the first page"),
    packaged(
      "custom XML", "customXml", "<case><officer>Jane Smith</officer></case>",
      finds: ["custom_xml"], shows: "Jane Smith"),
    packaged(
      "custom XML that says it in the name of an element", "customXml",
      "<case><informant-Lantern/></case>", finds: ["custom_xml"], shows: "informant-Lantern"),
    packaged(
      "an empty list of a document library is left alone", "customXml",
      #"<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties">"#
        + "<documentManagement/></p:properties>"),
    packaged(
      "what LibreOffice keeps of Office's properties is left alone", "custom-properties",
      #"<Properties><property name="PresentationFormat"><lpwstr>On-screen Show (4:3)</lpwstr>"#
        + #"</property><property name="Slides"><i4>3</i4></property></Properties>"#),
    packaged(
      "the list of links as they were saved", "extended-properties",
      "<Properties><HLinks><vector><lpwstr>file:///S:/Lantern/a.docx</lpwstr></vector></HLinks>"
        + "</Properties>", finds: ["doc_app"], shows: "S:/Lantern/a.docx"),
    packaged(
      "an empty list of sources is left alone", "customXml",
      #"<b:Sources SelectedStyle="\APA.XSL" xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>"#
    ),
    packaged(
      "what an add-in keeps", "webextension",
      #"<we:webextension xmlns:we="w" id="{1}"><we:property name="user" value="j.smith"/></we:webextension>"#,
      finds: ["web_extension"], shows: "j.smith"),
    example(
      "a part that nothing leads to",
      Document(parts: [("word/media/notes.txt", "interview of J. Smith")]),
      finds: ["orphan_part"], shows: "interview of J. Smith"),
    example(
      "a picture that the document no longer shows",
      Document(
        parts: [("word/media/image1.png", "taken off the page")],
        links: [(id: "rId9", kind: "image", target: "media/image1.png")]),
      finds: ["orphan_part"], shows: "taken off the page"),
    example(
      "an embedded file of a kind that is not known",
      Document(
        parts: [("word/embeddings/data.bin", "the whole list of names")],
        links: [(id: "rId9", kind: "package", target: "embeddings/data.bin")]),
      finds: ["embedded_package"], shows: "the whole list of names"),
    example(
      "an object",
      Document(
        parts: [("word/embeddings/object.bin", "an object of J. Smith")],
        links: [(id: "rId9", kind: "oleObject", target: "embeddings/object.bin")]),
      finds: ["embedded_ole"], shows: "an object of J. Smith"),
    example(
      "macros",
      Document(
        parts: [("word/vbaProject.bin", "Sub Copy to J. Smith")],
        links: [(id: "rId9", kind: "vbaProject", target: "vbaProject.bin")]),
      finds: ["vba"], shows: "Sub Copy to J. Smith"),
    example(
      "what a drawing says of itself",
      Document(
        parts: [
          (
            "word/media/drawing.svg",
            #"<svg xmlns="http://www.w3.org/2000/svg"><metadata>drawn by J. Smith</metadata></svg>"#
          )
        ],
        links: [(id: "rId9", kind: "image", target: "media/drawing.svg")],
        body: #"<w:p><w:r><w:drawing r:embed="rId9"/></w:r></w:p>"#),
      finds: ["image_metadata"], shows: "drawn by J. Smith"),
  ]

  private static let traces: [InspectionExample] = {
    let office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let parts = [
      (
        "[Content_Types].xml",
        OfficeExample.contentTypes([
          "xl/workbook.xml": office + "sheet.main+xml",
          "xl/worksheets/sheet1.xml": office + "worksheet+xml",
        ])
      ),
      (
        "_rels/.rels",
        OfficeExample.relationships([
          (id: "r1", kind: "officeDocument", target: "xl/workbook.xml")
        ])
      ),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
          + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#
          + #"<sheets><sheet name="Answer" sheetId="1" r:id="r1"/></sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        OfficeExample.relationships([
          (id: "r1", kind: "worksheet", target: "worksheets/sheet1.xml")
        ])
      ),
      (
        "xl/worksheets/sheet1.xml",
        #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#
          + #"<row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#
      ),
    ]
    var example = ArchiveExample(parts.map { ArchiveExample.File($0.0, $0.1) })
    let plain = example.file()
    example.comment = Array("packed by J. Smith".utf8)
    let commented = example.file()
    var deleted = ArchiveExample.File("xl/worksheets/sheet2.xml", "<sheet>deleted rows</sheet>")
    deleted.isListed = false
    example.comment = []
    example.files.insert(deleted, at: 1)
    return [
      InspectionExample(
        "a comment of the packed file", file: "answer.xlsx", commented,
        finds: ["xlsx.zip_artifacts"], shows: "packed by J. Smith"),
      InspectionExample(
        "a sheet that was deleted and stayed in the packed file", file: "answer.xlsx",
        example.file(), finds: ["xlsx.zip_artifacts"], shows: "deleted rows"),
      InspectionExample(
        "a workbook packed by hand is left alone", file: "answer.xlsx", plain),
    ]
  }()
}
