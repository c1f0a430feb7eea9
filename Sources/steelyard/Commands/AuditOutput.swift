import ArgumentParser
import InformationLaw
import Scrutiny

/// Writes audits, whatever was audited: results to standard output, counts to standard error.
struct AuditOutput {
  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  private let format: Format
  private let book: StatuteBook
  private var results: ResultWriter
  /// SARIF is one log of all files.
  private var kept: [AuditedFile] = []
  private var unread: [SARIF.Unread] = []

  init(format: Format, book: StatuteBook, count: Int) {
    self.format = format
    self.book = book
    results = ResultWriter(
      format == .json ? .json : format == .jsonl ? .lines : .text, count: count)
  }

  /// Writes the result of a file; of one that was not held against the law, no counts, which would
  /// look like a clean letter's.
  mutating func take(_ file: AuditedFile, isAudited: Bool = true) {
    switch format {
    case .text:
      results.take(
        AuditText.text(of: file, carets: Output.isTerminal, colour: Output.isTerminal))
      if isAudited { Output.error("\(file.name): \(AuditText.summary(of: file.report))") }
    case .json: results.take(AuditJSON.text(of: file))
    case .jsonl: results.take(AuditJSON.text(of: file, onOneLine: true))
    case .sarif: kept.append(file)
    }
  }

  /// Keeps, for SARIF, why a file that has a result was not held against the law whole.
  mutating func take(notWhole reasons: [String], file: String) {
    guard format == .sarif else { return }
    unread += reasons.map { SARIF.Unread(file: file, reason: $0) }
  }

  /// Writes that a file could not be read; in text that is for standard error alone.
  mutating func take(unreadable failure: Failure) {
    switch format {
    case .text: break
    case .json, .jsonl:
      results.take(failure.json(schema: "audit/1", onOneLine: format == .jsonl))
    case .sarif: unread.append(SARIF.Unread(file: failure.file, reason: failure.message))
    }
  }

  /// Ends the output.
  func finish() {
    if format == .sarif {
      Output.result(SARIF.text(of: kept, unread: unread, book: book, version: Steelyard.version))
    } else {
      results.finish()
    }
  }
}
