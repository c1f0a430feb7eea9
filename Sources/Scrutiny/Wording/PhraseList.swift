/// Words that a rule looks for.
struct PhraseList: Equatable, Sendable {
  /// One step of a phrase.
  enum Step: Hashable, Sendable {
    /// A word, folded.
    case word(String)
    /// Any number in digits, written `#`.
    case number
    /// One to three words of any kind, written `*`.
    case gap
  }

  /// A phrase, or an exception: words that are found and mean nothing here, such as the month of
  /// May.
  struct Phrase: Equatable, Sendable {
    var steps: [Step]
    var isException: Bool
  }

  /// The key by which the rules name the list.
  let id: String
  /// The rule that it serves.
  let rule: String
  /// The consideration of the vocabulary that the words show, if any.
  let consideration: String?
  /// The phrases by their first step.
  private let phrases: [Step: [Phrase]]

  init(
    id: String, rule: String, consideration: String?, phrases: [String], exceptions: [String]
  ) {
    self.id = id
    self.rule = rule
    self.consideration = consideration
    let all =
      phrases.map { Phrase(steps: PhraseList.steps($0), isException: false) }
      + exceptions.map { Phrase(steps: PhraseList.steps($0), isException: true) }
    self.phrases = Dictionary(grouping: all) { $0.steps.first ?? .gap }
  }

  /// The steps of a phrase as the data file writes it.
  static func steps(_ text: String) -> [Step] {
    text.split(separator: " ").flatMap { part -> [Step] in
      switch part {
      case "#": [.number]
      case "*": [.gap]
      default: WordedText(String(part)).words.map { .word($0.folded) }
      }
    }
  }

  /// Every place where a phrase stands, as ranges of words; of several that begin at the same word
  /// the longest counts, and nothing is found inside an exception.
  func matches(in text: WordedText) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var index = 0
    while index < text.words.count {
      guard let (end, isException) = longest(at: index, in: text) else {
        index += 1
        continue
      }
      if !isException { matches.append(index..<end) }
      index = end
    }
    return matches
  }

  private func longest(at index: Int, in text: WordedText) -> (end: Int, isException: Bool)? {
    let word = text.words[index].folded
    var candidates = phrases[.word(word)] ?? []
    if word.isNumber { candidates += phrases[.number] ?? [] }
    var best: (end: Int, isException: Bool)?
    for phrase in candidates {
      guard let end = PhraseList.end(of: phrase.steps[...], from: index, in: text) else { continue }
      if end > best?.end ?? 0 || (end == best?.end && phrase.isException) {
        best = (end, phrase.isException)
      }
    }
    return best
  }

  /// Where the steps end if they stand at a word; they never run over the end of a sentence.
  private static func end(
    of steps: ArraySlice<Step>, from index: Int, in text: WordedText, isFirst: Bool = true
  ) -> Int? {
    guard let step = steps.first else { return index }
    guard index < text.words.count, isFirst || !text.words[index].startsSentence else { return nil }
    let rest = steps.dropFirst()
    switch step {
    case .word(let word):
      guard text.words[index].folded == word else { return nil }
    case .number:
      guard text.words[index].folded.isNumber else { return nil }
    case .gap:
      for length in 1...3 {
        let next = index + length
        guard next <= text.words.count,
          length == 1 || !text.words[next - 1].startsSentence
        else { return nil }
        if let end = end(of: rest, from: next, in: text, isFirst: false) { return end }
      }
      return nil
    }
    return end(of: rest, from: index + 1, in: text, isFirst: false)
  }
}

extension String {
  /// Whether it is digits only.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
