/// What the events of a request have done to its clock, taken one after the other.
struct ClockCourse {
  private let clock: Clock
  private let holidays: BankHolidays
  private let received: Day
  /// The count of days, with those left out for which a fee was outstanding.
  private(set) var tally: ClockTally
  /// The day from which the days are counted.
  private(set) var start: Day
  /// The day on which a clarification was asked for that has not come.
  private(set) var waitingSince: Day?
  /// The day of the fees notice, and the last day to pay.
  private(set) var notice: (given: Day, lapses: Day)?
  private(set) var paid: Day?
  /// When the other side was told of an extension.
  private(set) var extensionNotices: [ClockEvent] = []
  private(set) var extended: ClockEvent?

  init(
    _ clock: Clock, received: Day, events: [ClockEvent], circumstances: ClockCircumstances,
    holidays: BankHolidays
  ) throws(ClockError) {
    self.clock = clock
    self.holidays = holidays
    self.received = received
    tally = clock.tally(holidays)
    start = received
    if clock.unit == .schoolDay { tally.sessions = circumstances.sessions }
    if events.isEmpty { return }
    let order = ClockEvent.Kind.allCases
    let ranked = events.map { (event: $0, rank: order.firstIndex(of: $0.type) ?? 0) }
    // A new due date comes last: it is reckoned once all that has happened is known.
    for (event, _) in ranked.sorted(by: {
      ($0.event.isExtension ? 1 : 0, $0.event.day, $0.rank)
        < ($1.event.isExtension ? 1 : 0, $1.event.day, $1.rank)
    }) {
      try take(event)
    }
  }

  /// The end of the time without any extension, as things stand.
  func ordinary() throws(ClockError) -> [ClockReading.Entry] {
    let first = clock.firstDay(from: start)
    guard let cap = clock.cap else { return try tally.count(from: first, length: clock.length) }
    var working = tally
    working.sessions = nil
    let last = try working.count(from: first, length: cap).last?.date
    return try tally.count(from: first, length: clock.length, through: last)
  }

  /// The working days for which a fee was outstanding, out of those that could have counted.
  var disregarded: Int {
    guard let outstanding = tally.outstanding, let calendar = tally.calendar else { return 0 }
    let before = max(outstanding.lowerBound, clock.firstDay(from: start)).adding(-1)
    return calendar.count(after: before, through: outstanding.upperBound)
  }

  private mutating func take(_ event: ClockEvent) throws(ClockError) {
    guard event.day >= received else {
      throw ClockError(
        "\(event.kind) on \(event.day) is before the request came on \(received)")
    }
    switch event {
    case .clarificationAsked(let day): try ask(day)
    case .clarificationReceived(let day): try answer(day)
    case .feesNotice(let day): try giveNotice(day)
    case .feesPaid(let day): try pay(day)
    case .extensionNotice, .commissionerApplied:
      if let known = extensionNotices.first(where: { $0.type == event.type }) {
        throw twice(event, known.day)
      }
      extensionNotices.append(event)
    case .pitExtension, .complexityExtension, .commissionerSpecified:
      if let known = extended {
        throw known.type == event.type
          ? twice(event, known.day)
          : ClockError("\(known.kind) and \(event.kind) cannot both be given; keep one")
      }
      extended = event
    }
  }

  private func twice(_ event: ClockEvent, _ known: Day) -> ClockError {
    ClockError("\(event.kind) is given twice, on \(known) and \(event.day); keep one")
  }

  private mutating func ask(_ day: Day) throws(ClockError) {
    let law = clock.clarification?.leadingProvision
    if let waitingSince {
      throw ClockError(
        "clarification-asked on \(day): it was asked for on \(waitingSince) already, and no answer "
          + "has come; keep one", citation: law)
    }
    if notice == nil || paid != nil {
      guard let last = try ordinary().last?.date, day <= last else {
        throw ClockError(
          "clarification asked on \(day) came after the request was due; it does not restart the "
            + "clock", citation: law)
      }
    }
    waitingSince = day
  }

  private mutating func answer(_ day: Day) throws(ClockError) {
    let law = clock.clarification?.leadingProvision
    guard waitingSince != nil else {
      throw ClockError(
        "clarification-received on \(day) needs a clarification-asked on or before that day",
        citation: law)
    }
    if let notice, paid == nil {
      throw ClockError(
        "the fees notice of \(notice.given) is older than the clarified request of \(day); give a "
          + "new notice", citation: clock.payment?.leadingProvision)
    }
    waitingSince = nil
    start = day
  }

  private mutating func giveNotice(_ day: Day) throws(ClockError) {
    guard let payment = clock.payment else { return }
    if let notice { throw twice(.feesNotice(day), notice.given) }
    guard let last = try ordinary().last?.date, day <= last else {
      throw ClockError(
        "the fees notice of \(day) came after the time for complying; no fee can be asked now",
        citation: payment.leadingProvision)
    }
    let lapses = try payment.reading(received: day, holidays: holidays).due ?? day
    notice = (day, lapses)
  }

  private mutating func pay(_ day: Day) throws(ClockError) {
    guard let payment = clock.payment else { return }
    if let paid { throw twice(.feesPaid(day), paid) }
    guard let notice else {
      throw ClockError(
        "fees-paid on \(day) needs a fees-notice on or before that day",
        citation: payment.leadingProvision)
    }
    guard day <= notice.lapses else {
      throw ClockError(
        "the fee came on \(day), after the time to pay that ended on \(notice.lapses); the request "
          + "has lapsed and a new one is needed", citation: payment.leadingProvision)
    }
    paid = day
    tally.outstanding = notice.given...day
    tally.feeLaw = payment.law
  }
}
