import ArgumentParser
import InformationLaw
import Scrutiny

/// How audits are written, whatever was audited.
enum AuditOutput {
  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  /// Writes the results to standard output and the counts to standard error.
  static func write(_ audited: [AuditedFile], format: Format, book: StatuteBook) {
    guard !audited.isEmpty else { return }
    switch format {
    case .text:
      for file in audited {
        let text = AuditText.text(of: file, carets: Output.isTerminal, colour: Output.isTerminal)
        if !text.isEmpty { Output.result(text) }
        Output.error("\(file.name): \(AuditText.summary(of: file.report))")
      }
    case .json:
      // One file is one object; several are a list, so that the output is always one JSON value.
      let results = audited.map { AuditJSON.text(of: $0) }
      Output.result(results.count == 1 ? results[0] : "[\(results.joined(separator: ",\n"))]")
    case .jsonl:
      for file in audited { Output.result(AuditJSON.text(of: file, onOneLine: true)) }
    case .sarif:
      Output.result(SARIF.text(of: audited, book: book, version: Steelyard.version))
    }
  }
}
