import ArgumentParser
import Documents
import Foundation
import HiddenData
import Passwords
import Redaction

/// `steelyard redact`: true redaction, proved.
struct RedactFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Take passages out of a file, and prove that they are gone.",
    discussion: """
      PDF, JPEG, PNG and text; office files and e-mails by way of a PDF, which the new file is then. The plan \
      says what goes: boxes, words wherever they stand, whole pages, each under a provision. Other code than that which made the new file tries to find what was taken \
      out; a redaction that cannot be proved is not written. Status 0 where it was, 1 where something \
      else is hidden in the new file (it is named), 2 where none was written.
      """)

  @Argument(help: "The file.")
  var file: String

  @ArgumentParser.Option(help: "The plan, as redaction-plan/1 (JSON); - for standard input.")
  var plan: String

  @ArgumentParser.Option(name: [.customShort("o"), .long], help: "Where to.")
  var output: String

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @ArgumentParser.Option(help: "text or json.")
  var format: CleanFile.Form = .text

  /// The report with the names of the files: `redaction/1`.
  private struct Result: Encodable {
    var file: String
    var output: String
    var sha256: String
    var report: RedactionReport
    var inspection: Inspection

    func encode(to encoder: any Encoder) throws {
      try report.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(file, forKey: .file)
      try container.encode(output, forKey: .output)
      try container.encode(sha256, forKey: .sha256)
      try container.encode(inspection, forKey: .inspection)
    }

    enum Key: String, CodingKey { case file, output, sha256, inspection }
  }

  func run() throws {
    let json = try Input.text(self.plan, limit: 16_000_000)
    let plan: RedactionPlan
    do throws(Unreadable) { plan = try RedactionPlan.reading(json.utf8) } catch {
      throw Failure("\(self.plan): \(error.message)")
    }
    let given = try FileBytes.read(file, limit: InspectionLimits().bytes).get()
    let result: RedactionResult
    do {
      let bytes = try redactable(given)
      result = try ConfinedRedactor.redact(now: PlannedFile(plan: plan, bytes: bytes))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(file): \((error as? Unreadable)?.message ?? "\(error)")")
    }
    // The last part of the proof: what left the redaction is looked into like any other file.
    let digest = sha256(result.bytes)
    let inspection = ConfinedInspector.inspect(now: result.bytes, name: output, sha256: digest)
    guard inspection.verdict != .unreadable else {
      throw Failure(
        "\(file): the redacted file could not be looked into, and was not written. "
          + inspection.reasons.joined(separator: " "))
    }
    try WholeFile.write(result.bytes, to: output, force: force)
    switch format {
    case .json:
      Output.result(
        try Output.json(
          Result(
            file: file, output: output, sha256: digest, report: result.report,
            inspection: inspection)))
    case .text:
      Output.result(text(result.report))
      if !inspection.findings.isEmpty { Output.result(InspectionText.text(of: inspection)) }
    }
    if !inspection.findings.isEmpty { throw ExitCode(1) }
  }

  /// The bytes in which passages can be taken out: those of the file, or of a PDF made of it.
  private func redactable(_ bytes: [UInt8]) throws -> [UInt8] {
    let signatures = [Array("%PDF-".utf8), [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]
    if signatures.contains(where: { bytes.starts(with: $0) }) { return bytes }
    let inspection = ConfinedInspector.inspect(now: bytes, name: file, sha256: sha256(bytes))
    guard ConfinedPrinter.documents.contains(inspection.format) else { return bytes }
    guard output.lowercased().hasSuffix(".pdf") else {
      throw Failure("\(file): the redacted file is a PDF; give it a name that ends in .pdf")
    }
    return try ConfinedPrinter.pdf(now: bytes, name: file, inspection: inspection)
  }

  private func text(_ report: RedactionReport) -> String {
    var lines = report.schedule.map { row in
      let pages = row.pages.filter { $0 > 0 }
      return "\(output): \(row.code): \(row.extent)\(pages.isEmpty ? "" : ", \(pages.asPages)")"
    }
    lines += report.proof.map { "proved with \($0.with): \($0.detail)" }
    if !report.pagesAsPictures.isEmpty {
      let pages = report.pagesAsPictures.asPages
      lines.append("now pictures, since they could not be proved otherwise: \(pages)")
    }
    lines += report.remarks.map { "look at this: \($0)" }
    return lines.joined(separator: "\n")
  }
}
