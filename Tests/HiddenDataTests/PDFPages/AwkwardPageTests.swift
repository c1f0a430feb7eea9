import Testing

@testable import HiddenData

/// Ways in which text is hidden on a page, and ways in which it only looks hidden.
@Suite struct AwkwardPageTests {
  private static let secret = "Officer Jane 4471"

  /// Operators that hide the secret, and the class that it must be given.
  static let hidden: [(name: String, resources: String, content: String, kind: String)] = [
    ("a polygon", "", line() + "66 490 m 390 490 l 400 520 l 60 520 l h f", "pdf.text_under_box"),
    ("one thick stroke", "", line() + "20 w 60 504 m 390 504 l S", "pdf.text_under_box"),
    ("strokes close together", "", line() + hatching, "pdf.text_under_box"),
    (
      "a box that is nearly opaque", "/ExtGState << /G1 << /ca 0.95 >> >>",
      line() + "/G1 gs 60 490 330 26 re f", "pdf.text_under_box"
    ),
    (
      "a box that leaves a rim of the letters", "", line() + "60 497 330 12 re f",
      "pdf.text_under_box"
    ),
    (
      "letters typed over it", "",
      line() + PageExampleFile.write("MMMMMMMMMMMMMMM", y: 500, x: 70, before: "3 w 2 Tr"),
      "pdf.text_under_box"
    ),
    ("white colour in four inks", "", "0 0 0 0 k " + line(), "pdf.text_matches_background"),
    ("nearly white", "", "0.97 0.96 0.97 rg " + line(), "pdf.text_matches_background"),
    ("white outlines", "", "1 G " + line("1 Tr"), "pdf.text_matches_background"),
    ("white letters far apart", "", "1 g " + line("7 Tc"), "pdf.text_matches_background"),
    (
      "the colour of a panel", "", "0 0 .4 rg 60 400 400 200 re f " + line(),
      "pdf.text_matches_background"
    ),
    ("a clip of another shape", "", "q \(shape) W n \(line()) Q", "pdf.text_clipped"),
    ("a clip made of it", "", "q \(line("7 Tr")) Q", "pdf.text_clipped"),
    ("an empty clip", "", "q 0 0 0 0 re W n \(line()) Q", "pdf.text_clipped"),
    (
      "a place left of the sheet", "", PageExampleFile.write(secret, y: -80, x: -300),
      "pdf.text_offpage"
    ),
    (
      "a matrix that shrinks it", "", "BT /F1 12 Tf .02 0 0 .02 72 500 Tm (\(secret)) Tj ET",
      "pdf.tiny_text"
    ),
  ]

  @Test("text is found whatever hides it", arguments: hidden.indices)
  func isFound(_ index: Int) {
    let one = Self.hidden[index]
    let run = PageRun.inspect(
      PageRun.page {
        $0.resources = one.resources
        $0.content += one.content
      })
    let finding = run.findings.first { $0.class == one.kind }
    #expect(finding != nil, "\(one.name): \(run.findings.map(\.class))")
    #expect(
      finding?.excerpt.contains(Self.secret) == true, "\(one.name): \(finding?.excerpt ?? "")")
  }

  @Test(
    "the page may be turned, scaled and cropped",
    arguments: [
      "/Rotate 90", "/Rotate 270 /UserUnit 2", "/CropBox [40 300 500 700]",
      "/MediaBox [-50 -50 800 900]",
    ])
  func isFoundOnAnyPage(_ entries: String) {
    let run = PageRun.inspect(
      PageRun.page {
        $0.page = entries
        $0.content = Self.line() + PageExampleFile.box(y: 500)
      })
    #expect(run.findings.map(\.class) == ["pdf.text_under_box"])
    #expect(run.findings.first?.excerpt == Self.secret)
  }

  @Test(
    "a word of which a few letters are covered is left alone, one that is mostly covered is shown")
  func partOfAWord() {
    func found(_ box: String) -> [String] {
      PageRun.inspect(
        PageRun.page { $0.content += PageExampleFile.write("Constantinople", y: 500) + box }
      ).findings.map(\.excerpt)
    }
    #expect(found("66 490 14 24 re f").isEmpty)
    #expect(found("95 490 90 24 re f") == ["Constantinople"])
  }

  @Test("words that run over the edge of one page and stand on another are not hidden")
  func overflow() {
    func found(_ elsewhere: String) -> [String] {
      PageRun.inspect(
        PageRun.page {
          $0.content += PageExampleFile.write("Quarterly figures", y: 500, x: 700)
          $0.content += PageExampleFile.write(elsewhere, y: 300)
        }
      ).findings.map(\.class)
    }
    #expect(found("Quarterly figures").isEmpty)
    #expect(found("Quarterly results") == ["pdf.text_offpage"])
  }

  @Test("letters that are painted from the end to the beginning, or on a slope, are one word")
  func order() {
    let letters = Array("WARRANT").enumerated().reversed().map {
      PageExampleFile.write(String($0.element), y: 500, x: 72 + $0.offset * 11)
    }
    let slope = "BT /F1 12 Tf .7 .7 -.7 .7 200 200 Tm (WARRANT) Tj ET "
    for content in ["1 g " + letters.joined(), "1 g " + slope] {
      let run = PageRun.inspect(PageRun.page { $0.content += content })
      #expect(run.findings.map(\.excerpt) == ["WARRANT"])
    }
  }

  @Test("a page with nothing but plain text is not drawn at all")
  func plainPageIsNotDrawn() throws {
    let bytes = PageRun.page { $0.content += Self.line() }
    try bytes.withUnsafeBufferPointer { memory in
      let file = try PageFile(memory)
      let drawing = try #require(file.look(at: 0, most: 1_000).0)
      let ground = PageGround(drawing)
      #expect(drawing.glyphs.count > 20)
      #expect(drawing.glyphs.allSatisfy { !ground.couldHide($0) })
    }
  }

  private static func line(_ before: String = "") -> String {
    PageExampleFile.write(secret, y: 500, before: before)
  }
  private static var hatching: String {
    (0..<26).map { "60 \(490 + $0) m 390 \(490 + $0) l " }.joined() + "1.4 w S"
  }
  private static let shape = "60 480 m 60 530 l 61 530 l 61 481 l 400 481 l 400 480 l h"
}
