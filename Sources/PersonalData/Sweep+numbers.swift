/// Numbers of nine digits and more: what their check digits prove.
extension Sweep {
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
    // Numbers that patients have begin so; one test in eleven is passed by accident.
    guard isAnnounced || isSpaced || [4, 6, 7, 9].contains(run[0]) else { return nil }
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
