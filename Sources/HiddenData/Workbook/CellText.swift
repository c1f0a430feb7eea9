/// Writes the value of a cell as a person reads it.
struct CellText {
  let strings: SharedStrings
  let styles: CellStyles
  let countsFrom1904: Bool

  /// The value, or the formula where no value is kept. `asShown` gives what the number format lets through,
  /// otherwise the whole value.
  func text(_ cell: CellReading, asShown: Bool = false) -> String {
    if cell.value.isEmpty {
      return cell.formula.isEmpty ? "" : "=" + String(decoding: cell.formula, as: UTF8.self)
    }
    let value = String(decoding: cell.value, as: UTF8.self)
    switch cell.kind {
    case .shared:
      let text = Int(value).flatMap { strings[$0] } ?? value
      return asShown ? shown(text, cell.style) : Self.unescaped(text)
    case .text, .inline: return asShown ? shown(value, cell.style) : Self.unescaped(value)
    case .boolean: return value == "1" || value.lowercased() == "true" ? "TRUE" : "FALSE"
    case .error, .date: return value
    case .number:
      guard let number = Double(value) else { return value }
      return asShown ? shown(number, value, cell.style) : whole(number, value, cell.style)
    }
  }

  private func whole(_ number: Double, _ written: String, _ style: Int) -> String {
    guard styles.format(style).isDate else { return written }
    return Self.date(number, from1904: countsFrom1904).map { "\($0) (\(written))" } ?? written
  }

  private func shown(_ text: String, _ style: Int) -> String {
    let format = styles.format(style)
    if format.hidesText { return format.textSection?.words ?? "" }
    return Self.unescaped(text)
  }

  private func shown(_ number: Double, _ written: String, _ style: Int) -> String {
    let section = styles.format(style).section(for: number)
    guard section.showsNumber || section.showsText else { return section.words }
    if section.isDate { return Self.date(number, from1904: countsFrom1904) ?? written }
    if section.isGeneral || section.showsText { return written }
    let scaled = section.isPercent ? number * 100 : number
    return Self.rounded(scaled, section.decimals).map { $0 + (section.isPercent ? "%" : "") }
      ?? written
  }

  /// A number with so many decimals; nil where it is too large to be written so.
  static func rounded(_ number: Double, _ decimals: Int) -> String? {
    let decimals = min(decimals, 12)
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = (abs(number) * scale).rounded(.toNearestOrAwayFromZero)
    guard whole.isFinite, whole < 1e15 else { return nil }
    var digits = String(Int(whole))
    while digits.count <= decimals { digits = "0" + digits }
    let sign = number < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// A day and time as ISO 8601 writes them; nil outside of the years 1900 to 9999.
  static func date(_ serial: Double, from1904: Bool) -> String? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 {
      day += 1
      seconds = 0
    }
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    if day == 0, !from1904 { return time }
    // Days before March 1900 are one off, because a 29 February is counted that was not.
    let offset = from1904 ? 24_107 : day < 61 ? 25_568 : 25_569
    let (year, month, date) = civil(day - offset)
    let text = "\(year)-\(two(month))-\(two(date))"
    return seconds == 0 ? text : "\(text) \(time)"
  }

  /// The day number that a date has on a sheet; nil where it is none. The time is left out.
  static func serial(_ iso: String, from1904: Bool) -> Double? {
    let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...9_999).contains(parts[0]), (1...12).contains(parts[1]),
      (1...31).contains(parts[2])
    else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let era = year / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (parts[1] + (parts[1] > 2 ? -3 : 9)) + 2) / 5 + parts[2] - 1
    let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return Double(days + (from1904 ? 24_107 : 25_569))
  }

  /// The date of a day counted from 1 January 1970 in the Gregorian calendar.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let date = ofYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return (year, month < 10 ? month + 3 : month - 9, date)
  }

  /// Spreadsheets write characters that XML has no place for as `_x000D_`.
  static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      result += rest[..<mark.lowerBound]
      let after = rest[mark.upperBound...]
      let digits = after.prefix(4)
      if digits.count == 4, after.dropFirst(4).first == "_",
        let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
      {
        result.append(value < 0x20 && value != 9 && value != 10 ? " " : Character(scalar))
        rest = after.dropFirst(5)
      } else {
        result += "_x"
        rest = after
      }
    }
    return result + rest
  }
}
