import Documents
import Testing

@testable import HiddenData

@Suite("Cleaning archives")
struct ArchiveCleanerTests {
  @Test("what can be taken out is gone afterwards", arguments: ArchiveInspector.examples.indices)
  func examples(_ index: Int) throws {
    let example = ArchiveInspector.examples[index]
    let (before, failures) = OfficeRun.findings(example.bytes)
    guard failures.isEmpty else {
      #expect(throws: Unreadable.self) {
        try ArchiveCleaner.clean(example.bytes, limits: InspectionLimits())
      }
      return
    }
    let stays = before.filter { !$0.removable }.map(\.class)
    let clean = try ArchiveCleaner.clean(
      example.bytes, limits: InspectionLimits(), member: Self.cleaned)
    let (after, broken) = OfficeRun.findings(clean)
    #expect(broken == [])
    #expect(after.map(\.class) == stays, "\(example.name)")
  }

  @Test("files stay, with the names that are theirs alone")
  func names() throws {
    let archive = ArchiveExample([
      .init("C:\\Users\\jsmith\\a.csv", "1"), .init("/home/jsmith/files/a.csv", "2"),
      .init("folder/b.csv", "3"), .init("Thumbs.db", "4"),
    ])
    let clean = try ArchiveCleaner.clean(archive.file(), limits: InspectionLimits())
    let read = try ZipArchive(clean, limits: InspectionLimits())
    #expect(read.entries.map(\.name) == ["a.csv", "a-2.csv", "folder/b.csv"])
  }

  private static func cleaned(_ bytes: [UInt8], _ name: String) throws(Unreadable) -> [UInt8] {
    guard name.hasSuffix(".pptx") else { return bytes }
    return try PresentationCleaner.clean(
      bytes, limits: InspectionLimits(), picture: OfficeRun.untouched)
  }
}

@Suite("What archives say of themselves")
struct ArchiveTextTests {
  @Test("days are those of the calendar")
  func days() {
    #expect(UnixTime.day(0) == "1970-01-01")
    #expect(UnixTime.day(951_782_400) == "2000-02-29")
    #expect(UnixTime.day(4_102_444_799) == "2099-12-31")
  }

  @Test(
    "names of systems and of people are told from others",
    arguments: [
      ("a/.DS_Store", true, false), ("__MACOSX/a/._b", true, false), ("~$b.docx", true, false),
      ("Users/jsmith/a.csv", false, true), ("C:/files/a.csv", false, true),
      ("..\\up.csv", false, true), ("users/a.csv", false, false), ("a/b/report.csv", false, false),
      ("Home/a.csv", false, false), ("_rels/.rels", false, false),
    ])
  func names(_ name: String, isJunk: Bool, tells: Bool) {
    #expect(ArchiveNames.isJunk(name) == isJunk)
    #expect(ArchiveNames.tellsOfSomebody(name) == tells)
  }

  @Test("a tar file packed with gzip is entered, with the owners of its files")
  func tape() throws {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ at: Int) {
      header.replaceSubrange(at..<(at + text.utf8.count), with: text.utf8)
    }
    put("list.csv", 0)
    put("00000000003", 124)
    put("0", 156)
    put("ustar", 257)
    put("jsmith", 265)
    var body = Array("a,b".utf8)
    body += [UInt8](repeating: 0, count: 509 + 1_024)
    let archive = ArchiveExample([.init("x.tar", bytes: header + body)])
    let found = OfficeRun.findings(archive.file()).findings
    #expect(found.map(\.class) == ["zip.nested"])
    #expect(found.first?.excerpt == "list.csv (of jsmith)\na,b")
  }

  @Test("text in two bytes is found in either order, to its last letter")
  func runs() {
    let little: [UInt8] = "secret".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    let big: [UInt8] = "secret".utf8.flatMap { (byte: UInt8) -> [UInt8] in [0, byte] }
    #expect(PartText.runs([1, 2] + little + [1, 2]).contains("secret"))
    #expect(PartText.runs([1, 2] + big + [1, 2]).contains("secret"))
    #expect(PartText.runs([1] + big).contains("secret"))
  }
}
