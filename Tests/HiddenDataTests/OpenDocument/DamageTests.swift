import Documents
import Testing

@testable import HiddenData

/// Files that break off or are changed somewhere: never a crash, and never clean where something was lost.
@Suite("Damaged OpenDocument files, e-mails, pictures and tables")
struct OpenDocumentAndOtherDamageTests {
  private static let samples: [InspectionExample] =
    [
      "column.ods", "cropped.odt", "version.odt", "versions.eml", "within.eml", "picture.eml",
      "envelope.eml",
      "place.jpg", "two.jpg", "caption.jpg", "packed.png", "under.png", "emoji.csv",
    ].compactMap { name in
      (OpenDocumentExamples.all + MailExamples.all + PictureExamples.all + TableTextExamples.all)
        .first { $0.file == name }
    }

  /// The run, or nil where nothing could be read.
  private func inspect(_ file: String, _ bytes: [UInt8]) -> InspectionRun? {
    let run = InspectionRun { (run, bytes, name) throws(Unreadable) in
      if PictureInspector.recognises(bytes) {
        try PictureInspector.inspect(bytes, run: run)
      } else if name.hasSuffix(".eml") {
        try MailInspector.inspect(bytes, run: run)
      } else if name.hasSuffix(".odt") {
        try OpenDocumentInspector.inspect(bytes, run: run)
      }
    }
    do throws(Unreadable) {
      switch file.split(separator: ".").last {
      case "eml": try MailInspector.inspect(bytes, run: run)
      case "csv": try TableTextInspector.inspect(bytes, run: run)
      case "jpg", "png": try PictureInspector.inspect(bytes, run: run)
      default: try OpenDocumentInspector.inspect(bytes, run: run)
      }
    } catch { return nil }
    return run
  }

  @Test("a file that breaks off is not clean", arguments: samples)
  func truncated(_ sample: InspectionExample) {
    let count = sample.bytes.count
    for step in 0..<200 {
      let length = count * step / 200
      let run = inspect(sample.file, Array(sample.bytes.prefix(length)))
      // Lines by themselves are a whole table.
      let isText = sample.file.hasSuffix(".csv")
      let isClean = run.map { $0.failures.isEmpty && $0.findings.isEmpty } ?? false
      #expect(isText || !isClean, "\(sample.file) at \(length) of \(count)")
    }
  }

  @Test("changed bytes never end the program", arguments: samples)
  func flipped(_ sample: InspectionExample) {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func next() -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33)
    }
    for _ in 0..<150 {
      var bytes = sample.bytes
      for _ in 0...(next() % 4) { bytes[next() % bytes.count] = UInt8(next() & 0xFF) }
      _ = inspect(sample.file, bytes)
      _ = try? PictureCleaner.clean(bytes, limits: InspectionLimits())
      _ = try? OpenDocumentCleaner.clean(bytes, limits: InspectionLimits())
      _ = try? MailCleaner.clean(bytes, limits: InspectionLimits())
    }
  }

  @Test("blanks that are fewer than none are none", arguments: ["-1", "-9223372036854775808"])
  func fewerThanNone(count: String) {
    let file = OpenDocumentExamples.text(
      "<text:p>Page<text:s text:c=\"\(count)\"/>1</text:p>")
    #expect(FileInspection.inspect(file, name: "a.odt", sha256: "").verdict == .clean)
  }
}
