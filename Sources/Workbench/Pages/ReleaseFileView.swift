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
    let known = Dictionary(
      releaseFile.check.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = HiddenThing.things(of: inspection.findings).enumerated().map {
      "<li>\(entry($1, $0, known, canAccept: canAccept))</li>" as HTML
    }
    if entries.isEmpty && reasons.isEmpty {
      return "<p class=\"banner good\">Nothing is hidden in the file that can be found.</p>"
    }
    return "\(reasons)<ul class=\"findings\" role=\"list\">\(entries)</ul>"
  }

  private func entry(
    _ thing: HiddenThing, _ index: Int, _ known: [String: FileCheck.Finding], canAccept: Bool
  ) -> HTML {
    let finding = thing.first
    let title = HiddenDataClass.named(finding.class)?.title ?? finding.class
    let place = finding.path.map { "\($0): \(finding.where)" } ?? finding.where
    let picture: HTML =
      finding.picture == nil
      ? ""
      : "<p><img class=\"hidden-thing\" alt=\"What is hidden at \(place)\" src=\"\(Address.findingPicture(file.reference, file: releaseFile.id, finding: finding.key).path)\"></p>"
    let advice: HTML =
      thing.parts.allSatisfy(\.removable)
      ? "" : "<p class=\"meta\">Cleaning does not take this out.</p>"
    return """
      <div class="finding \(finding.severity.style)"><p class="severity">\
      \(finding.severity.rawValue.capitalizedFirst)</p><p><b>\(title)</b>, \(place)</p>\
      \(excerpt(finding))\(further(thing))\(picture)\(advice)\
      \(acceptance(thing, index, known, "\(title), \(place)", canAccept: canAccept))\
      <p class="cite"><span class="meta">\(finding.class)</span></p></div>
      """
  }

  /// The rest of a long thing, word for word.
  private func further(_ thing: HiddenThing) -> HTML {
    let parts = thing.parts.dropFirst()
    guard !parts.isEmpty else { return "" }
    return """
      <details><summary>The rest of it, in \(parts.count) further \(parts.count == 1 ? "part" : "parts")\
      </summary>\(parts.map { "<p class=\"meta\">\($0.where)</p>\(excerpt($0))" as HTML })</details>
      """
  }

  /// What is hidden, in a frame that scrolls where it is long.
  private func excerpt(_ finding: HiddenDataFinding) -> HTML {
    guard !finding.excerpt.isEmpty else { return "" }
    return """
      <pre class="hidden-thing" tabindex="0" role="region" aria-label="What is hidden, \(finding.where)">\
      \(finding.excerpt)\(finding.truncated ? "\n… and more" : "")</pre>
      """
  }

  /// Who let the thing stand, or a box with which that is done. The box names every part that is still open,
  /// so that nothing is accepted but what was shown.
  private func acceptance(
    _ thing: HiddenThing, _ index: Int, _ known: [String: FileCheck.Finding], _ what: String,
    canAccept: Bool
  ) -> HTML {
    var said: [String] = []
    var open: [String] = []
    for key in thing.parts.map(\.key) {
      guard let accepted = known[key].flatMap({ file.subject.acceptance(of: $0, in: releaseFile) })
      else {
        open.append(key)
        continue
      }
      let words = "Accepted by \(accepted.by): \(accepted.reason)"
      if !said.contains(words) { said.append(words) }
    }
    let accepted = said.map { "<p class=\"said\">\($0)</p>" as HTML }
    guard canAccept, !open.isEmpty else { return "\(accepted)" }
    guard !thing.isCritical || file.visit.role == .decisionMaker else {
      return
        "\(accepted)<p class=\"meta\">Only a decision maker can accept a critical finding.</p>"
    }
    let all: HTML =
      thing.parts.count > 1
      ? " <span class=\"meta\">all \(thing.parts.count) parts of it</span>" : ""
    return """
      \(accepted)<div class="choice"><input type="checkbox" name="finding" id="finding-\(index)" \
      value="\(open.joined(separator: " "))"><label for="finding-\(index)">This may leave\
      <span class="unseen">: \(what)</span>\(all)</label></div>
      """
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
