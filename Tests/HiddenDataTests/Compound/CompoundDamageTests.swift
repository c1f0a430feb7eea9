import Documents
import Testing

@testable import HiddenData

@Suite("Compound files: damage")
struct CompoundDamageTests {
  private static let files: [(name: String, bytes: [UInt8])] =
    CompoundInspector.examples.map { ($0.file, $0.bytes) }
    + corpusFiles(["xls", "doc", "msg"]).filter { $0.bytes.count < 60_000 }.prefix(12)

  @Test("a file cut off anywhere neither crashes nor passes for clean")
  func truncated() {
    for (name, bytes) in Self.files where bytes.count < 30_000 {
      let whole = CompoundResult(bytes)
      for step in 0..<10 {
        let cut = bytes.count * step / 10
        let result = CompoundResult(Array(bytes[..<cut]))
        // Where only slack was cut off, all that is left was read.
        if result.isClean { #expect(whole.failures.isEmpty, "\(name) at \(cut)") }
        if cut < bytes.count / 4 { #expect(!result.failures.isEmpty, "\(name) at \(cut)") }
      }
    }
  }

  @Test("a stream that has no reader and lies outside of the file is told")
  func unread() throws {
    let example = try #require(CompoundInspector.examples.first { $0.file.hasSuffix(".xls") })
    var writer = CompoundWriter()
    try writer.copy(try CompoundFile(example.bytes), from: 0, to: 0)
    let name = "\u{1}CompObj"
    writer.addStream(name, Array(repeating: 1, count: 5_000))
    var bytes = writer.bytes
    #expect(CompoundResult(bytes).failures.isEmpty)
    let written = name.utf8.flatMap { [$0, 0] as [UInt8] }
    let entry = try #require(bytes.firstRange(of: written)).lowerBound
    bytes.replaceSubrange((entry + 116)..<(entry + 120), with: [0xF0, 0xFF, 0xFF, 0])
    #expect(CompoundResult(bytes).failures.contains { $0.message.contains("CompObj") })
  }

  @Test("changed bytes neither crash nor hang")
  func flipped() {
    var numbers = SeededNumbers(state: 20_260_101)
    for (_, bytes) in Self.files where bytes.count < 30_000 {
      for _ in 0..<5 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
          changed[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(
            in: 0...255, using: &numbers)
        }
        _ = CompoundResult(changed)
        _ = try? CompoundCleaner.clean(changed, limits: InspectionLimits())
        _ = VBAProject.modules(in: changed)
        _ = OLEObject.contents(of: changed)
      }
    }
  }

  @Test("streams of noise neither crash nor hang")
  func noise() {
    var numbers = SeededNumbers(state: 7)
    for size in [0, 1, 17, 64, 600, 5_000] {
      let noise = (0..<size).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      for name in [
        "Workbook", "WordDocument", "__properties_version1.0", "\u{5}SummaryInformation",
      ] {
        _ = CompoundResult(CompoundExample.file([(name, noise), ("0Table", noise)]))
      }
      _ = RTFText(noise)
      _ = VBACompression.decompress([1] + noise, from: 0)
      _ = OLEObject.contents(of: noise)
    }
  }
}
