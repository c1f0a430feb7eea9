import ArgumentParser
import DataFiles
import Documents
import Foundation
import PersonalData

/// `steelyard suggest`: passages that look like personal data or protected facts.
struct SuggestPassages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggest passages that look like personal data or facts that need protection.",
    discussion: """
      Names, addresses, numbers with their check digits, hosts, products with versions, small counts in \
      tables. Each with how sure it is and why. It suggests; a person decides. Status 0 without a \
      suggestion, 1 with one, 2 where a file cannot be read.
      """)

  @Argument(help: "Files or folders of them; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json or jsonl.")
  var format: ReadLetter.Format = .text

  @ArgumentParser.Option(help: "Counts in tables up to this number are suggested; 0 for none.")
  var smallCounts = 4

  @ArgumentParser.Option(help: "How many files to read at once; every core unless said otherwise.")
  var jobs = Batch.cores

  func validate() throws {
    guard (0...100).contains(smallCounts) else {
      throw ValidationError("--small-counts: a number from 0 to 100")
    }
  }

  func run() async throws {
    let reader: SuggestionReader
    do { reader = try SuggestionReader(smallCounts: 1...max(1, smallCounts)) } catch {
      throw Failure(error.description)
    }
    let counts = smallCounts > 0
    let paths = try LetterFiles.expand(files)
    var output = ResultWriter(format.form, count: paths.count)
    var status: Int32 = 0
    let format = format
    await Batch.run(paths, jobs: jobs) { path in
      LetterFiles.text(of: path).map { document in
        Found(
          file: path,
          suggestions: reader.suggest(in: document.text).filter {
            counts || $0.kind != .smallCount
          },
          remarks: document.remarks(path))
      }
    } take: { result in
      switch result {
      case .success(let found):
        for remark in found.remarks { Output.error(remark) }
        if !found.suggestions.isEmpty { status = max(status, 1) }
        output.take(
          format == .text
            ? SuggestionsText.text(of: found.suggestions, file: found.file)
            : SuggestionsJSON.text(
              of: found.suggestions, file: found.file, onOneLine: format == .jsonl))
      case .failure(let failure):
        status = 2
        Output.error("steelyard: \(failure.message)")
        if format != .text {
          output.take(failure.json(schema: "suggestions/1", onOneLine: format == .jsonl))
        }
      }
    }
    output.finish()
    if status != 0 { throw ExitCode(status) }
  }

  private struct Found: Sendable {
    var file: String
    var suggestions: [Suggestion]
    var remarks: [String]
  }
}
