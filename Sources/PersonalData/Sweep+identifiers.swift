/// Identifiers of people that carry their own proof, or need a word beside them.
extension Sweep {
  // MARK: National Insurance

  /// Two letters, six digits, a suffix A to D: `QQ 12 34 56 C`, spaced in any way.
  mutating func nationalInsurance(_ word: Word) -> Int? {
    let start = word.start
    guard text.isASCIILetter(start), text.isASCIILetter(start + 1) else { return nil }
    var index = start + 2
    var digits = 0
    while digits < 6 {
      if text.isDigit(index) {
        digits += 1
        index += 1
      } else {
        let gap = text.gap(index)
        guard gap > 0, digits % 2 == 0, text.isDigit(index + gap) else { return nil }
        index += gap
      }
    }
    var end = index
    if text.gap(index) > 0, !text.isWord(index + text.gap(index) + 1) { index += text.gap(index) }
    let suffix = text[index] & 0xDF
    var hasSuffix = (0x41...0x44).contains(suffix) && !text.isWord(index + 1)
    if hasSuffix, index > end, text.isLower(index) { hasSuffix = false }
    if hasSuffix { end = index + 1 }
    guard !text.isWord(end) else { return nil }
    let isAnnounced = isNear(.insurance, start)
    guard isPrefix(text[start] & 0xDF, text[start + 1] & 0xDF) else {
      // QQ stands in examples, and in papers for numbers that somebody made up.
      let isExample = text.matches("qq", at: start) && hasSuffix
      guard isAnnounced || isExample else { return nil }
      add(
        .nationalInsurance, start..<end, isAnnounced && isExample ? .medium : .low,
        isExample
          ? "has the form of a National Insurance number; QQ is the prefix of examples"
          : "announced as a National Insurance number, but none begins with these letters")
      return end
    }
    guard hasSuffix || isAnnounced else { return nil }
    add(
      .nationalInsurance, start..<end, hasSuffix ? .high : .medium,
      hasSuffix
        ? "has the form of a National Insurance number: valid prefix, six digits, suffix A to D"
        : "announced as a National Insurance number; the suffix is missing")
    return end
  }

  /// Whether National Insurance numbers begin with these letters.
  private func isPrefix(_ first: UInt8, _ second: UInt8) -> Bool {
    let never: [UInt8] = [0x44, 0x46, 0x49, 0x51, 0x55, 0x56]  // D F I Q U V
    guard !never.contains(first), !never.contains(second), second != 0x4F else { return false }
    // BG, GB, KN, NK, NT, TN, ZZ
    let pair = UInt16(first) << 8 | UInt16(second)
    return ![0x4247, 0x4742, 0x4B4E, 0x4E4B, 0x4E54, 0x544E, 0x5A5A].contains(pair)
  }

  // MARK: Driver number

  /// Five letters of the surname, the birth date in code, initials, check characters:
  /// `MORGA 657054 SM9IJ`.
  mutating func driverNumber(_ word: Word) -> Int? {
    let start = word.start
    var signs = SIMD16<UInt8>()
    var count = 0
    var index = start
    while count < 16 {
      if text.isDigit(index) || text.isCapital(index) {
        signs[count] = text[index]
        count += 1
        index += 1
      } else {
        let blank = text.blank(index)
        guard blank > 0, [5, 11, 13].contains(count), text.isAlphanumeric(index + blank) else {
          return nil
        }
        index += blank
      }
    }
    guard !text.isWord(index) else { return nil }
    func isLetter(_ place: Int) -> Bool { signs[place] &- 0x41 < 26 }
    func digit(_ place: Int) -> Int { Int(signs[place]) - 0x30 }
    func isNumber(_ places: Range<Int>) -> Bool { places.allSatisfy { signs[$0] &- 0x30 < 10 } }
    // A short surname is filled up with nines.
    var isPadding = false
    for place in 0..<5 {
      if signs[place] == 0x39 {
        isPadding = true
      } else if isPadding || !isLetter(place) {
        return nil
      }
    }
    guard isLetter(0), isNumber(5..<11) else { return nil }
    // Fifty is added to the month of a woman's birth.
    let month = digit(6) * 10 + digit(7)
    let day = digit(8) * 10 + digit(9)
    guard (1...12).contains(month) || (51...62).contains(month), (1...31).contains(day),
      isLetter(11) || signs[11] == 0x39, isLetter(12) || signs[12] == 0x39,
      isLetter(14), isLetter(15)
    else { return nil }
    add(
      .drivingLicence, start..<index, .high,
      "has the form of a driver number: part of a surname and a birth date in code")
    return index
  }

  // MARK: Passport

  /// One or two letters before seven or eight digits, announced as a passport.
  mutating func passportNumber(_ word: Word) -> Int? {
    guard word.count == 9, text.isASCIILetter(word.start) else { return nil }
    let first = word.start + (text.isASCIILetter(word.start + 1) ? 2 : 1)
    guard text.endOfDigits(first) == word.end else { return nil }
    return passport(word.range)
  }

  mutating func passport(_ range: Range<Int>) -> Int? {
    guard isNear(.passport, range.lowerBound) else { return nil }
    let isLabelled = isLabelled(.passport, range.lowerBound)
    add(
      .passport, range, isLabelled ? .high : .medium,
      "nine characters in the form of a passport number, near the word")
    return range.upperBound
  }
}
