import Testing

@testable import HiddenData

/// Files that somebody made to fill the machine: told in words and in bounded time, or looked at whole.
@Suite("Bombs")
struct BombTests {
  private func inspect(
    _ bytes: [UInt8], _ name: String, limits: InspectionLimits = InspectionLimits()
  ) -> Inspection {
    FileInspection.inspect(bytes, name: name, sha256: "", limits: limits)
  }

  // MARK: Archives

  @Test("archives in archives are entered to a depth, and those beyond are told")
  func nested() {
    var bytes = ZipWriter.file([("a.txt", Array("a".utf8))])
    for level in 0..<7 {
      let inner = bytes
      bytes = ZipWriter.file((0..<2).map { ("\(level)-\($0).zip", inner) })
    }
    let inspection = inspect(bytes, "a.zip")
    #expect(inspection.verdict == .unreadable)
    #expect(inspection.reasons.contains { $0.contains("deep in each other") })
  }

  @Test("what unpacks beyond the limit is told, in an archive and in a document")
  func flat() {
    var limits = InspectionLimits()
    limits.part = 1 << 20
    let blanks = String(repeating: " ", count: 2 << 20)
    let archive = ZipWriter.file([("a.txt", Array(blanks.utf8))])
    let document = WordExample.file("<w:p/>", [("image", "media/a.png", blanks)])
    for (name, bytes) in [("a.zip", archive), ("a.docx", document)] {
      let reasons = inspect(bytes, name, limits: limits).reasons
      #expect(reasons.contains { $0.contains("unpacks to more than") }, "\(name)")
    }
  }

  // MARK: XML

  @Test("entities that grow without end are refused wherever XML may stand")
  func laughs() {
    let entities = (1...9).map {
      "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">"
    }
    let laughs = "<!DOCTYPE a [<!ENTITY a0 \"ha\">\(entities.joined())]>"
    let svg = laughs + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a9;</text></svg>"
    let text = String(
      decoding: OpenDocumentExamples.content("text", "<text:p>&a9;</text:p>"), as: UTF8.self)
    let files = [
      (
        "a.docx",
        WordExample.file("<w:p/>", [("comments", "comments.xml", "\(laughs)<w>&a9;</w>")])
      ),
      (
        "picture.docx",
        WordExample.file(
          #"<w:p><w:r><w:drawing r:embed="p1"/></w:r></w:p>"#, [("image", "media/a.svg", svg)])
      ),
      ("a.odt", ZipWriter.file([("content.xml", Array((laughs + text).utf8))])),
      (
        "a.fodt",
        Array((laughs + text.replacing("document-content", with: "document")).utf8)
      ),
    ]
    for (name, bytes) in files {
      let reasons = inspect(bytes, name).reasons
      #expect(reasons.contains { $0.contains("declares entities") }, "\(name): \(reasons)")
    }
  }

  @Test("a drawing that breaks off is told")
  func brokenDrawing() {
    let file = WordExample.file(
      #"<w:p><w:r><w:drawing r:embed="p1"/></w:r></w:p>"#,
      [("image", "media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>")])
    #expect(inspect(file, "a.docx").verdict == .unreadable)
  }

  // MARK: PDF

  private static let depth = 10_000

  /// Objects that lead from one to the next, from number 20 on, and the last of them.
  private static func chain(_ link: (_ next: Int) -> String, end: String) -> [Int: String] {
    var objects = Dictionary(
      uniqueKeysWithValues: (20..<(20 + depth)).map { ($0, link($0 + 1)) })
    objects[20 + depth] = end
    return objects
  }

  @Test("dictionaries 10,000 deep in each other are told, not followed")
  func deepDictionaries() {
    let nest =
      String(repeating: "<</A", count: Self.depth) + " 1"
      + String(repeating: ">>", count: Self.depth)
    let inspection = inspect(PDFExample(catalog: "/X 20 0 R", objects: [20: nest]).file, "a.pdf")
    #expect(inspection.reasons.contains { $0.contains("deep in each other") })
  }

  @Test("white words on a page 10,000 deep in the tree of pages are found")
  func deepPages() {
    var objects = Self.chain({ "<</Type/Pages/Kids[\($0) 0 R]/Count 1>>" }, end: "")
    objects[2] = "<</Type/Pages/Kids[20 0 R]/Count 1>>"
    objects[20 + Self.depth] =
      "<</Type/Page/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>"
    let file = PDFExample(
      content: "BT 1 g /F1 12 Tf 72 300 Td (Informant: J. Doe) Tj ET", objects: objects)
    #expect(inspect(file.file, "a.pdf").findings.contains { $0.excerpt.contains("J. Doe") })
  }

  @Test("forms that draw each other 10,000 deep, or a billion times, are said not to be seen whole")
  func deepForms() {
    func form(_ times: Int) -> (Int) -> String {
      {
        PDFExample.stream(
          String(repeating: "/X Do ", count: times),
          "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X \($0) 0 R>>>>")
      }
    }
    let deep = Self.chain(form(1), end: "null")
    let wide = Dictionary(uniqueKeysWithValues: (20..<32).map { ($0, form(10)($0 + 1)) })
    for objects in [deep, wide] {
      let file = PDFExample(
        content: "/X Do", resources: "/XObject<</X 20 0 R>>", objects: objects
      ).file
      #expect(inspect(file, "a.pdf").verdict == .unreadable)
    }
  }

  @Test("what lies at the end of 10,000 steps is found")
  func deepChains() {
    let file = "<</Type/Filespec/F(a.txt)/EF<</F 19 0 R>>>>"
    var names = Self.chain({ "<</Kids[\($0) 0 R]>>" }, end: "<</Names[(a.txt)18 0 R]>>")
    names[18] = file
    names[19] = PDFExample.stream("Witness: J. Doe", "/Type/EmbeddedFile")
    let script = Self.chain(
      { "<</S/Named/N/NextPage/Next \($0) 0 R>>" }, end: "<</S/JavaScript/JS(app.beep\\(0\\))>>")
    for (catalog, objects, found) in [
      ("/Names<</EmbeddedFiles 20 0 R>>", names, "pdf.embedded_file"),
      ("/OpenAction 20 0 R", script, "pdf.javascript"),
    ] {
      let inspection = inspect(PDFExample(catalog: catalog, objects: objects).file, "a.pdf")
      #expect(inspection.findings.map(\.class).contains(found))
    }
  }

  @Test("100,000 pages are not called clean where not all of them were looked at")
  func manyPages() {
    var limits = InspectionLimits()
    limits.pages = 10
    let kids = String(repeating: "3 0 R ", count: 100_000)
    let inspection = inspect(
      PDFExample(objects: [2: "<</Type/Pages/Kids[\(kids)]/Count 100000>>"]).file, "a.pdf",
      limits: limits)
    #expect(inspection.reasons.contains { $0.contains("100000 pages, and 10 are drawn") })
  }
}
