/// A date as a text has it.
public struct WrittenDate: Equatable, Sendable {
  /// The year, four digits.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day, 1 to 31; whether the month has so many is not asked.
  public var day: Int
  /// Where it stands, in bytes.
  public var range: Range<Int>

  /// Makes a date.
  public init(year: Int, month: Int, day: Int, range: Range<Int>) {
    self.year = year
    self.month = month
    self.day = day
    self.range = range
  }
}

/// Reads dates as British letters write them: `19/10/2023`, `2025-10-13`, `15 January 2024`,
/// `22nd May 2023`, `May 22, 2023`; days before months where only figures stand.
public struct DateScanner: Sendable {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { Array($0.utf8) }

  /// Makes a scanner.
  public init() {}

  /// The dates in a range, in order.
  public func dates(in utf8: [UInt8], range: Range<Int>) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard Words.isWord(utf8[index]) else {
        index += 1
        continue
      }
      if let date = date(at: index, in: utf8, before: range.upperBound) {
        found.append(date)
        index = date.range.upperBound
      } else {
        while index < range.upperBound, Words.isWord(utf8[index]) { index += 1 }
      }
    }
    return found
  }

  private func date(at start: Int, in utf8: [UInt8], before limit: Int) -> WrittenDate? {
    var cursor = Cursor(utf8: utf8, index: start, limit: limit)
    guard let first = cursor.number() else {
      guard let month = cursor.month(DateScanner.months) else { return nil }
      cursor.skip([0x20, 0x2E])
      guard let day = cursor.number(), day.digits <= 2 else { return nil }
      cursor.skipOrdinal()
      cursor.skip([0x20, 0x2C])
      return made(cursor.number(), month, day.value, start..<cursor.index)
    }
    if first.digits == 4 {
      guard let mark = cursor.separator(), let month = cursor.number(), cursor.eat(mark),
        let day = cursor.number()
      else { return nil }
      return made(first, month.value, day.value, start..<cursor.index)
    }
    guard first.digits <= 2 else { return nil }
    if let mark = cursor.separator(), let month = cursor.number(), cursor.eat(mark) {
      return made(cursor.number(), month.value, first.value, start..<cursor.index)
    }
    cursor.index = start + first.digits
    cursor.skipOrdinal()
    cursor.skip([0x20, 0x2D, 0x2E])
    if cursor.eatWord(Array("of".utf8)) { cursor.skip([0x20]) }
    guard let month = cursor.month(DateScanner.months) else { return nil }
    cursor.skip([0x20, 0x2C, 0x2D, 0x2E])
    return made(cursor.number(), month, first.value, start..<cursor.index)
  }

  private func made(
    _ year: (value: Int, digits: Int)?, _ month: Int, _ day: Int, _ range: Range<Int>
  ) -> WrittenDate? {
    guard let year, year.digits == 4 || year.digits == 2, (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    let value = year.digits == 2 ? 2000 + year.value : year.value
    guard (1900...2100).contains(value) else { return nil }
    return WrittenDate(year: value, month: month, day: day, range: range)
  }
}

private struct Cursor {
  let utf8: [UInt8]
  var index: Int
  let limit: Int

  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    let start = index
    while index < limit, Words.isDigit(utf8[index]), index - start < 5 {
      value = value * 10 + Int(utf8[index] - 0x30)
      index += 1
    }
    return index > start ? (value, index - start) : nil
  }

  mutating func skip(_ marks: [UInt8]) {
    let start = index
    while index < limit, index - start < 4, marks.contains(utf8[index]) || utf8[index] == 0x0A {
      index += 1
    }
  }

  mutating func separator() -> UInt8? {
    guard index < limit, [0x2F, 0x2E, 0x2D].contains(utf8[index]) else { return nil }
    index += 1
    return utf8[index - 1]
  }

  mutating func eat(_ byte: UInt8) -> Bool {
    guard index < limit, utf8[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func eatWord(_ word: [UInt8]) -> Bool {
    guard index + word.count <= limit,
      utf8[index..<(index + word.count)].elementsEqual(word, by: { Words.lower($0) == $1 })
    else { return false }
    index += word.count
    return true
  }

  /// Skips `st`, `nd`, `rd`, `th`.
  mutating func skipOrdinal() {
    for suffix in ["st", "nd", "rd", "th"] where eatWord(Array(suffix.utf8)) { return }
  }

  mutating func month(_ names: [[UInt8]]) -> Int? {
    let start = index
    var end = start
    while end < limit, Words.isLetter(utf8[end]), end - start < 12 { end += 1 }
    guard end - start >= 3 else { return nil }
    let name = utf8[start..<(start + 3)].map(Words.lower)
    guard let month = names.firstIndex(of: name) else { return nil }
    let full = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ][month]
    let written = utf8[start..<end].map(Words.lower)
    guard full.utf8.starts(with: written) || written == Array("sept".utf8) else { return nil }
    index = end
    return month + 1
  }
}
