import Testing

@testable import HiddenData

@Suite("The examples of archives")
struct ArchiveExampleTests {
  @Test("every example is found, shown or left alone", arguments: ArchiveInspector.examples.indices)
  func example(_ index: Int) {
    let example = ArchiveInspector.examples[index]
    #expect(OfficeRun.complaint(example) == nil, "\(example.name)")
  }

  @Test("every class has an example that is found")
  func coverage() {
    let found = Set(ArchiveInspector.examples.flatMap(\.finds))
    let classes = ArchiveInspector.classes.map(\.id)
    #expect(Set(classes).count == classes.count)
    #expect(classes.filter { !found.contains($0) } == [])
  }
}
