import TextScan

/// The second stage: from lines to blocks.
///
/// A line joins the one before it when there is no blank line between them, it has no marker of its
/// own, and either the text was broken at a width and its first word would not have fitted (see
/// ``Wrapping``), or the sentence clearly goes on. Inside a block the line feeds become blanks, so that
/// phrases are found across line ends.
struct Layout {
  private(set) var text: NormalText
  private(set) var blocks: [PageBlock] = []
  private(set) var sentences: [Sentence] = []
  /// Where the phrases of all stages stand.
  private(set) var hits = PhraseHits()

  private let lines: [Line]
  /// The mark that divides the cells of each line: a bar or a tab.
  private let cellMarks: [UInt8?]
  private let wrapping: Wrapping
  private var table = -1
  private var row = 0

  init(_ normal: NormalText, lines: [Line], phrases: PhraseIndex) {
    text = normal
    self.lines = lines
    cellMarks = lines.map { Layout.cellMark(normal.bytes[$0.range]) }
    wrapping = Wrapping(lines: lines, in: normal.bytes)
    group()
    hits = phrases.hits(in: text.bytes)
    // The kinds still go by the lines, which headings have few of.
    BlockKinds(normal.bytes, hits: hits).assign(&blocks)
    divide()
  }

  private mutating func group() {
    var index = 0
    var previousWasTable = false
    while index < lines.count {
      let line = lines[index]
      if let cells = cells(at: index) {
        if !previousWasTable || line.afterGap { table += 1; row = 0 }
        append(cells, of: line)
        previousWasTable = true
        index += 1
        continue
      }
      previousWasTable = false
      let marker = LineMarker(line.range, in: text.bytes)
      var end = index + 1
      while end < lines.count, continues(at: end, marker) { end += 1 }
      let range = line.range.lowerBound..<lines[end - 1].range.upperBound
      for byte in range where text.bytes[byte] == 0x0A || text.bytes[byte] == 0x09 {
        text.bytes[byte] = 0x20
      }
      blocks.append(
        PageBlock(
          kind: marker == nil ? .paragraph : .listItem, range: range,
          content: marker.map { min($0.content, range.upperBound) } ?? range.lowerBound,
          afterGap: line.afterGap))
      index = end
    }
  }

  /// Whether a line goes on with the block that the line before belongs to; `marker` is the block's.
  private func continues(at index: Int, _ marker: LineMarker?) -> Bool {
    let line = lines[index - 1]
    let next = lines[index]
    let bytes = text.bytes
    guard !next.afterGap, let last = bytes[line.range].last, let first = bytes[next.range].first
    else { return false }
    if cellMarks[index] != nil, cellMarks[index - 1] == nil,
      !wrapping.isFull(line, before: next, in: bytes)
    {
      return false
    }
    // The remains of a link: "[1]", its address, and the full stop after it.
    let isAddress = bytes[next.range].starts(with: "http".utf8)
    if last == 0x5D, isAddress || first == 0x28 { return true }
    if next.range.count <= 2, !Words.isWord(first), first != 0x2D { return true }
    if bytes[line.range].starts(with: "http".utf8) || last == 0x5B || isAddress {
      return last == 0x5B || Words.isLetter(first) && !Words.isCapital(first) || first == 0x28
        || isAddress && wrapping.width != nil
    }
    let ends = [0x2E, 0x3A, 0x3F, 0x21, 0x3B].contains(last)
    // The lines of an item were broken at a smaller width if it was indented once.
    let slack = marker == nil || ends ? 0 : 6
    let isFull = wrapping.isFull(line, before: next, in: bytes, slack: slack)
    if let found = LineMarker(next.range, in: bytes) {
      // "(a)" at the beginning of a line may be the rest of a citation that was broken.
      let mayBeCitation = found.kind != .bullet && marker == nil
      let isOpen = Words.isWord(last) && isFull && first == 0x28
      return mayBeCitation && isOpen && line.range.count > 50
    }
    if isFull { return !(ends && isHeadingLine(index)) }
    if !ends, isOpen(line) { return true }
    return !ends && Words.isLetter(first) && !Words.isCapital(first) && first < 0x80
      && line.range.count > 20 && bytes[line.range].contains(0x20)
  }

  /// Whether a line that would fit behind a full stop is a heading all the same: it is short, has no
  /// stop of its own, and the line after it begins afresh.
  private func isHeadingLine(_ index: Int) -> Bool {
    let line = lines[index]
    guard let first = text.bytes[line.range].first, let last = text.bytes[line.range].last,
      Words.isCapital(first), Words.isLetter(last) || Words.isDigit(last) || last == 0x29,
      line.range.count <= 70, lines.indices.contains(index + 1)
    else { return false }
    let next = lines[index + 1]
    return next.afterGap
      || text.bytes[next.range].first.map(Words.isCapital) ?? false
        && !wrapping.isFull(line, before: next, in: text.bytes)
  }

  /// Whether a line ends with a word that no sentence ends with.
  private func isOpen(_ line: Line) -> Bool {
    guard wrapping.width != nil, line.range.count > 30 else { return false }
    let word = text.bytes[line.range].reversed().prefix { $0 != 0x20 }.prefix(8)
    return Layout.openWords.contains(
      String(decoding: word.reversed().map(Words.lower), as: UTF8.self))
  }

  private static let openWords: Set<String> = [
    "the", "a", "an", "of", "to", "and", "or", "in", "for", "with", "by", "on", "at", "from",
    "that",
    "is", "are", "our", "your", "its", "their", "which", "be", "has", "have", "as", "under",
  ]

  private static func cellMark(_ line: ArraySlice<UInt8>) -> UInt8? {
    if line.contains(0x7C) { return 0x7C }
    return line.contains(0x09) ? 0x09 : nil
  }

  /// The cells of a line that belongs to a table: one with bars, or one with tabs beside another with
  /// as many.
  private func cells(at index: Int) -> [Range<Int>]? {
    let line = lines[index]
    guard let mark = cellMarks[index] else { return nil }
    let cells = split(line.range, at: mark)
    guard cells.count > 1 else { return nil }
    // A bullet and a tab are the beginning of an item.
    if mark == 0x09, let marker = LineMarker(line.range, in: text.bytes),
      marker.content >= cells[1].lowerBound
    {
      return nil
    }
    func alike(_ other: Int) -> Bool {
      guard lines.indices.contains(other), cellMarks[other] == mark else { return false }
      return split(lines[other].range, at: mark).count == cells.count
    }
    return alike(index - 1) || alike(index + 1) ? cells : nil
  }

  private func split(_ range: Range<Int>, at mark: UInt8) -> [Range<Int>] {
    text.bytes[range].split(separator: mark).map {
      Words.trimmed($0.startIndex..<$0.endIndex, in: text.bytes)
    }.filter { !$0.isEmpty }
  }

  private mutating func append(_ cells: [Range<Int>], of line: Line) {
    for (column, cell) in cells.enumerated() {
      blocks.append(
        PageBlock(
          kind: .cell, range: cell, content: cell.lowerBound,
          afterGap: line.afterGap && column == 0,
          cell: PageBlock.Cell(table: table, row: row, column: column)))
    }
    row += 1
  }

  private mutating func divide() {
    let scanner = SentenceScanner()
    for index in blocks.indices {
      let block = blocks[index]
      let first = sentences.count
      for range in scanner.sentences(of: text.bytes, in: block.content..<block.range.upperBound) {
        sentences.append(Sentence(range: range, block: index))
      }
      blocks[index].sentences = first..<sentences.count
    }
  }
}
