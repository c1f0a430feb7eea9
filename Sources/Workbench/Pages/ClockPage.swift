import Casework
import HTTPTypes
import InformationLaw
import Markup
import PublicInterest
import Storage

/// The clock of a case with its working, day by day, and what may happen to it.
enum ClockPage {
  static let routes: [Route] = [
    .get(.clock(":ref"), .sight("case")) { visit in
      .page(render(try await visit.caseFile(), Form(values: FormValues())))
    },
    .post(.clock(":ref"), .act("clockEventAdded")) { visit in
      let file = try await visit.caseFile()
      var form = Form(values: visit.form)
      guard let day = Day(visit.form["day"]) else {
        form.errors = FormErrors(
          "'\(visit.form["day"])' is not a day; write it as 2026-05-26", field: "day")
        return .page(render(file, form), status: .unprocessableContent)
      }
      guard let fact = ClockFact(kind: visit.form["kind"], day: day) else {
        form.errors = FormErrors("Choose what happened", field: "kind")
        return .page(render(file, form), status: .unprocessableContent)
      }
      let event = CaseEvent.clockEventAdded(fact: fact)
      do {
        let saved = try await visit.save(event, to: file.reference, basedOn: visit.formVersion)
        return .seeOther(.clock(saved.reference))
      } catch let refusal as Refusal {
        form.errors = FormErrors(refusal.description, field: refusal.field)
        return .page(render(file, form), status: .unprocessableContent)
      }
    },
  ]

  private static func render(_ file: CaseFile, _ form: Form) -> Page {
    let view = ClockView(file: file)
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference)</span>The clock, with its working</h1>
      \(view.line)\(view.remarks)\(view.working)\(eventForm(file, form))
      """
    return Page(title: "The clock of \(file.reference)", crumbs: file.crumbs(), body: body)
  }

  private static func eventForm(_ file: CaseFile, _ form: Form) -> HTML {
    guard file.may("clockEventAdded") else { return "" }
    return """
      <h2>Record what happened</h2><form method="post" action="\(Address.clock(file.reference).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">
      \(form.radios("kind", "What happened?", [
        Option(value: "clarification-asked", label: "Clarification was asked for", hint: "Only what is reasonably needed to find the information (FOIA s.1(3))"),
        Option(value: "clarification-received", label: "The clarification came", hint: "Time starts afresh; it is not a pause (s.10(6))"),
        Option(value: "fees-notice", label: "A fees notice was given", hint: "FOIA s.9"),
        Option(value: "fees-paid", label: "The fee was paid"),
        Option(value: "pit-extension", label: "More time is needed to weigh the public interest", hint: "Only for a qualified exemption already found to apply, notified by day 20 (ss.10(3), 17(2)). Give the new date."),
      ]))
      \(form.text("day", "On which day", hint: "As 2026-05-26; for more time, the new date", width: .short))
      <p class="actions"><button>Record it</button></p></form>
      """
  }
}

/// A case's clock as pages show it.
struct ClockView {
  var file: CaseFile

  private var result: Result<ClockReading?, ClockError> {
    Result { () throws(ClockError) in try file.subject.clock(book: file.book) }
  }

  private var calendar: WorkingDays { file.book.workingDays(file.subject.decision.regime) }

  /// The days left, large, with the due date.
  var line: HTML {
    switch result {
    case .failure(let error): return "<p class=\"banner warn\">\(error.description)</p>"
    case .success(nil): return ""
    case .success(.some(let reading)):
      if let issued = file.subject.issuedOn {
        let number = reading.dayNumber(on: issued)
        let late = reading.due.map { issued > $0 } ?? false
        return """
          <p class="clockline\(late ? " late" : "")"><b>\(late ? "late" : "day \(number)")</b> \
          <span>issued \(time(issued))\(reading.due.map { "; due \(time($0))" as HTML })</span></p>
          """
      }
      switch reading.state {
      case .awaitingClarification(let since):
        return
          "<p class=\"clockline\"><b>stopped</b> <span>clarification asked for \(time(since))</span></p>"
      case .awaitingFee(let since, let lapses):
        return """
          <p class="clockline"><b>stopped</b> <span>fees notice of \(time(since)); lapses \
          \(time(lapses))</span></p>
          """
      case .due(let due):
        let left = reading.daysLeft(on: file.visit.today, calendar: calendar) ?? 0
        let style = left < 0 ? " late" : left <= 3 ? " soon" : ""
        let words = left < 0 ? "working days late: was due" : "working days left: due"
        return """
          <p class="clockline\(style)"><b>\(abs(left))</b> <span>\(words) \(time(due))</span></p>
          """
      }
    }
  }

  /// The line with the law and where today stands, for the side of the case page.
  var aside: HTML {
    guard case .success(.some(let reading)) = result else { return line }
    let number = reading.dayNumber(on: file.visit.today)
    let today: HTML =
      file.subject.issuedOn == nil && number > 0 && reading.due != nil
      ? "<p class=\"meta\">Today is working day \(number). \(reading.clock.law)</p>" : ""
    return "\(line)\(today)"
  }

  var remarks: HTML {
    guard case .success(.some(let reading)) = result, !reading.remarks.isEmpty else { return "" }
    return "<ul class=\"inset\">\(reading.remarks.map { "<li>\($0)</li>" as HTML })</ul>"
  }

  /// Every day from the start to the due date in weeks.
  var working: HTML {
    guard case .success(.some(let reading)) = result, let last = reading.working.last?.date else {
      return ""
    }
    let entries = Dictionary(
      reading.working.map { ($0.date, $0.counting) }, uniquingKeysWith: { first, _ in first })
    let monday = reading.start.adding(
      -(Weekday.allCases.firstIndex(of: reading.start.weekday) ?? 0))
    var weeks: [HTML] = []
    var week = monday
    while week <= last {
      let cells = (0..<7).map { cell(week.adding($0), entries, reading, last: last) }
      weeks.append("<tr>\(cells)</tr>")
      week = week.adding(7)
    }
    let heads = Weekday.allCases.map { "<th scope=\"col\">\($0.rawValue.prefix(3))</th>" as HTML }
    return """
      <table class="calendar"><caption>From \(reading.start.written), which is not counted, to \
      \(last.written). \(reading.clock.law).</caption><thead><tr>\(heads)</tr></thead>\
      <tbody>\(weeks)</tbody></table>
      """
  }

  private func cell(
    _ day: Day, _ entries: [Day: ClockReading.Entry.Counting], _ reading: ClockReading, last: Day
  ) -> HTML {
    let (_, _, number) = day.components
    let label = "\(number) \(day.written.split(separator: " ")[1].prefix(3))"
    let date: HTML =
      "<span class=\"date\" data-day=\"\(day.weekday.rawValue.prefix(3))\">\(label)</span>"
    if day == reading.start {
      let why = reading.start == reading.received ? "Received" : "Clarified"
      return "<td>\(date) <span class=\"why\">\(why)</span></td>"
    }
    switch entries[day] {
    case .day(let count):
      let due: HTML = day == last ? " <span class=\"why\">Due</span>" : ""
      return
        "<td\(day == last ? " class=\"due\"" as HTML : "")>\(date) <span class=\"count\">\(count)</span>\(due)</td>"
    case .skipped(let reason):
      return "<td class=\"skipped\">\(date) <span class=\"why\">\(reason)</span></td>"
    case nil: return "<td class=\"outside\">\(date)</td>"
    }
  }

  private func time(_ day: Day) -> HTML {
    "<time datetime=\"\(day.description)\">\(day.written)</time>"
  }
}
