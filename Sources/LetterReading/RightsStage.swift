import TextScan

/// Which rights the letter tells of.
///
/// A right is told where one sentence names it and offers it ("you may", "if you are unhappy"), and does
/// not only say that it was used ("you requested an internal review").
struct RightsStage {
  let page: Page
  let hits: CueHits

  func rights() -> (rights: ToldRights, shown: [Explanation.Fact]) {
    var rights = ToldRights()
    var shown: [Explanation.Fact] = []
    var reviewSentences: [Int] = []
    func note(_ name: String, _ range: Range<Int>) {
      shown.append(Explanation.Fact(name: name, value: "true", because: page.text.string(range)))
    }
    for (index, sentence) in page.sentences.enumerated() where page.isOwnWords(sentence.range) {
      if offersReview(index) {
        if !rights.internalReview { note("internal_review", sentence.range) }
        rights.internalReview = true
        reviewSentences.append(index)
      }
      if !rights.regulator, offersRegulator(index) {
        rights.regulator = true
        note("ico", sentence.range)
      }
    }
    for index in reviewSentences where rights.reviewTimeLimit == nil {
      rights.reviewTimeLimit = limit(near: index)
    }
    return (rights, shown)
  }

  private func has(_ cue: Cue, _ index: Int) -> Bool {
    hits.has(cue, in: page.sentences[index].range)
  }

  private func offersReview(_ index: Int) -> Bool {
    // A review by any name counts where the sentence, or the one before, supposes dissatisfaction.
    let isHinted =
      has(.reviewHinted, index) && (has(.dissatisfied, index) || followsDissatisfaction(index))
    guard has(.reviewNamed, index) || has(.reviewAsked, index) || isHinted else { return false }
    // "If you remain dissatisfied after the internal review" offers the next step.
    if has(.regulatorNamed, index), !has(.reviewAsked, index) { return false }
    let isOffered = isHinted || has(.rightOffered, index) || isUnderOffer(index)
    return isOffered
      && (!has(.rightUsed, index) || has(.reviewAsked, index) && has(.rightOffered, index))
  }

  private func followsDissatisfaction(_ index: Int) -> Bool {
    guard index > 0, page.sentences[index].block - page.sentences[index - 1].block <= 1 else {
      return false
    }
    return has(.dissatisfied, index - 1) && !has(.regulatorNamed, index - 1)
  }

  private func offersRegulator(_ index: Int) -> Bool {
    guard has(.regulatorNamed, index), !has(.regulatorUsed, index) else { return false }
    return has(.rightOffered, index) || isUnderOffer(index)
  }

  /// Whether the sentence before, in the same block, offers a right that this one carries on, or a
  /// heading above names rights.
  private func isUnderOffer(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = page.sentences[index - 1]
    let block = page.blocks[before.block]
    if before.block == page.sentences[index].block {
      return hits.has(.rightOffered, in: before.range) && !hits.has(.rightUsed, in: before.range)
    }
    return block.kind == .heading && hits.has(.rightOffered, in: block.range)
  }

  /// The number of working days within which a review may be asked for, in the sentence that offers it
  /// or one of the two around it.
  private func limit(near index: Int) -> Int? {
    let block = page.sentences[index].block
    for other in [index, index + 1, index + 2, index - 1]
    where page.sentences.indices.contains(other) {
      guard abs(page.sentences[other].block - block) <= 1 else { continue }
      if let days = WorkingDayCount(page: page, hits: hits).limit(in: page.sentences[other].range) {
        return days
      }
    }
    return nil
  }
}

/// "Within 40 working days": how long the requester has, as against how long the authority takes.
struct WorkingDayCount {
  let page: Page
  let hits: CueHits

  private static let phrase = LiteralScanner(["working days", "working day"])
  private static let numbers: [String: Int] = [
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "sixty": 60,
  ]

  func limit(in sentence: Range<Int>) -> Int? {
    let bytes = page.text.bytes
    var found: Int?
    WorkingDayCount.phrase.scan(bytes, in: sentence) { match in
      let range = match.range
      guard found == nil, let days = number(before: range.lowerBound, from: sentence.lowerBound)
      else { return }
      // What is said before the number, or after it where nothing is: "we will respond within 20".
      let before = sentence.lowerBound..<range.lowerBound
      let after = range.upperBound..<sentence.upperBound
      if hits.has(.limitOnUs, in: before), !asksLast(in: before) { return }
      if hits.has(.limitOnAsking, in: before) || hits.has(.limitOnAsking, in: after) {
        found = days
      }
    }
    return found
  }

  /// Whether the requester's part is named after ours: "we will respond … You should ask within".
  private func asksLast(in range: Range<Int>) -> Bool {
    let asking = hits[.limitOnAsking].last { range.contains($0.lowerBound) }
    let ours = hits[.limitOnUs].last { range.contains($0.lowerBound) }
    guard let asking, let ours else { return false }
    return asking.lowerBound > ours.upperBound
  }

  private func number(before end: Int, from start: Int) -> Int? {
    var tokens = Tokeniser(page.text.bytes, in: max(start, end - 24)..<end)
    var number: Int?
    while let token = tokens.next() {
      let text = page.folded(token.range)
      if let value = Int(text) ?? WorkingDayCount.numbers[text] { number = value }
    }
    return number
  }
}
