public import DataFiles

/// Suggests what in a text may have to be withheld: personal data, and facts about systems that would
/// help an attacker.
///
/// One pass over the text, no regular expressions: what a word is made of decides which recognisers look
/// at it. Check digits are verified; where a number is announced and its check digit is wrong, it is
/// suggested with low confidence, since a mistyped number is somebody's all the same. Suggestions do not
/// overlap and come in the order of the text. The same text gives the same suggestions.
public struct SuggestionReader: Sendable {
  private let lexicon: Lexicon
  private let threshold: ClosedRange<Int>

  /// Makes a reader; its word lists are built in.
  ///
  /// - Parameter smallCounts: which numbers in tables are so small that they may identify somebody.
  /// - Throws: ``DataFileError`` naming file and line where a built-in list is broken.
  public init(smallCounts: ClosedRange<Int> = 1...4) throws(DataFileError) {
    lexicon = try Lexicon()
    threshold = smallCounts
  }

  /// The suggestions for a text.
  public func suggest(in text: String) -> [Suggestion] { suggest(inUTF8: Array(text.utf8)) }

  /// The suggestions for a text in UTF-8. What is not UTF-8 in it is passed over.
  public func suggest(inUTF8 utf8: [UInt8]) -> [Suggestion] {
    read(utf8) { text in
      let tables = TableFinder(text: text, words: lexicon.words).tables
      var sweep = Sweep(text: text, lexicon: lexicon, tables: tables)
      sweep.run()
      return sweep.found + smallCounts(tables, text, threshold)
    }
  }

  /// Only the small counts in the tables of a text: lines with tabs, bars, commas or semicolons between
  /// their cells.
  ///
  /// - Parameters:
  ///   - table: the text.
  ///   - threshold: which numbers are small.
  public func smallCounts(in table: String, threshold: ClosedRange<Int> = 1...4) -> [Suggestion] {
    read(Array(table.utf8)) { text in
      smallCounts(TableFinder(text: text, words: lexicon.words).tables, text, threshold)
    }
  }

  private func smallCounts(
    _ tables: [TableBlock], _ text: TextBytes, _ threshold: ClosedRange<Int>
  ) -> [Candidate] {
    tables.flatMap {
      SmallCounts(table: $0, text: text, words: lexicon.words, threshold: threshold).found()
    }
  }

  private func read(_ utf8: [UInt8], _ find: (TextBytes) -> [Candidate]) -> [Suggestion] {
    utf8.withUnsafeBufferPointer { buffer in
      let text = TextBytes(buffer)
      let kept = SuggestionReader.settled(find(text))
      // From bytes to scalars, counted on from one suggestion to the next.
      var byte = 0
      var scalar = 0
      return kept.map { candidate in
        let start = scalar + text.scalars(in: byte..<candidate.range.lowerBound)
        let end = start + text.scalars(in: candidate.range)
        byte = candidate.range.upperBound
        scalar = end
        return Suggestion(
          kind: candidate.kind, start: start, end: end,
          text: text.string(candidate.range), confidence: candidate.confidence,
          reason: candidate.reason)
      }
    }
  }

  /// In the order of the text and without overlaps: of two that overlap the longer stays, of two of the
  /// same length the surer.
  private static func settled(_ found: [Candidate]) -> [Candidate] {
    var kept: [Candidate] = []
    kept.reserveCapacity(found.count)
    let sorted = found.sorted { left, right in
      (left.range.lowerBound, right.range.upperBound) < (
        right.range.lowerBound, left.range.upperBound
      )
    }
    for candidate in sorted {
      guard let last = kept.last, last.range.upperBound > candidate.range.lowerBound else {
        kept.append(candidate)
        continue
      }
      if (candidate.range.count, candidate.confidence) > (last.range.count, last.confidence) {
        kept[kept.count - 1] = candidate
      }
    }
    return kept
  }
}
