import Documents
import Testing

@testable import Redaction

/// The text of each page as Poppler reads it, without blanks.
func secondReading(_ bytes: [UInt8]) -> [String] {
  bytes.withUnsafeBufferPointer { buffer in
    guard let reader = SecondReader(buffer) else { return [] }
    return (0..<reader.pageCount).map { page in
      let glyphs = reader.text(page, scale: 1)?.glyphs ?? []
      return String(String.UnicodeScalarView(glyphs.map(\.scalar))).filter { !$0.isWhitespace }
    }
  }
}

/// A page drawn at a pixel a point.
func drawing(_ bytes: [UInt8], page: Int = 0) throws -> Drawing {
  let drawing = try bytes.withUnsafeBufferPointer { buffer in
    try RedactionFile(buffer, limits: DocumentLimits()).drawing(page, scale: 1)
  }
  return try #require(drawing)
}

@Suite("Awkward files")
struct AwkwardTaskTests {
  @Test("nothing that was marked can be found again", arguments: AwkwardTask.all)
  func nothingIsLeft(task: AwkwardTask) throws {
    let result = try Redactor.redact(task.bytes, plan: task.plan)

    let terms = task.secrets.map(Folding.bare)
    let search = try #require(ObjectSearch(result.bytes, terms: terms))
    #expect(search.hits.isEmpty)
    #expect(!search.hasMore)
    let pages = secondReading(result.bytes)
    for secret in task.secrets {
      #expect(!pages.contains { $0.contains(secret.filter { !$0.isWhitespace }) })
    }
    for text in task.keep {
      #expect(pages.contains { $0.contains(text.filter { !$0.isWhitespace }) }, "\(text) is lost")
    }
    #expect(task.mayBePicture || result.report.pagesAsPictures.isEmpty, "\(result.report.remarks)")
    #expect(Set(result.report.proof.map(\.check)).count == 5)
  }

  @Test("what is under the boxes is of one colour", arguments: AwkwardTask.pictures)
  func nothingIsUnderneath(task: AwkwardTask) throws {
    let area = PageBox(left: 218, top: 842 - 522, right: 302, bottom: 842 - 478)
    let before = try drawing(task.bytes)
    #expect(before.contrast(in: before.pixels(of: area, scale: 1)) > 60)

    let result = try Redactor.redact(task.bytes, plan: task.plan)
    let lifted = try #require(ObjectSearch.lifted(result.bytes, pages: [0]))
    let under = try drawing(lifted)
    #expect(under.contrast(in: under.pixels(of: area, scale: 1)) <= 24)
  }

  @Test("each awkward file shows its secret before")
  func theFilesAreReal() throws {
    for task in AwkwardTask.all where !task.secrets.isEmpty {
      let isHidden = try #require(
        ObjectSearch(task.bytes, terms: [Folding.bare(AwkwardTask.secret)])
      ).hits.isEmpty
      let isRead = secondReading(task.bytes).contains { text in
        task.secrets.contains { text.contains($0) }
      }
      #expect(!isHidden || isRead, "\(task.name)")
    }
  }

  @Test("there are at least twenty-eight of them, and each has its own name")
  func thereAreEnough() {
    #expect(AwkwardTask.all.count >= 28)
    #expect(Set(AwkwardTask.all.map(\.name)).count == AwkwardTask.all.count)
  }
}
