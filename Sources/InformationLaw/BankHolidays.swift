public import DataFiles

/// A part of the United Kingdom with bank holidays of its own.
public enum UKPart: String, CaseIterable, Codable, Sendable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"

  /// The name in words.
  public var name: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}

/// The bank holidays of every part of the UK that fall on a weekday, for a range of years.
///
/// Source: the Banking and Financial Dealings Act 1971 and royal proclamations under it, as listed
/// in the data file `bank-holidays.yaml`.
public struct BankHolidays: Equatable, Sendable {
  /// One holiday.
  public struct Holiday: Equatable, Codable, Sendable {
    /// What people call it.
    public var name: String
    /// Where it is a bank holiday.
    public var parts: [UKPart]

    /// Makes a holiday.
    public init(name: String, parts: [UKPart]) {
      self.name = name
      self.parts = parts
    }

    /// `Spring bank holiday` or, where only some parts keep it, `bank holiday (Scotland)` with the
    /// name before it.
    public var written: String {
      parts.count == UKPart.allCases.count
        ? name : "\(name), bank holiday (\(parts.map(\.name).joined(separator: "; ")))"
    }
  }

  /// The first and last day that the list covers.
  public private(set) var range: ClosedRange<Day>
  /// Dates from this day on may still change.
  public private(set) var provisionalFrom: Day
  /// Every holiday by its day.
  public private(set) var holidays: [Day: Holiday]

  /// Makes a list in code, for tests and supplements.
  public init(range: ClosedRange<Day>, provisionalFrom: Day, holidays: [Day: Holiday]) {
    self.range = range
    self.provisionalFrom = provisionalFrom
    self.holidays = holidays
  }

  /// Reads `bank-holidays.yaml`.
  public init(parsing text: String, file: String) throws(DataFileError) {
    let root = try DataNode(parsing: text, file: file)
    self = try root.mapping { top throws(DataFileError) in
      let first = try top.required("first").day()
      let last = try top.required("last").day()
      guard first <= last else { throw root.error("'first' is later than 'last'") }
      let provisional = try top.required("provisional_from").day()
      let entries = try top.list("holidays", BankHolidays.entry)
      var holidays: [Day: Holiday] = [:]
      for (node, day, holiday) in entries {
        guard (first...last).contains(day) else {
          throw node.error("\(day) lies outside \(first) to \(last)")
        }
        guard holidays.updateValue(holiday, forKey: day) == nil else {
          throw node.error("\(day) is listed twice; put the parts in one entry")
        }
      }
      return BankHolidays(range: first...last, provisionalFrom: provisional, holidays: holidays)
    }
  }

  /// This list with the holidays of a supplement added: newly proclaimed days that the built-in
  /// list does not have yet. The supplement is YAML with a `holidays` list alone.
  public func adding(supplement text: String, file: String) throws(DataFileError) -> BankHolidays {
    let root = try DataNode(parsing: text, file: file)
    let entries = try root.mapping { top throws(DataFileError) in
      try top.list("holidays", BankHolidays.entry)
    }
    var result = self
    for (node, day, holiday) in entries {
      guard range.contains(day) else {
        throw node.error("\(day) lies outside \(range.lowerBound) to \(range.upperBound)")
      }
      let known = result.holidays[day]
      let parts = UKPart.allCases.filter {
        holiday.parts.contains($0) || known?.parts.contains($0) == true
      }
      result.holidays[day] = Holiday(name: known?.name ?? holiday.name, parts: parts)
    }
    return result
  }

  private static func entry(
    _ node: DataNode
  ) throws(DataFileError) -> (node: DataNode, day: Day, holiday: Holiday) {
    try node.mapping { entry throws(DataFileError) in
      let day = try entry.required("date").day()
      guard !day.weekday.isWeekend else {
        throw node.error("\(day) is a \(day.weekday.rawValue), which never counts; leave it out")
      }
      var parts: [UKPart] = []
      for part in try entry.required("parts").list() { parts.append(try part.choice(UKPart.self)) }
      guard !parts.isEmpty else { throw node.error("'parts' names no part of the UK") }
      _ = try entry.flag("statutory")
      return (node, day, Holiday(name: try entry.string("name"), parts: parts))
    }
  }
}

extension DataNode {
  /// The value as a day written `2026-05-26`.
  public func day() throws(DataFileError) -> Day {
    let text = try string()
    guard let day = Day(text) else {
      throw error("'\(text)' is not a day; write it as 2026-05-26")
    }
    return day
  }
}
