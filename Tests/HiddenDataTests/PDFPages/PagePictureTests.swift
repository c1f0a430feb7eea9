import CMuPDF
import Testing

@testable import HiddenData

/// What other rooms use of the page reader: pictures and words.
@Suite struct PagePictureTests {
  @Test("a page is drawn at a scale, with a font that it does not bring along")
  func render() throws {
    let bytes = PageRun.page { _ in }
    try bytes.withUnsafeBufferPointer { memory in
      let file = try PageFile(memory)
      var picture = pages_picture()
      #expect(pages_render(file.document, 0, 0.5, 1_000_000, &picture) == pages_ok)
      defer { pages_free_picture(&picture) }
      #expect(picture.width == 298 && picture.height == 421)
      let pixels = try #require(PagePixels(picture))
      let dark = (0..<(298 * 421)).count { pixels.lightness($0) < 128 }
      #expect(dark > 50 && dark < 2_000)
    }
  }

  @Test("a picture beyond its limit is not drawn")
  func tooLarge() throws {
    try PageRun.page { _ in }.withUnsafeBufferPointer { memory in
      let file = try PageFile(memory)
      var picture = pages_picture()
      #expect(pages_render(file.document, 0, 10, 1_000_000, &picture) == pages_too_much)
      #expect(picture.rgb == nil)
    }
  }

  @Test("words are listed with their places, seen or not")
  func words() throws {
    let bytes = PageRun.page {
      $0.content += PageExampleFile.write("Jane Example", y: 500, before: "3 Tr")
    }
    try bytes.withUnsafeBufferPointer { memory in
      let file = try PageFile(memory)
      var found = pages_words()
      #expect(pages_read_words(file.document, 0, 1_000, &found) == pages_ok)
      defer { pages_free_words(&found) }
      let words = UnsafeBufferPointer(start: found.words, count: found.count).map { word in
        let start = UnsafeRawPointer(found.text).map { $0 + word.offset }
        return String(
          decoding: UnsafeRawBufferPointer(start: start, count: word.length), as: UTF8.self)
      }
      #expect(words == ["Response", "to", "your", "request", "Jane", "Example"])
      let last = try #require(found.words?[5])
      #expect(last.box.x0 > 90 && last.box.x1 < 160 && last.box.y0 > 325 && last.box.y1 < 350)
    }
  }
}
