import Documents
import Testing

@testable import HiddenData

@Suite("E-mails: the examples of the inspector")
struct MailExamplesTests {
  /// Pictures are entered; other files within are told and not looked into here.
  static func run() -> InspectionRun {
    InspectionRun { (run, bytes, name) throws(Unreadable) in
      if PictureInspector.recognises(bytes) {
        try PictureInspector.inspect(bytes, run: run)
      } else if name.hasSuffix(".eml") {
        try MailInspector.inspect(bytes, run: run)
      }
    }
  }

  @Test("every example is found, shown or left alone as it says", arguments: MailExamples.all)
  func example(_ example: InspectionExample) throws {
    let run = Self.run()
    try MailInspector.inspect(example.bytes, run: run)
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
    let found = MailExamples.all.reduce(into: Set<String>()) { $0.formUnion($1.finds) }
    #expect(Set(MailInspector.classes.map(\.id)) == found)
  }
}
