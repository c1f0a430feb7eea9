/// Divides a range of UTF-8 into sentences.
///
/// A sentence ends at a full stop, question mark or exclamation mark that is followed by a blank and
/// something that can begin a sentence. A stop after an abbreviation or an initial ends none. A run
/// without a stop is cut at a blank after ``longest`` bytes, so that a text without any stays bounded.
public struct SentenceScanner: Sendable {
  private let longest: Int

  private static let abbreviations = Set(
    [
      "s", "ss", "sec", "sect", "reg", "regs", "para", "paras", "art", "sch", "cl", "no", "nos",
      "mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "eg", "ie", "cf", "viz", "ref", "tel",
      "ext", "vol", "p", "pp", "v", "vs", "approx", "dept", "ltd", "inc", "hon", "rt", "fig",
      "app",
    ].map { Array($0.utf8) })

  /// Makes a scanner.
  public init(longest: Int = 4096) {
    self.longest = max(longest, 64)
  }

  /// The sentences of a range, without blanks at their ends.
  public func sentences(of utf8: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var lastBlank = start
    func close(at end: Int) {
      let trimmed = Words.trimmed(start..<end, in: utf8)
      if !trimmed.isEmpty { found.append(trimmed) }
      start = end
    }
    while index < range.upperBound {
      let byte = utf8[index]
      if byte == 0x20 { lastBlank = index }
      if byte == 0x2E || byte == 0x3F || byte == 0x21,
        let end = end(ofStopAt: index, from: start, in: utf8, before: range.upperBound)
      {
        close(at: end)
        index = end
        continue
      }
      if index - start >= longest {
        close(at: lastBlank > start ? lastBlank : index)
      }
      index += 1
    }
    close(at: range.upperBound)
    return found
  }

  /// Where the sentence ends whose stop stands at an index; nil if it goes on.
  private func end(
    ofStopAt stop: Int, from start: Int, in utf8: [UInt8], before limit: Int
  ) -> Int? {
    var end = stop + 1
    while end < limit, [0x2E, 0x3F, 0x21, 0x22, 0x27, 0x29, 0x5D].contains(utf8[end]) { end += 1 }
    guard end < limit else { return limit }
    guard Words.isBlank(utf8[end]) else { return nil }
    var next = end
    while next < limit, Words.isBlank(utf8[next]) { next += 1 }
    guard next < limit else { return limit }
    let begins =
      Words.isCapital(utf8[next]) || Words.isDigit(utf8[next]) || utf8[next] >= 0x80
      || [0x22, 0x27, 0x28, 0x5B, 0x3C, 0x2D, 0x2A].contains(utf8[next])
    guard begins else { return nil }
    guard utf8[stop] == 0x2E, end == stop + 1 else { return end }
    return isAbbreviation(endingAt: stop, from: start, in: utf8) ? nil : end
  }

  private func isAbbreviation(endingAt stop: Int, from start: Int, in utf8: [UInt8]) -> Bool {
    var first = stop
    while first > start, stop - first < 8,
      Words.isLetter(utf8[first - 1]) || utf8[first - 1] == 0x2E
    {
      first -= 1
    }
    let word = utf8[first..<stop].map(Words.lower)
    if word.count == 1, let only = utf8[first..<stop].first, Words.isCapital(only) { return true }
    // The number of a list item at the beginning of a sentence: "3. The date".
    if word.isEmpty, stop > start, utf8[start..<stop].allSatisfy(Words.isDigit) { return true }
    return SentenceScanner.abbreviations.contains(word)
  }
}

extension Words {
  /// The range without blanks at its ends.
  public static func trimmed(_ range: Range<Int>, in utf8: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(utf8[start]) { start += 1 }
    while end > start, isBlank(utf8[end - 1]) { end -= 1 }
    return start..<end
  }
}
