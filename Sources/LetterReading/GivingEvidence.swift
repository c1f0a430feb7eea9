import TextScan

/// What shows that a letter gives information.
///
/// | evidence | points |
/// |---|---|
/// | an attachment that is a document | 2 |
/// | figures in rows, or cells of a table that is no table of arguments | 2 |
/// | a refusal between numbered questions | 2 |
/// | a question with an answer under it that neither refuses nor denies | 2 |
/// | words of giving ("please find attached", unless it is the answer) | 2; others 1, at most 2 |
/// | something was taken out of what is given ("redacted") | 2 |
/// | all of it is refused | −2 |
struct GivingEvidence {
  let page: Page
  let hits: CueHits

  /// The points; `handed` leaves out what shows only indirectly that something was handed over: an
  /// answer in words and what was taken out.
  struct Weight {
    var score = 0
    var handed = 0
    var reasons: [Explanation.Fact] = []
  }

  func weigh() -> Weight {
    var weight = Weight()
    func add(_ points: Int, _ what: String, _ range: Range<Int>, isHanded: Bool = true) {
      weight.score += points
      if isHanded { weight.handed += points }
      let words = page.text.string(range.lowerBound..<min(range.upperBound, range.lowerBound + 80))
      weight.reasons.append(
        Explanation.Fact(
          name: "gives", value: "\(points > 0 ? "+" : "")\(points) \(what)", because: words))
    }
    if let file = page.blocks.first(where: isDocument) { add(2, "attachment", file.range) }
    if let row = figures() { add(2, "figures", row) }
    if let one = between() { add(2, "one refused of several", one, isHanded: false) }
    if let answer = answer() { add(2, "answer", answer, isHanded: false) }
    for cue in own(.gives).filter({ !isAnswerDocument($0) }).prefix(2) {
      let attaches = page.folded(cue).contains("attach") || page.folded(cue).contains("enclos")
      add(attaches ? 2 : 1, "words of giving", cue)
    }
    if let part = own(.givesPart).first { add(2, "part taken out", part, isHanded: false) }
    if let all = own(.withholdsAll).first { add(-2, "all refused", all) }
    return weight
  }

  private func own(_ cue: Cue) -> [Range<Int>] {
    hits[cue].filter { range in
      guard page.isOwnWords(range), let block = page.block(at: range.lowerBound) else {
        return false
      }
      return page.blocks[block].kind != .closing
    }
  }

  /// "Please find attached our response".
  private func isAnswerDocument(_ cue: Range<Int>) -> Bool {
    let end = min(page.text.bytes.count, cue.upperBound + 40)
    return hits.has(.answerDocument, in: cue.upperBound..<end)
  }

  private func isDocument(_ block: PageBlock) -> Bool {
    guard block.kind == .furniture || block.kind == .opening else { return false }
    let name = page.folded(block.range)
    return [".pdf", ".docx", ".doc", ".xlsx", ".xls", ".csv", ".zip", ".ods", ".odt", ".pptx"]
      .contains { name.hasSuffix($0) }
  }

  /// Rows of figures: two blocks with four numbers or more and hardly a word between them, or three
  /// blocks in a row with a number to every three words; or six short lines in a row, a list of names.
  private func figures() -> Range<Int>? {
    var run = 0
    var short = 0
    var rows = 0
    for block in page.blocks where page.isOwnWords(block.range) {
      if [.furniture, .closing, .opening].contains(block.kind) { continue }
      let count = tokens(of: block)
      run = count.numbers > 0 && count.numbers * 3 >= count.words ? run + 1 : 0
      rows += count.numbers > 3 && count.numbers >= count.words ? 1 : 0
      let isName = block.kind == .paragraph && block.range.count < 60 && !block.afterGap
      short = isName ? short + 1 : 0
      if run == 3 || rows == 2 || short == 6 { return block.range }
    }
    return nil
  }

  private func tokens(of block: PageBlock) -> (numbers: Int, words: Int) {
    guard block.range.count < 400 else { return (0, 100) }
    var tokens = Tokeniser(page.text.bytes, in: block.range)
    var numbers = 0
    var words = 0
    while let token = tokens.next() {
      numbers += token.kind == .number ? 1 : 0
      words += token.kind == .word ? 1 : 0
    }
    return (numbers, words)
  }

  /// A refusal that stands between numbered questions, fewer than half of which are refused: the others
  /// have been answered.
  private func between() -> Range<Int>? {
    var items = 0
    var refusals = 0
    var first: Range<Int>?
    var isFollowed = false
    for block in page.blocks {
      let isItem = block.kind == .listItem && Words.isDigit(page.text.bytes[block.range.lowerBound])
      if isItem {
        items += 1
        isFollowed = isFollowed || first != nil
      } else if page.isOwnWords(block.range), hits.has(.withholds, in: block.range),
        !page.mentions(in: block.range).isEmpty
      {
        refusals += 1
        if items > 0, first == nil { first = block.range }
      }
    }
    return isFollowed && items > 2 && refusals * 2 <= items ? first : nil
  }

  /// A block that stands right under a question and is an answer in substance.
  private func answer() -> Range<Int>? {
    for (question, block) in zip(page.blocks, page.blocks.dropFirst()) {
      // "0", "No": the shortest answers may look like headings.
      let isBrief = block.kind == .heading && block.range.count < 4
      guard page.isOwnWords(block.range),
        isBrief || block.kind == .paragraph || block.kind == .listItem,
        !page.mentions(in: block.range).contains(where: { $0.use == .reliance })
      else { continue }
      let isUnderQuestion = !page.isOwnWords(question.range) || endsWithQuestion(question)
      guard isUnderQuestion || isLabelled(block), !page.folded(block.range).hasPrefix("question ")
      else { continue }
      let refuses: [Cue] = [
        .withholds, .withholdsAll, .notHeld, .costs, .accessible, .vexatious, .confirmOrDeny,
        .manifestlyUnreasonable, .rightOffered, .weighs, .confirmsHeld, .standardLikely,
      ]
      if !refuses.contains(where: { hits.has($0, in: block.range) }) { return block.range }
    }
    return nil
  }

  private func endsWithQuestion(_ block: PageBlock) -> Bool {
    !page.isOwnWords((block.range.upperBound - 1)..<block.range.upperBound)
  }

  /// "Answer: …", "A1: …", "Q7(b): …"
  private func isLabelled(_ block: PageBlock) -> Bool {
    let words = page.folded(
      block.range.lowerBound..<min(block.range.upperBound, block.range.lowerBound + 10))
    if words.hasPrefix("answer:") || words.hasPrefix("a: ") || words.hasPrefix("response:") {
      return true
    }
    let content = page.folded(block.content..<min(block.range.upperBound, block.content + 4))
    let isNumbered = Words.isDigit(page.text.bytes[block.range.lowerBound])
    if block.kind == .listItem, isNumbered, block.range.count < 60,
      content.first?.isNumber ?? false || content.hasPrefix("yes")
    {
      return true
    }
    let isAnswer = words.hasPrefix("a") && words.dropFirst().first?.isNumber ?? false
    return block.kind == .listItem && (isAnswer || words.hasPrefix("q") && words.contains(":"))
  }
}
