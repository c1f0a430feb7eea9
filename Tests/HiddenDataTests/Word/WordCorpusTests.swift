import Foundation
import Testing

@testable import HiddenData

/// The shared corpus: its folder is named by the variable STEELYARD_SHARED.
@Suite("Word documents of the shared corpus")
struct WordCorpusTests {
  private struct Manifest: Decodable {
    struct Planted: Decodable {
      var `class`: String
      var canary: String
      var carrier: String
    }
    struct File: Decodable {
      var file: String
      var format: String
      var kind: String
      var planted: [Planted]
    }
    var files: [File]
  }

  private static var folder: URL? {
    ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map {
      URL(filePath: $0).appending(path: "corpus")
    }
  }

  private static let own = Set(WordInspector.classes.map(\.id))

  @Test(
    "what was planted is found and shown, and clean files are left alone",
    .enabled(if: Self.folder != nil, "STEELYARD_SHARED names no folder"))
  func corpus() throws {
    let folder = try #require(Self.folder)
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    var looked = 0
    for file in manifest.files where ["docx", "docm", "dotx"].contains(file.format) {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file.file)))
      let run = WordTesting.inspect(bytes)
      looked += 1
      for planted in file.planted where Self.own.contains(planted.class) {
        let isShown = run.findings.contains {
          $0.class == planted.class
            && (planted.carrier != "text" || $0.excerpt.contains(planted.canary)
              || $0.where.contains(planted.canary))
        }
        #expect(isShown, "\(file.file): \(planted.class)")
      }
      if file.kind == "clean" {
        #expect(!run.findings.contains { $0.severity >= .medium }, "\(file.file)")
        #expect(run.failures.isEmpty, "\(file.file)")
      }
    }
    #expect(looked > 20)
  }
}
