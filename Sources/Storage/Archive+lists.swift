import Casework
import Foundation
internal import InformationLaw
import Persistence
public import PublicInterest

extension Archive {
  /// The cases in the given states, oldest receipt first.
  public func lines(states: [String], limit: Int = 500) async throws -> [CaseLine] {
    try await database.read { session in
      var lines: [CaseLine] = []
      for state in states {
        lines += try session.query(
          """
          SELECT reference, title, regime, received, clock_events, state, version, next_step
          FROM cases WHERE state = \(state) ORDER BY received, reference LIMIT \(limit)
          """
        ).map(CaseLine.init)
      }
      return lines
    }
  }

  /// How many cases are in each state.
  public func counts() async throws -> [String: Int] {
    try await database.read { session in
      let rows = try session.query("SELECT state, count(*) AS n FROM cases GROUP BY state")
      return Dictionary(
        try rows.map { (try $0.text("state"), try $0.integer("n")) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// The authority, from the settings.
  public func authority() async throws -> Authority {
    try await database.read { session in try authority(in: session) }
  }

  func authority(in session: any Session) throws -> Authority {
    guard let json = try setting("authority", in: session) else {
      return Authority(name: "The authority")
    }
    return try JSONDecoder().decode(Authority.self, from: Data(json.utf8))
  }

  /// Keeps the authority.
  public func set(_ authority: Authority) async throws {
    let value = try json(authority)
    try await database.write { session in try set("authority", to: value, in: session) }
  }

  /// Compares the bank holidays with those kept at the last start, notes on every case that is not
  /// yet issued where its due date moved, and keeps the new ones.
  ///
  /// - Returns: the references of the cases that moved.
  @discardableResult
  public func noteHolidayChanges(at stamp: String) async throws -> [String] {
    let current = KeptHolidays(book.bankHolidays)
    let value = try json(current)
    return try await database.write { session in
      guard let kept = try setting("holidays", in: session) else {
        try set("holidays", to: value, in: session)
        return []
      }
      guard kept != value else { return [] }
      let before = try JSONDecoder().decode(KeptHolidays.self, from: Data(kept.utf8)).holidays
      var moved: [String] = []
      for row in try session.query(
        "SELECT reference FROM cases WHERE state <> 'issued' ORDER BY reference")
      {
        let reference = try row.text("reference")
        var subject = try fold(try records(of: reference, in: session), in: session)
        guard let event = subject.clockMove(from: before, book: book) else { continue }
        let record = EventRecord(
          sequence: subject.version + 1, at: stamp, actor: .system, event: event)
        subject.apply(record, workflow: workflow)
        try insert(record, of: subject, in: session)
        moved.append(reference)
      }
      try set("holidays", to: value, in: session)
      return moved
    }
  }

  func setting(_ name: String, in session: any Session) throws -> String? {
    try session.query("SELECT value FROM settings WHERE name = \(name)").first.map {
      try $0.text("value")
    }
  }

  func set(_ name: String, to value: String, in session: any Session) throws {
    try session.execute("DELETE FROM settings WHERE name = \(name)")
    try session.execute("INSERT INTO settings (name, value) VALUES (\(name), \(value))")
  }
}

/// The bank holidays in a form that can be kept and compared.
private struct KeptHolidays: Codable {
  var first: Day
  var last: Day
  var provisionalFrom: Day
  var days: [String: BankHolidays.Holiday]

  init(_ holidays: BankHolidays) {
    first = holidays.range.lowerBound
    last = holidays.range.upperBound
    provisionalFrom = holidays.provisionalFrom
    days = Dictionary(
      holidays.holidays.map { ($0.key.description, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  var holidays: BankHolidays {
    BankHolidays(
      range: first...last, provisionalFrom: provisionalFrom,
      holidays: Dictionary(
        days.compactMap { entry in Day(entry.key).map { ($0, entry.value) } },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension CaseLine {
  init(_ row: Row) throws {
    guard let received = Day(try row.text("received")),
      let regime = Regime(rawValue: try row.text("regime"))
    else { throw NotInArchive(description: "the list of cases holds a line that is no case") }
    self.init(
      reference: try row.text("reference"), title: try row.text("title"), regime: regime,
      received: received,
      clockEvents: try JSONDecoder().decode(
        [ClockFact].self, from: Data(try row.text("clock_events").utf8)),
      state: try row.text("state"), version: try row.integer("version"),
      nextStep: try row.optionalText("next_step"))
  }
}
