import InformationLaw
import Testing

/// The same sequence for the same seed, everywhere (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A slow count that shares nothing with the engine: days as year, month and day that are stepped
/// one by one, the weekday by Zeller's congruence, the holidays picked out of the file as text.
private struct SlowCount {
  struct Date: Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    init(_ text: Substring) {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      (year, month, day) = (parts[0], parts[1], parts[2])
    }

    var text: String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(year)-\(two(month))-\(two(day))"
    }

    static func length(_ year: Int, _ month: Int) -> Int {
      if month == 2 {
        return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
      }
      return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    var next: Date {
      var date = self
      date.day += 1
      if date.day > Date.length(year, month) { (date.day, date.month) = (1, month + 1) }
      if date.month > 12 { (date.month, date.year) = (1, year + 1) }
      return date
    }

    /// 0 is Saturday, 1 Sunday.
    var zeller: Int {
      let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
      return (day + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7
    }

    static func < (left: Date, right: Date) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }

  var uk: Set<String> = []
  var scotland: Set<String> = []

  init() {
    var day = ""
    for line in (StatuteBook.builtInFiles["bank-holidays.yaml"] ?? "").split(separator: "\n")
    where !line.hasPrefix("#") {
      if let range = line.firstRange(of: "date: ") {
        day = String(line[range.upperBound...].prefix(10))
        uk.insert(day)
      }
      if line.contains("parts:"), line.contains("scotland") { scotland.insert(day) }
    }
  }

  func isWorking(_ date: Date, _ holidays: Set<String>) -> Bool {
    date.zeller > 1 && !holidays.contains(date.text)
  }

  func end(
    _ start: String, _ length: Int, _ holidays: Set<String>, countsStart: Bool = false,
    fee: ClosedRange<String>? = nil, sessions: [ClosedRange<String>]? = nil
  ) -> String {
    var date = Date(start[...])
    var left = length
    var isFirst = true
    while true {
      if !isFirst || countsStart {
        let counts =
          isWorking(date, holidays) && fee?.contains(date.text) != true
          && sessions?.contains { $0.contains(date.text) } != false
        if counts { left -= 1 }
        if left == 0 { return date.text }
      }
      isFirst = false
      date = date.next
    }
  }
}

@Suite("Clocks against an independent slow count")
struct ClockPropertyTests {
  private let slow = SlowCount()
  private let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func someDay(_ generator: inout Seeded) -> Day {
    Day(number: Int.random(in: 12_784...21_000, using: &generator))  // 2005 to June 2027
  }

  @Test("every clock of working days ends where the slow count ends", arguments: [1, 2, 3])
  func workingDays(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    let clocks = book.clocks.filter { $0.unit == .workingDay }
    for _ in 0..<400 {
      let clock = try #require(clocks.randomElement(using: &generator))
      let start = someDay(&generator)
      let reading = try clock.reading(received: start, holidays: book.bankHolidays)
      let expected = slow.end(
        start.description, clock.length, clock.calendar == .foisa ? slow.scotland : slow.uk,
        countsStart: clock.dayZero == .counted)
      #expect(reading.due?.description == expected, "\(clock.id) from \(start)")
    }
  }

  @Test("so do clarifications, fees and both at once", arguments: [4, 5])
  func events(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    for _ in 0..<300 {
      let regime = try #require(Regime.allCases.randomElement(using: &generator))
      let clock = try #require(book.responseClock(regime))
      let received = someDay(&generator)
      var start = received
      var events: [ClockEvent] = []
      if Bool.random(using: &generator) {
        let asked = received.adding(Int.random(in: 0...20, using: &generator))
        start = asked.adding(Int.random(in: 0...60, using: &generator))
        events += [.clarificationAsked(asked), .clarificationReceived(start)]
      }
      var fee: ClosedRange<String>?
      if Bool.random(using: &generator) {
        let notice = start.adding(Int.random(in: 0...20, using: &generator))
        let paid = notice.adding(Int.random(in: 0...80, using: &generator))
        events += [.feesNotice(notice), .feesPaid(paid)]
        fee = notice.description...paid.description
      }
      events.shuffle(using: &generator)
      let reading = try clock.reading(
        received: received, events: events, holidays: book.bankHolidays)
      let holidays = regime == .foisa ? slow.scotland : slow.uk
      let expected = slow.end(start.description, 20, holidays, fee: fee)
      #expect(reading.due?.description == expected, "\(regime) from \(received): \(events)")
    }
  }

  @Test("a school's clock ends on the earlier of its two counts", arguments: [6])
  func schools(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    let clock = try #require(book.clock(id: "foia-schools"))
    for _ in 0..<200 {
      let received = someDay(&generator)
      var sessions: [ClosedRange<Day>] = []
      var first = received.adding(-10)
      while first < received.adding(250) {
        let last = first.adding(Int.random(in: 2...60, using: &generator))
        sessions.append(first...last)
        first = last.adding(Int.random(in: 5...70, using: &generator))
      }
      let reading = try clock.reading(
        received: received, circumstances: ClockCircumstances(sessions: sessions),
        holidays: book.bankHolidays)
      let terms = sessions.map { $0.lowerBound.description...$0.upperBound.description }
      let sixty = slow.end(received.description, 60, slow.uk)
      let twenty = slow.end(received.description, 20, slow.uk, sessions: terms + ["3000"..."4000"])
      #expect(reading.due?.description == min(twenty, sixty), "from \(received)")
      #expect(reading.milestone(.workingDayCap)?.description == sixty)
    }
  }

  @Test("days, weeks and months are stepped one by one to the same end", arguments: [7])
  func plainDays(seed: UInt64) throws {
    var generator = Seeded(state: seed)
    let clocks = book.clocks.filter { [.day, .week, .month].contains($0.unit) && !$0.rolls }
    for _ in 0..<400 {
      let clock = try #require(clocks.randomElement(using: &generator))
      let start = someDay(&generator)
      let due = try #require(
        try clock.reading(received: start, holidays: book.bankHolidays).due)
      var date = SlowCount.Date(start.description[...])
      if clock.unit == .month {
        var (year, month) = (date.year, date.month)
        for _ in 0..<clock.length {
          (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        let isShort = date.day > SlowCount.Date.length(year, month)
        date = SlowCount.Date(
          "\(year)-\(month)-\(min(date.day, SlowCount.Date.length(year, month)))")
        // The day before, unless a short month has given a day less already.
        let isDayBefore = clock.endsBefore || (clock.dayZero == .counted && !isShort)
        #expect(
          (isDayBefore ? due.adding(1) : due).description == date.text, "\(clock.id) \(start)")
      } else {
        for _ in 0..<(clock.unit == .week ? 7 * clock.length : clock.length) { date = date.next }
        #expect(due.description == date.text, "\(clock.id) \(start)")
      }
    }
  }
}
