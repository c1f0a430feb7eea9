import Casework
import HiddenData
import Markup

/// A file of a release as pages show it: its state, and what is hidden in it.
struct ReleaseFileView {
  var file: CaseFile
  var releaseFile: ReleaseFile

  /// A tag with how the file stands.
  var state: HTML {
    let obstacles = file.subject.obstacles(to: releaseFile, book: file.book)
    if releaseFile.check.verdict == .unreadable {
      return "<span class=\"tag unlawful\">cannot be read</span>"
    }
    guard let first = obstacles.first else {
      return releaseFile.check.findings.isEmpty
        ? "<span class=\"tag ok\">clean</span>" : "<span class=\"tag ok\">accepted</span>"
    }
    switch first.kind {
    case .notAcceptedByDecisionMaker: return "<span class=\"tag unlawful\">critical finding</span>"
    case .notAccepted:
      return
        "<span class=\"tag bad\">\(releaseFile.check.findings.count) \(releaseFile.check.findings.count == 1 ? "finding" : "findings")</span>"
    case .notProved: return "<span class=\"tag unlawful\">redaction not proved</span>"
    case .notReliedOn: return "<span class=\"tag bad\">provision not relied on</span>"
    case .unreadable: return "<span class=\"tag unlawful\">cannot be read</span>"
    }
  }

  /// What was found, the gravest first, with a box for each that can still be accepted.
  func findings(_ inspection: Inspection?, canAccept: Bool) -> HTML {
    guard let inspection else {
      return
        "<p class=\"banner warn\">The report of the inspection is not at hand. Put the file in again.</p>"
    }
    let reasons = inspection.reasons.map { "<p class=\"banner warn\">\($0)</p>" as HTML }
    let entries = inspection.findings.enumerated().map { index, finding -> HTML in
      "<li>\(entry(finding, index, canAccept: canAccept))</li>"
    }
    if entries.isEmpty && reasons.isEmpty {
      return "<p class=\"banner good\">Nothing is hidden in the file that can be found.</p>"
    }
    return "\(reasons)<ul class=\"findings\" role=\"list\">\(entries)</ul>"
  }

  private func entry(_ finding: HiddenDataFinding, _ index: Int, canAccept: Bool) -> HTML {
    let key = finding.key
    let accepted = releaseFile.check.findings.first { $0.key == key }
      .flatMap { file.subject.acceptance(of: $0, in: releaseFile) }
    let title = HiddenDataClass.named(finding.class)?.title ?? finding.class
    let place = finding.path.map { "\($0): \(finding.where)" } ?? finding.where
    let id = "finding-\(index)"
    let box: HTML
    if let accepted {
      box = "<p class=\"said\">Accepted by \(accepted.by): \(accepted.reason)</p>"
    } else if canAccept, mayAccept(finding) {
      box = """
        <div class="choice"><input type="checkbox" name="finding" id="\(id)" value="\(key)">\
        <label for="\(id)">This may leave<span class="unseen">: \(title), \(place)</span></label></div>
        """
    } else if canAccept {
      box = "<p class=\"meta\">Only a decision maker can accept a critical finding.</p>"
    } else {
      box = ""
    }
    let shown: HTML =
      finding.excerpt.isEmpty
      ? ""
      : """
      <pre class="hidden-thing">\(finding.excerpt)\(finding.truncated ? "\n… and more" : "")</pre>
      """
    let picture: HTML =
      finding.picture == nil
      ? ""
      : "<p><img class=\"hidden-thing\" alt=\"What is hidden at \(place)\" src=\"\(Address.findingPicture(file.reference, file: releaseFile.id, finding: key).path)\"></p>"
    let advice: HTML =
      finding.removable ? "" : "<p class=\"meta\">Cleaning does not take this out.</p>"
    return """
      <div class="finding \(finding.severity.style)"><p class="severity">\
      \(finding.severity.rawValue.capitalizedFirst)</p><p><b>\(title)</b>, \(place)</p>\
      \(shown)\(picture)\(advice)\(box)<p class="cite"><span class="meta">\(finding.class)</span></p></div>
      """
  }

  private func mayAccept(_ finding: HiddenDataFinding) -> Bool {
    finding.severity != .critical || file.visit.role == .decisionMaker
  }
}

extension HiddenDataSeverity {
  /// The look of a finding of this severity.
  var style: String {
    switch self {
    case .critical, .high: "unlawful"
    case .medium: "bad_practice"
    case .low: "style"
    }
  }
}
