import Documents
import Testing

@testable import HiddenData

@Suite("ZIP64")
struct Zip64Tests {
  /// An archive with the records of ZIP64; `saturated` leaves the true numbers to them.
  private func archive(saturated: Bool, before: [UInt8] = [], at: Int? = nil) -> [UInt8] {
    let plain = ArchiveExample([.init("a.txt", "one")]).file()
    let end = plain.count - 22
    let directory = (start: 30 + 5 + 3, size: end - 38)
    var out = before + plain[..<end]
    let record = out.count - before.count
    out += ArchiveExample.little([0x0606_4B50], 4) + ArchiveExample.little([44], 8)
    out += ArchiveExample.little([45, 45], 2) + ArchiveExample.little([0, 0], 4)
    out += ArchiveExample.little([1, 1, directory.size, directory.start], 8)
    out += ArchiveExample.little([0x0706_4B50, 0], 4) + ArchiveExample.little([at ?? record], 8)
    out += ArchiveExample.little([1], 4)
    guard saturated else { return out + plain[end...] }
    out += ArchiveExample.little([0x0605_4B50], 4)
    out += ArchiveExample.little([0, 0, 0xFFFF, 0xFFFF], 2)
    out += ArchiveExample.little([0xFFFF_FFFF, 0xFFFF_FFFF], 4) + [0, 0]
    return out
  }

  @Test("its records are read and are no gap", arguments: [true, false])
  func records(_ saturated: Bool) throws {
    let read = try ZipArchive(archive(saturated: saturated), limits: InspectionLimits())
    #expect(read.entries.map(\.name) == ["a.txt"])
    #expect(read.gaps.isEmpty)
  }

  @Test("bytes put before it move its record")
  func prepended() throws {
    let bytes = archive(saturated: true, before: Array("prepended".utf8))
    let read = try ZipArchive(bytes, limits: InspectionLimits())
    #expect(read.entries.map(\.name) == ["a.txt"])
    #expect(read.gaps == [0..<9])
  }

  @Test("a locator that points anywhere else breaks nothing", arguments: [0, 200, Int.max])
  func wrongLocator(_ at: Int) throws {
    let bytes = archive(saturated: true, at: at)
    #expect(try ZipArchive(bytes, limits: InspectionLimits()).entries.count == 1)
  }

  @Test("numbers beyond every size are refused")
  func huge() {
    var bytes = archive(saturated: true)
    let record = bytes.count - 22 - 20 - 56
    for field in stride(from: 24, to: 56, by: 8) {
      bytes.replaceSubrange(
        (record + field)..<(record + field + 8), with: [255, 255, 255, 255, 255, 255, 255, 127])
      _ = try? ZipArchive(bytes, limits: InspectionLimits())
    }
    #expect(throws: Unreadable.self) { try ZipArchive(bytes, limits: InspectionLimits()) }
  }
}
