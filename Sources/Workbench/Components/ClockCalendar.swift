import InformationLaw
import Markup

/// The working of a clock: every day from the first to the last, in weeks, with its number or the reason
/// why it has none.
struct ClockCalendar {
  var reading: ClockReading

  var html: HTML {
    guard let last = reading.working.last?.date else { return "" }
    let entries = Dictionary(
      reading.working.map { ($0.date, $0.counting) }, uniquingKeysWith: { first, _ in first })
    let monday = reading.start.adding(
      -(Weekday.allCases.firstIndex(of: reading.start.weekday) ?? 0))
    let weeks = stride(from: monday.number, through: last.number, by: 7).map { number -> HTML in
      "<tr>\((0..<7).map { cell(Day(number: number + $0), entries, last: last) })</tr>"
    }
    let heads = Weekday.allCases.map { "<th scope=\"col\">\($0.rawValue.prefix(3))</th>" as HTML }
    let isCounted = entries[reading.start] != nil
    return """
      <table class="calendar"><caption>From \(reading.start.written), which is \
      \(isCounted ? "counted" : "not counted"), to \(last.written). \(reading.clock.law).</caption>\
      <thead><tr>\(heads)</tr></thead><tbody>\(weeks)</tbody></table>
      """
  }

  /// How the end was found, in sentences, and the days on the way that matter for themselves.
  static func explanation(_ reading: ClockReading) -> HTML {
    let days = reading.milestones.map { milestone -> HTML in
      "<li>\(milestone.kind.label.capitalizedFirst): \(milestone.day.written)</li>"
    }
    let list: HTML = days.isEmpty ? "" : "<ul>\(days)</ul>"
    let sentences = reading.explanation.joined(separator: " ")
    return "\(sentences.isEmpty ? "" as HTML : "<p>\(sentences)</p>")\(list)"
  }

  private func cell(
    _ day: Day, _ entries: [Day: ClockReading.Entry.Counting], last: Day
  ) -> HTML {
    let (_, _, number) = day.components
    let label = "\(number) \(day.written.split(separator: " ")[1].prefix(3))"
    let date: HTML =
      "<span class=\"date\" data-day=\"\(day.weekday.rawValue.prefix(3))\">\(label)</span>"
    switch entries[day] {
    case .day(let count):
      let due: HTML = day == last ? " <span class=\"why\">Due</span>" : ""
      let style: HTML = day == last ? " class=\"due\"" : ""
      return "<td\(style)>\(date) <span class=\"count\">\(count)</span>\(due)</td>"
    case .skipped(let reason):
      return "<td class=\"skipped\">\(date) <span class=\"why\">\(reason)</span></td>"
    case nil where day == reading.start:
      let why =
        reading.start != reading.received
        ? "Clarified" : reading.clock.stage == .response ? "Received" : "First day"
      return "<td>\(date) <span class=\"why\">\(why)</span></td>"
    case nil: return "<td class=\"outside\">\(date)</td>"
    }
  }
}
