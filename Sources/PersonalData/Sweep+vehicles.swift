/// Registration marks of vehicles.
extension Sweep {
  /// A mark in one word, or whose first part has letters and digits: `AB12 CDE`, `A123 BCD`, `ABC123D`.
  mutating func plate(_ word: Word) -> Int? {
    guard word.count <= 7 else { return nil }
    var end = word.end
    let blank = text.blank(end)
    if word.count <= 4, blank > 0 {
      guard text.isCapital(end + blank), text.isCapital(end + blank + 1),
        text.isCapital(end + blank + 2), !text.isWord(end + blank + 3)
      else { return nil }
      return plate(word.start..<word.end, (end + blank)..<(end + blank + 3))
    }
    // Cut where the last run of letters begins.
    while end > word.start, text.isCapital(end - 1) { end -= 1 }
    if word.end - end == 3, let found = plate(word.start..<end, end..<word.end) { return found }
    var first = word.start
    while first < word.end, text.isCapital(first) { first += 1 }
    return first - word.start == 3 ? spacedPlate(word.start..<first, first..<word.end) : nil
  }

  /// `AB12` or `A123` before three letters.
  private mutating func plate(_ front: Range<Int>, _ back: Range<Int>) -> Int? {
    guard back.allSatisfy({ isPlateLetter(text[$0]) }) else { return nil }
    let range = front.lowerBound..<back.upperBound
    var digits = front.lowerBound
    while digits < front.upperBound, text.isCapital(digits) { digits += 1 }
    let number = digits..<front.upperBound
    guard text.endOfDigits(digits) == front.upperBound, !number.isEmpty else { return nil }
    let isAnnounced = isNear(.vehicle, range.lowerBound)
    let value = text.value(number)
    if digits - front.lowerBound == 2, number.count == 2 {
      guard (2...29).contains(value) || (51...79).contains(value),
        (front.lowerBound..<digits).allSatisfy({ isPlateLetter(text[$0]) })
      else { return nil }
      add(
        .vehicle, range, isAnnounced ? .high : .medium,
        "has the form of a registration mark issued since 2001")
      return range.upperBound
    }
    guard digits - front.lowerBound == 1, number.count <= 3, isPlateLetter(text[front.lowerBound]),
      text[front.lowerBound] != 0x5A, text[number.lowerBound] != 0x30
    else { return nil }
    guard isAnnounced || isNoAcronym(back) else { return nil }
    add(
      .vehicle, range, isAnnounced ? .high : .low,
      "has the form of a registration mark of 1983 to 2001")
    return range.upperBound
  }

  /// Letters before a number: `ABC 123D`, `AIZ 1234`; `ABC 123` near a word about vehicles.
  mutating func spacedPlate(_ word: Word) -> Int? {
    let blank = text.blank(word.end)
    let first = word.end + blank
    guard blank > 0, text.isDigit(first) else { return nil }
    var end = text.endOfDigits(first)
    if text.isCapital(end) { end += 1 }
    guard !text.isWord(end), end - first <= 4 else { return nil }
    return spacedPlate(word.range, first..<end)
  }

  private mutating func spacedPlate(_ front: Range<Int>, _ back: Range<Int>) -> Int? {
    guard front.allSatisfy({ text[$0] != 0x51 }), text[back.lowerBound] != 0x30 else { return nil }
    let range = front.lowerBound..<back.upperBound
    let isAnnounced = isNear(.vehicle, range.lowerBound)
    let hasSuffix = text.isCapital(back.upperBound - 1)
    let digits = back.count - (hasSuffix ? 1 : 0)
    guard text.endOfDigits(back.lowerBound) == back.lowerBound + digits, (1...4).contains(digits)
    else { return nil }
    if hasSuffix {
      guard front.count == 3, digits <= 3, isPlateLetter(text[back.upperBound - 1]),
        isAnnounced || (isNoAcronym(front) && digits > 1)
      else { return nil }
      add(
        .vehicle, range, isAnnounced ? .high : .low,
        "has the form of a registration mark of 1963 to 1983")
      return range.upperBound
    }
    // In Northern Ireland the county's letters have an I or a Z.
    let isNorthern =
      front.count == 3 && front.dropFirst().contains { [0x49, 0x5A].contains(text[$0]) }
    guard
      isAnnounced
        || (isNorthern && digits == 4 && isNoAcronym(front) && text.isCapital(front.lowerBound))
    else { return nil }
    guard isAnnounced || !(1900...2099).contains(text.value(back)) else { return nil }
    guard isNoAcronym(front) else { return nil }
    add(
      .vehicle, range, isAnnounced ? (isNorthern ? .high : .medium) : .low,
      isNorthern
        ? "has the form of a registration mark of Northern Ireland"
        : "letters and digits near a word about vehicles: a mark without a year")
    return range.upperBound
  }

  /// `1234 AB` near a word about vehicles.
  mutating func datelessPlate(digitsFirst word: Word) -> Int? {
    let blank = text.blank(word.end)
    let first = word.end + blank
    guard blank > 0, text.isCapital(first) else { return nil }
    var end = first
    while text.isCapital(end), end - first < 4 { end += 1 }
    guard end - first <= 3, !text.isWord(end), text[word.start] != 0x30, isNoAcronym(first..<end),
      isLabelled(.vehicle, word.start)
    else { return nil }
    add(
      .vehicle, word.start..<end, .medium,
      "digits and letters announced as a registration: a mark without a year")
    return end
  }

  private func isPlateLetter(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 && byte != 0x49 && byte != 0x51
  }

  private func isNoAcronym(_ range: Range<Int>) -> Bool {
    !lexicon.words[WordTable.hash(range.map { text[$0] })].contains(.acronym)
  }
}
