public import InformationLaw

/// The decision on a request as data: what is asked, what is held, which limb is relied on for which
/// item, the harm, the factors, the balance and the alternatives.
///
/// The letter, the schedule of what is withheld and the case papers are derived from it. The
/// requester is not part of it.
public struct Decision: Codable, Equatable, Sendable {
  /// The regime under which the request is answered.
  public var regime: Regime
  /// The authority that decides.
  public var authority: Authority
  /// The authority's reference.
  public var reference: String
  /// The day the request was received.
  public var received: Day
  /// What happened to the clock since.
  public var clockEvents: [ClockFact]
  /// The day of the decision.
  public var decided: Day?
  /// The role, or name and role, of the person who decides.
  public var decidedBy: String
  /// The numbered questions.
  public var questions: [Question]
  /// The items of information.
  public var items: [Item]
  /// The limbs relied on.
  public var reliances: [Reliance]
  /// A cumulative balance, if limbs are weighed together.
  public var cumulative: CumulativeBalance?
  /// What was considered instead of refusing.
  public var alternatives: [Alternative]
  /// Advice and assistance (FOIA s.16).
  public var advice: String
  /// Whether the notice tells the requester of the internal review and the regulator.
  public var rights: Rights

  /// Makes a decision.
  public init(
    regime: Regime = .foia, authority: Authority, reference: String, received: Day,
    clockEvents: [ClockFact] = [], decided: Day? = nil, decidedBy: String = "",
    questions: [Question] = [], items: [Item] = [], reliances: [Reliance] = [],
    cumulative: CumulativeBalance? = nil, alternatives: [Alternative] = [], advice: String = "",
    rights: Rights = Rights()
  ) {
    self.regime = regime
    self.authority = authority
    self.reference = reference
    self.received = received
    self.clockEvents = clockEvents
    self.decided = decided
    self.decidedBy = decidedBy
    self.questions = questions
    self.items = items
    self.reliances = reliances
    self.cumulative = cumulative
    self.alternatives = alternatives
    self.advice = advice
    self.rights = rights
  }

  /// The items of a reliance, in the decision's order.
  public func items(of reliance: Reliance) -> [Item] {
    items.filter { reliance.items.contains($0.id) }
  }

  /// The reliances on an item.
  public func reliances(on item: Item) -> [Reliance] {
    reliances.filter { $0.items.contains(item.id) }
  }

  /// The items that are withheld.
  public var withheld: [Item] { items.filter { $0.outcome == .withhold } }

  /// The items that are released.
  public var released: [Item] { items.filter { $0.outcome == .release } }

  /// Whether everything that is held is withheld and nothing is given instead.
  public var isFullRefusal: Bool {
    !withheld.isEmpty && released.isEmpty && !alternatives.contains { $0.outcome == .given }
  }

  /// Whether the decision needs a refusal notice under FOIA s.17.
  public var isRefusal: Bool { !withheld.isEmpty || !reliances.isEmpty }
}

/// The authority and what its letters say about challenging a decision.
public struct Authority: Codable, Equatable, Sendable {
  /// The authority's name.
  public var name: String
  /// Its postal address.
  public var address: String
  /// The team's e-mail address.
  public var email: String
  /// How to ask for an internal review: address or e-mail; empty where it offers none.
  public var reviewContact: String
  /// Working days within which a review may be asked for.
  public var reviewAskDays: Int
  /// Working days within which a review is answered.
  public var reviewAnswerDays: Int

  /// Makes an authority; the review times default to those of the s.45 Code.
  public init(
    name: String, address: String = "", email: String = "", reviewContact: String = "",
    reviewAskDays: Int = 40, reviewAnswerDays: Int = 20
  ) {
    self.name = name
    self.address = address
    self.email = email
    self.reviewContact = reviewContact
    self.reviewAskDays = reviewAskDays
    self.reviewAnswerDays = reviewAnswerDays
  }
}

/// Which of the particulars of FOIA s.17(7) the notice gives.
public struct Rights: Codable, Equatable, Sendable {
  /// The internal review, or that there is none.
  public var internalReview: Bool
  /// The right to apply to the regulator.
  public var regulator: Bool

  /// Both are given unless said otherwise.
  public init(internalReview: Bool = true, regulator: Bool = true) {
    self.internalReview = internalReview
    self.regulator = regulator
  }
}

/// A clock event in a form that can be stored.
public struct ClockFact: Codable, Equatable, Sendable {
  /// The kind: `pit-extension`.
  public var kind: String
  /// The day.
  public var day: Day

  /// Makes a fact from an event.
  public init(_ event: ClockEvent) {
    kind = event.kind
    day = event.day
  }

  /// Makes a fact from its parts, or nil where there is no such kind.
  public init?(kind: String, day: Day) {
    guard ClockEvent(kind: kind, day: day) != nil else { return nil }
    self.kind = kind
    self.day = day
  }

  /// The event.
  public var event: ClockEvent? { ClockEvent(kind: kind, day: day) }
}
