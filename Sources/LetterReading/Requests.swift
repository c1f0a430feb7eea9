import TextScan

/// Finds what the letter quotes of the request, so that a section number in it is not taken for the
/// authority's own.
///
/// A request is introduced ("You asked:", a heading "Your request") and ends where the answer begins;
/// or it stands question by question before each answer; or it is marked by `>` as in e-mail.
struct Requests {
  let bytes: [UInt8]
  let blocks: [PageBlock]
  let hits: CueHits

  /// The ranges of the request, in order.
  func ranges() -> [Range<Int>] {
    var found: [Range<Int>] = []
    // How many more plain paragraphs may belong to a request that was introduced.
    var open = 0
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .furniture, .closing, .opening: continue
      case .heading, .paragraph, .listItem, .cell: break
      }
      if let start = introduction(of: index) {
        if start < block.range.upperBound - 8 {
          found.append(start..<block.range.upperBound)
          open = 0
        } else {
          open = 2
        }
        continue
      }
      if isQuestion(block) {
        found.append(block.content..<block.range.upperBound)
        open = max(open - 1, 0)
        continue
      }
      guard open > 0 else { continue }
      if beginsAnswer(block) {
        open = 0
      } else {
        found.append(block.range)
        // A list goes on as long as it likes; a first paragraph is the request, a second may be.
        if block.kind == .paragraph { open = open == 2 ? speaks(next: index + 1) ? 2 : 0 : 0 }
      }
    }
    return found
  }

  /// Where the request begins within the block that introduces it: after "You asked:"; at the block's
  /// end where it follows. Nil where nothing is introduced.
  private func introduction(of index: Int) -> Int? {
    let block = blocks[index]
    guard let cue = hits.first(.requestIntroduced, in: block.range) else { return nil }
    if block.kind == .heading { return block.range.count < 60 ? block.range.upperBound : nil }
    let end = block.range.upperBound
    if bytes[end - 1] == 0x3A { return end }
    let rest = cue.upperBound..<end
    if let colon = rest.first(where: { bytes[$0] == 0x3A }), colon - cue.upperBound < 90 {
      return colon + 1
    }
    // "You asked" and a quotation.
    if let quote = rest.first(where: { bytes[$0] == 0x22 }), quote - cue.upperBound < 30 {
      return quote
    }
    return nil
  }

  private func isQuestion(_ block: PageBlock) -> Bool {
    guard let last = bytes[block.range].last else { return false }
    if bytes[block.range.lowerBound] == 0x3E { return true }
    let words = block.content..<block.range.upperBound
    let speaks = hits.first(.requesterSpeaks, in: words).map { $0.lowerBound == words.lowerBound } ?? false
    if last == 0x3F { return words.count < 900 }
    return speaks && words.count < 900
  }

  private func speaks(next index: Int) -> Bool {
    guard blocks.indices.contains(index) else { return false }
    let kind = blocks[index].kind
    return kind == .listItem || isQuestion(blocks[index])
  }

  private func beginsAnswer(_ block: PageBlock) -> Bool {
    if block.kind == .heading { return true }
    guard let cue = hits.first(.answerBegins, in: block.range) else { return false }
    return cue.lowerBound - block.range.lowerBound < 120
  }
}
