import ArgumentParser
import Documents
import Foundation
import LetterReading
import Scrutiny

/// `steelyard read`: what letters say, by part.
struct ReadLetter: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read letters: what each part of them does.",
    discussion: """
      Text, web pages, Word (.docx), OpenDocument (.odt), PDF with a text layer and e-mail; a folder \
      stands for the letters in it. Everything but plain text is opened in a confined process. Nothing \
      is judged here; 'steelyard audit' does that. Status 0, or 2 where a file cannot be read.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl
  }

  @Argument(help: "Letters or folders of letters; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json or jsonl.")
  var format: Format = .text

  @Flag(help: "Show each stage: text, blocks, citations, roles, facts, and why.")
  var explain = false

  @ArgumentParser.Option(help: "How many files to read at once; every core unless said otherwise.")
  var jobs = Batch.cores

  func run() async throws {
    let reader = try Books.letterReader()
    let paths = try LetterFiles.expand(files)
    let (format, explain) = (format, explain)
    var output = ResultWriter(format.form, count: paths.count)
    var isUnreadable = false
    await Batch.run(paths, jobs: jobs) { path in
      LetterFiles.text(of: path).map { document in
        explain
          ? Shown(reader.explain(document.text), of: document, path: path, format: format)
          : Shown(reader.read(document.text), of: document, path: path, format: format)
      }
    } take: { result in
      switch result {
      case .success(let shown):
        output.take(shown.text)
        for remark in shown.remarks { Output.error(remark) }
      case .failure(let failure):
        isUnreadable = true
        Output.error("steelyard: \(failure.message)")
        if format != .text {
          output.take(failure.json(schema: "letter/1", onOneLine: format == .jsonl))
        }
      }
    }
    output.finish()
    if isUnreadable { throw ExitCode(2) }
  }
}

extension ReadLetter {
  /// What is written of one file.
  private struct Shown: Sendable {
    var text: String
    var remarks: [String]

    init(_ reading: Reading, of document: DocumentText, path: String, format: Format) {
      text =
        format == .text
        ? LetterOutline.text(of: reading, file: path)
        : LetterJSON.text(of: reading, file: path, onOneLine: format == .jsonl)
      remarks = document.remarks(path) + reading.remarks(path)
    }

    init(_ explanation: Explanation, of document: DocumentText, path: String, format: Format) {
      text =
        format == .text
        ? ExplanationText.text(of: explanation, file: path)
        : ExplanationJSON.text(of: explanation, file: path, onOneLine: format == .jsonl)
      remarks = document.remarks(path) + explanation.reading.remarks(path)
    }
  }
}

extension DocumentText {
  /// What there is to say about how the text was had, for standard error.
  func remarks(_ path: String) -> [String] { notes.map { "\(path): note: \($0.message)" } }
}

extension Reading {
  /// What there is to say where the text was not read by role, or not to its end.
  func remarks(_ path: String) -> [String] {
    let end = isReadUpTo.map {
      "note: Only the first \($0) characters were read; no letter is so long."
    }
    return [language.remark, end].compactMap { remark in remark.map { "\(path): \($0)" } }
  }
}

extension ReadLetter.Format {
  /// How results stand together.
  var form: ResultWriter.Form {
    switch self {
    case .text: .text
    case .json: .json
    case .jsonl: .lines
    }
  }
}
