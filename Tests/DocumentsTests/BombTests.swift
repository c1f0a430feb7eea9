import Documents
import Testing

@Suite("Files made to do harm")
struct BombTests {
  /// A test that takes longer than this has met what it should have refused.
  private let soon = Duration.seconds(15)

  @Test("a zip bomb in a document is refused in words before it unpacks")
  func zipBomb() {
    var zip = ZipFile([("[Content_Types].xml", "<a/>")])
    zip.addBomb("_rels/.rels", size: 80 << 20)
    #expect(zip.bytes.count < 1 << 20)
    var refused: Unreadable?
    let time = ContinuousClock().measure { refused = reason(zip.bytes) }
    #expect(refused?.reason == .overLimit)
    #expect(refused?.message.contains("unpacks to more than") == true)
    #expect(time < soon)
  }

  @Test("more files in a document than are opened are refused")
  func entries() {
    var limits = DocumentLimits()
    limits.entries = 3
    let refused = reason(WordFile(body: "").bytes, nil, limits)
    #expect(refused?.reason == .overLimit && refused?.message.contains("at most 3") == true)
  }

  @Test("entities are refused wherever they are declared")
  func laughs() {
    var lines = "<!DOCTYPE d [<!ENTITY a 'ha'>"
    for index in 0..<20 {
      let name = index == 0 ? "a" : "a\(index)"
      lines += "<!ENTITY a\(index + 1) '" + String(repeating: "&\(name);", count: 10) + "'>"
    }
    lines += "]>"
    let document = WordFile(body: WordFile.paragraph("&a20;")).document
      .replacing("?>", with: "?>\(lines)", maxReplacements: 1)
    var file = ZipFile([
      (
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
          + "<Default Extension='xml' ContentType='application/wordprocessingml'/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
          + "<Relationship Type='x/officeDocument' Target='d.xml'/></Relationships>"
      ),
    ])
    file.add("d.xml", Array(document.utf8))
    let refused = reason(file.bytes)
    #expect(refused?.reason == .damaged)
    #expect(refused?.message.contains("entities") == true)
  }

  @Test("a document of elements in elements is refused")
  func depth() {
    let deep =
      String(repeating: "<w:sdt>", count: 5_000)
      + String(repeating: "</w:sdt>", count: 5_000)
    let refused = reason(WordFile(body: deep).bytes)
    #expect(refused?.reason == .overLimit || refused?.reason == .damaged)
  }

  @Test("text beyond the limit is refused, not cut")
  func text() {
    var limits = DocumentLimits()
    limits.text = 10_000
    let paragraph = WordFile.paragraph("twenty letters here.")
    let long = WordFile(body: String(repeating: paragraph, count: 1_000)).bytes
    #expect(reason(long, nil, limits)?.reason == .overLimit)
    let page = "<p>" + String(repeating: "word ", count: 4_000)
    #expect(reason(Array(page.utf8), .html, limits)?.reason == .overLimit)
    let line = String(repeating: "long line ", count: 9)
    let pdf = PDFPages(
      pages: [String](
        repeating: PDFPages.lines([String](repeating: line, count: 50)), count: 4))
    let refused = reason(pdf.bytes, nil, limits)
    #expect(refused?.reason == .overLimit)
  }

  @Test("a long line of HTML passes in time")
  func longLine() {
    let html = Array("<p>".utf8) + [UInt8](repeating: 0x61, count: 2_000_000)
    let time = ContinuousClock().measure { _ = reason(html, .html) }
    #expect(time < soon)
  }
}
