internal import DataFiles

/// A statutory clock as the law data describes it.
public struct Clock: Equatable, Sendable {
  /// What commands and case papers call it: `foia-response`.
  public var id: String
  /// Other names for the same clock.
  public var aliases: [String]
  /// The regime that sets it.
  public var regime: Regime
  /// What people call it.
  public var name: String
  /// Working days from the day after the start.
  public var length: Int
  /// Working days in all that guidance treats as reasonable where the public interest is weighed.
  public var reasonableTotal: Int
  /// The provision that sets it.
  public var law: String
  /// The guidance behind ``reasonableTotal``.
  public var guidance: String
  /// Ids in the list of sources.
  public var sources: [String]

  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { clock throws(DataFileError) in
      func number(_ key: String) throws(DataFileError) -> Int {
        let value = try clock.required(key)
        guard let number = Int(try value.string()), number > 0 else {
          throw value.error("'\(key)' should be a number of working days above 0")
        }
        return number
      }
      return Clock(
        id: try clock.string("id"), aliases: try clock.strings("aliases"),
        regime: try clock.required("regime").choice(Regime.self),
        name: try clock.string("name"), length: try number("length"),
        reasonableTotal: try number("reasonable_total"), law: try clock.string("law"),
        guidance: try clock.string("guidance"), sources: try clock.strings("sources"))
    }
  }

  init(
    id: String, aliases: [String], regime: Regime, name: String, length: Int,
    reasonableTotal: Int, law: String, guidance: String, sources: [String]
  ) {
    self.id = id
    self.aliases = aliases
    self.regime = regime
    self.name = name
    self.length = length
    self.reasonableTotal = reasonableTotal
    self.law = law
    self.guidance = guidance
    self.sources = sources
  }
}

/// Something that happened to a request and that its clock has to take into account.
public enum ClockEvent: Hashable, Sendable {
  /// The authority asked what the requester meant (FOIA s.1(3)).
  case clarificationAsked(Day)
  /// The answer came; time starts afresh (FOIA s.10(6)).
  case clarificationReceived(Day)
  /// A fees notice was given (FOIA s.9).
  case feesNotice(Day)
  /// The fee was received.
  case feesPaid(Day)
  /// The requester was told that the balance needs until this day (FOIA ss.10(3), 17(2)).
  case pitExtension(to: Day)

  /// The name of the kind, as commands write it.
  public var kind: String {
    switch self {
    case .clarificationAsked: "clarification-asked"
    case .clarificationReceived: "clarification-received"
    case .feesNotice: "fees-notice"
    case .feesPaid: "fees-paid"
    case .pitExtension: "pit-extension"
    }
  }

  /// The day of the event; of an extension, the new date.
  public var day: Day {
    switch self {
    case .clarificationAsked(let day), .clarificationReceived(let day), .feesNotice(let day),
      .feesPaid(let day), .pitExtension(let day):
      day
    }
  }

  /// Every kind, in the order in which they can happen.
  public static let kinds = [
    "clarification-asked", "clarification-received", "fees-notice", "fees-paid", "pit-extension",
  ]

  /// Makes an event from its kind's name, or nil where there is no such kind.
  public init?(kind: String, day: Day) {
    switch kind {
    case "clarification-asked": self = .clarificationAsked(day)
    case "clarification-received": self = .clarificationReceived(day)
    case "fees-notice": self = .feesNotice(day)
    case "fees-paid": self = .feesPaid(day)
    case "pit-extension": self = .pitExtension(to: day)
    default: return nil
    }
  }
}

/// What a clock says, with its working.
public struct ClockReading: Equatable, Sendable {
  /// One calendar day of the working.
  public struct Entry: Equatable, Sendable {
    /// What the day was for the clock.
    public enum Counting: Equatable, Sendable {
      /// The working day with this number.
      case day(Int)
      /// Not counted, and why.
      case skipped(String)
    }
    /// The day.
    public var date: Day
    /// What it was for the clock.
    public var counting: Counting
  }

  /// Where the clock stands.
  public enum State: Equatable, Sendable {
    /// Time runs, or ran, to this day.
    case due(Day)
    /// No time runs until the requester says what was meant, asked on this day.
    case awaitingClarification(since: Day)
    /// No time runs until the fee comes; after `lapses` the request need not be answered.
    case awaitingFee(since: Day, lapses: Day)
  }

  /// The clock that was read.
  public var clock: Clock
  /// The day the request was received.
  public var received: Day
  /// The day from which the days are counted: receipt, or the answer to a clarification.
  public var start: Day
  /// Where the clock stands.
  public var state: State
  /// Day 20 (or the clock's own length) without any extension, where time runs.
  public var ordinaryDue: Day?
  /// Every calendar day from the day after ``start`` to the due date.
  public var working: [Entry]
  /// The events that were taken into account, in order.
  public var events: [ClockEvent]
  /// What a person should know about the result.
  public var remarks: [String]

  /// The due date, where time runs.
  public var due: Day? {
    if case .due(let day) = state { return day }
    return nil
  }

  /// Working days left after `today`; negative once the day has passed; nil where no time runs.
  public func daysLeft(on today: Day, calendar: WorkingDays) -> Int? {
    guard let due else { return nil }
    return due >= today
      ? calendar.count(after: today, through: due) : -calendar.count(after: due, through: today)
  }

  /// The number of the working day that `day` is for this clock; 0 before it starts.
  public func dayNumber(on day: Day) -> Int {
    var number = 0
    for entry in working where entry.date <= day {
      if case .day(let count) = entry.counting { number = count }
    }
    return number
  }
}

/// Why a clock cannot be read: what, where and what to do.
public struct ClockError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  public var message: String
  /// The provision that is in the way, if any.
  public var citation: String?

  init(_ message: String, citation: String? = nil) {
    self.message = message
    self.citation = citation
  }

  /// The message with its citation.
  public var description: String { citation.map { "\(message) (\($0))" } ?? message }
}
