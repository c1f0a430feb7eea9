import Documents
import Testing

@testable import HiddenData

@Suite("ZIP files that do not keep to the rules")
struct ZipArchiveTests {
  private let run = InspectionRun { _, _, _ in }

  private func read(_ bytes: [UInt8]) throws(Unreadable) -> [String: String] {
    let archive = try ZipArchive(bytes, limits: InspectionLimits())
    var result: [String: String] = [:]
    for entry in archive.entries {
      result[entry.name] = String(
        decoding: try archive.unpack(entry, run: run), as: UTF8.self)
    }
    return result
  }

  private var two: ArchiveExample {
    ArchiveExample([.init("a.txt", "one"), .init("b.txt", "two")])
  }

  @Test("an ordinary archive leaves no gaps")
  func ordinary() throws {
    let archive = try ZipArchive(two.file(), limits: InspectionLimits())
    #expect(archive.entries.map(\.name) == ["a.txt", "b.txt"])
    #expect(archive.gaps.isEmpty)
    #expect(try read(two.file()) == ["a.txt": "one", "b.txt": "two"])
  }

  @Test("bytes before the archive are a gap, whether the offsets count them or not")
  func prepended() throws {
    for counts in [true, false] {
      var example = two
      example.before = Array("MZ a program that unpacks it".utf8)
      example.countsBefore = counts
      let archive = try ZipArchive(example.file(), limits: InspectionLimits())
      #expect(archive.gaps == [0..<example.before.count])
      #expect(try read(example.file())["b.txt"] == "two")
    }
  }

  @Test("bytes between the files and the directory, and after the end, are gaps")
  func around() throws {
    var example = two
    example.between = Array("between".utf8)
    example.after = Array("after PK\u{5}\u{6} and more that is no record at all".utf8)
    let bytes = example.file()
    let archive = try ZipArchive(bytes, limits: InspectionLimits())
    #expect(
      archive.gaps.map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["between", String(decoding: example.after, as: UTF8.self)])
    #expect(try read(bytes).count == 2)
  }

  @Test("a comment that holds the signature of the end does not move it")
  func signatureInComment() throws {
    var example = two
    example.comment = Array("PK\u{5}\u{6} is how an archive ends, says this comment".utf8)
    let archive = try ZipArchive(example.file(), limits: InspectionLimits())
    #expect(archive.entries.count == 2)
    #expect(archive.comment.hasSuffix("says this comment"))
  }

  @Test(
    "all that stands in the directory is read, whatever number the end tells", arguments: [1, 9])
  func lyingCount(_ count: Int) throws {
    var example = two
    example.claimedCount = count
    let archive = try ZipArchive(example.file(), limits: InspectionLimits())
    #expect(archive.entries.count == 2)
    #expect(archive.claimedCount == count)
    #expect(archive.gaps.isEmpty)
  }

  @Test("a file that the directory does not list is a gap")
  func unlisted() throws {
    var example = two
    example.files[0].isListed = false
    let archive = try ZipArchive(example.file(), limits: InspectionLimits())
    #expect(archive.entries.map(\.name) == ["b.txt"])
    #expect(archive.gaps == [0..<(30 + 5 + 3)])
  }

  @Test("the name in the local header is kept where it is another")
  func localName() throws {
    var example = two
    example.files[1].localName = "old name.txt"
    let archive = try ZipArchive(example.file(), limits: InspectionLimits())
    #expect(archive.entries.map(\.localName) == [nil, "old name.txt"])
  }

  @Test("duplicate names are both there")
  func duplicates() throws {
    let example = ArchiveExample([.init("a.txt", "first"), .init("a.txt", "second")])
    let archive = try ZipArchive(example.file(), limits: InspectionLimits())
    #expect(archive.entries.map(\.name) == ["a.txt", "a.txt"])
  }

  @Test("an encrypted entry, one packed in another way and one of a wrong size are not read")
  func unreadableEntries() throws {
    for change in 0..<3 {
      var example = two
      switch change {
      case 0: example.files[0].flags = 1
      case 1: example.files[0].method = 9
      default: example.files[1].claimedSize = 2
      }
      #expect(throws: Unreadable.self) { try read(example.file()) }
    }
  }

  @Test("a byte changed in a file shows in its checksum")
  func checksum() throws {
    var bytes = two.file()
    bytes[30 + 5] ^= 1
    #expect(throws: Unreadable.self) { try read(bytes) }
  }

  @Test("files that lie in each other are refused")
  func overlap() throws {
    var inner = ArchiveExample([.init("inner.txt", "x")])
    inner.after = []
    // The first file's bytes hold the second one's local header, to which the directory points too.
    let local = Array(inner.file().prefix(30 + 9 + 1))
    var example = ArchiveExample([.init("a.bin", bytes: local), .init("inner.txt", "x")])
    example.files[1].isListed = true
    var bytes = example.file()
    let archive = try ZipArchive(bytes, limits: InspectionLimits())
    let second = archive.directory.lowerBound + 46 + 5
    bytes[second + 42] = UInt8(30 + 5)
    #expect(throws: Unreadable.self) { try ZipArchive(bytes, limits: InspectionLimits()) }
  }

  @Test("more files than are allowed are refused")
  func tooMany() {
    var limits = InspectionLimits()
    limits.entries = 1
    #expect(throws: Unreadable.self) { try ZipArchive(two.file(), limits: limits) }
  }

  @Test("packed data that is longer than its stream is refused")
  func slack() throws {
    let whole = ZipWriter.file([("a.txt", Array(repeating: 65, count: 500))])
    let archive = try ZipArchive(whole, limits: InspectionLimits())
    let entry = archive.entries[0]
    let packed: [UInt8] = Array(whole[entry.data]) + Array("secret".utf8)

    #expect(throws: Unreadable.self) {
      try Inflation.unpack(
        packed, 0..<packed.count, method: 8, name: "a", checksum: entry.checksum, ratio: 2_000
      ) { _ in }
    }
  }

  @Test("what is written is read again, names that are not ASCII too")
  func written() throws {
    let bytes = ZipWriter.file([("é.txt", Array(repeating: 66, count: 300)), ("mimetype", [1])])
    let archive = try ZipArchive(bytes, limits: InspectionLimits())
    #expect(archive.entries.map(\.name) == ["é.txt", "mimetype"])
    #expect(archive.entries.map(\.method) == [8, 0])
    #expect(archive.gaps.isEmpty)
  }

  @Test("cut off anywhere, or with any byte of its records changed, nothing breaks")
  func hostile() throws {
    var example = two
    example.files[0].extra = ArchiveExample.field(1, Array(repeating: 0xFF, count: 24))
    example.comment = Array("comment".utf8)
    let bytes = example.file()
    for length in 0..<bytes.count {
      #expect(throws: Unreadable.self) {
        let part = Array(bytes.prefix(length))
        let archive = try ZipArchive(part, limits: InspectionLimits())
        guard archive.comment == "comment" else { throw Unreadable.broken("cut") }
      }
    }
    for position in 0..<bytes.count {
      for value: UInt8 in [0, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[position] = value
        _ = try? read(changed)
      }
    }
  }
}
