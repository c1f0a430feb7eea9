import Foundation
import Testing

@testable import HiddenData

/// Awkward files kept beside the repository, with a list of what was put into them.
private struct AwkwardFile: Decodable, Sendable {
  struct Planted: Decodable, Sendable {
    var `class`: String
    var canary: String
    var carrier: String
  }
  var file: String
  var format: String
  var kind: String
  var planted: [Planted]

  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "corpus")
    let list = folder.appending(path: "manifest.json").path()
    return FileManager.default.fileExists(atPath: list) ? folder : nil
  }()

  private struct List: Decodable { var files: [AwkwardFile] }

  static func all(_ formats: Set<String>) throws -> [(AwkwardFile, [UInt8])] {
    guard let folder else { return [] }
    let list = try JSONDecoder().decode(
      List.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    return try list.files.filter { formats.contains($0.format) }.map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0.file))))
    }
  }
}

@Suite(
  "Files kept beside the repository",
  .enabled(if: AwkwardFile.folder != nil, "STEELYARD_SHARED names no folder with a corpus"))
struct SharedOfficeFilesTests {
  @Test("what was put into presentations, archives and shared parts is found and shown")
  func planted() throws {
    let classes = Set(
      (PresentationInspector.classes + ArchiveInspector.classes + OfficePartsInspector.classes)
        .map(\.id))
    var count = 0
    for (file, bytes) in try AwkwardFile.all(["pptx", "zip", "docx", "xlsx"]) {
      let planted = file.planted.filter { classes.contains($0.class) }
      guard !planted.isEmpty else { continue }
      let (findings, _) = OfficeRun.findings(bytes)
      for one in planted {
        count += 1
        #expect(
          findings.contains {
            $0.class == one.class
              && (one.carrier != "text" || "\($0.where) \($0.excerpt)".contains(one.canary))
          }, "\(file.file): \(one.class)")
      }
    }
    #expect(count > 0)
  }

  @Test("clean files raise no alarm")
  func clean() throws {
    for (file, bytes) in try AwkwardFile.all(["pptx", "zip", "docx", "xlsx"])
    where file.kind == "clean" {
      let (findings, failures) = OfficeRun.findings(bytes)
      #expect(findings.filter { $0.severity >= .medium } == [], "\(file.file)")
      #expect(failures == [], "\(file.file)")
    }
  }
}
