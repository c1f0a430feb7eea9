import Testing

@testable import Documents
@testable import HiddenData

@Suite("PDFs made to do harm, and broken ones")
struct PDFHostileTests {
  private static let rich = PDFExample(
    annotations: ["<</Type/Annot/Subtype/Text/Rect[500 700 520 720]/Contents(Do not release)>>"],
    catalog: "/Names<</EmbeddedFiles<</Names[(a.txt)20 0 R]>>>>",
    objects: [
      20: "<</Type/Filespec/F(a.txt)/EF<</F 21 0 R>>>>",
      21: PDFExample.stream("Witness: J. Doe", "/Type/EmbeddedFile"),
    ]
  ).saved([4: PDFExample.stream("BT /F1 12 Tf 72 700 Td (Other) Tj ET")])

  @Test("a file that breaks off is never clean")
  func truncated() {
    let bytes = Self.rich
    for step in 1...100 {
      let part = Array(bytes.prefix(bytes.count * step / 101))
      #expect(!PDFRun.isClean(PDFRun.inspect(part)), "at \(part.count)")
    }
  }

  @Test("a plain file that breaks off before its table is never clean")
  func truncatedPlain() {
    let bytes = PDFExample().file
    let table = bytes.firstRange(of: Array("xref\n".utf8))?.lowerBound ?? bytes.count
    for end in stride(from: 0, to: table, by: 11) {
      #expect(!PDFRun.isClean(PDFRun.inspect(Array(bytes.prefix(end)))), "at \(end)")
    }
  }

  @Test("bytes changed at random do no harm")
  func flipped() {
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    for _ in 0..<200 {
      var bytes = Self.rich
      for _ in 0..<4 { bytes[next(bytes.count)] = UInt8(next(256)) }
      _ = PDFRun.inspect(bytes)
      _ = try? PDFCleaner.clean(bytes, limits: InspectionLimits())
    }
  }

  @Test("arrays 10,000 deep in each other are told, not followed")
  func deep() {
    let nest = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let run = PDFRun.inspect(PDFExample(catalog: "/X 20 0 R", objects: [20: nest]).file)
    #expect(run.failures.contains { $0.reason == .overLimit })
  }

  @Test("pages beyond the number that the file gives are told")
  func uncounted() {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    let tree = "<</Type/Pages/Kids[3 0 R 20 0 R]/Count"
    let short = PDFExample(objects: [2: "\(tree) 1>>", 20: page]).file
    #expect(PDFRun.inspect(short).failures.contains { $0.message.contains("2 pages, and says 1") })
    let right = PDFExample(objects: [2: "\(tree) 2>>", 20: page]).file
    #expect(PDFRun.isClean(PDFRun.inspect(right)))
  }

  @Test("bytes that are no text behind the word that begins an object do no harm")
  func noText() {
    var bytes = PDFExample().file
    let word = Array("1 0 obj\n".utf8)
    guard let first = bytes.firstRange(of: word) else { return }
    bytes.replaceSubrange(first, with: word.dropLast() + [UInt8](repeating: 0xFF, count: 200))
    #expect(!PDFRun.inspect(bytes).failures.isEmpty)
  }

  @Test("references that go round in circles end")
  func circles() {
    let run = PDFRun.inspect(
      PDFExample(
        catalog: "/X 20 0 R/Outlines 21 0 R/Names<</Dests 22 0 R>>",
        objects: [
          2: "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", 20: "21 0 R",
          21: "<</First 23 0 R>>", 22: "<</Kids[22 0 R]>>",
          23: "<</Title(Round)/Next 23 0 R/First 23 0 R>>",
          24: "<</Length 24 0 R>>\nstream\nendstream",
        ]
      ).file)
    #expect(run.findings.contains { $0.class == "pdf.outline" })
  }

  @Test("a stream that unpacks to more than is allowed makes the file unreadable")
  func bomb() {
    var limits = InspectionLimits()
    limits.part = 1 << 20
    let packed = PDFWriter.packed([UInt8](repeating: 0x20, count: 8 << 20)) ?? []
    var writer = PDFWriter()
    let root = writer.reserve()
    let tree = writer.reserve()
    let page = writer.reserve()
    let content = writer.reserve()
    writer.put(content, ["Filter": .name("FlateDecode")], raw: packed)
    writer.put(
      page,
      .dictionary([
        "Type": .name("Page"), "Parent": .reference(tree), "Contents": .reference(content),
        "MediaBox": .array([0, 0, 9, 9].map { .int($0) }),
      ]))
    writer.put(
      tree,
      .dictionary([
        "Type": .name("Pages"), "Count": .int(1), "Kids": .array([.reference(page)]),
      ]))
    writer.put(root, .dictionary(["Type": .name("Catalog"), "Pages": .reference(tree)]))
    let run = PDFRun.inspect(writer.file(root: root), limits: limits)
    #expect(run.failures.contains { $0.reason == .overLimit })
  }

  @Test("a packed stream without a byte lacks nothing, and hides none that breaks off")
  func emptyStream() {
    func file(_ second: String, _ packing: String? = nil) -> [UInt8] {
      PDFExample(
        content: "/X1 Do /X2 Do", resources: "/XObject<</X1 20 0 R/X2 21 0 R>>",
        objects: [
          20: PDFExample.stream("", form), 21: PDFExample.stream(second, packing ?? form),
        ]
      ).file
    }
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 12 12]/Filter/FlateDecode"
    let whole = PDFRun.inspect(file(""))
    #expect(whole.failures.isEmpty && whole.findings.isEmpty)
    #expect(!PDFRun.inspect(file("x")).failures.isEmpty)
    // `x` in hexadecimal: one that breaks off behind another filter.
    let behind = form.replacing("/FlateDecode", with: "[/ASCIIHexDecode/FlateDecode]")
    #expect(!PDFRun.inspect(file("78>", behind)).failures.isEmpty)
  }
}
