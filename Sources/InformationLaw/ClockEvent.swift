/// Something that happened to a request and that its clock has to take into account.
public enum ClockEvent: Hashable, Sendable {
  /// The authority asked what the requester meant (FOIA s.1(3), EIR reg 9(2), FOISA s.1(3)).
  case clarificationAsked(Day)
  /// The answer came; time starts afresh (FOIA s.10(6), EIR reg 9(4), FOISA s.10(1)(b)).
  case clarificationReceived(Day)
  /// A fees notice was given, or advance payment asked for (FOIA s.9, EIR reg 8(4), FOISA s.9).
  case feesNotice(Day)
  /// The fee was received.
  case feesPaid(Day)
  /// The requester was told that an extension is needed.
  case extensionNotice(Day)
  /// The Commissioner was asked to set a later day (SI 2004/3364).
  case commissionerApplied(Day)
  /// The requester was told that the balance needs until this day (FOIA ss.10(3), 17(2)).
  case pitExtension(to: Day)
  /// The requester was told that complexity and volume need until this day (EIR reg 7).
  case complexityExtension(to: Day)
  /// The Commissioner set this day (SI 2004/3364).
  case commissionerSpecified(to: Day)

  /// The kinds of event, in the order in which they can happen; the raw value is how commands and
  /// files write them.
  public enum Kind: String, CaseIterable, Sendable {
    case clarificationAsked = "clarification-asked"
    case clarificationReceived = "clarification-received"
    case feesNotice = "fees-notice"
    case feesPaid = "fees-paid"
    case extensionNotice = "extension-notice"
    case commissionerApplied = "commissioner-applied"
    case pitExtension = "pit-extension"
    case complexityExtension = "complexity-extension"
    case commissionerSpecified = "commissioner-specified"

    /// Whether the day of such an event is a new due date rather than a day on which something
    /// happened.
    public var isExtension: Bool {
      self == .pitExtension || self == .complexityExtension || self == .commissionerSpecified
    }
  }

  /// The kind and the day.
  private var parts: (Kind, Day) {
    switch self {
    case .clarificationAsked(let day): (.clarificationAsked, day)
    case .clarificationReceived(let day): (.clarificationReceived, day)
    case .feesNotice(let day): (.feesNotice, day)
    case .feesPaid(let day): (.feesPaid, day)
    case .extensionNotice(let day): (.extensionNotice, day)
    case .commissionerApplied(let day): (.commissionerApplied, day)
    case .pitExtension(let day): (.pitExtension, day)
    case .complexityExtension(let day): (.complexityExtension, day)
    case .commissionerSpecified(let day): (.commissionerSpecified, day)
    }
  }

  /// What kind of event it is.
  public var type: Kind { parts.0 }

  /// The name of the kind, as commands and files write it.
  public var kind: String { type.rawValue }

  /// The day of the event; of an extension, the new date.
  public var day: Day { parts.1 }

  /// Whether the day is a new due date rather than a day on which something happened.
  public var isExtension: Bool { type.isExtension }

  /// The names of every kind, in the order in which they can happen.
  public static let kinds = Kind.allCases.map(\.rawValue)

  /// Makes an event of a kind.
  public init(_ kind: Kind, _ day: Day) {
    self =
      switch kind {
      case .clarificationAsked: .clarificationAsked(day)
      case .clarificationReceived: .clarificationReceived(day)
      case .feesNotice: .feesNotice(day)
      case .feesPaid: .feesPaid(day)
      case .extensionNotice: .extensionNotice(day)
      case .commissionerApplied: .commissionerApplied(day)
      case .pitExtension: .pitExtension(to: day)
      case .complexityExtension: .complexityExtension(to: day)
      case .commissionerSpecified: .commissionerSpecified(to: day)
      }
  }

  /// Makes an event from its kind's name, or nil where there is no such kind.
  public init?(kind: String, day: Day) {
    guard let kind = Kind(rawValue: kind) else { return nil }
    self.init(kind, day)
  }
}
