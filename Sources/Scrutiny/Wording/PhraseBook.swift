/// The words that the rules look for, read from `phrases.yaml`: lists of phrases, all looked for in
/// one walk through a text, and sets of single words.
struct PhraseBook: Sendable {
  /// Where the phrases of each list stand in a text.
  struct Hits: Sendable {
    fileprivate let numbers: [String: Int]
    fileprivate var ranges: [[Range<Int>]]

    /// The places of a list's phrases, as ranges of words, in the order of the text.
    subscript(list: String) -> [Range<Int>] { numbers[list].map { ranges[$0] } ?? [] }
  }

  /// Every list, by id.
  let lists: [String: PhraseList]
  /// Sets of single words, by id.
  let words: [String: Set<String>]
  private let numbers: [String: Int]
  private let table: PhraseTable

  init(lists: [PhraseList], words: [String: Set<String>] = [:]) {
    self.lists = Dictionary(lists.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.words = words
    numbers = Dictionary(
      lists.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    table = PhraseTable(lists)
  }

  /// Every place where a phrase stands. Of several of one list that begin at the same word the
  /// longest counts, an exception before a phrase; nothing of the list is found inside either.
  func hits(in text: WordedText) -> Hits {
    var hits = Hits(numbers: numbers, ranges: Array(repeating: [], count: table.listCount))
    for hit in table.hits(in: text) { hits.ranges[hit.list].append(hit.range) }
    return hits
  }
}
