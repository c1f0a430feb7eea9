/// Digits in groups, divided by single blanks or hyphens: `943 476 5919`.
struct DigitRun {
  private var digits = SIMD32<UInt8>()
  private var groupCounts = SIMD8<UInt8>()
  private var groupEnds = SIMD8<Int64>()
  private(set) var count = 0
  private(set) var groups = 0

  /// Reads the run that begins at an index: at most 28 digits in eight groups. A group that goes on with
  /// letters is not part of it.
  init(_ text: TextBytes, at start: Int) {
    var index = start
    while groups < 8 {
      let end = text.endOfDigits(index, limit: 29)
      guard end > index, count + end - index <= 28, !text.isWord(end) else { return }
      for place in index..<end { append(text[place] &- 0x30) }
      groupCounts[groups] = UInt8(count)
      groupEnds[groups] = Int64(end)
      groups += 1
      let gap = text.gap(end)
      guard gap > 0 else { return }
      index = end + gap
    }
  }

  private mutating func append(_ digit: UInt8) {
    digits[count & 31] = digit
    count += 1
  }

  subscript(index: Int) -> Int { Int(digits[index & 31]) }

  /// Where so many digits end, if a group ends there.
  func end(after wanted: Int) -> Int? {
    for group in 0..<groups where groupCounts[group] == wanted { return Int(groupEnds[group]) }
    return nil
  }

  /// The length of a group.
  func length(_ group: Int) -> Int {
    guard group < groups, group >= 0 else { return 0 }
    return Int(groupCounts[group]) - (group > 0 ? Int(groupCounts[group - 1]) : 0)
  }

  /// Whether so many digits stand in groups of these lengths, or all in one.
  func isGrouped(_ lengths: [Int]) -> Bool {
    if length(0) == lengths.reduce(0, +) { return true }
    for (group, wanted) in lengths.enumerated() where length(group) != wanted { return false }
    return true
  }

  /// The weighted sum of the digits from an index on.
  func sum(_ weights: [Int], from first: Int = 0) -> Int {
    var sum = 0
    for (offset, weight) in weights.enumerated() { sum += weight * self[first + offset] }
    return sum
  }

  /// Whether the first so many digits are right by the rule of Luhn, which payment cards follow.
  func isLuhn(_ count: Int) -> Bool {
    var sum = 0
    for index in 0..<count {
      let digit = self[count - 1 - index]
      let doubled = index % 2 == 1 ? digit * 2 : digit
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// Whether the first so many digits are all the same: a placeholder.
  func isUniform(_ count: Int) -> Bool {
    for index in 1..<max(count, 1) where self[index] != self[0] { return false }
    return true
  }

  /// Whether the weighted sum of an NHS number's ten digits is right (modulus 11).
  var isHealthNumber: Bool {
    let check = 11 - sum([10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return check != 10 && check % 11 == self[9] && !isUniform(10)
  }

  /// Whether the first digit is the check digit of the other nine, as in a taxpayer's reference.
  var isTaxReference: Bool {
    let remainder = sum([6, 7, 8, 9, 10, 5, 4, 3, 2], from: 1) % 11
    return [2, 1, 9, 8, 7, 6, 5, 4, 3, 2, 1][remainder] == self[0] && !isUniform(10)
  }
}
