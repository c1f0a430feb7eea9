import Casework
import InformationLaw
import Markup
import PublicInterest
import Storage

/// Every open case: how many days are left, and what it waits for. The most pressing comes first.
enum WorkListPage {
  static let route = Route.get(.workList, .signedIn) { visit in
    guard visit.sees("case") else { return .seeOther(.people) }
    let closed = visit.query["show"] == "issued"
    let states =
      closed ? ["issued"] : visit.house.workflow.states.map(\.id).filter { $0 != "issued" }
    let lines = try await visit.house.archive.lines(states: states)
    let counts = try await visit.house.archive.counts()
    return .page(render(visit, lines, counts, closed: closed))
  }

  /// A line with its clock read.
  private struct Entry {
    var line: CaseLine
    var reading: ClockReading?
    var left: Int?
  }

  private static func render(
    _ visit: Visit, _ lines: [CaseLine], _ counts: [String: Int], closed: Bool
  ) -> Page {
    let entries = lines.map { entry($0, visit) }
      .sorted { ($0.left ?? .max, $0.line.reference) < ($1.left ?? .max, $1.line.reference) }
    let late = entries.filter { ($0.left ?? 0) < 0 }.count
    let waiting = counts["submitted"] ?? 0
    let lede: HTML =
      closed
      ? "<p class=\"lede\">\(counts["issued"] ?? 0) issued.</p>"
      : """
      <p class="lede">\(entries.count) open, \(late) late, \(waiting) awaiting approval.</p>
      """
    let register: HTML =
      visit.may("registered")
      ? "<p class=\"actions\"><a class=\"button\" href=\"\(Address.register.path)\">Register a request</a></p>"
      : ""
    let other: HTML =
      closed
      ? "<p><a href=\"\(Address.workList.path)\">Open cases</a></p>"
      : "<p><a href=\"\(Address.workList.path)?show=issued\">Issued cases (\(counts["issued"] ?? 0))</a></p>"
    let body: HTML = """
      <h1>\(closed ? "Issued cases" : "Work list")</h1>\(lede)\(register)
      \(entries.isEmpty ? "<p class=\"inset\">Nothing here.</p>" as HTML : table(entries, visit, closed))\(other)
      """
    return Page(title: closed ? "Issued cases" : "Work list", body: body)
  }

  private static func table(_ entries: [Entry], _ visit: Visit, _ closed: Bool) -> HTML {
    let rows = entries.map { entry -> HTML in
      """
      <tr role="row">\(closed ? "" as HTML : days(entry))\
      <th role="rowheader" scope="row"><a href="\(Address.caseFile(entry.line.reference).path)">\
      \(entry.line.title)</a> <span class="meta">\(entry.line.reference)</span></th>\
      <td role="cell">\(state(entry.line.state, visit))</td>\
      <td role="cell" data-label="Waits for">\(entry.line.nextStep ?? "")</td>\
      <td role="cell" data-label="Received">\(time(entry.line.received))</td>\
      <td role="cell" data-label="Due">\(entry.reading?.due.map(time))</td></tr>
      """
    }
    let head: HTML =
      closed ? "" : "<th role=\"columnheader\" scope=\"col\">Working days</th>"
    return """
      <table class="worklist" role="table"><caption>\(entries.count) \(entries.count == 1 ? "case" : "cases"), the most pressing first\
      </caption><thead role="rowgroup"><tr role="row">\(head)\
      <th role="columnheader" scope="col">Case</th><th role="columnheader" scope="col">State</th>\
      <th role="columnheader" scope="col">Waits for</th>\
      <th role="columnheader" scope="col">Received</th>\
      <th role="columnheader" scope="col">Due</th></tr></thead>\
      <tbody role="rowgroup">\(rows)</tbody></table>
      """
  }

  private static func days(_ entry: Entry) -> HTML {
    guard let left = entry.left else {
      return "<td role=\"cell\" class=\"days\">\(entry.reading == nil ? "?" : "stopped")</td>"
    }
    let style = left < 0 ? " late" : left <= 3 ? " soon" : ""
    let unit = abs(left) == 1 ? "day" : "days"
    return """
      <td role="cell" class="days\(style)"><b>\(abs(left))</b> \(unit) \(left < 0 ? "late" : "left")</td>
      """
  }

  private static func time(_ day: Day) -> HTML {
    "<time datetime=\"\(day.description)\">\(day.written)</time>"
  }

  private static func entry(_ line: CaseLine, _ visit: Visit) -> Entry {
    let book = visit.house.book
    let calendar = book.workingDays(line.regime)
    // A case whose dates lie outside the calendar is shown without a due date rather than not at all.
    let reading = try? book.responseClock(line.regime)?.reading(
      received: line.received, events: line.clockEvents.compactMap(\.event), calendar: calendar,
      isRecorded: true)
    return Entry(
      line: line, reading: reading,
      left: reading?.daysLeft(on: visit.today, calendar: calendar))
  }

  static func state(_ id: String, _ visit: Visit) -> HTML {
    let style =
      switch id {
      case "open": "draft"
      case "submitted": "await"
      case "approved": "ok"
      default: "issued"
      }
    return "<span class=\"tag \(style)\">\(visit.house.workflow.name(ofState: id))</span>"
  }
}

extension Visit {
  /// Whether the role may do an act at all, whatever the state.
  func may(_ act: String) -> Bool {
    role.map { Access.act(act).allows($0, workflow: house.workflow) } ?? false
  }
}
