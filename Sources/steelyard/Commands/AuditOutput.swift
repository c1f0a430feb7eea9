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

  /// Writes that a file could not be read; in text and SARIF that is for standard error alone.
  mutating func take(unreadable failure: Failure) {
    guard format == .json || format == .jsonl else { return }
    results.take(failure.json(schema: "audit/1", onOneLine: format == .jsonl))
  }

  /// Ends the output.
  func finish() {
    if format == .sarif {
      Output.result(SARIF.text(of: kept, book: book, version: Steelyard.version))
    } else {
      results.finish()
    }
  }
}
