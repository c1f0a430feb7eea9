import DataFiles
import Foundation
import InformationLaw
import Letters
import PublicInterest

@testable import Scrutiny

/// The worked examples that come with the product, and the audit to hold against them.
enum Cases {
  static let book = Result { try StatuteBook.builtIn() }
  /// The audit of letters, made once: it lays out the law of every time.
  static let letterAudit = Result { try LetterAudit(book: try book.get()) }
  private static let well = Result { try file("suppliers-decided-well.yaml").decision }

  static func scrutiny() throws -> Scrutiny { try Scrutiny(book: try book.get()) }

  /// The text of a worked example.
  static func text(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources/steelyard/Data/examples")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  static func file(_ name: String) throws -> DecisionFile {
    try DecisionFile(parsing: try text(name), file: name, book: try book.get())
  }

  /// The exemplary decision that the rules' examples change.
  static func decidedWell() throws -> Decision { try well.get() }

  /// The same request as first answered.
  static func firstWritten() throws -> Decision {
    try file("suppliers-as-first-written.yaml").decision
  }

  /// The letter of a decision with officers' edits.
  static func letter(of decision: Decision, edits: [String: String] = [:]) throws -> LetterText {
    LetterText(Letter(decision: decision, book: try book.get()).applying(edits: edits))
  }

  /// A worked example with its audit.
  static func checked(_ name: String) throws -> AuditedFile {
    let file = try file(name)
    let report = try scrutiny().report(on: file.decision)
    return AuditedFile(
      name: name, text: try text(name), decision: file, report: report, book: try book.get())
  }
}

extension ScrutinyReport {
  /// What a rule says, its limbs taken together.
  func verdict(_ rule: String) -> Verdict {
    verdicts.filter { $0.rule == rule }.map(\.verdict)
      .reduce(.notApplicable) { $0.combined(with: $1) }
  }

  func findings(under rule: String) -> [Finding] { findings.filter { $0.rule == rule } }
}
