import HiddenData
import Testing

@Suite("Looking into a file of any kind")
struct FileInspectionTests {
  private func inspect(_ bytes: [UInt8], _ name: String) -> Inspection {
    FileInspection.inspect(bytes, name: name, sha256: "")
  }

  @Test("what there is no reader for is unreadable and never clean")
  func unknown() {
    let files: [(name: String, bytes: [UInt8])] = [
      ("a.rtf", Array("{\\rtf1 text}".utf8)), ("a.gif", Array("GIF89a".utf8)),
      ("a.tif", Array("II*\0".utf8)), ("a.gz", [0x1F, 0x8B, 8, 0]),
      ("a.exe", Array("MZ\u{90}".utf8)), ("a.bin", (0..<200).map { UInt8($0 % 32) }),
      ("a.html", Array("<!DOCTYPE html><p hidden>x".utf8)), ("empty.csv", []),
      ("cut.xlsx", Array("PK\u{3}\u{4}".utf8)), ("cut.pdf", Array("%PDF-1.7\n".utf8)),
      ("cut.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      ("cut.jpg", [0xFF, 0xD8, 0xFF, 0xE1]), ("cut.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
    ]
    for file in files {
      let inspection = inspect(file.bytes, file.name)
      #expect(inspection.verdict == .unreadable, "\(file.name): \(inspection.verdict)")
      #expect(!inspection.reasons.isEmpty, "\(file.name)")
    }
  }

  @Test("a file that is not what its name says is told of")
  func mismatch() {
    let csv = Array("Year,Sum\n2025,7\n".utf8)
    #expect(inspect(csv, "a.csv").findings.isEmpty)
    #expect(inspect(csv, "a.pdf").findings.map(\.class) == ["any.type_mismatch"])
    #expect(inspect(csv, "a.dat").findings.isEmpty)
  }

  @Test("a file over the limit is unreadable")
  func limit() {
    var limits = InspectionLimits()
    limits.bytes = 4
    let inspection = FileInspection.inspect(
      Array("Year\n".utf8), name: "a.csv", sha256: "", limits: limits)
    #expect(inspection.verdict == .unreadable)
  }
}
