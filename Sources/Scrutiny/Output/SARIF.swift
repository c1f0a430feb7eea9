import DataFiles
public import InformationLaw

/// Audits as SARIF 2.1.0, which code hosts and editors show beside the lines of a file.
public enum SARIF {
  /// A file that was to be audited and was not, or not to its end, and why.
  public struct Unread: Sendable {
    /// The file, as it was named.
    public var file: String
    /// Why, in a sentence.
    public var reason: String

    /// Makes a note of a file.
    public init(file: String, reason: String) {
      self.file = file
      self.reason = reason
    }
  }

  /// Writes the audits of one or more files as one run.
  ///
  /// - Parameters:
  ///   - audited: the files and their reports.
  ///   - unread: the files that were not audited whole; the run then did not succeed, so that nobody
  ///     takes a file without a result for one without a finding.
  ///   - book: says what each rule requires.
  ///   - version: the version of the program, if it is to be named.
  public static func text(
    of audited: [AuditedFile], unread: [Unread] = [], book: StatuteBook, version: String? = nil
  ) -> String {
    let broken = Set(audited.flatMap(\.report.findings).map(\.rule))
    let rules = book.rules.filter { broken.contains($0.id) }
    let indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let results = audited.flatMap { file in
      file.findings.map { result($0, rule: indices[$0.finding.rule], in: file.name) }
    }
    let driver = JSON.record([
      "name": "steelyard", "version": version.map(JSON.text), "rules": .list(rules.map(rule)),
    ])
    let run = JSON.record([
      "tool": .record(["driver": driver]), "columnKind": "unicodeCodePoints",
      "invocations": [
        .record([
          "executionSuccessful": .flag(unread.isEmpty),
          "toolExecutionNotifications": .list(unread.map(notification)),
        ])
      ],
      "results": .list(results),
    ])
    let log = JSON.record([
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [run],
    ])
    return log.written(onOneLine: false) + "\n"
  }

  private static func notification(_ unread: Unread) -> JSON {
    .record([
      "level": .text("error"), "message": .record(["text": .text(unread.reason)]),
      "locations": [
        .record([
          "physicalLocation": .record([
            "artifactLocation": .record(["uri": .text(uri(unread.file))])
          ])
        ])
      ],
    ])
  }

  private static func rule(_ rule: AuditRule) -> JSON {
    .record([
      "id": .text(rule.id),
      "shortDescription": .record(["text": .text(rule.requirement)]),
      "fullDescription": .record([
        "text": .text(
          rule.appliesWhen == "always"
            ? rule.requirement : "\(rule.requirement) Applies when \(rule.appliesWhen).")
      ]),
      "help": .record([
        "text": .text(
          "\(rule.fix)\n\nAn example of a breach: \(rule.violation)\n\n\(rule.citation)")
      ]),
      "defaultConfiguration": .record(["level": .text(rule.severity.level)]),
      "properties": .record([
        "severity": .text(rule.severity.rawValue), "topic": .text(rule.topic),
        "citation": .text(rule.citation),
      ]),
    ])
  }

  private static func result(
    _ placed: AuditedFile.Placed, rule index: Int?, in file: String
  ) -> JSON {
    let finding = placed.finding
    let region = JSON.record([
      "startLine": .number(placed.start.line), "startColumn": .number(placed.start.column),
      "endLine": .number(placed.end.line), "endColumn": .number(placed.end.column),
    ])
    let location = JSON.record([
      "physicalLocation": .record([
        "artifactLocation": .record(["uri": .text(uri(file))]), "region": region,
      ]),
      "logicalLocations": [.record(["fullyQualifiedName": .text(finding.field.description)])],
    ])
    return .record([
      "ruleId": .text(finding.rule), "ruleIndex": index.map(JSON.number),
      "level": .text(finding.severity.level),
      "message": .record([
        "text": .text("\(finding.message) (\(finding.citation)) What to do: \(finding.fix)")
      ]),
      "locations": [location],
      "properties": .record([
        "verdict": .text(finding.verdict.rawValue), "limb": finding.limb.map(JSON.text),
        "cite": finding.cite.map(JSON.text), "citation": .text(finding.citation),
      ]),
    ])
  }

  /// A path as a URI reference: everything but plain characters and `/` is escaped.
  package static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.count < 2 ? "0" : "") + hex
      }
    }
  }
}

extension AuditRule.Severity {
  /// The level of a SARIF result.
  fileprivate var level: String {
    switch self {
    case .unlawful: "error"
    case .badPractice: "warning"
    case .style: "note"
    }
  }
}
