import InformationLaw

/// A reading of a clock for people: what it is, the days one by one, the end, what to know.
struct DueText: CustomStringConvertible {
  private var reading: ClockReading
  /// The clock whose days were counted.
  private var counted: Clock

  init(_ reading: ClockReading) {
    self.reading = reading
    counted = reading.readAs ?? reading.clock
  }

  var description: String {
    (heading + days + end + remarks).joined(separator: "\n")
  }

  private var heading: [String] {
    let clock = reading.clock
    var lines = ["\(clock.name) (\(clock.law))"]
    if let other = reading.readAs { lines.append("read as   \(other.id): \(other.name)") }
    lines.append(
      "set by    \(counted.binding.rawValue); \(counted.lengthInWords), from \(counted.starts)")
    let how = counted.dayZero == .counted ? "counted" : "not counted"
    lines.append("\(first)\(reading.received.writtenWithWeekday), \(how)")
    for event in reading.events { lines.append("\(event.kind)  \(event.day.writtenWithWeekday)") }
    return lines
  }

  /// The day that sets a clock running is the receipt of a request for some of them only.
  private var first: String {
    switch counted.stage {
    case .response, .special, .extension: "received  "
    default: "starts    "
    }
  }

  private var days: [String] {
    let width = String(reading.working.count).count
    return reading.working.map { entry in
      let mark =
        switch entry.counting {
        case .day(let number): "\(number)"
        case .skipped: "-"
        }
      let weekday = entry.date.weekday.rawValue
      // A weekend's reason is the name of the day itself.
      let why =
        if case .skipped(let reason) = entry.counting, reason != weekday { "  \(reason)" } else {
          ""
        }
      let indent = String(repeating: " ", count: max(0, max(2, width) - mark.count))
      return "  \(indent)\(mark)  \(entry.date)  \(weekday)\(why)"
    }
  }

  private var end: [String] {
    switch reading.state {
    case .due(let day): ["due       \(day.writtenWithWeekday)"]
    case .awaitingClarification(let since):
      ["no time runs: clarification asked for on \(since.written)"]
    case .awaitingFee(let since, let lapses):
      ["no time runs: fees notice of \(since.written); the request lapses after \(lapses.written)"]
    case .uncounted: ["no due date"]
    }
  }

  private var remarks: [String] {
    let clock = reading.clock
    var lines = reading.explanation
    // The month's end is told in the sentences already.
    for milestone in reading.milestones where milestone.kind != .correspondingDate {
      lines.append("\(milestone.kind.label): \(milestone.day.writtenWithWeekday)")
    }
    lines.append("By then: \(counted.mustDo).")
    if let missed = counted.ifMissed { lines.append("If not: \(missed).") }
    lines += reading.remarks
    if let note = clock.note { lines.append("Note: \(note).") }
    if let caution = clock.status.caution { lines.append("Source: \(caution)") }
    return lines
  }
}
