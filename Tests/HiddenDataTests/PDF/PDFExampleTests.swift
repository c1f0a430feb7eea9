import Testing

@testable import Documents
@testable import HiddenData

/// Runs the inspection of PDFs with the files that lie in them.
enum PDFRun {
  static func inspect(
    _ bytes: [UInt8], limits: InspectionLimits = InspectionLimits()
  ) -> InspectionRun {
    let run = InspectionRun(limits: limits) { (run, bytes, name) throws(Unreadable) in
      if bytes.starts(with: [0xFF, 0xD8]) { try PictureInspector.inspect(bytes, run: run) }
      if bytes.starts(with: "%PDF-".utf8) { try PDFInspector.inspect(bytes, run: run) }
    }
    do throws(Unreadable) { try PDFInspector.inspect(bytes, run: run) } catch { run.fail(error) }
    return run
  }

  /// Whether it could be called clean.
  static func isClean(_ run: InspectionRun) -> Bool {
    run.findings.isEmpty && run.failures.isEmpty
  }
}

@Suite("Examples that the inspectors of PDFs carry")
struct PDFExampleTests {
  static let families = PDFInspector.families.flatMap { $0.examples }

  @Test("each example shows what it says, and nothing besides", arguments: families.indices)
  func holds(_ index: Int) {
    let example = Self.families[index]
    let run = PDFRun.inspect(example.bytes)
    #expect(run.failures.isEmpty, "\(example.name)")
    let found = Set(run.findings.map(\.class))
    #expect(example.finds.isSubset(of: found), "\(example.name): \(found)")
    #expect(example.leaves.isDisjoint(with: found), "\(example.name): \(found)")
    if let shows = example.shows {
      #expect(run.findings.contains { $0.excerpt.contains(shows) }, "\(example.name)")
    }
    let further = run.findings.filter { $0.severity >= .medium }.map(\.class)
    #expect(
      Set(further).isSubset(of: example.finds.union(example.allows)), "\(example.name): \(further)")
  }

  @Test("each class of the families has an example that finds it")
  func everyClass() {
    let found = Set(Self.families.flatMap(\.finds))
    let missing = PDFInspector.families.flatMap { $0.classes }.map(\.id).filter {
      !found.contains($0)
    }
    #expect(missing.isEmpty)
  }
}
