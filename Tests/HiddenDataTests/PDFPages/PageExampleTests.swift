import Documents
import Testing

@testable import HiddenData

/// Every example of the page inspector, and what a page must be for it to be one.
@Suite struct PageExampleTests {
  @Test("every example is found, shown and left as it says", arguments: PDFPageInspector.examples)
  func example(_ example: InspectionExample) throws {
    let run = PageRun.inspect(example.bytes)
    #expect(run.failures.isEmpty, "\(example.name): \(run.failures)")
    let found = Set(run.findings.map(\.class))
    #expect(found.isSuperset(of: example.finds), "\(example.name) found \(found)")
    #expect(found.isDisjoint(with: example.leaves), "\(example.name) found \(found)")
    if let shows = example.shows {
      #expect(run.findings.contains { $0.excerpt.contains(shows) }, "\(example.name)")
    }
  }

  @Test("every class has an example in which it is found")
  func classesHaveExamples() {
    let shown = PDFPageInspector.examples.reduce(into: Set<String>()) { $0.formUnion($1.finds) }
    #expect(shown.isSuperset(of: PDFPageInspector.classes.map(\.id)))
  }

  @Test("a finding says page and place, and shows a picture of it")
  func findingSaysWhere() throws {
    let run = PageRun.inspect(
      PageRun.page { file in
        file.content += PageExampleFile.write("Secret 1234", y: 500) + PageExampleFile.box(y: 500)
      })
    let finding = try #require(run.findings.first)
    #expect(finding.where.hasPrefix("page 1, 73,3"))
    #expect(finding.where.contains(" to "))
    let picture = try #require(finding.picture)
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }
}

enum PageRun {
  static func inspect(_ bytes: [UInt8], limits: InspectionLimits = InspectionLimits())
    -> InspectionRun
  {
    let run = InspectionRun(limits: limits) { _, _, _ in }
    do throws(Unreadable) { try PDFPageInspector.inspect(bytes, run: run) } catch {
      run.fail(error)
    }
    return run
  }

  static func page(_ build: (inout PageExampleFile) -> Void) -> [UInt8] {
    var file = PageExampleFile()
    build(&file)
    return file.bytes
  }
}
