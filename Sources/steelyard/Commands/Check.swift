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

  @Argument(help: "Decision files in YAML; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json, jsonl or sarif.")
  var format: AuditOutput.Format = .text

  func run() throws {
    let book = try Books.statuteBook()
    let scrutiny: Scrutiny
    do { scrutiny = try Scrutiny(book: book) } catch { throw Failure(error.description) }
    var output = AuditOutput(format: format, book: book, count: files.count)
    var found = false
    var isUnreadable = false
    for path in files {
      do {
        let text = try Input.text(path, limit: DecisionFile.limit)
        let file = try DecisionFile(parsing: text, file: path, book: book)
        let letter = Letter(decision: file.decision, book: book, addressee: file.addressee)
        let checked = AuditedFile(
          name: path, text: text, decision: file,
          report: scrutiny.report(on: file.decision, letter: LetterText(letter)), book: book)
        output.take(checked)
        found = found || !checked.report.findings.isEmpty
      } catch let failure as Failure {
        Output.error("steelyard: \(failure.message)")
        isUnreadable = true
      } catch let error as DataFileError {
        Output.error(error.description)
        isUnreadable = true
      }
    }
    output.finish()
    if isUnreadable { throw ExitCode(2) }
    if found { throw ExitCode(1) }
  }
}
