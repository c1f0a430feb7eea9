import Documents
import Testing

@testable import HiddenData

@Suite("Cleaning presentations")
struct PresentationCleanerTests {
  @Test(
    "every example is clean afterwards, but for what cannot be taken out",
    arguments: PresentationInspector.examples.indices)
  func examples(_ index: Int) throws {
    let example = PresentationInspector.examples[index]
    let stays = OfficeRun.findings(example.bytes).findings.filter { !$0.removable }.map(\.class)
    let clean = try PresentationCleaner.clean(
      example.bytes, limits: InspectionLimits(), picture: OfficeRun.untouched)
    let (findings, failures) = OfficeRun.findings(clean)
    #expect(failures == [], "\(example.name)")
    #expect(findings.map(\.class) == stays, "\(example.name)")
  }

  @Test("what is seen stays, and what is hidden is gone to the last byte")
  func kept() throws {
    var hidden = PresentationExample.Slide(PresentationExample.box("board only"))
    hidden.attributes = #"show="0""#
    let deck = PresentationExample(
      .init(
        PresentationExample.box("Welcome")
          + PresentationExample.box("beside it", x: 9_900_000)
          + PresentationExample.box("white", y: 4_000_000, run: PresentationExample.solid("FFFFFF"))
      ),
      hidden)
    let clean = try PresentationCleaner.clean(
      deck.file(), limits: InspectionLimits(), picture: OfficeRun.untouched)
    let package = try OfficePackage(clean, run: InspectionRun { _, _, _ in })
    let structure = try #require(PresentationStructure(package))
    #expect(structure.slides.map { DrawnShape.text(of: $0.tree) } == ["Welcome"])
    #expect(!package.contains("ppt/slides/slide2.xml"))
    for part in package.parts {
      let text = String(decoding: package.part(part) ?? [], as: UTF8.self)
      #expect(
        !text.contains("board only") && !text.contains("beside it") && !text.contains("white<"))
    }
  }

  @Test("a file that cannot be read whole is not cleaned")
  func damaged() {
    let bytes = PresentationInspector.examples[0].bytes
    #expect(throws: Unreadable.self) {
      try PresentationCleaner.clean(Array(bytes.dropLast(30)), limits: InspectionLimits())
    }
  }
}
