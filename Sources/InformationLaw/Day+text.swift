extension Day: CustomStringConvertible, Codable {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `2026-05-26`, as ISO 8601 writes it.
  public var description: String {
    let (year, month, day) = components
    return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
  }

  /// `26 May 2026`, as a letter writes it.
  public var written: String {
    let (year, month, day) = components
    return "\(day) \(Day.months[month - 1]) \(year)"
  }

  /// `Tuesday 26 May 2026`.
  public var writtenWithWeekday: String { "\(weekday.rawValue) \(written)" }

  /// Reads the ISO 8601 form.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no day"))
    }
    self = day
  }

  /// Writes the ISO 8601 form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
