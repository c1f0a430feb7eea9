import TextScan

/// Finds what the letter quotes of the request, so that a section number in it is not taken for the
/// authority's own.
///
/// A request is introduced ("You asked:", a heading "Your request") and ends where the answer begins;
/// or it stands question by question before each answer; or it is marked by `>` as in e-mail.
struct Requests {
  let bytes: [UInt8]
  let blocks: [PageBlock]
  let sentences: [Sentence]
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
      if let start = question(block, isOpen: open > 0) {
        found.append(start..<end(of: block, from: start))
        open = bytes[block.range.upperBound - 1] == 0x3A ? 2 : max(open - 1, 0)
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
    let end = block.range.upperBound
    if block.kind == .heading || block.range.count < 40 {
      if isNumberOfQuestion(block) { return end }
      let cue = hits.first(.requestHeading, in: block.range)
      if let cue, cue.count * 10 >= block.range.count * 6 { return end }
      if block.kind == .heading { return nil }
    }
    let last = sentences[block.sentences].last?.range ?? block.range
    if let cue = hits.first(.requestIntroduced, in: last), !isOfInformation(cue) {
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
    // "Your request" may stand before the answer as well: "our response to your request is below:".
    let isMentioned =
      hits.has(.requestMentioned, in: last) && !hits.has(.answerBegins, in: block.range)
      && !hits.has(.advises, in: last)
    return isMentioned && bytes[end - 1] == 0x3A ? end : nil
  }

  /// "Question 3" alone on a line.
  private func isNumberOfQuestion(_ block: PageBlock) -> Bool {
    let words = String(decoding: bytes[block.range].prefix(16).map(Words.lower), as: UTF8.self)
    guard words.hasPrefix("question ") || words.hasPrefix("q"), block.range.count < 15 else {
      return false
    }
    return words.contains { $0.isNumber }
  }

  /// "The information you requested is exempt for these reasons:" introduces no request.
  private func isOfInformation(_ cue: Range<Int>) -> Bool {
    let before = "information ".utf8
    let start = cue.lowerBound - before.count
    return start >= 0 && bytes[start..<cue.lowerBound].elementsEqual(before)
  }

  /// Where a question begins in a block: at its own beginning, or where its answer to the question
  /// before ends (`Yes, since 2019. How many are there?`). Nil where it is no question.
  private func question(_ block: PageBlock, isOpen: Bool) -> Int? {
    guard let last = bytes[block.range].last, block.range.count < 900 else { return nil }
    if bytes[block.range.lowerBound] == 0x3E { return block.range.lowerBound }
    if speaks(block.content..<block.range.upperBound, in: block, isOpen: isOpen) {
      return block.range.lowerBound
    }
    let head = block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 260)
    if hits.has(.requesterVoice, in: head) { return block.range.lowerBound }
    guard last == 0x3F else { return nil }
    for index in block.sentences {
      let range = sentences[index].range
      if bytes[range.upperBound - 1] == 0x3F || speaks(range, in: block, isOpen: true) {
        return index == block.sentences.lowerBound ? block.range.lowerBound : range.lowerBound
      }
    }
    return block.range.lowerBound
  }

  /// Where a question ends: before the answer, if that stands in the same block.
  private func end(of block: PageBlock, from start: Int) -> Int {
    let whole = block.range.upperBound
    let asked = sentences[block.sentences].last {
      $0.range.lowerBound >= start && bytes[$0.range.upperBound - 1] == 0x3F
    }
    guard let end = asked?.range.upperBound, end < whole else { return whole }
    let answers: [Cue] = [.answerBegins, .withholds, .exemptionTalk, .costs, .notHeld]
    return answers.contains { hits.has($0, in: end..<whole) } ? end : whole
  }

  /// Whether words begin as requesters write. What others begin with as well ("the number of") counts
  /// only in a list or where a request is under way.
  private func speaks(_ words: Range<Int>, in block: PageBlock, isOpen: Bool) -> Bool {
    func begins(_ cue: Cue) -> Bool {
      hits.first(cue, in: words).map { $0.lowerBound == words.lowerBound } ?? false
    }
    let first = bytes[block.range.lowerBound]
    let isNumbered =
      block.kind == .listItem && first < 0x80 && (Words.isWord(first) || first == 0x28)
    return begins(.requesterSpeaks) || (isNumbered || isOpen) && begins(.requesterLists)
  }

  private func speaks(next index: Int) -> Bool {
    guard blocks.indices.contains(index) else { return false }
    return blocks[index].kind == .listItem && !beginsAnswer(blocks[index])
      || question(blocks[index], isOpen: true) != nil
  }

  /// Whether a block is the authority's: a heading, words of answering near its beginning, "we", or a
  /// section at its head.
  private func beginsAnswer(_ block: PageBlock) -> Bool {
    if block.kind == .heading || bytes[block.range].first == 0x5B { return true }
    let head = block.content..<min(block.range.upperBound, block.content + 120)
    if hits.has(.answerBegins, in: head) { return true }
    let words = String(decoding: bytes[head].prefix(12).map(Words.lower), as: UTF8.self)
    let openings = [
      "we ", "our ", "section ", "regulation ", "exemption", "yes", "no.", "no,", "n/a", "not held",
      "see ", "refused", "none", "http", "[",
    ]
    return openings.contains { words.hasPrefix($0) }
  }
}
