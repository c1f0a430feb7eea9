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
      .page(try await render(try await visit.caseFile(), Form(values: FormValues())))
    },
    .post(.clock(":ref"), .act("clockEventAdded")) { visit in
      let file = try await visit.caseFile()
      var form = Form(values: visit.form)
      guard let day = Day(visit.form["day"]) else {
        form.errors = FormErrors(
          "'\(visit.form["day"])' is not a day; write it as 2026-05-26", field: "day")
        return .page(try await render(file, form), status: .unprocessableContent)
      }
      guard let fact = ClockFact(kind: visit.form["kind"], day: day) else {
        form.errors = FormErrors("Choose what happened", field: "kind")
        return .page(try await render(file, form), status: .unprocessableContent)
      }
      let event = CaseEvent.clockEventAdded(fact: fact)
      do {
        let saved = try await visit.save(event, to: file.reference, basedOn: visit.formVersion)
        return .seeOther(.clock(saved.reference))
      } catch let refusal as Refusal {
        form.errors = FormErrors(refusal.description, field: refusal.field)
        return .page(try await render(file, form), status: .unprocessableContent)
      }
    },
  ]

  private static func render(_ file: CaseFile, _ form: Form) async throws -> Page {
    let view = ClockView(file: file)
    let records = try await file.visit.house.archive.records(of: file.reference)
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference)</span>The clock, with its working</h1>
      \(view.line)\(ClockView.moves(records))\(view.remarks)\(view.working)
      \(ClocksView(standings: file.subject.clocks(book: file.book)).html)\(eventForm(file, form))
      """
    return Page(title: "The clock of \(file.reference)", crumbs: file.crumbs(), body: body)
  }

  private static func eventForm(_ file: CaseFile, _ form: Form) -> HTML {
    guard file.may("clockEventAdded") else { return "" }
    return """
      <h2>Record what happened</h2><form method="post" action="\(Address.clock(file.reference).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">
      \(form.radios("kind", "What happened?", options(file)))
      \(form.text("day", "On which day", hint: "As 2026-05-26; for more time, the new date", width: .short))
      <p class="actions"><button>Record it</button></p></form>
      """
  }

  /// What can happen to the clock of the case's regime.
  private static func options(_ file: CaseFile) -> [Option] {
    let kinds = file.book.responseClock(file.subject.decision.regime)?.eventKinds ?? []
    return kinds.map { kind in
      let (label, hint) = words(kind)
      return Option(value: kind.rawValue, label: label, hint: hint)
    }
  }

  private static func words(_ kind: ClockEvent.Kind) -> (label: String, hint: String?) {
    switch kind {
    case .clarificationAsked:
      (
        "Clarification was asked for",
        "Only what is reasonably needed to find the information, and only while time still runs"
      )
    case .clarificationReceived:
      ("The clarification came", "Time starts afresh; it is not a pause")
    case .feesNotice:
      ("A fee was asked for", "The days from then to the payment do not count")
    case .feesPaid: ("The fee was paid", nil)
    case .extensionNotice:
      ("The requester was told that more time is needed", "By day 20. Give the new date too")
    case .commissionerApplied:
      (
        "The Commissioner was asked to set a later day",
        "Operations of the armed forces or information held overseas; by day 20"
      )
    case .pitExtension:
      (
        "More time is needed to weigh the public interest",
        "Only for a qualified exemption already found to apply, notified by day 20 "
          + "(FOIA ss.10(3), 17(2)). Give the new date."
      )
    case .complexityExtension:
      (
        "More time is needed for complexity and volume",
        "Notified by day 20, and no later than day 40 (EIR reg 7). Give the new date."
      )
    case .commissionerSpecified:
      ("The Commissioner set a later day", "No later than day 60. Give that day.")
    }
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
      case .uncounted: return ""
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

  /// Every day from the start to the due date in weeks, and how the end was found in sentences.
  var working: HTML {
    guard case .success(.some(let reading)) = result else { return "" }
    return "\(ClockCalendar(reading: reading).html)\(ClockCalendar.explanation(reading))"
  }

  /// The notes of due dates that moved because bank holidays changed.
  static func moves(_ records: [EventRecord]) -> HTML {
    records.compactMap { record -> HTML? in
      guard case .clockMoved(let from, let to, let because) = record.event else { return nil }
      let noted = Day(record.at.prefix(10))?.written ?? ""
      return """
        <p class="banner">Noted on \(noted): the due date moved from \(from.written) to \
        \(to.written), since the bank holidays changed. \(because)</p>
        """
    }.joined()
  }

  private func time(_ day: Day) -> HTML {
    "<time datetime=\"\(day.description)\">\(day.written)</time>"
  }
}
