import Casework
import Markup
import Scrutiny
import Storage

/// What stands behind a decision, on one page that can be printed: the clocks with their working, what
/// people judged, and the history. Who asked is not among the case papers.
enum PapersPage {
  static let route = Route.get(.papers(":ref"), .sight("case")) { visit in
    let file = try await visit.caseFile()
    let records = try await visit.house.archive.records(of: file.reference)
    let clock = ClockView(file: file)
    let body: HTML = """
      <h1><span class="over">\(file.reference): \(file.subject.title)</span>Case papers</h1>
      <h2>The clock</h2>\(clock.line)\(ClockView.moves(records))\(clock.remarks)\(clock.working)
      \(ClocksView(standings: file.subject.clocks(book: file.book)).html)
      \(judgements(file))<h2>History</h2>\(HistoryPage.list(file, records))
      """
    return .page(
      Page(title: "Case papers of \(file.reference)", crumbs: file.crumbs(), body: body))
  }

  private static func judgements(_ file: CaseFile) -> HTML {
    let report = file.report
    guard !report.questions.isEmpty else { return "" }
    let groups = JudgementGroup.all(of: report.questions, in: file).map { group -> HTML in
      let questions = group.questions.map { question -> HTML in
        """
        <div class="question"><p><b>\(question.question)</b> <span class="meta">\
        \(question.rule)</span></p>\(JudgementView(given: question.given).html)</div>
        """
      }
      return "<h3>\(group.name)</h3>\(questions)"
    }
    return "<h2>What was judged</h2><p>\(report.progress).</p>\(groups)"
  }
}
