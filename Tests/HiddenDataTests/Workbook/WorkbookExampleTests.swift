import Documents
import HiddenData
import Testing

/// What an inspection of a workbook gave.
func inspectWorkbook(_ bytes: [UInt8]) -> InspectionRun {
  let run = InspectionRun { _, _, _ in }
  do throws(Unreadable) {
    WorkbookInspector.inspect(try OfficePackage(bytes, run: run), run: run)
  } catch { run.fail(error) }
  return run
}

@Suite("examples of workbooks")
struct WorkbookExampleTests {
  @Test("every example shows what it says", arguments: WorkbookInspector.examples.map(\.name))
  func example(name: String) throws {
    let example = try #require(WorkbookInspector.examples.first { $0.name == name })
    let run = inspectWorkbook(example.bytes)
    #expect(run.failures.isEmpty)
    let found = Set(run.findings.map(\.class))
    #expect(example.finds.isSubset(of: found))
    let alarms = run.findings.filter {
      $0.severity >= .medium && !example.finds.contains($0.class)
        && !example.allows.contains($0.class)
    }
    #expect(alarms.isEmpty)
    #expect(found.isDisjoint(with: example.leaves))
    if let shows = example.shows {
      #expect(run.findings.contains { ($0.excerpt + $0.where).contains(shows) })
    }
  }

  @Test("every class has an example that is found")
  func coverage() {
    let found = Set(WorkbookInspector.examples.flatMap(\.finds))
    #expect(WorkbookInspector.classes.map(\.id).filter { !found.contains($0) } == [])
    #expect(Set(WorkbookInspector.classes.map(\.id)).count == WorkbookInspector.classes.count)
  }

  @Test("a copy that was cleaned has nothing left of what was found")
  func cleaning() throws {
    for example in WorkbookInspector.examples where !example.finds.isEmpty {
      let clean = try WorkbookCleaner.clean(example.bytes, limits: InspectionLimits())
      let run = inspectWorkbook(clean)
      #expect(run.failures.isEmpty, "\(example.name)")
      #expect(run.findings.isEmpty, "\(example.name)")
    }
  }

  @Test("a file that is cut off anywhere is never called clean")
  func truncation() {
    let example = WorkbookInspector.examples[0].bytes
    for point in stride(from: 0, to: example.count, by: max(1, example.count / 200)) {
      let run = inspectWorkbook(Array(example[..<point]))
      #expect(!run.failures.isEmpty)
    }
  }

  @Test("no flipped bits stop the inspection")
  func flips() {
    var seed: UInt64 = 7
    func next(_ most: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % most
    }
    for example in WorkbookInspector.examples {
      for _ in 0..<3 {
        var bytes = example.bytes
        bytes[next(bytes.count)] ^= UInt8(1 << next(8))
        _ = inspectWorkbook(bytes)
      }
    }
  }
}
