import DataFiles
public import InformationLaw
public import LetterReading
public import Precedents

/// Finds paragraphs on harm and on the public interest that stand nearly word for word in other
/// letters: reasons that fit every request were not given for this one.
///
/// It never decides that a reason is bad. It says how often and where the paragraph stands, and the
/// person judges.
public struct BoilerplateCheck: Sendable {
  let book: StatuteBook
  let letters: Boilerplate

  /// Makes a check against a collection of letters.
  ///
  /// - Parameters:
  ///   - book: says how bad a stock reason is and what to do about it.
  ///   - letters: the passages of the letters to compare with, as ``passages(of:)`` cuts them.
  public init(book: StatuteBook, letters: Boilerplate) {
    self.book = book
    self.letters = letters
  }

  /// The paragraphs of a letter that are compared.
  public static func passages(of reading: Reading) -> [String] {
    let scalars = Array(reading.text.unicodeScalars)
    return reading.blocks.filter { $0.kind != .furniture && $0.kind != .heading }.map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
  }

  /// The report with a finding for each reason that stands in other letters.
  ///
  /// - Parameters:
  ///   - report: the audit of the letter.
  ///   - reading: what the letter says.
  ///   - own: tells the letters that are this one, which do not count.
  public func adding(
    to report: ScrutinyReport, of reading: Reading, except own: (String) -> Bool
  ) -> ScrutinyReport {
    var report = report
    let scalars = Array(reading.text.unicodeScalars)
    for (number, block) in reading.blocks.enumerated() {
      guard let span = argument(around: block, in: reading), let rule = rule(for: span.role),
        let match = letters.match(
          for: String(String.UnicodeScalarView(scalars[block.range])), except: own)
      else { continue }
      add(
        Finding(
          rule: rule.id, severity: rule.severity, verdict: .partial,
          limb: span.exemption.flatMap { try? book.limb(written: $0).id }, cite: span.exemption,
          field: "letter" / number, start: block.start, end: block.end,
          message: message(what(span.role), match), citation: rule.citation, fix: rule.fix),
        to: &report)
    }
    report.findings = LetterAudit.sorted(report.findings)
    return report
  }

  /// Adds a finding, and the doubt that it casts on its rule.
  func add(_ finding: Finding, to report: inout ScrutinyReport) {
    report.findings.append(finding)
    if let index = report.verdicts.firstIndex(where: { $0.rule == finding.rule }) {
      report.verdicts[index].verdict =
        report.verdicts[index].verdict.combined(with: finding.verdict)
    }
  }

  /// The argument to which at least half of a block belongs.
  private func argument(around block: Block, in reading: Reading) -> Span? {
    reading.spans.filter { span in
      rule(for: span.role) != nil
        && span.range.clamped(to: block.range).count * 2 >= block.range.count
    }.min { $0.range.count < $1.range.count }
  }

  /// Reasons for harm have to apply the test to this information; factors have to be about it.
  private func rule(for role: Role) -> AuditRule? {
    switch role {
    case .harm, .exemptionReason, .precedent: book.rule(id: "RN-042")
    case .factorsFor, .factorsAgainst, .balance: book.rule(id: "RN-087")
    default: nil
    }
  }

  private func what(_ role: Role) -> String {
    switch role {
    case .factorsFor, .factorsAgainst: "This factor"
    case .balance: "This weighing"
    default: "This reason"
    }
  }

  func message(_ what: String, _ match: Boilerplate.Match) -> String {
    let named = match.letters.prefix(3).map { "'\($0)'" }
    let rest = match.letters.count - named.count
    let places = rest > 0 ? named + ["\(rest) more"] : named
    return "\(what) stands nearly word for word in \(match.letters.count) of \(match.of) other "
      + "letters: \(listed(places))."
  }
}
