import Documents
import Testing

@testable import Redaction

@Suite("Words in pictures")
struct RecognitionTests {
  private let secret = "Penelope Quartermain"
  private var plan: RedactionPlan {
    RedactionPlan(marks: [.init(.text(.init(secret), page: nil), code: "s40(2)")])
  }

  /// Pages, of which those that are named are pictures of a scanner, without any text.
  private func file(_ contents: [String], scanned: [Int]) throws -> [UInt8] {
    var builder = PDFBuilder()
    for content in contents { builder.page(PDFBuilder.head + content) }
    return try builder.bytes().withUnsafeBufferPointer { buffer in
      let file = try RedactionFile(buffer, limits: DocumentLimits())
      for page in scanned {
        let drawing = file.drawing(page, scale: TextRecognition.resolution / 72, colours: true)
        let isReplaced = file.replace(page, by: try #require(drawing), words: [])
        try #require(isReplaced)
      }
      let written = file.written()
      return try #require(written)
    }
  }

  /// As it is wired for the confined workers, in this process.
  private func redactor(
    _ words: @escaping ([UInt8]) throws -> [TextRecognition.Word] = TextRecognition.words(now:)
  ) -> RecognisingRedactor {
    RecognisingRedactor(
      once: { try Redactor.redact($0.bytes, plan: $0.plan, aids: $0.aids) },
      pages: { try $0.plan.pagesToRecognise(in: $0.bytes) },
      picture: { page, file, scale in
        try RedactionPreview.png(page: page, of: file.bytes, scale: scale)
      },
      words: words)
  }

  @Test("only pages that show pictures or shapes without words are to be recognised")
  func pages() throws {
    let mixed = try file([PDFBuilder.line(secret), PDFBuilder.line(secret)], scanned: [1])
    #expect(try plan.pagesToRecognise(in: mixed) == [2])
    let boxes = RedactionPlan(
      marks: [
        .init(.box(page: 1, .init(left: 1, top: 1, right: 9, bottom: 9)), code: "s40(2)")
      ])
    #expect(try boxes.pagesToRecognise(in: mixed).isEmpty)
    let shapes = PDFBuilder.onePage("60 500 80 3 re 60 500 3 40 re f")
    #expect(try plan.pagesToRecognise(in: shapes) == [1])
    #expect(try plan.pagesToRecognise(in: PDFBuilder.onePage("")).isEmpty)
    let logo = try file([PDFBuilder.line(secret)], scanned: [])
    #expect(try plan.pagesToRecognise(in: logo).isEmpty)
  }

  @Test("a picture whose words could not be searched is named")
  func unsearched() throws {
    let mixed = try file([PDFBuilder.line(secret), PDFBuilder.line(secret)], scanned: [1])
    let report = try Redactor.redact(mixed, plan: plan).report
    #expect(report.remarks.contains { $0.hasPrefix("Page 2 is or shows a picture") })
    let scan = try file([PDFBuilder.line(secret)], scanned: [0])
    let refusal = #expect(throws: Unreadable.self) { try Redactor.redact(scan, plan: plan) }
    #expect(refusal?.message.contains("Page 1 is or shows a picture") == true)
  }

  @Test(
    "a word in a scan is found, blackened and read no more",
    .enabled(if: TextRecognition.isAvailable, "Tesseract or bubblewrap is not installed"))
  func scan() throws {
    let scan = try file(
      [PDFBuilder.line("Alex"), PDFBuilder.line(secret, y: 500)], scanned: [1])
    let result = try redactor().redact(PlannedFile(plan: plan, bytes: scan))
    #expect(result.report.marks.map(\.places.first?.page) == [2])
    #expect(result.report.remarks.contains { $0.contains("on page 2 were recognised") })
    let png = try RedactionPreview.png(
      page: 2, of: result.bytes, scale: TextRecognition.resolution / 72)
    let words = try TextRecognition.words(now: png).map(\.text)
    #expect(words.contains("Response") && words.contains("officer"))
    #expect(!words.contains { $0.contains("Penelope") || $0.contains("Quarter") })
  }

  @Test("what can be read only in the redacted picture is taken out as well")
  func again() throws {
    let scan = try file([PDFBuilder.line(secret)], scanned: [0])
    let scale = TextRecognition.resolution / 72
    let place = TextRecognition.Word(
      text: "Penelope", left: 140 * scale, top: 330 * scale, width: 60 * scale, height: 14 * scale,
      line: 0)
    var other = place
    (other.text, other.left) = ("Quartermain", 205 * scale)
    // One at a picture, as a recogniser may miss the second at first: before, after, and after again.
    let second = [place, other].map { known in
      var word = known
      word.top += 100 * scale
      word.line = 1
      return word
    }
    var seen = 0
    let result = try redactor { _ in
      seen += 1
      return seen == 1 ? [place, other] : seen == 2 ? second : []
    }.redact(PlannedFile(plan: plan, bytes: scan))
    #expect(seen == 3)
    #expect(result.report.marks.first?.places.count == 2)
    #expect(throws: Unreadable.self) {
      try redactor { _ in [place, other] }.redact(PlannedFile(plan: plan, bytes: scan))
    }
  }

  @Test("a page that became a picture gets the words that were recognised on it")
  func layers() throws {
    let bytes = PDFBuilder.onePage(PDFBuilder.head + PDFBuilder.line(secret))
    var given: [[RecognisedWord]?] = []
    var redactor = redactor { _ in
      [
        TextRecognition.Word(
          text: "Response", left: 100, top: 100, width: 50, height: 20, line: 0)
      ]
    }
    redactor.once = { file in
      given.append(file.aids.layers[0])
      var result = try Redactor.redact(file.bytes, plan: file.plan)
      result.report.pagesAsPictures = [1]
      return result
    }
    _ = try redactor.redact(PlannedFile(plan: plan, bytes: bytes))
    #expect(given.map { $0?.map(\.text) } == [nil, ["Response"]])
  }

  @Test("a plan goes to another process with what was recognised")
  func handedOver() throws {
    var file = PlannedFile(plan: plan, bytes: [1, 10, 2])
    let word = RecognisedWord(
      "Response", box: .init(left: 1, top: 2, right: 3, bottom: 4), line: 7)
    file.aids.recognised = [2: [word]]
    file.aids.layers = [0: [word]]
    let read = try PlannedFile(decoding: try file.encoded())
    #expect(read.bytes == file.bytes && read.plan == file.plan)
    #expect(read.aids.recognised == [2: [word]] && read.aids.layers == [0: [word]])
  }

  @Test("pages are named in runs")
  func runs() {
    #expect([3].asPages == "page 3")
    #expect([9, 1, 2, 3, 3].asPages == "pages 1–3, 9")
  }
}
