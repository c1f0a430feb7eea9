import HiddenData
import Testing

@Suite("The examples that inspectors carry")
struct ExampleTests {
  private static let grave: Set<HiddenDataSeverity> = [.medium, .high, .critical]

  @Test("the whole inspection finds in each what it says, and raises no other alarm")
  func verified() {
    for example in FileInspection.examples {
      let inspection = FileInspection.inspect(example.bytes, name: example.file, sha256: "")
      let found = Set(inspection.findings.map(\.class))
      let name = "\(example.file): \(example.name)"
      #expect(example.finds.isSubset(of: found), "\(name): \(found) \(inspection.reasons)")
      #expect(found.isDisjoint(with: example.leaves), "\(name): \(found)")
      let alarms = Set(
        inspection.findings.filter { Self.grave.contains($0.severity) && $0.path == nil }
          .map(\.class))
      let allowed = example.finds.union(example.allows)
      #expect(alarms.isSubset(of: allowed), "\(name): \(alarms.subtracting(allowed))")
      if let shown = example.shows {
        #expect(
          inspection.findings.contains {
            $0.excerpt.contains(shown) || $0.where.contains(shown)
          }, "\(name): '\(shown)' is not shown")
      }
    }
  }

  @Test("every class has one name, is described, and has an example that finds it")
  func complete() {
    let ids = FileInspection.classes.map(\.id)
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    let shown = FileInspection.examples.reduce(into: Set<String>()) { $0.formUnion($1.finds) }
    for kind in FileInspection.classes {
      #expect(!kind.title.isEmpty && !kind.lies.isEmpty, "\(kind.id)")
      #expect(!kind.recognised.isEmpty && !kind.removal.isEmpty, "\(kind.id)")
      #expect(shown.contains(kind.id), "\(kind.id) has no example")
    }
  }
}
