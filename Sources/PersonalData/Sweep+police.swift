/// Identifiers that police forces use.
extension Sweep {
  /// `2012/0123456X` or `12/123456X` of the Police National Computer; `123456/12X` or `SF12/123456X` of the
  /// Criminal Records Office. The last letter is a check on the digits.
  mutating func policeNumber(_ word: Word) -> Int? {
    let slash = word.end
    guard text[slash] == 0x2F, text.isDigit(slash + 1) else { return nil }
    let isStandardFile = text.matches("sf", at: word.start)
    let left = (word.start + (isStandardFile ? 2 : 0))..<slash
    guard !left.isEmpty, text.endOfDigits(left.lowerBound) == slash, left.count <= 6 else {
      return nil
    }
    let right = (slash + 1)..<text.endOfDigits(slash + 1)
    let end = right.upperBound + 1
    guard text.isASCIILetter(right.upperBound), !text.isWord(end), right.count <= 7 else {
      return nil
    }
    let first = text.value(left)
    let second = text.value(right)
    let isRecord = left.count == 4 || (left.count == 2 && right.count > 2)
    let number: Int
    if isStandardFile {
      guard left.count == 2, right.count <= 6 else { return nil }
      number = first * 1_000_000 + second
    } else if isRecord {
      guard left.count == 2 || (1900...2099).contains(first) else { return nil }
      number = first % 100 * 10_000_000 + second
    } else {
      guard right.count == 2 else { return nil }
      number = second * 1_000_000 + first
    }
    let letters = Array("ZABCDEFGHJKLMNPQRTUVWXY".utf8)
    let isRight = letters[number % 23] == text[right.upperBound] & 0xDF
    let isAnnounced = isNear(.police, word.start)
    guard isRight || isAnnounced else { return nil }
    add(
      isRecord && !isStandardFile ? .policeRecord : .criminalRecord, word.start..<end,
      !isRight ? .low : isAnnounced ? .high : .medium,
      isRight
        ? "a year, a serial number and the check letter that belongs to them"
        : "announced as a police identifier, but the check letter is wrong: perhaps mistyped")
    return end
  }

  /// Whether a number begins a line that no label with a colon announces: the number of a question.
  private mutating func beginsLine(_ start: Int) -> Bool {
    guard text[start - 1] == 0x0A, !column(at: start).contains(.officer) else { return false }
    var index = start - 1
    while start - index < 5, [0x0A, 0x0D, 0x20].contains(text[index]) { index -= 1 }
    return text[index] != 0x3A
  }

  /// A collar, shoulder or warrant number: `PC 1234`, `collar number 1234`, `PC1234`.
  mutating func officerNumber(_ word: Word) -> Int? {
    let next = text[word.end]
    guard next != 0x25, next != 0x2F, next != 0x2E || !text.isDigit(word.end + 1) else {
      return nil
    }
    var first = word.start
    while first < word.end, text.isASCIILetter(first) { first += 1 }
    let digits = word.end - first
    guard text.endOfDigits(first) == word.end, (1...6).contains(digits) else { return nil }
    let letters = first - word.start
    let isLabelled =
      letters <= 2 && isLabelled(.officer, word.start) && !beginsLine(word.start)
    if isLabelled, digits >= 2 || column(at: word.start).contains(.officer) {
      let isYear =
        digits == 4 && letters == 0 && (1990...2035).contains(text.value(first..<word.end))
      add(
        .officerNumber, word.range, digits >= 3 && !isYear ? .high : .medium,
        "a number directly after a rank or the words for an officer's number")
      return word.end
    }
    guard (2...4).contains(letters), (3...5).contains(digits), text.isCapital(word.start) else {
      return nil
    }
    let rank = WordTable.hash((word.start..<first).map { text[$0] })
    guard lexicon.words[rank].contains([.rank, .officer]) else { return nil }
    add(.officerNumber, word.range, .medium, "a rank and a number in one word")
    return word.end
  }
}
