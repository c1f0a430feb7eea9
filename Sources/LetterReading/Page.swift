import InformationLaw

/// A letter laid out for reading: what the first three stages found, for the stages that judge it.
///
/// Every range counts bytes of ``NormalText/bytes``; ``source(_:)`` turns one into the scalars of the
/// letter as it came. Blocks do not overlap and stand in order; so do sentences, and no sentence goes
/// beyond its block.
final class Page: Sendable {
  /// The normalised text: one blank between words, straight quotes, the lines of a paragraph joined.
  let text: NormalText
  /// The language it is written in.
  let language: Language
  /// Paragraphs, headings, list items and cells.
  let blocks: [PageBlock]
  /// The sentences of all blocks; a heading, an item or a cell without a full stop is one.
  let sentences: [Sentence]
  /// Where the phrases of all stages stand.
  let phrases: PhraseHits
  /// What the letter quotes of the request, in order.
  let requests: [Range<Int>]
  /// Every provision that is named, in order.
  let mentions: [Mention]
  /// The regime under which the letter answers; nil where nothing shows which.
  let regime: CitedRegime?

  init(
    text: NormalText, language: Language, blocks: [PageBlock], sentences: [Sentence],
    phrases: PhraseHits, requests: [Range<Int>], mentions: [Mention], regime: CitedRegime?
  ) {
    self.text = text
    self.language = language
    self.blocks = blocks
    self.sentences = sentences
    self.phrases = phrases
    self.requests = requests
    self.mentions = mentions
    self.regime = regime
  }

  /// The scalars of the letter that a range of bytes stands for.
  func source(_ range: Range<Int>) -> Range<Int> { text.source(range) }

  /// The words of a range, in lower case.
  func folded(_ range: Range<Int>) -> String { text.folded(range) }

  /// The index of the block that holds a byte; nil between blocks.
  func block(at byte: Int) -> Int? { Page.index(of: byte, in: blocks) { $0.range } }

  /// The index of the sentence that holds a byte; nil between sentences.
  func sentence(at byte: Int) -> Int? { Page.index(of: byte, in: sentences) { $0.range } }

  /// Whether words are the authority's own: not quoted of the request, not of the page's furniture.
  func isOwnWords(_ range: Range<Int>) -> Bool {
    let after = requests.partitioningIndex { $0.lowerBound > range.lowerBound }
    if after > 0, requests[after - 1].upperBound > range.lowerBound { return false }
    guard let block = block(at: range.lowerBound) else { return true }
    return blocks[block].kind != .furniture
  }

  /// The mentions that begin within a range.
  func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
    let first = mentions.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = mentions.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return mentions[first..<max(first, end)]
  }

  @inline(__always)
  private static func index<Element>(
    of byte: Int, in list: [Element], _ range: (Element) -> Range<Int>
  ) -> Int? {
    let after = list.partitioningIndex { range($0).lowerBound > byte }
    guard after > 0, range(list[after - 1]).contains(byte) else { return nil }
    return after - 1
  }
}

/// A run of text that stands by itself.
struct PageBlock: Equatable, Sendable {
  /// What it looks like.
  var kind: Block.Kind
  /// Where it stands, in bytes.
  var range: Range<Int>
  /// Where its words begin: after the bullet or the number of a list item.
  var content: Int
  /// Its sentences, as indices of ``Page/sentences``.
  var sentences: Range<Int> = 0..<0
  /// Whether a blank line stands before it.
  var afterGap: Bool
  /// The row and the column of a cell, counted from 0 within its table.
  var cell: Cell?

  /// The place of a cell in its table.
  struct Cell: Equatable, Sendable {
    var table: Int
    var row: Int
    var column: Int
  }
}

/// A sentence, or what stands for one.
struct Sentence: Equatable, Sendable {
  /// Where it stands, in bytes, without blanks at either end.
  var range: Range<Int>
  /// The block it belongs to.
  var block: Int
}

/// A provision where it is named.
struct Mention: Equatable, Sendable {
  /// The provision; of a trap what it was taken for.
  var provision: Provision
  /// What the mention is for.
  var use: Citation.Use
  /// Why it counts as that: a word for the trap or the recital, shown by `--explain`.
  var reason: String
  /// Where it stands, in bytes. The limbs of one list (`31(1)(a) and (b)`) share a range.
  var range: Range<Int>
  /// Whether the words `section`, `regulation`, `exemption` or the like stand before it, or it follows
  /// in a list of such; false of a bare `12(5)(e)`.
  var isNamed: Bool
}

extension RandomAccessCollection {
  /// The first index whose element and all after it pass; the elements have to be sorted by the test.
  @inline(__always)
  func partitioningIndex(where passes: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if passes(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
