/// An invitation (RFC 5545) as far as it names people and places.
struct MailCalendar {
  private let lines: [String]

  init(_ text: String) {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      // A long line goes on after a blank.
      if line.first == " " || line.first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(String(line))
      }
    }
    self.lines = lines
  }

  func report(_ run: InspectionRun) {
    var shown: [String] = []
    var guests = 0
    for line in lines {
      let name = line.prefix { $0 != ":" && $0 != ";" }.uppercased()
      guard !Self.settings.contains(name), line.contains(":") else { continue }
      if name == "ATTENDEE" || name == "ORGANIZER" { guests += 1 }
      shown.append(line.replacing("\\n", with: " ").replacing("\\,", with: ","))
    }
    guard !shown.isEmpty else { return }
    run.report(
      MailClass.calendar, at: "invitation" + (guests > 0 ? " with \(guests) people" : ""),
      showing: shown.joined(separator: "\n"), removable: false)
  }

  private static let settings: Set<String> = [
    "BEGIN", "END", "VERSION", "CALSCALE", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "TRIGGER",
    "ACTION", "SEQUENCE", "PRIORITY", "TRANSP", "CLASS", "METHOD", "DTSTAMP", "STATUS", "PRODID",
  ]
}
