public import InformationLaw
internal import PublicInterest

extension Case {
  /// Reads the clock of the case from its facts; nothing stores a due date.
  ///
  /// - Throws: ``ClockError`` where the facts lie outside the calendar.
  public func clock(book: StatuteBook) throws(ClockError) -> ClockReading? {
    guard let clock = book.responseClock(decision.regime) else { return nil }
    return try clock.reading(
      received: decision.received, events: decision.clockEvents.compactMap(\.event),
      calendar: book.workingDays(decision.regime), isRecorded: true)
  }

  /// Every clock of the case: the one it is answered by, what could still be used, and what follows.
  ///
  /// A limb that is relied on counts as found to apply; whether it does is for scrutiny.
  public func clocks(book: StatuteBook) -> [ClockStanding] {
    let engaged = decision.reliances.compactMap { book.limb(id: $0.limb) }
    return book.clocks(
      of: RequestDays(
        regime: decision.regime, received: decision.received,
        events: decision.clockEvents.compactMap(\.event), responded: issuedOn,
        circumstances: ClockCircumstances(engaged: engaged)))
  }

  /// The event that notes a due date moved by a change of the bank holidays, if it moved.
  ///
  /// - Parameters:
  ///   - before: the holidays that were in force when the case was last looked at.
  ///   - book: the law with the holidays of today.
  public func clockMove(from before: BankHolidays, book: StatuteBook) -> CaseEvent? {
    guard let clock = book.responseClock(decision.regime) else { return nil }
    let events = decision.clockEvents.compactMap(\.event)
    let regime = decision.regime
    guard
      let old = try? clock.reading(
        received: decision.received, events: events,
        calendar: WorkingDays(regime: regime, bankHolidays: before), isRecorded: true),
      let new = try? clock.reading(
        received: decision.received, events: events, calendar: book.workingDays(regime),
        isRecorded: true),
      let from = old.due, let to = new.due, from != to
    else { return nil }
    let added = new.working.map(\.date).filter {
      book.bankHolidays.holidays[$0] != before.holidays[$0]
    }
    let names = added.map { day in
      let name = book.bankHolidays.holidays[day]?.written ?? "no longer a bank holiday"
      return "\(day.written): \(name)"
    }
    return .clockMoved(from: from, to: to, because: names.joined(separator: "; "))
  }
}
