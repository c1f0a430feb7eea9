import Testing

@testable import Documents
@testable import HiddenData

@Suite("Cleaning PDFs")
struct PDFCleanerTests {
  private func text(_ bytes: [UInt8]) throws(Unreadable) -> String {
    try DocumentText(reading: bytes).text
  }

  @Test(
    "a copy has nothing hidden of what cleaning takes out, and still says what it said",
    arguments: PDFExampleTests.families.indices)
  func everyExample(_ index: Int) throws {
    let example = PDFExampleTests.families[index]
    let copy = try PDFCleaner.clean(example.bytes, limits: InspectionLimits())
    let run = PDFRun.inspect(copy)
    #expect(run.failures.isEmpty, "\(example.name)")
    let left = run.findings.filter(\.removable).map(\.class)
    #expect(left.isEmpty, "\(example.name): \(left)")
    let before = try text(example.bytes)
    #expect(try text(copy).contains(before.prefix(20)), "\(example.name)")
  }

  @Test("a copy has one end, one table and no trace of when it was made")
  func isBare() throws {
    let saved = PDFExample(text: "Witness Jane Roe").saved([
      4: PDFExample.stream("BT /F1 12 Tf 72 700 Td (Witness A) Tj ET")
    ])
    let copy = try PDFCleaner.clean(saved, limits: InspectionLimits())
    let whole = String(decoding: copy, as: UTF8.self)
    #expect(whole.split(separator: "%%EOF").count == 2)
    #expect(whole.split(separator: "startxref").count == 2)
    #expect(!whole.contains("/Info") && !whole.contains("/ID") && !whole.contains("Jane Roe"))
    #expect(try PDFCleaner.clean(saved, limits: InspectionLimits()) == copy)
  }

  @Test("what a field shows stays as part of the page, and the field goes")
  func flattens() throws {
    let form = PDFExample(
      annotations: [
        "<</Subtype/Widget/FT/Tx/T(Name)/V(Other)/Rect[72 500 272 520]/AP<</N 20 0 R>>>>"
      ], catalog: "/AcroForm<</Fields[10 0 R]>>",
      objects: [
        20: PDFExample.stream(
          "BT /F1 9 Tf 2 4 Td (Shown value) Tj ET",
          "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 5 0 R>>>>")
      ])
    let copy = try PDFCleaner.clean(form.file, limits: InspectionLimits())
    #expect(try text(copy).contains("Shown value"))
    #expect(PDFRun.isClean(PDFRun.inspect(copy)))
  }

  @Test("a hidden layer goes and what stands after it stays")
  func layers() throws {
    let example = PDFExample(
      content: "/OC /L BDC BT /F1 9 Tf 72 500 Td (Layer) Tj ET EMC "
        + "BT /F1 9 Tf 72 400 Td (After) Tj ET",
      catalog: "/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>",
      resources: "/Properties<</L 20 0 R>>", objects: [20: "<</Type/OCG/Name(L)>>"])
    let copy = try PDFCleaner.clean(example.file, limits: InspectionLimits())
    let file = try PDFFile(copy, run: PDFRun.inspect(copy))
    let lines = file.reach.pages.flatMap {
      file.contents.lines(ofPage: $0.dictionary, in: file.current)
    }
    #expect(lines == ["Response to your request", "After"])
  }

  @Test("marks of a redaction that was not carried out are kept for a person to see")
  func marks() throws {
    let example = PDFExample(annotations: [
      "<</Type/Annot/Subtype/Redact/Rect[60 690 400 720]>>"
    ])
    let copy = try PDFCleaner.clean(example.file, limits: InspectionLimits())
    #expect(PDFRun.inspect(copy).findings.map(\.class) == ["pdf.redact_unapplied"])
  }

  @Test("a JPEG loses its comment and keeps its pixels")
  func picture() {
    let pixels: [UInt8] = [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]
    let comment: [UInt8] = [0xFF, 0xFE, 0, 5, 0x52, 0x6F, 0x65]
    #expect(PDFJPEG.bare([0xFF, 0xD8] + comment + pixels + [0x52]) == [0xFF, 0xD8] + pixels)
  }
}
