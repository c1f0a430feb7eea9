/// Phrases laid out for one walk through a text: words as numbers, the phrases side by side, each found
/// by its first word.
///
/// The lists of phrases are numbered, so that the walk compares and remembers nothing but integers.
struct PhraseTable: Sendable {
  /// A phrase that begins with a word: its list, and where its steps lie.
  private struct Entry {
    var list: Int
    var isException: Bool
    /// Its second word, if that has to be a certain one, else -1: most phrases are ruled out by it.
    var second: Int32
    /// What follows the first word.
    var steps: Range<Int>
  }

  /// Stands for any number, and for one to three words of any kind.
  private enum Code {
    static let number: Int32 = -1
    static let gap: Int32 = -2
    /// A word that is in no phrase.
    static let unknown: Int32 = -3
  }

  private var numbers: [String: Int32] = [:]
  private var steps: [Int32] = []
  /// Phrases by the number of their first word, those of one list side by side.
  private var byFirstWord: [[Entry]] = []
  private var beginningWithNumber: [Entry] = []
  /// Whether a word is a number, by its own number.
  private var isNumeric: [Bool] = []
  /// How many lists there are.
  let listCount: Int

  init(_ lists: [PhraseList]) {
    listCount = lists.count
    for (index, list) in lists.enumerated() {
      for phrase in list.phrases { add(phrase, list: index) }
    }
    // A number that is spelt in some phrase begins those as well that begin with any.
    for word in byFirstWord.indices where isNumeric[word] {
      byFirstWord[word] = (byFirstWord[word] + beginningWithNumber).sorted { $0.list < $1.list }
    }
  }

  private mutating func add(_ phrase: Phrase, list: Int) {
    let start = steps.count
    for step in phrase.steps {
      switch step {
      case .word(let word): steps.append(number(of: word))
      case .number: steps.append(Code.number)
      case .gap: steps.append(Code.gap)
      }
    }
    let second = start + 1 < steps.count ? max(steps[start + 1], -1) : -1
    let entry = Entry(
      list: list, isException: phrase.isException, second: second,
      steps: (start + 1)..<steps.count)
    switch steps[start] {
    case Code.number: beginningWithNumber.append(entry)
    case let word: byFirstWord[Int(word)].append(entry)
    }
  }

  private mutating func number(of word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let number = Int32(byFirstWord.count)
    numbers[word] = number
    byFirstWord.append([])
    isNumeric.append(word.isNumber)
    return number
  }

  /// Every place where a phrase stands, by the number of its list. Of several of one list that begin
  /// at the same word the longest counts, an exception before a phrase; nothing of the list is found
  /// inside either.
  func hits(in text: WordedText) -> [(list: Int, range: Range<Int>)] {
    let words = text.words
    let codes = words.map {
      numbers[$0.folded] ?? ($0.folded.isNumber ? Code.number : Code.unknown)
    }
    let starts = words.map(\.startsSentence)
    var taken = [Int](repeating: 0, count: listCount)
    var hits: [(list: Int, range: Range<Int>)] = []
    for index in codes.indices {
      let code = codes[index]
      if code >= 0 {
        find(byFirstWord[Int(code)], at: index, codes, starts, &taken, &hits)
      } else if code == Code.number {
        find(beginningWithNumber, at: index, codes, starts, &taken, &hits)
      }
    }
    return hits
  }

  /// Tries the phrases that may begin at a word.
  private func find(
    _ entries: [Entry], at index: Int, _ codes: [Int32], _ starts: [Bool], _ taken: inout [Int],
    _ hits: inout [(list: Int, range: Range<Int>)]
  ) {
    let following = index + 1 < codes.count ? codes[index + 1] : Code.unknown
    var next = 0
    while next < entries.count {
      let list = entries[next].list
      var best = 0
      var isException = false
      while next < entries.count, entries[next].list == list {
        let entry = entries[next]
        next += 1
        guard entry.second < 0 || entry.second == following, taken[list] <= index,
          let end = end(of: entry.steps, from: index + 1, codes, starts)
        else { continue }
        if end > best || (end == best && entry.isException) {
          best = end
          isException = entry.isException
        }
      }
      guard best > 0 else { continue }
      taken[list] = best
      if !isException { hits.append((list, index..<best)) }
    }
  }

  /// Where the rest of a phrase ends if it stands at a word; it never runs over the end of a sentence.
  private func end(
    of rest: Range<Int>, from index: Int, _ codes: [Int32], _ starts: [Bool]
  ) -> Int? {
    guard let step = rest.first else { return index }
    guard index < codes.count, !starts[index] else { return nil }
    let after = (step + 1)..<rest.upperBound
    switch steps[step] {
    case Code.gap:
      for length in 1...3 {
        let next = index + length
        guard next <= codes.count, length == 1 || !starts[next - 1] else { return nil }
        if let end = end(of: after, from: next, codes, starts) { return end }
      }
      return nil
    case let wanted:
      let code = codes[index]
      let isAnyNumber = wanted == Code.number && code >= 0 && isNumeric[Int(code)]
      guard code == wanted || isAnyNumber else { return nil }
      return end(of: after, from: index + 1, codes, starts)
    }
  }
}
