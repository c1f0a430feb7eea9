import Documents
import Testing

@testable import HiddenData

@Suite("Word documents that are damaged or made to hurt")
struct WordRobustnessTests {
  /// Numbers that are always the same.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private let sample = WordExample.file(
    WordExample.paragraph("shown") + WordExample.paragraph("hidden", "<w:vanish/>")
      + "<w:p>\(WordExample.shape(text: WordExample.paragraph("boxed")))\(WordExample.run("line"))</w:p>",
    [
      WordExample.settings(#"<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>"#),
      WordExample.styles(#"<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>"#),
    ])

  @Test("cut off anywhere, it is never called clean")
  func truncation() {
    for step in 0..<200 {
      let run = WordTesting.inspect(Array(sample.prefix(sample.count * step / 200)))
      #expect(!run.failures.isEmpty)
    }
  }

  @Test("with any byte changed, it is read, or said to be damaged")
  func flips() {
    var generator = Generator(state: 7)
    for _ in 0..<400 {
      var bytes = sample
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      let run = WordTesting.inspect(bytes)
      #expect(!run.failures.isEmpty || !run.findings.isEmpty)
    }
  }

  @Test("numbers beyond every size do no harm")
  func numbers() {
    let huge = "99999999999999999999"
    for value in [huge, "-9223372036854775808", "1e400", "nan", "", "12pt", "9223372036854775807"] {
      let file = WordExample.file(
        "<w:p><w:pPr><w:ind w:left=\"\(value)\"/><w:spacing w:before=\"\(value)\" w:line=\"\(value)\"/>"
          + "<w:framePr w:w=\"\(value)\" w:x=\"\(value)\" w:y=\"\(value)\"/></w:pPr>"
          + "<w:r><w:rPr><w:sz w:val=\"\(value)\"/><w:w w:val=\"\(value)\"/>"
          + "<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"FFFFFF\"><w14:lumMod w14:val=\"\(value)\"/>"
          + "</w14:srgbClr></w14:solidFill></w14:textFill></w:rPr><w:t>x</w:t></w:r>"
          + "<w:r><w:drawing><wp:anchor><wp:positionV><wp:posOffset>\(value)</wp:posOffset></wp:positionV>"
          + "<wp:extent cx=\"\(value)\" cy=\"\(value)\"/><wps:wsp><wps:spPr><a:xfrm><a:off x=\"\(value)\" "
          + "y=\"\(value)\"/><a:ext cx=\"\(value)\" cy=\"\(value)\"/></a:xfrm></wps:spPr></wps:wsp></wp:anchor>"
          + "</w:drawing></w:r><w:r><w:pict><v:rect style=\"position:absolute;margin-left:\(value)pt;"
          + "width:\(value)pt;height:\(value)\"/></w:pict></w:r></w:p><w:tbl><w:tblGrid>"
          + "<w:gridCol w:w=\"\(value)\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"\(value)\"/>"
          + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:w=\"\(value)\" w:h=\"\(value)\"/>"
          + "<w:pgMar w:top=\"\(value)\" w:left=\"\(value)\"/><w:cols w:num=\"\(value)\"/></w:sectPr>"
      )
      #expect(WordTesting.inspect(file).failures.isEmpty)
    }
  }

  @Test("elements and fields that never end do no harm")
  func depth() {
    let deep =
      String(repeating: "<w:sdt><w:sdtContent>", count: 100) + "<w:p/>"
      + String(repeating: "</w:sdtContent></w:sdt>", count: 100)
    #expect(WordTesting.inspect(WordExample.file(deep)).failures.isEmpty)
    let deeper =
      String(repeating: "<w:sdt>", count: 2_000) + String(repeating: "</w:sdt>", count: 2_000)
    #expect(!WordTesting.inspect(WordExample.file(deeper)).failures.isEmpty)
    let open = String(
      repeating: #"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText></w:r>"#,
      count: 3_000)
    #expect(WordTesting.inspect(WordExample.file("<w:p>\(open)</w:p>")).failures.isEmpty)
  }

  @Test("styles that are based on each other end")
  func circle() {
    let styles = WordExample.styles(
      #"<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>"#
        + #"<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:vanish/></w:rPr></w:style>"#
    )
    let file = WordExample.file(
      WordExample.paragraph("x1", "", #"<w:pStyle w:val="A"/>"#), [styles])
    #expect(WordTesting.classes(file).contains("docx.hidden_text"))
  }
}
