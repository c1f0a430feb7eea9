import ArgumentParser
import Documents
import Foundation
import HiddenData
import Passwords

/// `steelyard inspect`: what is hidden in files.
struct InspectFiles: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Look for what is hidden in files before they leave.",
    discussion: """
      Workbooks, documents, presentations, PDF, e-mails, pictures, CSV and ZIP; what lies in them is \
      entered. Each file is opened in a confined process. A file that could not be looked at whole is \
      'unreadable', never 'clean'. Status 0 where all are clean, 1 where something is hidden, 2 where a \
      file cannot be read.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, sarif
  }

  @Argument(help: "Files; - for standard input.")
  var files: [String]

  @ArgumentParser.Option(help: "text, json, jsonl or sarif.")
  var format: Format = .text

  @ArgumentParser.Option(
    help: "How many files to look at at once; every core unless said otherwise.")
  var jobs = Batch.cores

  func run() async throws {
    var output = ResultWriter(
      format == .json ? .json : format == .jsonl ? .lines : .text, count: files.count)
    var kept: [Inspection] = []
    var status: Int32 = 0
    let format = format
    try await Batch.run(files, jobs: jobs) { path in
      FileBytes.read(path, limit: InspectionLimits().bytes).map { bytes in
        ConfinedInspector.inspect(
          now: bytes, name: FileBytes.name(path), sha256: sha256(bytes))
      }
    } take: { result in
      var inspection: Inspection
      switch result {
      case .success(let found): inspection = found
      case .failure(let failure):
        Output.error("steelyard: \(failure.message)")
        inspection = Inspection(
          file: failure.file, format: "", sha256: "", reasons: [failure.message], findings: [])
      }
      switch inspection.verdict {
      case .clean: break
      case .hiddenData: status = max(status, 1)
      case .unreadable: status = 2
      }
      switch format {
      case .text: output.take(InspectionText.text(of: inspection))
      case .json: output.take(try Output.json(inspection))
      case .jsonl: output.take(try Output.json(inspection, pretty: false))
      case .sarif: kept.append(inspection)
      }
    }
    if format == .sarif {
      Output.result(try InspectionSARIF.text(of: kept, version: Steelyard.version))
    } else {
      output.finish()
    }
    if status != 0 { throw ExitCode(status) }
  }
}

/// An inspection for people: one finding a line, what is hidden below it.
enum InspectionText {
  static func text(of inspection: Inspection) -> String {
    var lines: [String] = []
    for finding in inspection.findings {
      let place = finding.path.map { "\($0): \(finding.where)" } ?? finding.where
      let title = HiddenDataClass.named(finding.class)?.title ?? finding.class
      let kept = finding.removable ? "" : " (cleaning does not take it out)"
      lines.append(
        "\(inspection.file): \(finding.severity.rawValue): \(title): \(place)\(kept) [\(finding.class)]"
      )
      let shown = finding.excerpt.split(separator: "\n").prefix(8)
      lines += shown.map { "    \($0.prefix(160))" }
    }
    lines += inspection.reasons.map { "\(inspection.file): unreadable: \($0)" }
    if lines.isEmpty { lines.append("\(inspection.file): clean") }
    return lines.joined(separator: "\n")
  }
}
