/// Postcodes and houses in streets.
extension Sweep {
  /// `SW1A 1AA`, with or without the blank: a valid area, a district, a sector, two letters of a unit.
  mutating func postcode(_ word: Word) -> Int? {
    let isCapital = text.isCapital(word.start)
    guard isCapital || (text.isLower(word.start) && isNear(.organisation, word.start, within: 80))
    else { return nil }
    let outward: Range<Int>
    let inward: Int
    let blank = text.blank(word.end)
    if word.count <= 4, blank > 0 {
      outward = word.range
      inward = word.end + blank
    } else {
      guard word.count >= 5 else { return nil }
      inward = word.end - 3
      outward = word.start..<inward
    }
    let end = inward + 3
    guard text.isDigit(inward), isUnit(text[inward + 1]), isUnit(text[inward + 2]),
      text.isCapital(inward + 1) == isCapital, text.isCapital(inward + 2) == isCapital,
      !text.isWord(end), isOutward(outward)
    else { return nil }
    let code = WordTable.hash((Array(outward) + Array(inward..<end)).map { text[$0] })
    guard !lexicon.publishedPostcodes.contains(code) else { return end }
    postcode(outward.lowerBound..<end)
    return end
  }

  private mutating func postcode(_ range: Range<Int>) {
    guard let index = lastAddress, found.indices.contains(index),
      range.lowerBound - found[index].range.upperBound <= 100
    else {
      add(.postcode, range, .low, "a valid postcode; it narrows down where somebody lives")
      return
    }
    lastAddress = nil
    // An organisation's name stands on the line above its address, or in the address.
    let length = range.lowerBound - found[index].range.lowerBound
    let isOffice = isNear(.organisation, range.lowerBound, within: length + 48)
    found[index].confidence = isOffice ? .medium : .high
    found[index].reason =
      isOffice
      ? "a house in a street and its postcode, perhaps of an organisation"
      : "a house in a street and its postcode: a whole address"
    add(.postcode, range, isOffice ? .medium : .high, found[index].reason)
  }

  /// The letters of a unit: all but C, I, K, M, O, V.
  private func isUnit(_ byte: UInt8) -> Bool {
    let letter = byte & 0xDF
    return byte >= 0x41 && letter &- 0x41 < 26
      && ![0x43, 0x49, 0x4B, 0x4D, 0x4F, 0x56].contains(letter)
  }

  /// `A9`, `A99`, `A9A`, `AA9`, `AA99`, `AA9A` with an area that exists.
  private func isOutward(_ range: Range<Int>) -> Bool {
    guard (2...4).contains(range.count) else { return false }
    var digits = range.lowerBound
    while digits < range.upperBound, text.isASCIILetter(digits) { digits += 1 }
    let rest = digits..<range.upperBound
    guard (1...2).contains(digits - range.lowerBound), (1...2).contains(rest.count),
      text.isDigit(digits), rest.count == 1 || text.isAlphanumeric(digits + 1)
    else { return false }
    let area = WordTable.hash((range.lowerBound..<digits).map { text[$0] })
    return lexicon.words[area].contains(.area)
  }

  /// A house before the word for a street: `14 Acacia Avenue`, `Flat 2, 7b St John's Road`.
  mutating func street(_ word: Word) {
    var index = word.start
    var words = 0
    // Back over at most four capitalised words to the number.
    while words < 4 {
      guard text[index - 1] == 0x20 else { return }
      let end = index - 1
      var start = end
      while start > 0, end - start < 24, text.isWord(start - 1) || text[start - 1] == 0x27 {
        start -= 1
      }
      guard start < end else { return }
      if text.isDigit(start) {
        guard words > 0, isHouse(start..<end), !isNear(.numbering, start, within: 12) else {
          return
        }
        let range = start..<word.end
        lastAddress = found.count
        forgetOrganisation(after: start)
        add(.address, range, .low, "a number and the name of a street")
        return
      }
      guard text.isCapital(start) else { return }
      words += 1
      index = start
    }
  }

  private func isHouse(_ range: Range<Int>) -> Bool {
    let digits = text.endOfDigits(range.lowerBound)
    guard (1...4).contains(digits - range.lowerBound), text[range.lowerBound - 1] != 0x2E else {
      return false
    }
    // A year rather than a house.
    if (1990...2040).contains(text.value(range.lowerBound..<digits)) { return false }
    return digits == range.upperBound
      || (digits + 1 == range.upperBound && (0x61...0x68).contains(text[digits] | 0x20))
  }
}
