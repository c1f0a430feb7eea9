import Foundation
import InformationLaw
import Testing

/// Checks against worked dates kept outside the repository, where they are at hand.
@Suite("Worked dates kept beside the repository")
struct SharedLawTests {
  /// The folder with the worked dates, or nil.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appending(path: "shared/law")
    return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
  }()

  @Test(
    "every plain FOIA example agrees",
    .enabled(
      if: folder != nil, "skipped: the folder with worked dates is not beside the repository"))
  func workedExamples() throws {
    let file = try #require(Self.folder).appending(path: "clocks.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let book = try StatuteBook.builtIn()
    let clock = try #require(book.responseClock(.foia))
    var checked = 0
    for entry in text.components(separatedBy: "\n  - id: w").dropFirst() {
      func value(_ key: String) -> Day? {
        entry.components(separatedBy: "\n    \(key): '").dropFirst().first.flatMap {
          Day(String($0.prefix(10)))
        }
      }
      guard entry.contains("clock: foia-s10-20wd"), let start = value("start"),
        let due = value("due")
      else { continue }
      let reading = try clock.reading(received: start, calendar: book.workingDays(.foia))
      #expect(reading.due == due, "received \(start)")
      checked += 1
    }
    #expect(checked >= 18)
  }
}
