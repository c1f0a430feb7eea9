import InformationLaw
import Markup

/// The clocks of a case beside the one it is answered by: what could still be used, what runs and what
/// follows, each with its working folded away.
struct ClocksView {
  var standings: [ClockStanding]

  /// The list. The first clock, the response, has the page to itself.
  var html: HTML {
    let entries = standings.dropFirst().map(entry)
    guard !entries.isEmpty else { return "" }
    return """
      <section><h2>Other clocks of this case</h2><ul class="clocks" role="list">\(entries)</ul></section>
      """
  }

  private func entry(_ standing: ClockStanding) -> HTML {
    let clock = standing.clock
    let caution: HTML =
      clock.status.caution.map { "<p class=\"hint\">\($0)</p>" } ?? ""
    let missed: HTML = clock.ifMissed.map { "<p><b>If it is missed:</b> \($0)</p>" } ?? ""
    return """
      <li class="card"><h3>\(clock.name) <span class="tag">\(ClocksView.word(standing.standing))</span></h3>\
      \(end(standing))<p>\(clock.mustDo)</p>\(missed)<p class="meta">\(clock.law), \
      \(ClocksView.word(clock.binding)). Counted from \(standing.from).</p>\(caution)\(working(standing))</li>
      """
  }

  private func end(_ standing: ClockStanding) -> HTML {
    switch standing.reading {
    case .failure(let error): return "<p>\(error.description)</p>"
    case .success(let reading):
      guard let due = reading.due else { return "<p>No day can be named.</p>" }
      return "<p><b>By <time datetime=\"\(due.description)\">\(due.written)</time></b></p>"
    }
  }

  private func working(_ standing: ClockStanding) -> HTML {
    guard case .success(let reading) = standing.reading, !reading.working.isEmpty else { return "" }
    let remarks: HTML =
      reading.remarks.isEmpty
      ? "" : "<ul>\(reading.remarks.map { "<li>\($0)</li>" as HTML })</ul>"
    return """
      <details><summary>Working, day by day<span class="unseen">: \(standing.clock.name)</span></summary>\
      \(ClockCalendar.explanation(reading))\(remarks)\(ClockCalendar(reading: reading).html)</details>
      """
  }

  private static func word(_ standing: ClockStanding.Standing) -> String {
    switch standing {
    case .running: "runs"
    case .stopped: "stands still"
    case .met: "met"
    case .open: "may be used"
    case .follows: "follows"
    }
  }

  private static func word(_ binding: Clock.Binding) -> String {
    switch binding {
    case .statute: "set by statute"
    case .guidance: "set by guidance"
    case .policy: "a matter of policy"
    case .mixture: "statute, with a figure from guidance"
    }
  }
}
