/// Bank accounts.
extension Sweep {
  /// A sort code (`12-34-56`) with its account number, or either with its label.
  mutating func bankNumber(_ word: Word) -> Int? {
    switch word.count {
    case 2: return sortCode(word)
    case 6:
      guard isLabelled(.sortCode, word.start) else { return nil }
      return sortCode(word.range, hasAccount: false)
    case 8: return accountNumber(word)
    default: return nil
    }
  }

  private mutating func sortCode(_ word: Word) -> Int? {
    guard text.gap(word.end) > 0, text[word.start - 1] != 0x2D else { return nil }
    let run = DigitRun(text, at: word.start)
    guard run.length(1) == 2, run.length(2) == 2, let end = run.end(after: 6) else { return nil }
    // Nothing but the account number goes on directly.
    guard text.gap(end) == 0 || !text.isDigit(end + text.gap(end)) || run.length(3) == 8 else {
      return nil
    }
    return sortCode(word.start..<end, hasAccount: hasAccount(after: end))
  }

  private mutating func sortCode(_ range: Range<Int>, hasAccount: Bool) -> Int? {
    let isLabelled = isLabelled(.sortCode, range.lowerBound)
    guard isLabelled || hasAccount || isNear(.sortCode, range.lowerBound, within: 40) else {
      return nil
    }
    add(
      .bankAccount, range, isLabelled || hasAccount ? .high : .medium,
      hasAccount
        ? "three pairs of digits and an account number after them: a sort code"
        : "three pairs of digits near the words \"sort code\"")
    remember(.sortCode, at: range.upperBound)
    return range.upperBound
  }

  /// Whether a number of exactly eight digits follows, with nothing but words for it between.
  private func hasAccount(after end: Int) -> Bool {
    var index = end
    while index < end + 32 {
      guard let word = word(at: index) else {
        index += 1
        continue
      }
      if word.isDigits { return word.count == 8 }
      let role = lexicon.words[word.hash]
      guard word.count == 1 || !role.isDisjoint(with: [.account, .filler]) else { return false }
      index = word.end
    }
    return false
  }

  private mutating func accountNumber(_ word: Word) -> Int? {
    let isLabelled = isLabelled(.account, word.start)
    let followsSortCode = isNear(.sortCode, word.start, within: 48)
    guard isLabelled || followsSortCode else { return nil }
    add(
      .bankAccount, word.range, followsSortCode ? .high : .medium,
      followsSortCode
        ? "eight digits after a sort code: an account number"
        : "eight digits announced as an account number")
    return word.end
  }

  /// `GB29 NWBK 6016 1331 9268 19`.
  mutating func internationalAccount(_ word: Word) -> Int? {
    let start = word.start
    guard text.matches("gb", at: start), text.isDigit(start + 2), text.isDigit(start + 3) else {
      return nil
    }
    var signs = 0
    var index = start
    // The number read as digits, letters as two each, the first four signs last; modulo 97.
    var body = 0
    var head = 0
    while signs < 22 {
      let blank = text.blank(index)
      if blank > 0, signs % 4 == 0 { index += blank }
      let isLetterPlace = signs < 2 || (4..<8).contains(signs)
      guard isLetterPlace ? text.isASCIILetter(index) : text.isDigit(index) else { return nil }
      let value = isLetterPlace ? Int(text[index] & 0xDF) - 55 : Int(text[index]) - 48
      let factor = isLetterPlace ? 100 : 10
      if signs < 4 { head = head * factor + value } else { body = (body * factor + value) % 97 }
      signs += 1
      index += 1
    }
    guard !text.isWord(index) else { return nil }
    let isRight = (body * 1_000_000 + head) % 97 == 1
    add(
      .iban, start..<index, isRight ? .high : .low,
      isRight
        ? "has the form of an IBAN of the United Kingdom, and the check digits are right"
        : "has the form of an IBAN, but the check digits are wrong: perhaps mistyped")
    return index
  }
}
