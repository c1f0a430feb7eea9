import ArgumentParser
import Documents
import Foundation
import HiddenData
import Passwords

/// `steelyard clean`: a copy without what is hidden.
struct CleanFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Make a copy without the hidden data, proved by a second look.",
    discussion: """
      What is visible stays. The copy is looked into again before it is written; with --cells it is a \
      new CSV or workbook made of the visible cells alone. Status 0 where the copy is clean, 1 where \
      something is left in it (it is named), 2 where the file cannot be read.
      """)

  @Argument(help: "The file.")
  var file: String

  @ArgumentParser.Option(name: [.customShort("o"), .long], help: "Where to.")
  var output: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @Flag(help: "Of a workbook: a new file of the visible cells; the ending of -o is csv or xlsx.")
  var cells = false

  @ArgumentParser.Option(
    help: "Of the visible cells, these: 'Spending' or 'Spending!A1:F20'. May be given again.")
  var range: [String] = []

  @ArgumentParser.Option(help: "text or json.")
  var format: Form = .text

  /// How the result is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// What was done, as `cleaning/1`.
  private struct Report: Encodable {
    var schema = "cleaning/1"
    var file: String
    var output: String
    var sha256: String
    var before: Inspection
    var after: Inspection
  }

  func run() throws {
    let bytes = try FileBytes.read(file, limit: InspectionLimits().bytes).get()
    let before = ConfinedInspector.inspect(now: bytes, name: file, sha256: sha256(bytes))
    let cleaned: [UInt8]
    do throws(Unreadable) {
      cleaned = try ConfinedMaker.make(now: try arguments(), of: bytes)
    } catch { throw Failure("\(file): \(error.message)") }
    let digest = sha256(cleaned)
    let after = ConfinedInspector.inspect(now: cleaned, name: output, sha256: digest)
    guard after.verdict != .unreadable else {
      throw Failure(
        "\(file): the copy could not be proved, and was not written. "
          + after.reasons.joined(separator: " "))
    }
    try WholeFile.write(cleaned, to: output, force: force)
    switch format {
    case .json:
      Output.result(
        try Output.json(
          Report(file: file, output: output, sha256: digest, before: before, after: after)))
    case .text:
      Output.result(
        "\(output): \(before.findings.count) findings before, \(after.findings.count) after")
      if !after.findings.isEmpty { Output.result(InspectionText.text(of: after)) }
    }
    if !after.findings.isEmpty { throw ExitCode(1) }
  }

  private func arguments() throws(Unreadable) -> [String] {
    guard cells || !range.isEmpty else { return ["clean", "--name=\(file)"] }
    let ending = (output as NSString).pathExtension.lowercased()
    guard let form = FileExtraction.Form(rawValue: ending) else {
      throw Unreadable(
        .unknownFormat, "Visible cells are written as .csv or .xlsx; '.\(ending)' is neither.")
    }
    return try FileExtraction.arguments(
      form, range.isEmpty ? nil : range.map { CellChoice($0) })
  }
}
