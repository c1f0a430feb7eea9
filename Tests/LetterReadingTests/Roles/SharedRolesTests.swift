import Foundation
import InformationLaw
import LetterReading
import Testing

/// Where letters with their parts marked are kept beside the repository; nil where they are not at hand.
private let labelledLetters: URL? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let shared =
    ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")
  let folder = shared.appending(path: "corpus/letters")
  return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
}()

@Suite(
  "Roles in labelled letters", .enabled(if: labelledLetters != nil, "no letters at hand"))
struct SharedRolesTests {
  private struct Labels: Decodable {
    struct Part: Decodable {
      var role: Role
      var exemption: String?
      var start: Int
      var end: Int
    }
    var spans: [Part]
  }

  private struct Sidecar: Decodable {
    var provenance: String
  }

  @Test(
    "the weights still fit the letters that they were fitted to", arguments: ["real", "recreated"])
  func stillFits(provenance: String) throws {
    let folder = try #require(labelledLetters)
    let reader = try LetterReader(book: try StatuteBook.builtIn())
    var fit = Fit()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    where file.hasSuffix(".labels.json") {
      let name = file.dropLast(".labels.json".count)
      let side = try JSONDecoder().decode(
        Sidecar.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
      guard side.provenance == provenance else { continue }
      let labels = try JSONDecoder().decode(
        Labels.self, from: Data(contentsOf: folder.appending(path: file)))
      let text = try String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8)
      fit.add(
        said: reader.read(text).spans,
        there: labels.spans.map {
          Span(role: $0.role, exemption: $0.exemption, start: $0.start, end: $0.end)
        })
    }
    #expect(fit.there > 100)
    #expect(fit.f1 >= 0.95)
    #expect(Double(fit.rightExemption) >= 0.95 * Double(fit.found))
  }
}
