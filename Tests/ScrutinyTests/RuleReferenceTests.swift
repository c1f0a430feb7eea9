import Foundation
import InformationLaw
import Testing

@testable import Scrutiny

@Suite("The reference of the rules")
struct RuleReferenceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/rules")

  @Test("docs/rules says what the statute book and the rules' examples say")
  func isCurrent() throws {
    let reference = RuleReference(
      book: try Cases.book.get(), audit: try Cases.letterAudit.get())
    let pages = reference.pages
    if ProcessInfo.processInfo.environment["STEELYARD_UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      for page in pages {
        try Data(page.text.utf8).write(to: Self.folder.appending(path: page.name))
      }
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(kept) == Set(pages.map(\.name)))
    for page in pages {
      let text = try String(
        contentsOf: Self.folder.appending(path: page.name), encoding: .utf8)
      guard text != page.text else { continue }
      let changes = page.text.split(separator: "\n").difference(from: text.split(separator: "\n"))
      let lines = changes.prefix(8).map { change in
        switch change {
        case .insert(_, let line, _): "+ \(line)"
        case .remove(_, let line, _): "- \(line)"
        }
      }
      Issue.record(
        "\(page.name) is out of date; STEELYARD_UPDATE_GOLDEN=1 writes it anew:\n\(lines.joined(separator: "\n"))"
      )
    }
  }

  @Test("every rule stands on a page")
  func complete() throws {
    let rules = try Cases.book.get().rules
    #expect(Set(rules.map(\.topic)) == Set(RuleReference.topics.map(\.key)))
  }
}
