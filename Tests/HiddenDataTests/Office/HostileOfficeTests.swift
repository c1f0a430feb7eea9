import Documents
import Testing

@testable import HiddenData

@Suite("Office files and archives that are damaged")
struct HostileOfficeTests {
  private static let files =
    [
      PresentationInspector.examples[1], PresentationInspector.examples[4],
      OfficePartsInspector.examples[0], ArchiveInspector.examples[8],
    ]

  @Test("a file that breaks off anywhere is never clean", arguments: files.indices)
  func truncated(_ index: Int) {
    let bytes = Self.files[index].bytes
    for step in 0..<200 {
      let part = Array(bytes.prefix(bytes.count * step / 200))
      guard part.count > 4 else { continue }
      let (findings, failures) = OfficeRun.findings(part)
      #expect(!failures.isEmpty || !findings.isEmpty, "\(part.count) bytes")
    }
  }

  @Test("a byte changed anywhere is never clean", arguments: files.indices)
  func changed(_ index: Int) {
    let bytes = Self.files[index].bytes
    var state: UInt64 = 42
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = bytes
      changed[Int(state >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 20) | 1
      let (findings, failures) = OfficeRun.findings(changed)
      #expect(!failures.isEmpty || !findings.isEmpty)
    }
  }

  @Test("damage in a part that nobody has a use for is told")
  func unused() throws {
    let fonts = "<w:fonts/>"
    let word = WordExample.file("<w:p/>", [("fontTable", "fontTable.xml", fonts)])
    let text = OpenDocumentExamples.text("<text:p/>", parts: [("layout-cache", Array(fonts.utf8))])
    for (name, file) in [("a.docx", word), ("a.odt", text)] {
      let whole = FileInspection.inspect(file, name: name, sha256: "")
      #expect(whole.reasons.isEmpty)
      var bytes = file
      bytes[try #require(bytes.firstRange(of: Array(fonts.utf8))).lowerBound + 3] ^= 1
      let damaged = FileInspection.inspect(bytes, name: name, sha256: "")
      #expect(damaged.reasons.contains { $0.contains("checksum") }, "\(damaged.reasons)")
    }
  }
}
