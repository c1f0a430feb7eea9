import DataFiles
import InformationLaw

/// An audit as JSON, `audit/1`.
public enum AuditJSON {
  /// Writes the audit of one file.
  ///
  /// - Parameters:
  ///   - audited: the file and its report.
  ///   - onOneLine: for JSON Lines.
  public static func text(of audited: AuditedFile, onOneLine: Bool = false) -> String {
    let report = audited.report
    let json = JSON.record([
      "schema": "audit/1",
      "file": .text(audited.name),
      "regime": audited.regime.map(JSON.text) ?? .null,
      "letter": audited.letter,
      "verdicts": .list(report.verdicts.map(verdict)),
      "findings": .list(audited.findings.map(finding)),
      "summary": .record([
        "unlawful": .number(report.unlawful), "bad_practice": .number(report.badPractice),
        "style": .number(report.style),
      ]),
    ])
    return json.written(onOneLine: onOneLine) + "\n"
  }

  private static func verdict(_ verdict: RuleVerdict) -> JSON {
    .record([
      "rule": .text(verdict.rule), "verdict": .text(verdict.verdict.rawValue),
      "limb": verdict.limb.map(JSON.text), "cite": verdict.cite.map(JSON.text),
    ])
  }

  private static func finding(_ placed: AuditedFile.Placed) -> JSON {
    let finding = placed.finding
    return .record([
      "rule": .text(finding.rule), "severity": .text(finding.severity.rawValue),
      "verdict": .text(finding.verdict.rawValue), "limb": finding.limb.map(JSON.text),
      "cite": finding.cite.map(JSON.text), "field": .text(finding.field.description),
      "start": .number(placed.range.lowerBound), "end": .number(placed.range.upperBound),
      "line": .number(placed.start.line), "column": .number(placed.start.column),
      "message": .text(finding.message), "citation": .text(finding.citation),
      "fix": .text(finding.fix),
    ])
  }
}
