import Casework
import HiddenData
import Passwords

extension FileCheck {
  /// The part of an inspection that decides on a release. The hidden words themselves stay out of the
  /// history: only a digest of each goes there.
  init(_ inspection: Inspection, size: Int) {
    self.init(
      sha256: inspection.sha256, size: size,
      verdict: Verdict(rawValue: inspection.verdict.rawValue) ?? .unreadable,
      findings: inspection.findings.map { finding in
        Finding(
          key: finding.key, kind: finding.class,
          severity: Severity(rawValue: finding.severity.rawValue) ?? .critical)
      })
  }
}

extension FileCheck {
  /// What it came to, in a few words.
  var summary: String {
    switch verdict {
    case .clean: "nothing hidden"
    case .hiddenData: "\(findings.count) \(findings.count == 1 ? "finding" : "findings")"
    case .unreadable: "cannot be read whole"
    }
  }
}

extension HiddenDataFinding {
  /// By what an acceptance is held to this finding: what it is, where, and what it shows.
  var key: String {
    let parts = [self.class, path ?? "", self.where, excerpt]
    return String(sha256(parts.joined(separator: "\n").utf8).prefix(32))
  }
}
