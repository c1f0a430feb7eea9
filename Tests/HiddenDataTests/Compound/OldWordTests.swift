import Testing

@testable import HiddenData

@Suite("Compound files: documents")
struct OldWordTests {
  @Test("modifiers of every size are stepped over")
  func modifiers() {
    // A border of four bytes, a size of two, a list that says its own length, then the mark.
    let sprms: [UInt8] =
      [0x65, 0x68, 1, 2, 3, 4] + [0x43, 0x4A, 24, 0] + [0x57, 0xCA, 2, 9, 9]
      + OldWordExample.deleted
    let read = OldWordSprm.read(sprms[...])
    #expect(read.map(\.code) == [0x6865, 0x4A43, 0xCA57, OldWordSprm.deleted])
    var run = OldWordRun()
    run.take(sprms[...])
    #expect(run.isDeleted)
  }

  @Test("a piece that is modified as a whole after a fast save is found")
  func pieceModifier() throws {
    var streams = OldWordExample(runs: [("Ann Example left.\r", [])]).streams
    // The last two bytes of the table are the modifier of its only piece: hidden, on.
    streams[1].1.replaceSubrange((streams[1].1.count - 2)..., with: [0x5C << 1, 1])
    let found = CompoundResult(CompoundExample.file(streams))
    #expect(found.classes == ["doc.hidden_text"])
    #expect(found.shows("Ann Example left."))
  }

  @Test("runs beside each other that were deleted make one finding with the words before it")
  func neighbours() {
    let found = CompoundResult(
      OldWordExample(runs: [
        ("We hold ", []), ("one ", OldWordExample.deleted),
        ("two", OldWordExample.deleted + [0x35, 0x08, 1]), (" three.\r", []),
      ]).file())
    #expect(found.findings.map(\.excerpt) == ["one two"])
    #expect(found.findings.first?.where.contains("We hold") == true)
  }

  @Test("a document whose formatting lies outside of it is not clean")
  func damagedFormatting() {
    var streams = OldWordExample(runs: [("We hold it.\r", [])]).streams
    streams[1].1.replaceSubrange(8..<12, with: [0xFF, 0xFF, 0x3F, 0])
    #expect(!CompoundResult(CompoundExample.file(streams)).failures.isEmpty)
  }

  @Test("cleaning blanks the names in Word's own tables and leaves the text")
  func cleaning() throws {
    let names = ["", "C:\\Users\\ann\\Letter.dot", "", "", "", "", "Ann Example"]
    var table: [UInt8] = [0xFF, 0xFF, 7, 0, 0, 0]
    for name in names { table += UInt16(name.utf16.count).littleEndian2 + name.utf16Bytes }
    let file = OldWordExample(runs: [("We hold it.\r", [])], ownTable: table).file()
    let before = CompoundResult(file)
    #expect(before.classes == ["doc.doc_props"])
    #expect(before.shows("Ann Example") && before.shows("Letter.dot"))
    let cleaned = try CompoundCleaner.clean(file, limits: InspectionLimits())
    #expect(CompoundResult(cleaned).isClean)
    let document = try OldWordFile(CompoundFile(cleaned))
    #expect(document.text(document.ranges[0]) == "We hold it.\r")
  }
}
