/// The words that the rules look for, read from `phrases.yaml`: lists of phrases, all looked for in
/// one walk through a text, and sets of single words.
struct PhraseBook: Sendable {
  /// Where the phrases of each list stand in a text.
  struct Hits: Sendable {
    private let numbers: [String: Int]
    /// Those of each list side by side, and where those of each list end.
    private var ranges: [Range<Int>]
    private var ends: [Int]

    fileprivate init(
      _ hits: [(list: Int, range: Range<Int>)], numbers: [String: Int], listCount: Int
    ) {
      self.numbers = numbers
      ends = [Int](repeating: 0, count: listCount + 1)
      for hit in hits { ends[hit.list + 1] += 1 }
      for list in 0..<listCount { ends[list + 1] += ends[list] }
      ranges = [Range<Int>](repeating: 0..<0, count: hits.count)
      // Each end is where the list begins until its hits are in.
      for hit in hits {
        ranges[ends[hit.list]] = hit.range
        ends[hit.list] += 1
      }
    }

    /// The places of a list's phrases, as ranges of words, in the order of the text.
    subscript(list: String) -> ArraySlice<Range<Int>> {
      guard let number = numbers[list] else { return [] }
      return ranges[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
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
    Hits(table.hits(in: text), numbers: numbers, listCount: table.listCount)
  }
}
