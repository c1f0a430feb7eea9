/// The days of a request from which its clocks can be read.
public struct RequestDays: Equatable, Sendable {
  /// The regime under which it is answered.
  public var regime: Regime
  /// The day on which it was received.
  public var received: Day
  /// What happened to its clock since.
  public var events: [ClockEvent]
  /// The day of the response.
  public var responded: Day?
  /// The day on which a review was asked for.
  public var reviewAsked: Day?
  /// The day on which the review was answered.
  public var reviewAnswered: Day?
  /// The response clock of an authority that has one of its own: `foia-schools`.
  public var responseClock: String?
  /// What else the clocks have to know.
  public var circumstances: ClockCircumstances
  /// Whether the events were accepted when they happened.
  public var isRecorded: Bool

  /// Makes the days of a request.
  public init(
    regime: Regime, received: Day, events: [ClockEvent] = [], responded: Day? = nil,
    reviewAsked: Day? = nil, reviewAnswered: Day? = nil, responseClock: String? = nil,
    circumstances: ClockCircumstances = .init(), isRecorded: Bool = true
  ) {
    self.regime = regime
    self.received = received
    self.events = events
    self.responded = responded
    self.reviewAsked = reviewAsked
    self.reviewAnswered = reviewAnswered
    self.responseClock = responseClock
    self.circumstances = circumstances
    self.isRecorded = isRecorded
  }
}

/// One of the clocks of a request and how it stands.
public struct ClockStanding: Equatable, Sendable {
  /// How a clock stands.
  public enum Standing: String, Sendable {
    /// Its time runs, or ran out without what had to happen.
    case running
    /// It stands still until the requester acts.
    case stopped
    /// What had to happen has happened.
    case met
    /// It could still be used.
    case open
    /// It will run from a day that is not certain yet.
    case follows
  }

  /// The clock.
  public var clock: Clock
  /// How it stands.
  public var standing: Standing
  /// What it is counted from, in words: `the response of 24 June 2026`.
  public var from: String
  /// What it says, or why it cannot be read.
  public var reading: Result<ClockReading, ClockError>

  /// The day on which it ends, where that can be said.
  public var due: Day? { try? reading.get().due }
}

extension StatuteBook {
  /// The clocks of a request, in the order of its life: the response, a payment that is waited for,
  /// an extension that is still open, asking for a review, the review, the complaint.
  ///
  /// A clock whose first day has not come is read from the last day on which it can come, and its
  /// standing is ``ClockStanding/Standing/follows``.
  public func clocks(of request: RequestDays) -> [ClockStanding] {
    guard let clock = request.responseClock.flatMap(clock(id:)) ?? responseClock(request.regime)
    else { return [] }
    var standings = [response(clock, request)]
    let reading = try? standings[0].reading.get()
    if case .awaitingFee(let since, _) = reading?.state,
      let payment = clock.payment.map({ self.clock(id: $0.id) ?? $0 })
    {
      standings.append(
        standing(payment, .running, since, "the notice of \(since.written)", request))
    }
    if request.responded == nil, let reading, reading.due != nil,
      reading.due == reading.ordinaryDue,
      request.circumstances.qualifiedLimbIsEngaged != false || request.regime != .foia
    {
      for other in clock.extensions where other.stage == .extension {
        standings.append(
          standing(
            self.clock(id: other.id) ?? other, .open, reading.start, "the day the time runs from",
            request))
      }
    }
    // What follows a response that has not come is reckoned from the last day for it.
    let expected = request.responded ?? reading?.due
    guard let expected else { return standings }
    let response =
      request.responded.map { "the response of \($0.written)" }
      ?? "\(expected.written), if the response comes on its last day"
    standings += review(after: expected, response, request)
    return standings
  }

  private func review(
    after response: Day, _ words: String, _ request: RequestDays
  ) -> [ClockStanding] {
    var standings: [ClockStanding] = []
    let responseIsCertain = request.responded != nil
    if let asking = clock(.reviewRequest, request.regime) {
      standings.append(
        standing(
          asking, request.reviewAsked != nil ? .met : responseIsCertain ? .running : .follows,
          response, words, request))
    }
    var last = (day: response, words: words, isCertain: responseIsCertain)
    if let asked = request.reviewAsked {
      let from = "the request for a review of \(asked.written)"
      let state: ClockStanding.Standing = request.reviewAnswered != nil ? .met : .running
      let reviews = clocks.filter { $0.stage == .review && $0.runs(under: request.regime) }
      let read = reviews.map { standing($0, state, asked, from, request) }
      standings += read
      if let answered = request.reviewAnswered {
        last = (answered, "the review of \(answered.written)", true)
      } else if let due = read.first?.due {
        last = (due, "\(due.written), if the review is answered on its last day", false)
      }
    }
    // In Scotland a review comes first; elsewhere a complaint may follow the response itself.
    let mayComplain = request.regime != .foisa || request.reviewAsked != nil
    if mayComplain, let complaint = clock(.complaint, request.regime) {
      standings.append(
        standing(
          complaint, last.isCertain ? .running : .follows, last.day, last.words, request))
    }
    return standings
  }

  private func response(_ clock: Clock, _ request: RequestDays) -> ClockStanding {
    var result = standing(
      clock, .running, request.received, "receipt on \(request.received.written)", request,
      events: request.events)
    let reading = try? result.reading.get()
    if request.responded != nil {
      result.standing = .met
    } else if let reading, reading.due == nil {
      result.standing = .stopped
    }
    return result
  }

  private func clock(_ stage: Clock.Stage, _ regime: Regime) -> Clock? {
    clocks.first { $0.stage == stage && $0.runs(under: regime) }
  }

  private func standing(
    _ clock: Clock, _ standing: ClockStanding.Standing, _ day: Day, _ from: String,
    _ request: RequestDays, events: [ClockEvent] = []
  ) -> ClockStanding {
    ClockStanding(
      clock: clock, standing: standing, from: from,
      reading: Result { () throws(ClockError) in
        try clock.reading(
          received: day, events: events, circumstances: request.circumstances,
          holidays: bankHolidays, isRecorded: request.isRecorded)
      })
  }
}
