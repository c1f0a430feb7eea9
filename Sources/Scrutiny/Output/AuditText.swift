import DataFiles
import InformationLaw

/// An audit for people: one finding a line, as compilers write them.
public enum AuditText {
  /// Writes `file:line:column: severity: message [rule] (citation)` for each finding.
  ///
  /// - Parameters:
  ///   - carets: puts the line of the file under each finding, with a caret at the place.
  ///   - colour: marks severity and place with terminal colours.
  public static func text(
    of audited: AuditedFile, carets: Bool = false, colour: Bool = false
  ) -> String {
    audited.findings.map { placed in
      line(placed, in: audited, colour: colour)
        + (carets ? caret(under: placed, in: audited, colour: colour) : "")
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
    _ placed: AuditedFile.Placed, in audited: AuditedFile, colour: Bool
  ) -> String {
    let finding = placed.finding
    let place = placed.start
    let severity = paint(finding.severity.label, finding.severity.colour, if: colour)
    let at = paint("\(audited.name):\(place.line):\(place.column)", "1", if: colour)
    return "\(at): \(severity): \(finding.message) [\(finding.rule)] (\(finding.citation))\n"
  }

  /// The line with a caret under the place, and a window of it where the line is long.
  private static func caret(
    under placed: AuditedFile.Placed, in audited: AuditedFile, colour: Bool
  ) -> String {
    let line = Array(audited.lines.text(ofLine: placed.start.line).unicodeScalars)
    let column = min(placed.start.column - 1, line.count)
    let first = column > caretRoom ? column - caretRoom / 2 : 0
    let last = min(line.count, first + 2 * caretRoom)
    let window = String(String.UnicodeScalarView(line[first..<last]))
    // As wide as what stands before it, tabs kept, so that the caret lands under the value.
    let before = String(String.UnicodeScalarView(line[first..<column]))
    let padding = String(before.map { $0 == "\t" ? "\t" : " " })
    return "\(window)\n\(padding)\(paint("^", "32;1", if: colour))\n"
  }

  /// How many characters of a line may stand before the caret.
  private static let caretRoom = 60

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
