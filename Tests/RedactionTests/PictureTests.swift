import Documents
import Testing

@testable import Redaction

@Suite("Pictures")
struct PictureTests {
  private let picture = Drawing(
    width: 160, height: 100, components: 3,
    samples: AwkwardTask.chequered.flatMap { [$0, $0, $0] })
  private let mark = RedactionPlan.Mark(
    .box(page: 1, PageBox(left: 58, top: 38, right: 102, bottom: 62)), code: "s40(2)")

  @Test("a PNG loses its pixels under the mark, and what stands beside its pixels")
  func png() throws {
    var bytes = try #require(picture.png())
    // A text chunk after the header.
    let text = Array("tEXtComment\u{0}hidden".utf8)
    bytes.insert(
      contentsOf: [0, 0, 0, UInt8(text.count - 4)] + text + [0, 0, 0, 0], at: 33)
    let result = try Redactor.redact(bytes, plan: RedactionPlan(marks: [mark]))
    #expect(result.report.format == "png")
    #expect(PDFProof.count(Array("hidden".utf8), in: result.bytes) == 0)
    let again = try RedactionPictures.read(result.bytes)
    #expect(again.contrast(in: (58..<102, 38..<62)) == 0)
    #expect(again.contrast(in: (0..<160, 0..<100)) == 255)
  }

  @Test("a JPEG is turned as it is shown before it is marked")
  func turned() throws {
    var bytes = try #require(picture.jpeg())
    // EXIF that says: turn by a quarter to the right.
    let exif: [UInt8] =
      Array("Exif\u{0}\u{0}MM".utf8)
      + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
    let sideways = RedactionPlan.Mark(
      .box(page: 1, PageBox(left: 38, top: 58, right: 62, bottom: 102)), code: "s40(2)")
    let result = try Redactor.redact(bytes, plan: RedactionPlan(marks: [sideways]))
    #expect(result.report.format == "jpeg")
    let again = try RedactionPictures.read(result.bytes)
    #expect((again.width, again.height) == (100, 160))
    #expect(again.contrast(in: (42..<58, 62..<98)) < 24)
    #expect(PDFProof.count(Array("Exif".utf8), in: result.bytes) == 0)
  }

  @Test("all eight ways of turning are undone", arguments: 1...8)
  func orientations(number: Int) {
    let drawing = Drawing(width: 2, height: 1, components: 1, samples: [1, 2])
    let expected: [[UInt8]] = [
      [1, 2], [2, 1], [2, 1], [1, 2], [1, 2], [1, 2], [2, 1], [2, 1],
    ]
    let turned = drawing.turned(number)
    #expect(turned.samples == expected[number - 1])
    #expect(turned.width == (number < 5 ? 2 : 1))
  }

  @Test("a search in a picture, a mark beside it and a broken picture are refused")
  func refused() throws {
    let bytes = try #require(picture.png())
    let beside = RedactionPlan.Mark(
      .box(page: 1, PageBox(left: 500, top: 0, right: 600, bottom: 9)), code: "s40")
    for mark in [AwkwardTask.find("x"), beside, .init(.page(2), code: "s40")] {
      #expect(throws: Unreadable.self) {
        try Redactor.redact(bytes, plan: RedactionPlan(marks: [mark]))
      }
    }
    #expect(throws: Unreadable.self) {
      try Redactor.redact(Array(bytes.prefix(20)), plan: RedactionPlan(marks: [self.mark]))
    }
  }
}

/// Decodes pictures for tests.
enum RedactionPictures {
  static func read(_ bytes: [UInt8]) throws -> Drawing {
    try PictureRedaction.drawing(bytes).drawing
  }
}
