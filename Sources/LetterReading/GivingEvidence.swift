import TextScan

/// What shows that a letter gives information.
///
/// | evidence | points |
/// |---|---|
/// | an attachment that is a document | 2 |
/// | figures in rows, or cells of a table that is no table of arguments | 2 |
/// | a question with an answer under it that neither refuses nor denies | 2 |
/// | words of giving ("please find attached") | 1 each, at most 2 |
/// | something was taken out of what is given ("redacted") | 2 |
/// | all of it is refused | −2 |
struct GivingEvidence {
  let page: Page
  let hits: CueHits

  func weigh() -> (score: Int, reasons: [Explanation.Fact]) {
    var score = 0
    var reasons: [Explanation.Fact] = []
    func add(_ points: Int, _ what: String, _ range: Range<Int>) {
      score += points
      let words = page.text.string(range.lowerBound..<min(range.upperBound, range.lowerBound + 80))
      reasons.append(
        Explanation.Fact(name: "gives", value: "\(points > 0 ? "+" : "")\(points) \(what)", because: words))
    }
    if let file = page.blocks.first(where: isDocument) { add(2, "attachment", file.range) }
    if let row = figures() { add(2, "figures", row) }
    if let answer = answer() { add(2, "answer", answer) }
    let given = own(.gives)
    for cue in given.prefix(2) { add(1, "words of giving", cue) }
    if let part = own(.givesPart).first { add(2, "part taken out", part) }
    if let all = own(.withholdsAll).first { add(-2, "all refused", all) }
    return (score, reasons)
  }

  private func own(_ cue: Cue) -> [Range<Int>] { hits[cue].filter { page.isOwnWords($0) } }

  private func isDocument(_ block: PageBlock) -> Bool {
    guard block.kind == .furniture || block.kind == .opening else { return false }
    let name = page.folded(block.range)
    return [".pdf", ".docx", ".doc", ".xlsx", ".xls", ".csv", ".zip", ".ods", ".odt", ".pptx"]
      .contains { name.hasSuffix($0) }
  }

  /// A run of three blocks or more that hold several numbers and few words each.
  private func figures() -> Range<Int>? {
    var run = 0
    for block in page.blocks where page.isOwnWords(block.range) {
      if block.kind == .furniture || block.kind == .closing || block.kind == .opening { continue }
      run = isFigures(block) ? run + 1 : 0
      if run == 3 { return block.range }
    }
    return nil
  }

  private func isFigures(_ block: PageBlock) -> Bool {
    guard block.range.count < 400 else { return false }
    var tokens = Tokeniser(page.text.bytes, in: block.range)
    var numbers = 0
    var words = 0
    while let token = tokens.next() {
      switch token.kind {
      case .number: numbers += 1
      case .word: words += 1
      case .mark: break
      }
    }
    return numbers > 0 && numbers * 3 >= words || block.kind == .cell && numbers > words
  }

  /// A block that stands right under a question and is an answer in substance.
  private func answer() -> Range<Int>? {
    for (question, block) in zip(page.blocks, page.blocks.dropFirst()) {
      guard !page.isOwnWords(question.range), page.isOwnWords(block.range),
        block.kind == .paragraph || block.kind == .listItem || block.kind == .heading,
        block.range.count > 1
      else { continue }
      let refuses: [Cue] = [
        .withholds, .withholdsAll, .notHeld, .costs, .accessible, .vexatious, .confirmOrDeny,
        .manifestlyUnreasonable, .answerBegins, .rightOffered, .weighs,
      ]
      if !refuses.contains(where: { hits.has($0, in: block.range) }) { return block.range }
    }
    return nil
  }
}
