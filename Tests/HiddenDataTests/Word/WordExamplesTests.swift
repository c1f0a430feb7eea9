import Documents
import Testing

@testable import HiddenData

/// Runs the inspectors of Word documents on a file.
enum WordTesting {
  static func inspect(_ bytes: [UInt8]) -> InspectionRun {
    let run = InspectionRun { (_, _, _) throws(Unreadable) in }
    do throws(Unreadable) {
      WordInspector.inspect(try OfficePackage(bytes, run: run), run: run)
    } catch { run.fail(error) }
    return run
  }

  /// What was found, one a line: class, place and excerpt.
  static func lines(_ bytes: [UInt8]) -> [String] {
    inspect(bytes).findings.map { "\($0.class) | \($0.where) | \($0.excerpt)" }
  }

  static func classes(_ bytes: [UInt8]) -> Set<String> {
    Set(inspect(bytes).findings.map(\.class))
  }
}

@Suite("what the inspectors of Word documents carry")
struct WordExamplesTests {
  @Test("every example is found, shown and not taken for something else")
  func examples() {
    for example in WordInspector.examples {
      let run = WordTesting.inspect(example.bytes)
      let found = Set(run.findings.map(\.class))
      #expect(run.failures.isEmpty, "\(example.name): \(run.failures)")
      #expect(example.finds.isSubset(of: found), "\(example.name): found \(found)")
      #expect(example.leaves.isDisjoint(with: found), "\(example.name): found \(found)")
      let grave = run.findings.filter { $0.severity >= .medium }.map(\.class)
      let unasked = Set(grave).subtracting(example.finds).subtracting(example.allows)
      #expect(unasked.isEmpty, "\(example.name): also found \(unasked)")
      if let text = example.shows {
        let shown = run.findings.contains {
          example.finds.contains($0.class) && ($0.excerpt.contains(text) || $0.where.contains(text))
        }
        #expect(shown, "\(example.name): \(run.findings.map(\.excerpt))")
      }
    }
  }

  @Test("every class is explained, found in an example and left alone in another")
  func classes() {
    let ids = WordInspector.classes.map(\.id)
    #expect(Set(ids).count == ids.count)
    for kind in WordInspector.classes {
      #expect(WordInspector.examples.contains { $0.finds.contains(kind.id) }, "\(kind.id)")
      for text in [kind.title, kind.lies, kind.recognised, kind.removal] { #expect(!text.isEmpty) }
      guard kind != WordPackage.elsewhere else { continue }
      #expect(WordInspector.examples.contains { $0.leaves.contains(kind.id) }, "\(kind.id)")
    }
  }
}
