import Testing

@testable import HiddenData

@Suite("The examples of presentations")
struct PresentationExampleTests {
  @Test(
    "every example is found, shown or left alone", arguments: PresentationInspector.examples.indices
  )
  func example(_ index: Int) {
    let example = PresentationInspector.examples[index]
    #expect(OfficeRun.complaint(example) == nil, "\(example.name)")
  }

  @Test("every class has an example that is found")
  func coverage() {
    let found = Set(PresentationInspector.examples.flatMap(\.finds))
    let classes = PresentationInspector.classes.map(\.id)
    #expect(Set(classes).count == classes.count)
    #expect(classes.filter { !found.contains($0) } == [])
  }
}
