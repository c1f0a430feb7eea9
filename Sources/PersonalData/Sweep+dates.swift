/// Dates, as far as somebody may have been born on them.
extension Sweep {
  /// The years in which somebody alive now, and not a small child, was probably born.
  private static let plausibleBirth = 1925...2008

  /// A date that begins with a number: `12/03/1980`, `1980-03-12`, `12th March 1980`.
  mutating func date(_ word: Word) -> Int? {
    if word.count == 4 { return yearFirst(word) }
    guard word.count <= 2, !text.isDigit(word.start - 2) || text[word.start - 1] != 0x2F else {
      return nil
    }
    let day = text.value(word.range)
    let separator = text[word.end]
    if separator == 0x2F || separator == 0x2D || separator == 0x2E {
      let monthEnd = text.endOfDigits(word.end + 1)
      guard (1...2).contains(monthEnd - word.end - 1), text[monthEnd] == separator else {
        return nil
      }
      return finish(
        word.start, day: day, month: text.value((word.end + 1)..<monthEnd), yearAt: monthEnd + 1)
    }
    var index = word.end
    for suffix: StaticString in ["st", "nd", "rd", "th"] where text.matches(suffix, at: index) {
      index += 2
    }
    index += text.gap(index)
    if text.matches("of ", at: index) { index += 3 }
    guard index > word.end, let month = self.word(at: index) else { return nil }
    let number = lexicon.words[month.hash].month
    guard number > 0 else { return nil }
    return finish(word.start, day: day, month: number, yearAt: skipMarks(month.end))
  }

  /// A day with its suffix: `12th March 1980` begins with a word of digits and letters.
  mutating func ordinalDate(_ word: Word) -> Int? {
    let digits = word.start..<text.endOfDigits(word.start)
    guard (1...2).contains(digits.count), word.count == digits.count + 2 else { return nil }
    return date(Word(range: digits, kinds: ByteTable.digit, hash: 0))
  }

  /// `March 12, 1980`.
  mutating func monthFirst(_ word: Word, _ month: Int) -> Int? {
    let first = word.end + text.gap(word.end)
    let end = text.endOfDigits(first)
    guard first > word.end, (1...2).contains(end - first) else { return nil }
    var index = end
    if !text.isDigit(index), text.isWord(index) { index += 2 }
    guard text[index] == 0x2C || text.gap(index) > 0 else { return nil }
    return finish(
      word.start, day: text.value(first..<end), month: month, yearAt: skipMarks(index))
  }

  /// `1980-03-12`.
  private mutating func yearFirst(_ word: Word) -> Int? {
    let separator = text[word.end]
    guard separator == 0x2D || separator == 0x2F, text.isDigit(word.end + 1),
      text.isDigit(word.end + 2), text[word.end + 3] == separator, text.isDigit(word.end + 4),
      text.isDigit(word.end + 5), !text.isDigit(word.end + 6)
    else { return nil }
    let month = text.value((word.end + 1)..<(word.end + 3))
    let day = text.value((word.end + 4)..<(word.end + 6))
    guard isDay(day, month) else { return nil }
    return date(word.start..<(word.end + 6), year: text.value(word.range))
  }

  private func skipMarks(_ index: Int) -> Int {
    var end = index
    while end - index < 3, text[end] == 0x2C || text[end] == 0x2E || text.gap(end) > 0 { end += 1 }
    return end
  }

  private func isDay(_ day: Int, _ month: Int) -> Bool {
    guard (1...12).contains(month), day > 0 else { return false }
    return day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private mutating func finish(_ start: Int, day: Int, month: Int, yearAt index: Int) -> Int? {
    let end = text.endOfDigits(index)
    guard end - index == 4 || end - index == 2, !text.isWord(end), isDay(day, month) else {
      return nil
    }
    let year = text.value(index..<end)
    guard end - index == 2 else { return date(start..<end, year: year) }
    // 12-03-80 may be a sort code or a reference: a date only where a birth is spoken of.
    guard isNear(.birth, start, within: 40), !isLabelled(.sortCode, start) else { return nil }
    return date(start..<end, year: 1900 + year)
  }

  private mutating func date(_ range: Range<Int>, year: Int) -> Int? {
    guard (1900...2099).contains(year) else { return nil }
    if isNear(.birth, range.lowerBound, within: 40) || isFollowedByBirth(range.upperBound) {
      add(.dateOfBirth, range, .high, "a date beside a word about birth")
    } else if Sweep.plausibleBirth.contains(year) {
      add(
        .dateOfBirth, range, .low,
        "a date on which somebody may have been born; nothing beside it says so")
    }
    return range.upperBound
  }

  /// `12/03/1980 (DOB)`.
  private func isFollowedByBirth(_ end: Int) -> Bool {
    var index = end
    while index - end < 3, text[index] == 0x20 || text[index] == 0x28 { index += 1 }
    guard index > end, let word = word(at: index) else { return false }
    return lexicon.words[word.hash].contains(.birth)
  }
}
