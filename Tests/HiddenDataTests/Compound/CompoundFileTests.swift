import Documents
import Testing

@testable import HiddenData

@Suite("Compound files: the container")
struct CompoundFileTests {
  @Test("streams of every size come back as they were written")
  func sizes() throws {
    var writer = CompoundWriter()
    let folder = writer.addStorage("Folder")
    let sizes = [0, 1, 63, 64, 65, 4_095, 4_096, 4_097, 100_000]
    for size in sizes {
      writer.addStream(
        "s\(size)", (0..<size).map { UInt8($0 % 251) }, in: size % 2 == 0 ? 0 : folder)
    }
    let file = try CompoundFile(writer.bytes)
    #expect(file.damages.isEmpty)
    for size in sizes {
      let storage = size % 2 == 0 ? 0 : try #require(file.entry("folder")).index
      let data = try #require(try file.stream("S\(size)", in: storage))
      #expect(data == (0..<size).map { UInt8($0 % 251) })
    }
    #expect(file.slack.allSatisfy { $0.bytes.allSatisfy { $0 == 0 || $0 == 0xFF } })
  }

  @Test("a file with more tables than the header lists is read")
  func furtherTables() throws {
    let data = Array(repeating: UInt8(7), count: 7_200_000)
    let file = try CompoundFile(CompoundExample.file([("Large", data)]))
    #expect(try file.stream("Large") == data)
  }

  /// A file of version 4, with sectors of 4,096 bytes, made from one of version 3.
  private static func large(_ data: [UInt8]) -> [UInt8] {
    let count = (data.count + 4_095) / 4_096
    var header = CompoundFile.signature + Array(repeating: 0, count: 16)
    header += [0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0] + Array(repeating: 0, count: 6)
    header += UInt32(1).littleEndian4 + UInt32(1).littleEndian4
    header += UInt32(1).littleEndian4 + [0, 0, 0, 0] + UInt32(4_096).littleEndian4
    header += UInt32(0xFFFF_FFFE).littleEndian4 + [0, 0, 0, 0]
    header += UInt32(0xFFFF_FFFE).littleEndian4 + [0, 0, 0, 0] + UInt32(0).littleEndian4
    header += Array(repeating: 0xFF, count: 512 - header.count)
    header += Array("Left by Ann Example".utf8)
    header += Array(repeating: 0, count: 4_096 - header.count)
    var fat: [UInt32] = [0xFFFF_FFFD, 0xFFFF_FFFE]
    for index in 0..<count { fat.append(index + 1 == count ? 0xFFFF_FFFE : UInt32(3 + index)) }
    let numbers = fat + Array(repeating: 0xFFFF_FFFF, count: 1_024 - fat.count)
    func entry(_ name: String, _ kind: UInt8, child: UInt32, start: UInt32, size: Int) -> [UInt8] {
      let letters = name.utf16Bytes
      var entry = letters + Array(repeating: UInt8(0), count: 64 - letters.count)
      entry += [UInt8(letters.count + 2), 0, kind, 1] + Array(repeating: 0xFF, count: 8)
      entry += child.littleEndian4 + Array(repeating: 0, count: 36) + start.littleEndian4
      return entry + UInt32(size).littleEndian4 + [0, 0, 0, 0]
    }
    let directory =
      entry("Root Entry", 5, child: 1, start: 0xFFFF_FFFE, size: 0)
      + entry("Workbook", 2, child: 0xFFFF_FFFF, start: 2, size: data.count)
    return header + numbers.flatMap(\.littleEndian4)
      + directory + Array(repeating: 0, count: 4_096 - directory.count)
      + data + Array(repeating: 0, count: count * 4_096 - data.count)
  }

  @Test("version 4 is read, and what stands behind its header is looked at")
  func version4() throws {
    let workbook = BIFFExample(sheets: [.init(state: 1, records: BIFFExample.label(0, 0, "Hidden"))]
    )
    let data = workbook.stream + Array(repeating: 0, count: 8_000)
    let bytes = Self.large(data)
    #expect(try CompoundFile(bytes).stream("Workbook") == data)
    let result = CompoundResult(bytes)
    #expect(result.classes == ["xls.sheet_hidden", "xls.ole_slack"])
    #expect(result.shows("Ann Example"))
  }

  @Test("a chain that runs into itself is damage and does not hang")
  func loop() throws {
    var bytes = CompoundExample.file([("Workbook", Array(repeating: 1, count: 5_000))])
    let fat = try CompoundFile(bytes).fat
    // The first sector of the stream names itself as the next.
    let table = try #require(fat.firstIndex(of: 0xFFFF_FFFD))
    bytes.replaceSubrange(((table + 1) * 512)..<((table + 1) * 512 + 4), with: [0, 0, 0, 0])
    let file = try CompoundFile(bytes)
    #expect(throws: Unreadable.self) { try file.stream("Workbook") }
    #expect(CompoundResult(bytes).failures.map(\.reason).contains(.damaged))
  }

  @Test("a directory that points to itself is damage and does not hang")
  func ring() throws {
    var bytes = CompoundExample.file([("A", [1]), ("B", [2])])
    let entry = try #require(try CompoundFile(bytes).entry("A"))
    bytes.replaceSubrange((entry.place + 68)..<(entry.place + 72), with: UInt32(1).littleEndian4)
    bytes.replaceSubrange((entry.place + 72)..<(entry.place + 76), with: UInt32(0).littleEndian4)
    #expect(try !CompoundFile(bytes).damages.isEmpty)
    #expect(!CompoundResult(bytes).failures.isEmpty)
  }

  @Test("text is found in each place that belongs to nothing")
  func places() throws {
    let stream = BIFFExample(sheets: [.init(records: BIFFExample.label(0, 0, "x"))]).stream
    let base = CompoundExample.file([
      ("Workbook", stream), ("\u{1}CompObj", Array(repeating: 0, count: 10)),
      ("Ctls", Array(repeating: 0, count: 5_000)),
    ])
    let file = try CompoundFile(base)
    let text = Array("Ann Example file".utf8)
    var tried = 0
    for slack in file.slack {
      guard let range = slack.ranges.first(where: { $0.count >= text.count }) else { continue }
      var bytes = base
      bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + text.count), with: text)
      let result = CompoundResult(bytes)
      #expect(result.classes == ["xls.ole_slack"], "\(slack.place)")
      #expect(result.shows("Ann Example"), "\(slack.place)")
      tried += 1
    }
    #expect(tried >= 5)
  }
}
