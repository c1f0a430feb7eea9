import Documents
import Testing

@testable import Redaction

@Suite("The proof")
struct ProofTests {
  private let secret = AwkwardTask.secret

  /// What the proof says of a file that somebody else claims to have redacted.
  private func proof(
    of claimed: [UInt8], from original: [UInt8], marks: [RedactionPlan.Mark] = [AwkwardTask.tight]
  ) throws -> PDFProof {
    let plan = RedactionPlan(marks: marks)
    let (texts, sizes) = try original.withUnsafeBufferPointer { buffer in
      let file = try RedactionFile(buffer, limits: DocumentLimits())
      var (texts, sizes): ([PageText], [PageBox]) = ([], [])
      for page in 0..<file.pageCount {
        let text = file.text(page)
        texts.append(try #require(text))
        sizes.append(try file.size(page))
      }
      return (texts, sizes)
    }
    let placement = try MarkPlacement(plan, texts: texts.map(SearchableText.init), sizes: sizes)
    let pass = PDFRedaction.Pass(
      bytes: claimed, placement: placement, removed: texts.map { _ in .init() }, pictures: [])
    var proof = PDFProof(
      plan: plan, original: original, pass: pass, limits: DocumentLimits(), aids: .init())
    try proof.run()
    return proof
  }

  /// A page with a second content, as the boxes are.
  private func boxed(_ content: String, boxes: String = "0 g 143 330 65 20 re f") -> [UInt8] {
    var builder = PDFBuilder()
    let first = builder.stream("", content)
    let second = builder.stream("", "q 1 0 0 -1 0 842 cm \(boxes) Q")
    builder.page("", entries: "/Contents[\(first) 0 R \(second) 0 R]")
    return builder.bytes()
  }

  private var original: [UInt8] { PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret)) }
  private let good =
    PDFBuilder.head + "BT /F1 12 Tf 60 500 Td [(The officer was ) -5113 ( on that day.)] TJ ET"

  @Test("a black box over the text is no redaction")
  func boxOnly() throws {
    let proof = try proof(of: boxed(PDFBuilder.head + PDFBuilder.line(secret)), from: original)
    #expect(proof.fault != nil)
    #expect(proof.faultyPages == [0])
  }

  @Test("a second end of file is an earlier revision")
  func revisions() throws {
    let proof = try proof(of: boxed(good) + Array("%%EOF\n".utf8), from: original)
    #expect(proof.fault?.contains("2 ends") == true)
  }

  @Test("a drawing under the box is found")
  func drawnUnder() throws {
    let proof = try proof(
      of: boxed(good + " 160 495 m 165 508 l 170 495 l 175 508 l S"), from: original)
    #expect(proof.fault?.contains("drawn under") == true, "\(proof.fault ?? "")")
  }

  @Test("a line that is lost outside the marks is found")
  func changedOutside() throws {
    let proof = try proof(
      of: boxed(good.replacing("on that day", with: "on a day")), from: original)
    #expect(proof.fault?.contains("pixels outside") == true)
  }

  @Test(
    "a copy in an object is found in every form",
    arguments: [
      "/Copy(Quillfeather)", "/Copy(by QUILLFEATHER, 2024)", "/Copy/Quillfeather",
      "/Copy<5175696c6c66656174686572>", "/Copy(Quill\\146eather)",
      "/Copy<feff005100750069006c006c0066006500610074006800650072>",
      "/Copy<fffe5100750069006c006c0066006500610074006800650072 00>",
      "/Copy(5175696c6c66656174686572)",
    ])
  func copies(entry: String) throws {
    let file = PDFBuilder.onePage(PDFBuilder.head) { builder in
      let object = builder.add("<<\(entry)>>")
      builder.catalog = "/Own \(object) 0 R"
    }
    let search = try #require(ObjectSearch(file, terms: [Folding.bare(secret)]))
    #expect(!search.hits.isEmpty)
    #expect(search.hasMore)
  }

  @Test("a copy in a stream is found, in contents also when it is parted")
  func streams() throws {
    let contents = [
      "BT [(Qu) 20 (illfea) -3 (ther)] TJ ET", "BT <5175696c6c> Tj <66656174686572> Tj ET",
      "% Quillfeather", "/Quillfeather gs", "BT (Quill\\\nfeather) Tj ET",
    ]
    for content in contents {
      let file = PDFBuilder.onePage(content)
      let search = try #require(ObjectSearch(file, terms: [Folding.bare(secret)]))
      #expect(search.hits.contains { $0.page == 0 }, "\(content)")
    }
  }

  @Test("an innocent file raises nothing")
  func innocent() throws {
    let search = try #require(
      ObjectSearch(PDFBuilder.onePage(PDFBuilder.head), terms: ["quillfeather", "1987", "500"]))
    #expect(search.hits.isEmpty)
    #expect(!search.hasMore)
  }

  @Test("a drawing is the same when a letter moved a little, and not when it is gone")
  func comparison() {
    var page = Drawing(
      width: 40, height: 40, components: 1, samples: Array(repeating: 255, count: 1_600))
    #expect(page.changes(to: page) == nil)
    let blank = page
    page.fill((10..<16, 10..<18), with: [0])
    var moved = blank
    moved.fill((10..<16, 10..<18), with: [0])
    moved.fill((10..<11, 10..<18), with: [64])
    moved.fill((16..<17, 10..<18), with: [191])
    let everywhere = (x: 0..<40, y: 0..<40)
    #expect(page.changes(to: moved, soft: [everywhere]) == nil)
    #expect(page.changes(to: blank, soft: [everywhere]) != nil)
    #expect(page.changes(to: blank) != nil)
  }
}
