import Documents
import Testing

@testable import HiddenData

@Suite("Tables in plain text: the examples of the inspectors")
struct TableTextExamplesTests {
  @Test("every example is found, shown or left alone as it says", arguments: TableTextExamples.all)
  func example(_ example: InspectionExample) throws {
    let run = InspectionRun { (run, bytes, _) throws(Unreadable) in
      try TableTextInspector.inspect(bytes, run: run)
    }
    try TableTextInspector.inspect(example.bytes, run: run)
    #expect(run.failures.isEmpty, "\(example.name): \(run.failures)")
    let named = Set(run.findings.map(\.class))
    #expect(named.isSuperset(of: example.finds), "\(example.name): found \(named)")
    #expect(named.isDisjoint(with: example.leaves), "\(example.name)")
    let grave = Set(run.findings.filter { $0.severity >= .medium }.map(\.class))
    #expect(
      grave.subtracting(example.finds).subtracting(example.allows).isEmpty,
      "\(example.name): \(grave)")
    if let shows = example.shows {
      let said = run.findings.map { $0.excerpt + " " + $0.where }.joined(separator: "\n")
      #expect(said.contains(shows), "\(example.name): \(said)")
    }
  }

  @Test("every class has an example in which it is found")
  func everyClass() {
    let found = TableTextExamples.all.reduce(into: Set<String>()) { $0.formUnion($1.finds) }
    #expect(Set(TableTextInspector.classes.map(\.id)) == found)
  }
}
