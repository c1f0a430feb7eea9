import Documents
import Testing

@testable import HiddenData

@Suite("Changing Office packages")
struct OfficePackageEditTests {
  private func package(_ bytes: [UInt8]) throws -> OfficePackage {
    try OfficePackage(bytes, run: InspectionRun { _, _, _ in })
  }

  private var document: OfficePartsExamples.Document {
    OfficePartsExamples.Document(
      parts: [
        ("docProps/core.xml", "<a/>"), ("customXml/item1.xml", "<case>J. Smith</case>"),
        ("word/media/unused.bin", "left over"), ("word/vbaProject.bin", "Sub Main"),
      ],
      types: ["docProps/core.xml": "application/xml", "word/media/unused.bin": "image/x"],
      packageLinks: [(id: "r2", kind: "core-properties", target: "docProps/core.xml")],
      links: [
        (id: "r1", kind: "customXml", target: "../customXml/item1.xml"),
        (id: "r2", kind: "vbaProject", target: "vbaProject.bin"),
        (id: "r3", kind: "hyperlink", target: "other.xml"),
      ])
  }

  @Test("a part goes with its relationships and its content type")
  func remove() throws {
    var edit = try OfficePackageEdit(package(document.file(.document)))
    try edit.remove(part: "/docProps/CORE.xml")
    let changed = try package(edit.finished())
    #expect(!changed.contains("docProps/core.xml"))
    #expect(changed.relationships(of: "").map(\.kind) == ["officeDocument"])
    #expect(changed.contentType(of: "docProps/core.xml") == "application/xml")
    #expect(!changed.tree("[Content_Types].xml")!.text.contains("core"))
    #expect(changed.contains("word/document.xml"))
  }

  @Test("a part is replaced, added and led to")
  func replace() throws {
    var edit = try OfficePackageEdit(package(document.file(.document)))
    edit.replace(part: "CUSTOMXML/item1.xml", with: Array("<case/>".utf8))
    edit.replace(part: "word/new.xml", with: XMLElement(XMLName("new")))
    edit.setContentType(of: "word/new.xml", to: "application/new+xml")
    try edit.addRelationship(from: "word/document.xml", id: "n1", type: "x/new", to: "word/new.xml")
    let changed = try package(edit.finished())
    #expect(changed.part("customXml/item1.xml") == Array("<case/>".utf8))
    #expect(changed.tree("word/new.xml")?.name.local == "new")
    #expect(changed.contentType(of: "word/new.xml") == "application/new+xml")
    #expect(changed.relationships(of: "word/document.xml").last?.target == "word/new.xml")
    #expect(changed.reachable.contains("word/new.xml"))
  }

  @Test("relationships that meet a condition go, and then what nothing leads to")
  func unreachable() throws {
    var edit = try OfficePackageEdit(package(document.file(.document)))
    let gone = try edit.removeRelationships { source, link in
      source == "word/document.xml" && link.kind == "customXml"
    }
    #expect(gone == 1)
    try edit.removeUnreachable()
    #expect(
      edit.parts.sorted() == ["docProps/core.xml", "word/document.xml", "word/vbaProject.bin"])
  }

  @Test("what the shared parts hide is gone, and the kind of the file has no macros")
  func shared() throws {
    var document = document
    document.body =
      #"<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:p><w:r>"#
      + "<w:t>stays</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    var parts = document.allParts
    parts[0].1 = parts[0].1.replacing(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
      with: "application/vnd.ms-word.document.macroEnabled.main+xml")
    let bytes = OfficeExample.package(parts)
    var edit = try OfficePackageEdit(package(bytes))
    try edit.cleanSharedParts(.document, picture: OfficeRun.untouched)
    let changed = try package(edit.finished())
    #expect(changed.parts == ["word/document.xml"])
    #expect(changed.contentType(of: "word/document.xml").contains("wordprocessingml.document.main"))
  }

  @Test("what is written has neither gaps nor comments")
  func plain() throws {
    var traces = ArchiveExample(document.allParts.map { .init($0.0, $0.1) })
    traces.comment = Array("packed by J. Smith".utf8)
    traces.between = Array("between".utf8)
    let bytes = try OfficePackageEdit(package(traces.file())).finished()
    let archive = try ZipArchive(bytes, limits: InspectionLimits())
    #expect(archive.gaps.isEmpty)
    #expect(archive.comment.isEmpty)
    #expect(archive.entries.first?.name == "[Content_Types].xml")
  }
}
