/// What a clock says, with its working.
public struct ClockReading: Equatable, Sendable {
  /// One calendar day of the working.
  public struct Entry: Equatable, Sendable {
    /// What the day was for the clock.
    public enum Counting: Equatable, Sendable {
      /// The day with this number.
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
    /// The law sets no number of days.
    case uncounted
  }

  /// A day on the way that matters for itself.
  public struct Milestone: Equatable, Sendable {
    /// What the day is; the raw value is its name in `due/1`.
    public enum Kind: String, CaseIterable, Sendable {
      /// The last day for telling the requester of an extension, or for applying for one.
      case noticeDue = "notice_due"
      /// The last day on which the fee can be paid.
      case lastDayToPay = "last_day_to_pay"
      /// The day of the same number in the month in which the time ends.
      case correspondingDate = "corresponding_date"
      /// The last of the school days.
      case schoolDays = "twenty_school_days"
      /// The working day after which school days do not matter any more.
      case workingDayCap = "sixty_working_days"

      /// What it is, in words.
      public var label: String {
        switch self {
        case .noticeDue: "last day to give notice of more time"
        case .lastDayToPay: "last day to pay"
        case .correspondingDate: "corresponding date"
        case .schoolDays: "last of the school days"
        case .workingDayCap: "last of the working days"
        }
      }
    }
    /// What the day is.
    public var kind: Kind
    /// The day.
    public var day: Day
  }

  /// The clock that was asked for.
  public var clock: Clock
  /// The clock whose days were counted, where the one asked for is a part of it.
  public var readAs: Clock?
  /// The day that set the clock running.
  public var received: Day
  /// The day from which the days are counted: receipt, or the answer to a clarification.
  public var start: Day
  /// Where the clock stands.
  public var state: State
  /// The end without any extension, where time runs.
  public var ordinaryDue: Day?
  /// Every calendar day from the first that could be counted to the due date.
  public var working: [Entry]
  /// The events that were taken into account, in order.
  public var events: [ClockEvent]
  /// Days on the way that matter for themselves.
  public var milestones: [Milestone] = []
  /// Working days that a fee took out of the count.
  public var disregarded = 0
  /// What a person should know about the result.
  public var remarks: [String] = []

  /// A reading of which nothing is known yet but the first day and the events.
  init(clock: Clock, received: Day, events: [ClockEvent]) {
    self.clock = clock
    self.received = received
    start = received
    state = .uncounted
    working = []
    self.events = events.sorted { ($0.day, $0.kind) < ($1.day, $1.kind) }
  }

  /// The due date, where time runs.
  public var due: Day? {
    if case .due(let day) = state { return day }
    return nil
  }

  /// The day of a milestone, where the reading has one.
  public func milestone(_ kind: Milestone.Kind) -> Day? {
    milestones.first { $0.kind == kind }?.day
  }

  /// Working days left after `today`; negative once the day has passed; nil where no time runs.
  public func daysLeft(on today: Day, calendar: WorkingDays) -> Int? {
    guard let due else { return nil }
    return due >= today
      ? calendar.count(after: today, through: due) : -calendar.count(after: due, through: today)
  }

  /// The number of the day that `day` is for this clock; 0 before it starts.
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
