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
      guard isAnnounced else { return nil }
      add(
        .nationalInsurance, start..<end, .low,
        "announced as a National Insurance number, but none begins with these letters")
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
      if signs[place] == 0x39 { isPadding = true } else if isPadding || !isLetter(place) { return nil }
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

  private mutating func passport(_ range: Range<Int>) -> Int? {
    guard isNear(.passport, range.lowerBound) else { return nil }
    let isLabelled = isLabelled(.passport, range.lowerBound)
    add(
      .passport, range, isLabelled ? .high : .medium,
      "nine characters in the form of a passport number, near the word")
    return range.upperBound
  }

  // MARK: Numbers of nine digits and more

  /// Passports, NHS numbers, taxpayers' references and payment cards.
  mutating func longNumber(_ word: Word) -> Int? {
    guard word.count >= 3 else { return nil }
    let before = text[word.start - 1]
    guard before != 0x2D, before != 0x2F, before != 0x23 else { return nil }
    if word.count == 9, let end = passport(word.range) { return end }
    let run = DigitRun(text, at: word.start)
    guard run.count >= 9 else { return nil }
    if let end = paymentCard(run, word.start) { return end }
    guard let end = run.end(after: 10), text[end] != 0x2E || !text.isDigit(end + 1) else {
      return nil
    }
    if run.isGrouped([5, 5]), isNear(.tax, word.start) {
      let isRight = run.isTaxReference
      guard isRight || isLabelled(.tax, word.start) else { return nil }
      add(
        .taxReference, word.start..<end, isRight ? .high : .low,
        isRight
          ? "ten digits near a word about tax, and the check digit is right"
          : "announced as a taxpayer reference, but the check digit is wrong: perhaps mistyped")
      return end
    }
    guard run.isGrouped([3, 3, 4]) else { return nil }
    return healthNumber(run, word.start..<end)
  }

  private mutating func healthNumber(_ run: DigitRun, _ range: Range<Int>) -> Int? {
    let isAnnounced = isNear(.health, range.lowerBound, within: 80)
    guard run.isHealthNumber else {
      guard isLabelled(.health, range.lowerBound), run[0] != 0 else { return nil }
      add(
        .nhsNumber, range, .low,
        "announced as an NHS number, but the check digit is wrong: perhaps mistyped")
      return range.upperBound
    }
    let isSpaced = run.groups > 1 && run.length(0) == 3
    add(
      .nhsNumber, range, isAnnounced ? .high : isSpaced ? .medium : .low,
      isAnnounced
        ? "ten digits near a word about health, and the check digit is right"
        : "ten digits whose last is the check digit of an NHS number")
    return range.upperBound
  }

  private mutating func paymentCard(_ run: DigitRun, _ start: Int) -> Int? {
    for count in [16, 15, 19, 18, 14, 13] {
      guard let end = run.end(after: count) else { continue }
      guard isIssuer(run, count), !run.isUniform(count),
        run.isGrouped([4, 4, 4, 4]) || run.isGrouped([4, 6, 5]) || run.isGrouped([4, 4, 4, 4, 3])
          || run.length(0) == count
      else { continue }
      let isAnnounced = isNear(.card, start)
      if run.isLuhn(count) {
        add(
          .paymentCard, start..<end, isAnnounced || run.length(0) == 4 ? .high : .medium,
          "\(count) digits that begin like a payment card's, and the check digit is right")
        return end
      }
      if isLabelled(.card, start) {
        add(
          .paymentCard, start..<end, .low,
          "announced as a card number, but the check digit is wrong: perhaps mistyped")
        return end
      }
    }
    return nil
  }

  /// Whether cards of this length begin so.
  private func isIssuer(_ run: DigitRun, _ count: Int) -> Bool {
    let four = run.sum([1000, 100, 10, 1])
    switch count {
    case 16:
      return run[0] == 4 || (5100...5599).contains(four) || (2221...2720).contains(four)
        || (3528...3589).contains(four) || four == 6011 || (6440...6599).contains(four)
        || isDebit(four)
    case 15: return four / 100 == 34 || four / 100 == 37
    case 14: return four / 100 == 36 || four / 100 == 38 || (3000...3059).contains(four)
    case 13: return run[0] == 4
    default: return run[0] == 4 || isDebit(four)
    }
  }

  /// Whether debit cards of the older kinds begin so.
  private func isDebit(_ four: Int) -> Bool {
    [5018, 5020, 5038, 6304, 6759, 6761, 6763, 6767].contains(four)
  }
}
