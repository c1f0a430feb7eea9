import ArgumentParser
import DataFiles
import Foundation
import InformationLaw
import Letters
import PublicInterest
import Scrutiny

/// `steelyard check`: structured decisions against the law.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check decision files against the law, like a compiler.",
    discussion: """
      Rules that need a person's judgement are never decided here: they fail only where there is nothing \
      to judge. Status 0 without a finding, 1 with one, 2 where a file cannot be read.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  @Argument(help: "Decision files in YAML; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json, jsonl or sarif.")
  var format: Format = .text

  func run() throws {
    let book = try Books.statuteBook()
    let scrutiny: Scrutiny
    do { scrutiny = try Scrutiny(book: book) } catch { throw Failure(error.description) }
    var checked: [CheckedDecision] = []
    var isUnreadable = false
    for path in files {
      do {
        let text = try Input.text(path, limit: DecisionFile.limit)
        let file = try DecisionFile(parsing: text, file: path, book: book)
        let letter = Letter(decision: file.decision, book: book, addressee: file.addressee)
        checked.append(
          CheckedDecision(
            name: path, text: text, file: file,
            report: scrutiny.report(on: file.decision, letter: LetterText(letter))))
      } catch let failure as Failure {
        Output.error("steelyard: \(failure.message)")
        isUnreadable = true
      } catch let error as DataFileError {
        Output.error(error.description)
        isUnreadable = true
      }
    }
    write(checked, book: book)
    if isUnreadable { throw ExitCode(2) }
    if checked.contains(where: { !$0.report.findings.isEmpty }) { throw ExitCode(1) }
  }

  private func write(_ checked: [CheckedDecision], book: StatuteBook) {
    guard !checked.isEmpty else { return }
    switch format {
    case .text:
      for decision in checked {
        let text = AuditText.text(
          of: decision, carets: Output.isTerminal, colour: Output.isTerminal)
        if !text.isEmpty { Output.result(text) }
        Output.error("\(decision.name): \(AuditText.summary(of: decision.report))")
      }
    case .json:
      // One file is one object; several are a list, so that the output is always one JSON value.
      let results = checked.map { AuditJSON.text(of: $0, book: book) }
      Output.result(results.count == 1 ? results[0] : "[\(results.joined(separator: ",\n"))]")
    case .jsonl:
      for decision in checked {
        Output.result(AuditJSON.text(of: decision, book: book, onOneLine: true))
      }
    case .sarif: Output.result(SARIF.text(of: checked, book: book, version: Steelyard.version))
    }
  }
}
