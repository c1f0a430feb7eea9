import Foundation
import Testing

@testable import Documents
@testable import HiddenData

/// The PDFs of the shared folder and what is known of them.
struct SharedPDF: Decodable {
  struct Planted: Decodable {
    var `class`: String
    var canary: String?
    var carrier: String?
  }
  var file: String
  var kind: String
  var planted: [Planted]

  static let folder = ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map {
    URL(filePath: $0).appending(path: "corpus")
  }

  static func all() throws -> [(SharedPDF, [UInt8])] {
    struct Manifest: Decodable { var files: [SharedPDF] }
    let folder = try #require(folder)
    let data = try Data(contentsOf: folder.appending(path: "manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: data).files
      .filter { $0.file.hasSuffix(".pdf") }
      .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0.file)))) }
  }
}

@Suite(
  "The shared PDFs",
  .enabled(if: SharedPDF.folder != nil, "STEELYARD_SHARED does not name the shared folder"))
struct SharedPDFTests {
  @Test("what was planted in objects is found and shown; clean files raise no alarm")
  func planted() throws {
    let own = Set(PDFInspector.families.flatMap { $0.classes }.map(\.id))
    for (file, bytes) in try SharedPDF.all() where file.kind == "planted" || file.kind == "clean" {
      let run = PDFRun.inspect(bytes)
      let said = run.findings.map { $0.excerpt + " " + $0.where }.joined(separator: " ")
      for planted in file.planted where own.contains(planted.class) {
        #expect(run.findings.contains { $0.class == planted.class }, "\(file.file)")
        if planted.carrier == "text", let canary = planted.canary {
          #expect(said.contains(canary), "\(file.file)")
        }
      }
      if file.kind == "clean" { #expect(PDFRun.isClean(run), "\(file.file)") }
    }
  }

  @Test("a cleaned copy of each holds nothing that cleaning takes out")
  func cleaned() throws {
    for (file, bytes) in try SharedPDF.all() where bytes.count < 100_000 {
      guard let copy = try? PDFCleaner.clean(bytes, limits: InspectionLimits()) else { continue }
      let own = Set(PDFInspector.families.flatMap { $0.classes }.map(\.id))
      let left = PDFRun.inspect(copy).findings.filter { $0.removable && own.contains($0.class) }
      #expect(left.isEmpty, "\(file.file): \(left.map(\.class))")
    }
  }
}
