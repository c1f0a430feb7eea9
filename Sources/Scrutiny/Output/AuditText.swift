import DataFiles
import InformationLaw

/// The audit of a decision file for people: one finding a line, as compilers write them.
public enum AuditText {
  /// Writes `file:line:column: severity: message [rule] (citation)` for each finding.
  ///
  /// - Parameters:
  ///   - carets: puts the line of the file under each finding, with a caret at the place.
  ///   - colour: marks severity and place with terminal colours.
  public static func text(
    of checked: CheckedDecision, carets: Bool = false, colour: Bool = false
  ) -> String {
    checked.report.findings.map { finding in
      line(finding, in: checked, colour: colour)
        + (carets ? caret(at: checked.place(of: finding), in: checked, colour: colour) : "")
    }.joined()
  }

  /// The counts in words: `3 unlawful, 5 bad practice, 0 style; 19 questions for a person`.
  public static func summary(of report: ScrutinyReport) -> String {
    let questions = report.questions.count
    return
      "\(report.unlawful) unlawful, \(report.badPractice) bad practice, \(report.style) style; "
      + "\(questions) \(questions == 1 ? "question" : "questions") for a person"
  }

  private static func line(
    _ finding: Finding, in checked: CheckedDecision, colour: Bool
  ) -> String {
    let place = checked.place(of: finding)
    let severity = paint(finding.severity.label, finding.severity.colour, if: colour)
    let at = paint("\(checked.name):\(place.line):\(place.column)", "1", if: colour)
    return "\(at): \(severity): \(finding.message) [\(finding.rule)] (\(finding.citation))\n"
  }

  private static func caret(
    at place: Place, in checked: CheckedDecision, colour: Bool
  ) -> String {
    let line = checked.line(place.line)
    // As wide as what stands before it, tabs kept, so that the caret lands under the value.
    let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(place.column - 1)))
    let padding = String(before.map { $0 == "\t" ? "\t" : " " })
    return "\(line)\n\(padding)\(paint("^", "32;1", if: colour))\n"
  }

  private static func paint(_ text: String, _ code: String, if colour: Bool) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension AuditRule.Severity {
  fileprivate var colour: String {
    switch self {
    case .unlawful: "31;1"
    case .badPractice: "33;1"
    case .style: "36;1"
    }
  }
}
