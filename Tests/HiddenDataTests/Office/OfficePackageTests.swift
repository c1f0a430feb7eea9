import Testing

@testable import HiddenData

@Suite("Parts and their names")
struct OfficePackageTests {
  @Test(
    "a part is found however its name and the way to it are written",
    arguments: [
      ("word/media/a b.png", "media/a%20b.png"), ("word/media/a%20b.png", "media/a b.png"),
      ("word\\media\\x.png", "media/x.png"), ("/Word/Media/X.png", "/word/media/x.PNG"),
      ("word/media/x.png", "..\\word\\media\\x.png"), ("media/x.png", "../media/./x.png"),
    ])
  func names(_ name: String, _ target: String) throws {
    let document = OfficePartsExamples.Document(
      parts: [(name, "a picture")], links: [(id: "r1", kind: "image", target: target)])
    let package = try OfficePackage(document.file(.document), run: InspectionRun { _, _, _ in })
    let link = try #require(package.relationships(of: "word/document.xml").first)
    #expect(package.contains(link.target))
    #expect(package.reachable.contains(OfficePackage.key(name)))
  }

  @Test("the part that a list of relationships belongs to is told from its name")
  func sources() {
    #expect(OfficePackageEdit.source(of: "_rels/.rels") == "")
    #expect(OfficePackageEdit.source(of: "word/_rels/document.xml.rels") == "word/document.xml")
    #expect(OfficePackage.relationshipPart(of: "/a/b/c.xml") == "a/b/_rels/c.xml.rels")
  }
}
