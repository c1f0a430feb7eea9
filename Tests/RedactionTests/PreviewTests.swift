import Documents
import Testing

@testable import Redaction

@Suite("The preview")
struct PreviewTests {
  private let bytes = PDFBuilder.onePage(
    PDFBuilder.head + "BT /F1 12 Tf 14 TL 60 500 Td (We wrote to Penelope) Tj "
      + "T* (Quartermain in June.) Tj ET")

  @Test("the words of a page come with their places")
  func words() throws {
    #expect(try RedactionPreview.pageCount(bytes) == 1)
    let page = try RedactionPreview.page(1, of: bytes)
    #expect((page.width, page.height) == (595, 842))
    #expect(page.words.map(\.text).suffix(4) == ["Penelope", "Quartermain", "in", "June."])
    let word = try #require(page.words.first { $0.text == "Quartermain" })
    #expect(abs(word.box.left - 60) < 1 && word.box.top > 340 && word.box.bottom < 362)
  }

  @Test("a text that runs over a line has a box on each")
  func occurrences() throws {
    let found = try RedactionPreview.occurrences(of: .init("penelope quartermain"), in: bytes)
    #expect(found.map(\.page) == [1])
    #expect(found.first?.boxes.count == 2)
    #expect(try RedactionPreview.occurrences(of: .init("nobody"), in: bytes).isEmpty)
  }

  @Test("marks shine through in one view and are black in the other")
  func views() throws {
    let box = PageBox(left: 60, top: 40, right: 200, bottom: 70)
    let area = (x: 121..<399, y: 81..<139)
    let plain = try png(boxes: [], view: .marked)
    let marked = try png(boxes: [box], view: .marked)
    let released = try png(boxes: [box], view: .released)
    #expect(plain.width == 1_190)
    #expect(marked != plain)
    #expect(marked.contrast(in: area) > 100)
    #expect(released.contrast(in: area) == 0)
  }

  private func png(boxes: [PageBox], view: RedactionPreview.View) throws -> Drawing {
    try RedactionPictures.read(
      RedactionPreview.png(page: 1, of: bytes, scale: 2, boxes: boxes, view: view))
  }

  @Test("a page that is not there is refused")
  func noPage() {
    #expect(throws: Unreadable.self) { try RedactionPreview.page(2, of: bytes) }
    #expect(throws: Unreadable.self) { try RedactionPreview.png(page: 0, of: bytes, scale: 1) }
  }
}
