/// A clock of the law: a time that a statute, a code of practice or a policy sets, as the law data
/// describes it.
///
/// A clock is read with ``reading(received:events:circumstances:holidays:isRecorded:)``.
public struct Clock: Equatable, Sendable {
  /// What commands and case papers call it: `foia-response`.
  public internal(set) var id: String
  /// Other names for the same clock.
  public internal(set) var aliases: [String]
  /// The regime that sets it; nil for subject access, which is here to be told apart from the rest.
  public internal(set) var regime: Regime?
  /// Other regimes in which the same clock runs.
  public internal(set) var alsoUnder: [Regime]
  /// Where it stands in the life of a request.
  public internal(set) var stage: Stage
  /// What people call it.
  public internal(set) var name: String
  /// What sets it running.
  public internal(set) var starts: String
  /// Whether the first day is counted.
  public internal(set) var dayZero: DayZero
  /// How many units; 0 where nothing is counted.
  public internal(set) var length: Int
  /// What is counted.
  public internal(set) var unit: Unit
  /// Working days after which a clock of school days ends at the latest.
  public internal(set) var cap: Int?
  /// Whether what has to be done comes before the time runs out, so that its last day is not safe.
  public internal(set) var endsBefore: Bool
  /// Whether an end on a weekend or bank holiday moves to the next working day.
  public internal(set) var rolls: Bool
  /// Which days can be counted.
  public internal(set) var calendar: Calendar
  /// What stands behind it.
  public internal(set) var binding: Binding
  /// Ids of the clocks of a clarification, which start this one afresh.
  public internal(set) var restarts: [String]
  /// Ids of the clocks of a payment, for which this one stands still.
  public internal(set) var stops: [String]
  /// Ids of the clocks that can take the place of this one.
  public internal(set) var extendsTo: [String]
  /// How it extends another clock, if it does.
  public internal(set) var extends: Extension?
  /// Events that people try and that the law does not have here.
  public internal(set) var refuses: [Refused]
  /// What has to happen by the end.
  public internal(set) var mustDo: String
  /// What follows where it does not happen.
  public internal(set) var ifMissed: String?
  /// The provisions that set it, the leading one first.
  public internal(set) var law: String
  /// How the entry was checked.
  public internal(set) var status: Status
  /// Remarks.
  public internal(set) var note: String?
  /// Ids in the list of sources.
  public internal(set) var sources: [String]
  /// The clocks that this one names and the first that names it: a reading needs no book.
  var related: [Clock] = []
}

extension Clock {
  /// What a clock counts.
  public enum Unit: String, CaseIterable, Sendable {
    case workingDay = "working day"
    /// A working day on which the school has a session.
    case schoolDay = "school day"
    case day, week, month
    /// Nothing is counted.
    case none
  }

  /// How the first day is treated.
  public enum DayZero: String, CaseIterable, Sendable {
    /// Counting begins on the day after.
    case excluded
    /// The first day is day 1: "beginning with".
    case counted
  }

  /// Which days can be counted.
  public enum Calendar: String, CaseIterable, Sendable {
    /// Working days under FOIA s.10(6): no bank holiday of any part of the UK.
    case foia
    /// Working days under FOISA s.73: no bank holiday of Scotland.
    case foisa
    /// Every day.
    case everyDay = "calendar"
    /// Nothing is counted.
    case none
  }

  /// What stands behind a clock.
  public enum Binding: String, CaseIterable, Sendable {
    case statute, guidance, policy
    /// The statute asks for what is reasonable and guidance puts a figure on it.
    case mixture
  }

  /// How an entry was checked against its sources.
  public enum Status: String, CaseIterable, Sendable {
    case verified, secondary
    /// From general knowledge: to be checked before anyone relies on it.
    case fromKnowledge = "from-knowledge"
    /// Not checked: to be checked before anyone relies on it.
    case unverified = "UNVERIFIED"

