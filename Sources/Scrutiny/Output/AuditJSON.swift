import DataFiles
public import InformationLaw
import PublicInterest

/// The audit of a decision file as JSON, `audit/1`.
public enum AuditJSON {
  /// Writes the audit of one file.
  ///
  /// - Parameters:
  ///   - checked: the file and its report.
  ///   - book: resolves the limbs of the decision.
  ///   - onOneLine: for JSON Lines.
  public static func text(
    of checked: CheckedDecision, book: StatuteBook, onOneLine: Bool = false
  ) -> String {
    let report = checked.report
    let json = JSON.record([
      "schema": "audit/1",
      "file": .text(checked.name),
      "regime": .text(checked.file.decision.regime.rawValue),
      "letter": LetterSummary(of: checked.file.decision, book: book).json,
      "verdicts": .list(report.verdicts.map(verdict)),
      "findings": .list(report.findings.map { finding($0, in: checked) }),
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

  private static func finding(_ finding: Finding, in checked: CheckedDecision) -> JSON {
    let range = checked.range(of: finding)
    let place = checked.place(of: finding)
    return .record([
      "rule": .text(finding.rule), "severity": .text(finding.severity.rawValue),
      "verdict": .text(finding.verdict.rawValue), "limb": finding.limb.map(JSON.text),
      "cite": finding.cite.map(JSON.text), "field": .text(finding.field.description),
      "start": .number(range.lowerBound), "end": .number(range.upperBound),
      "line": .number(place.line), "column": .number(place.column),
      "message": .text(finding.message), "citation": .text(finding.citation),
      "fix": .text(finding.fix),
    ])
  }
}
