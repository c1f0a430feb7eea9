/// Telephone numbers.
extension Sweep {
  /// A number with its leading 0, +44 or 0044, in whatever groups, and its extension.
  mutating func phone(_ word: Word) -> Int? {
    var start = word.start
    var index = start
    if text[start - 1] == 0x2B {
      guard text[start] == 0x34, text[start + 1] == 0x34 else { return foreignPhone(word) }
      start -= 1
      index += 2
    } else if text.matches("0044", at: start) {
      index += 4
    } else {
      // A decimal.
      guard word.count > 1 || text[word.end] != 0x2E else { return nil }
      index += 1
    }
    let before = text[start - 1]
    guard before != 0x2D, before != 0x2F, before != 0x2E, before != 0x5F, !text.isWord(start - 1)
    else { return nil }
    let isInternational = index > word.start + 1
    if isInternational {
      while text.gap(index) > 0 { index += text.gap(index) }
      if text.matches("(0)", at: index) {
        index += 3
      } else if text[index] == 0x30 {
        index += 1
      }
    }
    guard let number = nationalNumber(at: index) else { return nil }
    // The bracket belongs to it if it closes within: (01228) 555123.
    if text[start - 1] == 0x28, (start..<number.end).contains(where: { text[$0] == 0x29 }) {
      start -= 1
    }
    return phone(start, number, isInternational: isInternational)
  }

  private struct National {
    var value: Int
    var digits: Int
    var isGrouped: Bool
    var end: Int
  }

  /// The digits after the 0, with blanks, hyphens, dots and brackets between them.
  private func nationalNumber(at start: Int) -> National? {
    var number = National(value: 0, digits: 0, isGrouped: false, end: start)
    var index = start
    while number.digits < 11 {
      if text.isDigit(index) {
        number.value = number.value * 10 + Int(text[index] - 0x30)
        number.digits += 1
        index += 1
        number.end = index
        continue
      }
      var next = index
      while next - index < 4 {
        let gap = text.gap(next)
        if gap > 0 {
          next += gap
        } else if [0x28, 0x29, 0x2E].contains(text[next]) {
          next += 1
        } else {
          break
        }
      }
      // Ten digits are a whole number; what follows belongs to something else.
      guard next > index, number.digits < 10, text.isDigit(next) else { break }
      number.isGrouped = true
      index = next
    }
    guard !text.isWord(number.end), text[number.end] != 0x2F else { return nil }
    return number.digits == 10 || (number.digits == 9 && number.isGrouped) ? number : nil
  }

  private mutating func phone(_ start: Int, _ number: National, isInternational: Bool) -> Int? {
    let scale = number.digits == 10 ? 1_000_000_000 : 100_000_000
    let first = number.value / scale
    let second = number.value / (scale / 10) % 10
    guard first != 0, first != 4, first != 6, number.digits == 10 || first == 1 || first == 8 else {
      return nil
    }
    if first == 2, ![0, 3, 4, 8, 9].contains(second) { return nil }
    if lexicon.publishedPhones.contains(WordTable.hash("0\(number.value)".utf8)) {
      return number.end
    }
    let isAnnounced = isNear(.phone, start, within: 40)
    let isWritten = isAnnounced || number.isGrouped || isInternational || text[start] == 0x28
    let confidence: Suggestion.Confidence
    let reason: String
    switch first {
    case 7 where [0, 6].contains(second):
      confidence = .medium
      reason = "has the form of a personal or pager number"
    case 7:
      confidence = .high
      reason =
        number.value / 1000 == 7_700_900
        ? "has the form of a mobile number (of the range kept for drama: an example, or a made-up one)"
        : "has the form of a mobile number"
    case 1, 2:
      confidence = isWritten ? .medium : .low
      reason = "has the form of a landline number; it may be an office's or a home's"
    default:
      guard isWritten else { return nil }
      confidence = .low
      reason = "a number that organisations use, not a person's line"
    }
    let end = endOfExtension(number.end)
    let hasExtension = end > number.end
    add(
      .phone, start..<end, hasExtension ? max(confidence, .medium) : confidence,
      hasExtension ? "a telephone number with the extension of one desk" : reason)
    return end
  }

  /// `ext. 123`, `x123`, `extension 123` after a number.
  private func endOfExtension(_ end: Int) -> Int {
    var index = end
    while index - end < 3, text[index] == 0x20 || text[index] == 0x2C || text[index] == 0x28 {
      index += 1
    }
    for word: StaticString in ["extension", "extn", "ext", "x"] where text.matches(word, at: index)
    {
      index += word.utf8CodeUnitCount
      while index - end < 20, [0x20, 0x2E, 0x3A].contains(text[index]) { index += 1 }
      let stop = text.endOfDigits(index)
      return (2...6).contains(stop - index) && !text.isWord(stop) ? stop : end
    }
    return end
  }

  /// `+353 1 234 5678`: eight to fourteen digits after a plus sign.
  private mutating func foreignPhone(_ word: Word) -> Int? {
    let run = DigitRun(text, at: word.start)
    guard text[word.start] != 0x30 else { return nil }
    for count in stride(from: 14, through: 8, by: -1) {
      guard let end = run.end(after: count) else { continue }
      add(
        .phone, (word.start - 1)..<end, .medium,
        "digits after a plus sign: a telephone number abroad")
      return end
    }
    return nil
  }
}
