/// Reads the `Date` line of a message (RFC 5322), in all the forms that mail has had.
enum MailDate {
  /// The line with the day in the United Kingdom that it falls on.
  static func read(_ value: Bytes, remarks: inout Remarks) -> SentDate {
    let header = EncodedWords.text(value, remarks: &remarks)
    guard var reading = Reading(header) else {
      remarks.add("The date of the message cannot be read: '\(header.prefix(80))'.")
      return SentDate(header: header, day: nil)
    }
    if reading.offset == nil {
      remarks.add("The date of the message has no time zone; it was taken as UK time.")
      reading.offset = UKTime.offset(ofLocal: reading.local)
    }
    let instant = reading.local - (reading.offset ?? 0)
    return SentDate(header: header, day: UKTime.day(at: instant))
  }

  /// The parts of a date, found by their look rather than by their place.
  private struct Reading {
    /// Seconds since 1970 on the sender's clock.
    var local = 0
    /// Seconds by which the sender's clock is before UTC; nil where it does not say.
    var offset: Int?

    init?(_ header: String) {
      var month: Int?
      var time: Int?
      var numbers: [Int] = []
      for word in Self.words(header) {
        let letters = word.prefix(3).lowercased()
        if let number = Self.number(word) {
          numbers.append(number)
        } else if word.contains(":") {
          guard let value = Self.time(word) else { return nil }
          time = value
        } else if let index = Self.months.firstIndex(of: letters) {
          month = index + 1
        } else if time != nil, let zone = Self.zone(word) {
          offset = offset ?? zone
        }
      }
      guard let month, let time, numbers.count >= 2 else { return nil }
      let year = Self.fullYear(numbers[1])
      guard (1970...9999).contains(year),
        let number = CivilDay.number(year: year, month: month, day: numbers[0])
      else { return nil }
      local = number * 86_400 + time
    }

    /// The words outside brackets, which hold comments such as `(BST)`.
    private static func words(_ header: String) -> [Substring] {
      var depth = 0
      var text = ""
      for character in header.prefix(200) {
        if character == "(" { depth += 1 }
        if depth == 0 { text.append(character == "," ? " " : character) }
        if character == ")", depth > 0 { depth -= 1 }
      }
      return text.split(separator: " ")
    }

    private static func number(_ word: Substring) -> Int? {
      guard word.utf8.count <= 4, word.utf8.allSatisfy(\.isDigit) else { return nil }
      return Int(word)
    }

    private static func time(_ word: Substring) -> Int? {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(number)
      guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1],
        let second = parts.count == 3 ? parts[2] : 0
      else { return nil }
      // A leap second is written as the sixtieth.
      guard hour < 24, minute < 60, second <= 60 else { return nil }
      return (hour * 60 + minute) * 60 + second
    }

    private static func zone(_ word: Substring) -> Int? {
      if let sign = word.first, sign == "+" || sign == "-" {
        guard word.utf8.count == 5, let digits = number(word.dropFirst()) else { return nil }
        let (hours, minutes) = (digits / 100, digits % 100)
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == "+" ? 1 : -1) * (hours * 60 + minutes) * 60
      }
      return zones[word.uppercased()].map { $0 * 3_600 }
    }

    // RFC 5322 says how to read years of two and of three digits.
    private static func fullYear(_ year: Int) -> Int {
      switch year {
      case 0..<50: year + 2_000
      case 50..<1_000: year + 1_900
      default: year
      }
    }

    private static let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static let zones = [
      "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2,
      "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    ]
  }
}
