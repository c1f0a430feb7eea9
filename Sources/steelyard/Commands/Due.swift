import ArgumentParser
import DataFiles
import InformationLaw

/// `steelyard due`: a clock with its working.
struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out a due date, day by day, naming every day that is not counted.",
    discussion: """
      Events are KIND=DATE: \(ClockEvent.kinds.joined(separator: ", ")). Of pit-extension the date is \
      the new due date. With --on the status is 1 where the answer is overdue on that day.
      """)

  @ArgumentParser.Option(help: "The day the request was received, as 2026-05-26.")
  var received: String

  @ArgumentParser.Option(help: "The regime: FOIA (EIR and FOISA have no entries yet).")
  var regime = "FOIA"

  @ArgumentParser.Option(help: "The clock; the response clock of the regime unless given.")
  var clock: String?

  @ArgumentParser.Option(name: .customLong("event"), help: "Something that happened, as KIND=DATE.")
  var events: [String] = []

  @ArgumentParser.Option(help: "A day on which to say whether the answer is overdue.")
  var on: String?

  @ArgumentParser.Option(help: "A file with newly proclaimed bank holidays, in YAML.")
  var holidays: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: TextOrJSON = .text

  func run() throws {
    var book = try Books.statuteBook()
    if let holidays {
      let text = try Input.text(holidays, limit: 1_000_000)
      do { book = try book.adding(holidaySupplement: text, file: holidays) } catch {
        throw Failure(error.description)
      }
    }
    guard let regime = Regime(rawValue: regime.uppercased()) else {
      throw Failure("--regime \(regime): is not FOIA, EIR or FOISA")
    }
    let named = clock.map { book.clock(id: $0) } ?? book.responseClock(regime)
    guard let clock = named, clock.regime == regime else {
      let known = book.clocks.map { "\($0.id) (\($0.regime.rawValue))" }.joined(separator: ", ")
      throw Failure("there is no such clock for \(regime.rawValue); the statute book has: \(known)")
    }
    let day = try Due.day(received, option: "--received")
    let reading: ClockReading
    do {
      reading = try clock.reading(
        received: day, events: try events.map(Due.event), calendar: book.workingDays(regime))
    } catch let error as ClockError {
      throw Failure(error.description)
    }
    Output.result(
      try format == .json ? Output.json(DueResult(reading)) : DueResult.text(reading))
    if let on {
      let today = try Due.day(on, option: "--on")
      if let due = reading.due, today > due { throw ExitCode(1) }
    }
  }

  private static func day(_ text: String, option: String) throws -> Day {
    guard let day = Day(text) else {
      throw Failure("\(option) '\(text)' is not a day; write it as 2026-05-26")
    }
    return day
  }

  private static func event(_ text: String) throws -> ClockEvent {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else {
      throw Failure("--event '\(text)' should be KIND=DATE, as clarification-asked=2026-05-29")
    }
    let day = try day(halves[1], option: "--event \(halves[0])")
    guard let event = ClockEvent(kind: halves[0], day: day) else {
      throw Failure(
        "--event '\(halves[0])' is not one of: \(ClockEvent.kinds.joined(separator: ", "))")
    }
    return event
  }
}

/// The formats of commands that have no more.
enum TextOrJSON: String, ExpressibleByArgument {
  case text, json
}

/// `due/1`.
struct DueResult: Encodable {
  struct Entry: Encodable {
    var date: String
    var day: Int?
    var skipped: String?
  }
  struct Event: Encodable {
    var kind: String
    var date: String
  }

  var schema = "due/1"
  var regime: String
  var clock: String
  var received: String
  var due: String?
  var state: String
  var law: String
  var working: [Entry]
  var events: [Event]
  var remarks: [String]

  init(_ reading: ClockReading) {
    regime = reading.clock.regime.rawValue
    clock = reading.clock.id
    received = reading.received.description
    due = reading.due?.description
    state =
      switch reading.state {
      case .due: "due"
      case .awaitingClarification: "awaiting-clarification"
      case .awaitingFee: "awaiting-fee"
      }
    law = reading.clock.law
    working = reading.working.map { entry in
      switch entry.counting {
      case .day(let number): Entry(date: entry.date.description, day: number, skipped: nil)
      case .skipped(let why): Entry(date: entry.date.description, day: nil, skipped: why)
      }
    }
    events = reading.events.map { Event(kind: $0.kind, date: $0.day.description) }
    remarks = reading.remarks
  }

  static func text(_ reading: ClockReading) -> String {
    var lines = ["\(reading.clock.name) (\(reading.clock.law))"]
    lines.append("received  \(reading.received.writtenWithWeekday), not counted")
    for event in reading.events { lines.append("\(event.kind)  \(event.day.writtenWithWeekday)") }
    for entry in reading.working {
      let mark =
        switch entry.counting {
        case .day(let number): String(repeating: " ", count: number < 10 ? 1 : 0) + "\(number)"
        case .skipped: " -"
        }
      let weekday = entry.date.weekday.rawValue
      // A weekend's reason is the name of the day itself.
      let why =
        if case .skipped(let reason) = entry.counting, reason != weekday { "  \(reason)" } else {
          ""
        }
      lines.append("  \(mark)  \(entry.date)  \(weekday)\(why)")
    }
    switch reading.state {
    case .due(let day): lines.append("due       \(day.writtenWithWeekday)")
    case .awaitingClarification(let since):
      lines.append("no time runs: clarification asked for on \(since.written)")
    case .awaitingFee(let since, let lapses):
      lines.append(
        "no time runs: fees notice of \(since.written); the request lapses after \(lapses.written)")
    }
    return (lines + reading.remarks).joined(separator: "\n")
  }
}
