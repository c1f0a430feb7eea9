import Foundation
import HiddenData
import Testing

/// The corpus of awkward files, where it is at hand: `STEELYARD_SHARED` names the folder above it.
@Suite("The corpus of awkward files")
struct CorpusTests {
  private struct Manifest: Decodable {
    struct File: Decodable {
      struct Planted: Decodable {
        var `class`: String
        var canary: String
        var carrier: String
      }
      var file: String
      var kind: String
      var planted: [Planted]?
      var allowed_findings: [String]?
      var must_not_find: [String]?
    }
    var files: [File]
  }

  private static let corpus = ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map {
    URL(filePath: $0).appending(path: "corpus")
  }

  @Test(
    "what is planted is named and shown, and clean files raise no alarm",
    .enabled(if: corpus != nil, "the corpus is not at hand: STEELYARD_SHARED is not set"))
  func planted() throws {
    let corpus = try #require(Self.corpus)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: corpus.appending(path: "manifest.json")))
    for file in manifest.files {
      let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: file.file)))
      guard file.kind == "planted" || file.kind == "clean" || file.must_not_find != nil else {
        continue
      }
      let inspection = FileInspection.inspect(bytes, name: file.file, sha256: "")
      let found = Set(inspection.findings.map(\.class))
      let said = inspection.findings.map { $0.excerpt + " " + $0.where }.joined(separator: " ")
      for planted in file.planted ?? [] {
        #expect(found.contains(planted.class), "\(file.file): \(planted.class)")
        #expect(
          planted.carrier != "text" || said.contains(planted.canary),
          "\(file.file): \(planted.class) is not shown")
      }
      #expect(found.isDisjoint(with: file.must_not_find ?? []), "\(file.file): \(found)")
      guard file.kind == "clean" else { continue }
      let alarms = inspection.findings.filter {
        $0.severity > .low && !(file.allowed_findings ?? []).contains($0.class)
      }
      #expect(alarms.isEmpty, "\(file.file): \(alarms.map(\.class))")
      #expect(inspection.verdict != .unreadable, "\(file.file)")
    }
  }
}
