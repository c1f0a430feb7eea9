import Documents
import Foundation
import Testing

@testable import Redaction

/// The tasks of the shared corpus, where it is at hand.
struct CorpusTask: Decodable, Sendable, CustomTestStringConvertible {
  struct Task: Decodable {
    var page: Int
    var regions: [[Double]]
    var secrets: [String]
    var keep: [String]

    enum CodingKeys: String, CodingKey {
      case page, regions, secrets
      case keep = "must_keep"
    }
  }

  var file: String
  var kind: String
  var task: Task?
  var testDescription: String { file }

  private struct Manifest: Decodable { var files: [CorpusTask] }

  static let folder = ProcessInfo.processInfo.environment["STEELYARD_SHARED"].map {
    URL(filePath: $0).appending(path: "corpus")
  }

  static let all: [CorpusTask] = {
    guard let folder,
      let data = try? Data(contentsOf: folder.appending(path: "manifest.json")),
      let manifest = try? JSONDecoder().decode(Manifest.self, from: data)
    else { return [] }
    return manifest.files.filter { $0.kind == "redaction_task" }
  }()
}

@Suite(
  "The tasks of the corpus",
  .enabled(if: CorpusTask.folder != nil, "STEELYARD_SHARED does not name the shared folder"))
struct CorpusTests {
  @Test("the corpus has tasks") func hasTasks() { #expect(!CorpusTask.all.isEmpty) }

  @Test("nothing is left of a secret, and the rest stays", arguments: CorpusTask.all)
  func task(_ task: CorpusTask) throws {
    let folder = try #require(CorpusTask.folder)
    let work = try #require(task.task)
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: task.file)))
    let size = try RedactionPreview.page(work.page + 1, of: bytes)
    // The regions are in the page's own measure, from the bottom left.
    let marks = work.regions.map { region in
      RedactionPlan.Mark(
        .box(
          page: work.page + 1,
          PageBox(
            left: region[0], top: size.height - region[3], right: region[2],
            bottom: size.height - region[1])), code: "s40(2)")
    }
    let result = try Redactor.redact(bytes, plan: RedactionPlan(marks: marks))
    let search = try #require(
      ObjectSearch(result.bytes, terms: work.secrets.map(Folding.bare)))
    #expect(search.hits.isEmpty)
    let pages = secondReading(result.bytes).joined()
    for secret in work.secrets { #expect(!pages.contains(secret)) }
    for text in work.keep { #expect(pages.contains(text.filter { !$0.isWhitespace })) }
  }
}
