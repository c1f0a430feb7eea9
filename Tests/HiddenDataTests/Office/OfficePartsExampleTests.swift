import Testing

@testable import HiddenData

@Suite("The examples of what all Office files share")
struct OfficePartsExampleTests {
  @Test(
    "every example is found, shown or left alone", arguments: OfficePartsInspector.examples.indices)
  func example(_ index: Int) {
    let example = OfficePartsInspector.examples[index]
    #expect(OfficeRun.complaint(example) == nil, "\(example.name)")
  }

  @Test("every class has an example that is found")
  func coverage() {
    let found = Set(OfficePartsInspector.examples.flatMap(\.finds))
    let classes = OfficePartsInspector.classes.map(\.id)
    #expect(Set(classes).count == classes.count)
    #expect(
      classes.filter {
        $0.hasPrefix("xlsx.zip") || !$0.hasPrefix("xlsx.") && (!$0.hasPrefix("pptx."))
      }.filter { !found.contains($0) } == [])
  }
}
