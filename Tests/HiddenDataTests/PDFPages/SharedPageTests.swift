import Foundation
import Testing

@testable import HiddenData

/// Court files with redactions that cover and redactions that remove; read where they are at hand.
@Suite(.enabled(if: SharedPages.folder != nil, "STEELYARD_SHARED names no folder of files"))
struct SharedPageTests {
  @Test("bad redactions are found")
  func bad() throws {
    for name in ["bad_cross_hatched_redactions", "rectangles_yes", "rectangles_yes_2"] {
      let run = PageRun.inspect(try SharedPages.bytes("pub_xray_\(name).pdf"))
      #expect(run.findings.contains { $0.class == "pdf.text_under_box" }, "\(name)")
    }
  }

  @Test("good redactions raise no alarm")
  func good() throws {
    let folder = try #require(SharedPages.folder)
    let bad: Set = [
      "bad_cross_hatched_redactions", "hidden_text_on_visible_text", "rectangles_yes",
      "rectangles_yes_2",
    ]
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      guard file.hasPrefix("pub_xray_"), !bad.contains(String(file.dropFirst(9).dropLast(4))) else {
        continue
      }
      let run = PageRun.inspect(try SharedPages.bytes(file))
      #expect(run.failures.isEmpty, "\(file)")
      #expect(!run.findings.contains { $0.class == "pdf.text_under_box" }, "\(file)")
      count += 1
    }
    #expect(count > 15)
  }
}

enum SharedPages {
  static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["STEELYARD_SHARED"]
    let folder = named.map { URL(filePath: $0).appending(path: "corpus/files") }
    return folder.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
