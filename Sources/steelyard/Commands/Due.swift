import ArgumentParser
import DataFiles
import InformationLaw

/// `steelyard due`: a clock with its working.
struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work out a due date, day by day, naming every day that is not counted.",
    discussion: """
      Events are KIND=DATE: \(ClockEvent.kinds.joined(separator: ", ")). Of \
      \(ClockEvent.Kind.allCases.filter(\.isExtension).map(\.rawValue).joined(separator: ", ")) \
      the date is the new due date. With --on the status is 1 where the time is over on that day. \
      --list prints the clocks.
      """)

  @ArgumentParser.Option(help: "The day that sets the clock running, as 2026-05-26.")
  var received: String?

  @ArgumentParser.Option(
    help: "The regime: FOIA, EIR or FOISA; that of the clock unless given, else FOIA.")
  var regime: String?

  @ArgumentParser.Option(help: "The clock; the response clock of the regime unless given.")
  var clock: String?

  @ArgumentParser.Option(name: .customLong("event"), help: "Something that happened, as KIND=DATE.")
  var events: [String] = []

  @ArgumentParser.Option(help: "The terms of a school, as FROM..TO, the days included.")
  var sessions: [String] = []

  @ArgumentParser.Option(
    name: .customLong("limb"),
    help: "A limb that is relied on and found to apply, as s31(1)(a); decides on pit-extension.")
  var limbs: [String] = []

  @ArgumentParser.Option(
    help: """
      Whose bank holidays move the end of a month: \
      \(UKPart.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var part: String?

  @ArgumentParser.Option(help: "A day on which to say whether the time is over.")
  var on: String?

  @Flag(help: "List the clocks of the statute book instead.")
  var list = false

  @ArgumentParser.Option(help: "A file with newly proclaimed bank holidays, in YAML.")
  var holidays: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: TextOrJSON = .text

  func run() throws {
    let book = try book()
    if list {
      return Output.result(
        try format == .json ? Output.json(ClockList(book.clocks)) : ClockList.text(book.clocks))
    }
    guard let received else {
      throw Failure("give the day that sets the clock running: --received 2026-05-26")
    }
    let clock = try named(in: book)
    let day = try Due.day(received, option: "--received")
    let today = try on.map { try Due.day($0, option: "--on") }
    let reading: ClockReading
    do {
      reading = try clock.reading(
        received: day, events: try events.map(Due.event),
        circumstances: try circumstances(book, clock), holidays: book.bankHolidays)
    } catch let error as ClockError {
      let isSchool = clock.unit == .schoolDay && sessions.isEmpty
      throw Failure(error.description + (isSchool ? ": --sessions FROM..TO" : ""))
    }
    Output.result(
      try format == .json ? Output.json(DueResult(reading)) : DueText(reading).description)
    if let today, let due = reading.due, today > due { throw ExitCode(1) }
  }

  private func book() throws -> StatuteBook {
    let book = try Books.statuteBook()
    guard let holidays else { return book }
    let text = try Input.text(holidays, limit: 1_000_000)
    do { return try book.adding(holidaySupplement: text, file: holidays) } catch {
      throw Failure(error.description)
    }
  }

  /// The clock that was named, or the response clock of the regime.
  private func named(in book: StatuteBook) throws -> Clock {
    let wanted = regime?.uppercased()
    let regime = wanted.flatMap(Regime.init(rawValue:))
    if let wanted, regime == nil, wanted != Clock.subjectAccess {
      throw Failure("--regime \(wanted): is not FOIA, EIR or FOISA")
    }
    guard let id = clock else {
      guard let clock = book.responseClock(regime ?? .foia), wanted != Clock.subjectAccess else {
        throw Failure("there is no response clock for \(wanted ?? "FOIA"); name one with --clock")
      }
      return clock
    }
    if let clock = book.clock(id: id),
      wanted == nil || wanted == clock.regimeName || regime.map(clock.runs(under:)) == true
    {
      return clock
    }
    let known = book.clocks.filter { clock in
      wanted == nil || wanted == clock.regimeName || regime.map(clock.runs(under:)) == true
    }
    throw Failure(
      "--clock '\(id)': there is no such clock\(wanted.map { " for \($0)" } ?? ""); the statute book "
        + "has: \(known.map(\.id).joined(separator: ", "))")
  }

  private func circumstances(_ book: StatuteBook, _ clock: Clock) throws -> ClockCircumstances {
    var circumstances = ClockCircumstances()
    circumstances.sessions = try sessions.map(Due.term)
    if !limbs.isEmpty {
      let engaged: [Limb] = try limbs.map { written in
        do { return try book.limb(written: written, regime: clock.regime ?? .foia) } catch {
          throw Failure("--limb \(written): \(error)")
        }
      }
      circumstances.qualifiedLimbIsEngaged =
        ClockCircumstances(engaged: engaged)
        .qualifiedLimbIsEngaged
    }
    if let part {
      guard let known = UKPart(rawValue: part) else {
        throw Failure(
          "--part '\(part)' is not one of: "
            + UKPart.allCases.map(\.rawValue).joined(separator: ", "))
      }
      circumstances.part = known
    }
    return circumstances
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

  private static func term(_ text: String) throws -> ClosedRange<Day> {
    let days = text.split(separator: "..", maxSplits: 1).compactMap { Day($0) }
    guard days.count == 2, days[0] <= days[1] else {
      throw Failure(
        "--sessions '\(text)' should be the first and the last day of a term, as "
          + "2025-09-03..2025-10-24")
    }
    return days[0]...days[1]
  }
}

/// The formats of commands that have no more.
enum TextOrJSON: String, ExpressibleByArgument {
  case text, json
}