    /// What a person should know about the entry, or nil where it was verified.
    public var caution: String? {
      switch self {
      case .verified: nil
      case .secondary: "Taken from a secondary source; check it before you rely on it."
      case .fromKnowledge: "From general knowledge; check it before you rely on it."
      case .unverified: "UNVERIFIED: check it before you rely on it."
      }
    }
  }

  /// Where a clock stands in the life of a request.
  public enum Stage: String, CaseIterable, Sendable {
    case response, clarification, payment, `extension`
    /// A response time of its own for some authorities or records.
    case special
    case reviewRequest = "review request"
    case review, complaint, appeal, other
  }

  /// How a clock extends another.
  public struct Extension: Equatable, Sendable {
    /// The kind of event that gives the new date.
    public var event: ClockEvent.Kind
    /// The kind of event that says when the other side was told.
    public var noticeEvent: ClockEvent.Kind
    /// What has to be done by the end of the ordinary time.
    public var notice: String
    /// The provision for that.
    public var noticeLaw: String
    /// When the extension is allowed.
    public var condition: String
  }

  /// An event that people try and that the law does not have.
  public struct Refused: Equatable, Sendable {
    /// The kind of event.
    public var event: ClockEvent.Kind
    /// Why not, and what to do.
    public var because: String
    /// The provision.
    public var law: String
  }

  /// The regime's name: `FOIA`, or `UK GDPR` for subject access.
  public var regimeName: String { regime?.rawValue ?? Clock.subjectAccess }

  /// The name of the regime of subject access, which is none of information rights here.
  public static let subjectAccess = "UK GDPR"

  /// Whether the clock runs under a regime.
  public func runs(under regime: Regime) -> Bool {
    self.regime == regime || alsoUnder.contains(regime)
  }

  /// The length in words: `20 working days`.
  public var lengthInWords: String {
    if unit == .none { return "no fixed time" }
    let words = "\(length) \(unit.rawValue)\(length == 1 ? "" : "s")"
    return cap.map { "\(words), or \($0) working days if that is earlier" } ?? words
  }

  /// The first of the provisions in ``law``: the one to name in a refusal.
  var leadingProvision: String {
    String(law.prefix { $0 != "," && $0 != ";" })
  }

  /// The clock of a clarification that starts this one afresh.
  var clarification: Clock? { related(restarts) }

  /// The clock of a payment for which this one stands still.
  var payment: Clock? { related(stops) }

  /// The clocks that extend this one by an event.
  var extensions: [Clock] {
    extendsTo.compactMap { related([$0]) }.filter { $0.extends != nil }
  }

  /// The clock that takes the events of a request: this one, or the one of which it is a part (the
  /// first that names it).
  var course: Clock {
    guard extensions.isEmpty, clarification == nil, payment == nil else { return self }
    return related.first { ($0.restarts + $0.stops + $0.extendsTo).contains(id) } ?? self
  }

  private func related(_ ids: [String]) -> Clock? {
    related.first { ids.contains($0.id) }
  }

  /// Working days in all that guidance treats as reasonable where the public interest is weighed;
  /// the clock's own length where there is no such extension.
  public var reasonableTotal: Int { balance?.length ?? length }

  /// The guidance behind ``reasonableTotal``.
  public var guidance: String { balance?.law ?? law }

  private var balance: Clock? {
    extensions.first { $0.extends?.event == .pitExtension }
  }

  /// The provision by which an extension has to be notified, or asked for, within the ordinary time.
  public func noticeLaw(of event: ClockEvent.Kind) -> String? {
    course.extensions.lazy.compactMap(\.extends).first { $0.event == event }?.noticeLaw
  }

  /// The kinds of event that the clock takes account of.
  public var eventKinds: [ClockEvent.Kind] {
    let course = self.course
    let taken =
      (course.clarification == nil ? [] : [.clarificationAsked, .clarificationReceived])
      + (course.payment == nil ? [] : [.feesNotice, .feesPaid])
      + course.extensions.compactMap(\.extends).flatMap { [$0.noticeEvent, $0.event] }
    return ClockEvent.Kind.allCases.filter(taken.contains)
  }
}
