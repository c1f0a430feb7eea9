extension ClockReading {
  /// How the end was found, in sentences; the working shows the same day by day.
  public var explanation: [String] {
    let clock = readAs ?? self.clock
    guard clock.unit != .none else { return ["The law sets no number of days here."] }
    guard let due, let first = working.first else { return [] }
    var sentences = [beginning(clock, first)]
    switch clock.unit {
    case .month: sentences += monthEnd(clock, due)
    case .week:
      sentences.append(
        "\(clock.lengthInWords) are \(7 * clock.length) days, of whatever kind: they end on "
          + "\(due.writtenWithWeekday).")
    case .day:
      sentences.append(
        "\(clock.lengthInWords), of whatever kind, end on \(due.writtenWithWeekday).")
    case .workingDay, .schoolDay, .none: sentences += workingDayEnd(clock, due)
    }
    return sentences
  }

  private func beginning(_ clock: Clock, _ first: Entry) -> String {
    if clock.dayZero == .counted {
      return "The time begins with \(start.writtenWithWeekday), which is counted."
    }
    let one = working.first { $0.counting == .day(1) }?.date
    let number = one.map { "; day 1 is \($0.writtenWithWeekday)" } ?? ""
    return "The first day, \(start.writtenWithWeekday), is not counted\(number)."
  }

  private func workingDayEnd(_ clock: Clock, _ due: Day) -> [String] {
    var sentences: [String] = []
    if disregarded > 0 {
      sentences.append(
        "\(disregarded) working day\(disregarded == 1 ? " is" : "s are") disregarded while the fee was "
          + "outstanding.")
    }
    if clock.unit == .schoolDay, let capped = milestone(.workingDayCap) {
      let school =
        milestone(.schoolDays).map { "The school days end on \($0.writtenWithWeekday)" }
        ?? "The school days do not end before that"
      sentences.append(
        "\(school); working day \(clock.cap ?? 0) is \(capped.writtenWithWeekday). The earlier counts."
      )
    }
    let holidays = working.compactMap { entry -> String? in
      guard case .skipped(let reason) = entry.counting, !entry.date.weekday.isWeekend,
        !reason.hasPrefix("fee outstanding"), !reason.hasPrefix("no session")
      else { return nil }
      return "\(entry.date.written) (\(reason))"
    }
    if !holidays.isEmpty {
      sentences.append("Left out beside weekends: \(holidays.joined(separator: "; ")).")
    }
    if let ordinaryDue, ordinaryDue < due {
      sentences.append("The ordinary time ends on \(ordinaryDue.writtenWithWeekday).")
    }
    let kind = clock.unit == .schoolDay ? "School day" : "Working day"
    if case .day(let number) = working.last?.counting {
      sentences.append("\(kind) \(number) is \(due.writtenWithWeekday).")
    }
    return sentences
  }

  private func monthEnd(_ clock: Clock, _ due: Day) -> [String] {
    guard let corresponding = milestone(.correspondingDate) else { return [] }
    let number = start.components.day
    var sentences: [String] = []
    if corresponding.components.day == number {
      sentences.append(
        "\(clock.lengthInWords) later the day of the same number is "
          + "\(corresponding.writtenWithWeekday).")
    } else {
      sentences.append(
        "\(clock.lengthInWords) later the month has no day \(number): its last day, "
          + "\(corresponding.writtenWithWeekday), takes its place.")
    }
    if due < corresponding {
      sentences.append(
        clock.endsBefore
          ? "What has to be done comes before the time runs out: the last safe day is "
            + "\(due.writtenWithWeekday)."
          : "Since the first day is counted, the time ends the day before: "
            + "\(due.writtenWithWeekday).")
    } else if due > corresponding {
      sentences.append(
        "That is no working day: the end moves on to \(due.writtenWithWeekday).")
    }
    return sentences
  }
}
