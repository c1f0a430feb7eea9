import Documents
import Testing

@testable import HiddenData

/// What the cleaners of this kind have in common: the copy is inspected again, and holds nothing of what can be
/// taken out.
@Suite("Cleaning of OpenDocument files, e-mails, pictures and tables")
struct OpenDocumentAndOtherCleaningTests {
  private static func inspect(_ file: String, _ bytes: [UInt8]) throws -> InspectionRun {
    let run = InspectionRun { (run, bytes, _) throws(Unreadable) in
      if PictureInspector.recognises(bytes) { try PictureInspector.inspect(bytes, run: run) }
    }
    switch file.split(separator: ".").last {
    case "eml": try MailInspector.inspect(bytes, run: run)
    case "csv": try TableTextInspector.inspect(bytes, run: run)
    case "jpg", "png": try PictureInspector.inspect(bytes, run: run)
    default: try OpenDocumentInspector.inspect(bytes, run: run)
    }
    return run
  }

  private static func clean(_ file: String, _ bytes: [UInt8]) throws -> [UInt8] {
    let limits = InspectionLimits()
    switch file.split(separator: ".").last {
    case "eml": return try MailCleaner.clean(bytes, limits: limits)
    case "csv": return try TableTextCleaner.clean(bytes, limits: limits)
    case "jpg", "png": return try PictureCleaner.clean(bytes, limits: limits)
    default: return try OpenDocumentCleaner.clean(bytes, limits: limits)
    }
  }

  /// All but Outlook's envelope by itself, which is nothing but what is hidden: it is not cleaned.
  private static let examples =
    OpenDocumentExamples.all + MailExamples.all.filter { $0.file.hasSuffix(".eml") }
    + PictureExamples.all + TableTextExamples.all

  @Test("a cleaned copy holds nothing that could be taken out", arguments: examples)
  func cleaned(_ example: InspectionExample) throws {
    let before = try Self.inspect(example.file, example.bytes)
    let copy = try Self.clean(example.file, example.bytes)
    let after = try Self.inspect(example.file, copy)
    #expect(after.failures.isEmpty, "\(example.name): \(after.failures)")
    let left = after.findings.filter(\.removable).filter { $0.path == nil }
    #expect(left.isEmpty, "\(example.name): \(left)")
    // Nothing is lost that has to be looked at by somebody.
    let kept = Set(before.findings.filter { !$0.removable }.map(\.class))
    #expect(Set(after.findings.map(\.class)).isSuperset(of: kept), "\(example.name)")
  }

  @Test("Outlook's envelope by itself is not cleaned")
  func envelope() throws {
    let envelope = try #require(MailExamples.all.first { !$0.file.hasSuffix(".eml") })
    #expect(throws: Unreadable.self) {
      try MailCleaner.clean(envelope.bytes, limits: InspectionLimits())
    }
  }

  @Test("a copy of a file with nothing hidden keeps its words")
  func words() throws {
    let table = Array("\u{FEFF}a,b\n\"1\n2\",\"x\"\"y\"\n".utf8)
    #expect(try TableTextCleaner.clean(table, limits: InspectionLimits()) == table)
    let copy = try OpenDocumentCleaner.clean(
      OpenDocumentExamples.sheet(OpenDocumentExamples.row("Answer", cells: ["Answer", "12"])),
      limits: InspectionLimits())
    let file = try OpenDocumentFile(copy, run: InspectionRun { _, _, _ in })
    #expect(file.body().map { OpenDocumentText.text($0) } == "Answer\t12")
  }

  @Test("the pixels of a cleaned picture are the same, but for those that nobody sees")
  func pixels() throws {
    let limits = InspectionLimits()
    let picture = PictureExamples.png(colour: 6) { x, y in
      [UInt8((x / 3 + y / 3) % 2 * 255), 7, 9, x < 16 ? 0 : 255]
    }
    let before = try PNGRaster(picture, PNGChunks(picture), limits: limits).rgba()
    let copy = try PictureCleaner.clean(picture, limits: limits)
    let after = try PNGRaster(copy, PNGChunks(copy), limits: limits).rgba()
    #expect(before != after)
    for at in stride(from: 0, to: before.count, by: 4) {
      #expect(after[at + 3] == before[at + 3])
      if before[at + 3] == 0 {
        #expect(after[at..<(at + 3)].elementsEqual([0, 0, 0]))
      } else {
        #expect(after[at..<(at + 3)] == before[at..<(at + 3)])
      }
    }
  }

  @Test("a file that is turned keeps which way is up")
  func orientation() throws {
    let turned = PictureExamples.jpeg(
      PictureExamples.exif([.init(0x0112, 3, [0, 6]), .init(0x013B, 2, Array("R. Onslow\0".utf8))]))
    let copy = try PictureCleaner.clean(turned, limits: InspectionLimits())
    let exif = JPEGSegments(copy).segments.compactMap { copy[$0.data].after("Exif\0\0") }.first
    let reader = try #require(exif.flatMap { ExifReader($0) })
    #expect(reader.first(0x0112, in: .main).map { reader.numbers($0) } == [6])
    #expect(!ReadableText.runs(copy).contains("Onslow"))
  }
}
