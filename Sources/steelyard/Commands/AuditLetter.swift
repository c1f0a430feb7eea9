import ArgumentParser
import DataFiles
import Documents
import Foundation
import InformationLaw
import LetterReading
import Precedents
import Scrutiny

/// `steelyard audit`: letters against the law.
struct AuditLetter: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Audit letters against the law, like a compiler.",
    discussion: """
      Any authority's letter, or a folder of them: what is unlawful, what is bad practice, where, and \
      what to do. It is held against the law of the day on which it was sent. What only the case file \
      or a person can tell is left open, never guessed. Status 0 without a finding, 1 with one, 2 where \
      a file cannot be read, is not in English or goes on for longer than any letter.
      """)

  @Argument(help: "Letters or folders of letters; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json, jsonl or sarif.")
  var format: AuditOutput.Format = .text

  @ArgumentParser.Option(
    help: "A folder of other letters: reasons that stand in them too are findings.")
  var against: String?

  @Flag(help: "The file is a part of a reply, such as a public interest test on a page of its own.")
  var part = false

  @ArgumentParser.Option(help: "How many files to audit at once; every core unless said otherwise.")
  var jobs = Batch.cores

  func run() async throws {
    let book = try Books.statuteBook()
    let reader = try Books.letterReader(book)
    let audit: LetterAudit
    do { audit = try LetterAudit(book: book) } catch { throw Failure(error.description) }
    let paths = try LetterFiles.expand(files)
    let others = try await others(reader, book)
    let wholeLetter: Bool? = part ? false : nil

    var writer = AuditOutput(format: format, book: book, count: paths.count)
    var status: Int32 = 0
    await Batch.run(paths, jobs: jobs) { path in
      LetterFiles.text(of: path).map { document in
        let reading = reader.read(document.text)
        var report = audit.report(on: reading, wholeLetter: wholeLetter)
        if let others, reading.language == .english {
          let own = others.names[LetterFiles.canonical(path)]
          report = others.check.adding(to: report, of: reading) { $0 == own }
        }
        return Audited(
          file: AuditedFile(name: path, reading: reading, report: report),
          notes: document.remarks(path), notWhole: reading.remarks(path),
          language: reading.language)
      }
    } take: { result in
      switch result {
      case .success(let audited):
        writer.take(audited.file, isAudited: audited.language == .english)
        for remark in audited.notes + audited.notWhole { Output.error(remark) }
        if !audited.notWhole.isEmpty {
          writer.take(notWhole: audited.notWhole, file: audited.file.name)
          status = 2
        } else if !audited.file.report.findings.isEmpty {
          status = max(status, 1)
        }
      case .failure(let failure):
        writer.take(unreadable: failure)
        Output.error("steelyard: \(failure.message)")
        status = 2
      }
    }
    writer.finish()
    if status != 0 { throw ExitCode(status) }
  }

  private struct Audited: Sendable {
    var file: AuditedFile
    var notes: [String]
    /// Why it was not held against the law, or not to its end.
    var notWhole: [String]
    var language: Language
  }

  /// The letters to compare with, and their names by what tells files apart: a letter that lies among
  /// them is not compared with itself.
  private struct Others: Sendable {
    var check: BoilerplateCheck
    var names: [String: String]
  }

  /// The letters to compare with, if there are any.
  private func others(_ reader: LetterReader, _ book: StatuteBook) async throws -> Others? {
    guard let against else { return nil }
    var letters = Boilerplate()
    var names: [String: String] = [:]
    await Batch.run(try LetterFiles.letters(in: against), jobs: jobs) { path in
      (path, LetterFiles.text(of: path).map { BoilerplateCheck.passages(of: reader.read($0.text)) })
    } take: { path, passages in
      switch passages {
      case .success(let passages):
        letters.add(letter: path, passages: passages)
        names[LetterFiles.canonical(path)] = path
      case .failure(let failure):
        Output.error("steelyard: \(failure.message) It was not compared with.")
      }
    }
    guard letters.count > 0 else { throw Failure("\(against): holds no letter that can be read") }
    return Others(check: BoilerplateCheck(book: book, letters: letters), names: names)
  }
}
