import InformationLaw
import Markup
import Scrutiny

/// A finding as pages show it: how bad, what is wrong, what to do, and the citation.
struct FindingView {
  var finding: Finding

  var html: HTML {
    """
    <div class="finding \(finding.severity.rawValue)"><p class="severity">\
    \(finding.severity.label.capitalizedFirst)</p><p>\(finding.message)</p>\
    <p><b>What to do:</b> \(finding.fix)</p>\
    <p class="cite">\(finding.citation) <span class="meta">\(finding.rule)</span></p></div>
    """
  }

  /// The tag that counts findings of a kind.
  static func tag(_ count: Int, _ severity: AuditRule.Severity) -> HTML {
    guard count > 0 else { return "" }
    let style =
      switch severity {
      case .unlawful: "unlawful"
      case .badPractice: "bad"
      case .style: "style"
      }
    return "<span class=\"tag \(style)\">\(count) \(severity.label)</span> "
  }
}

extension String {
  /// With a capital letter at the start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
