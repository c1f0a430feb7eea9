/// The words that the rules look for, read from `phrases.yaml`: lists of phrases, all looked for in
/// one walk through a text, and sets of single words.
struct PhraseBook: Sendable {
  /// Where the phrases of each list stand in a text.
  struct Hits: Sendable {
    fileprivate var ranges: [String: [Range<Int>]] = [:]

    /// The places of a list's phrases, as ranges of words, in the order of the text.
    subscript(list: String) -> [Range<Int>] { ranges[list] ?? [] }
  }

  /// Every list, by id.
  let lists: [String: PhraseList]
  /// Sets of single words, by id.
  let words: [String: Set<String>]
  private var byFirstWord: [String: [(list: String, phrase: Phrase)]] = [:]
  private var beginningWithNumber: [(list: String, phrase: Phrase)] = []

  init(lists: [PhraseList], words: [String: Set<String>] = [:]) {
    self.lists = Dictionary(lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.words = words
    for list in lists {
      for phrase in list.phrases {
        switch phrase.steps.first {
        case .word(let word): byFirstWord[word, default: []].append((list.id, phrase))
        case .number: beginningWithNumber.append((list.id, phrase))
        case .gap, nil: break
        }
      }
    }
  }

  /// Every place where a phrase stands. Of several of one list that begin at the same word the
  /// longest counts, an exception before a phrase; nothing of the list is found inside either.
  func hits(in text: WordedText) -> Hits {
    var hits = Hits()
    var taken: [String: Int] = [:]
    for (index, word) in text.words.enumerated() {
      var candidates = byFirstWord[word.folded] ?? []
      if word.folded.isNumber { candidates += beginningWithNumber }
      var longest: [String: (end: Int, isException: Bool)] = [:]
      for (list, phrase) in candidates where taken[list] ?? 0 <= index {
        guard let end = phrase.end(from: index, in: text) else { continue }
        let best = longest[list]
        if end > best?.end ?? 0 || (end == best?.end && phrase.isException) {
          longest[list] = (end, phrase.isException)
        }
      }
      for (list, (end, isException)) in longest {
        taken[list] = end
        if !isException { hits.ranges[list, default: []].append(index..<end) }
      }
    }
    return hits
  }
}
