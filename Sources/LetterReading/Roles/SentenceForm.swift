import TextScan

/// What a sentence looks like, and what stands beside it.
struct SentenceForm {
  let page: Page
  let index: Int

  private var sentence: Sentence { page.sentences[index] }
  private var block: PageBlock { page.blocks[sentence.block] }

  /// Reports every trait of form.
  func traits(_ report: (Trait) -> Void) {
    kind(report)
    neighbours(report)
    words(report)
  }

  private func kind(_ report: (Trait) -> Void) {
    switch block.kind {
    case .paragraph: report(.paragraph)
    case .heading: report(.heading)
    case .listItem: report(.item)
    case .cell: break
    case .opening: report(.opening)
    case .closing: report(.closing)
    case .furniture: report(.furniture)
    }
    if index < 4 { report(.top) }
  }

  private func neighbours(_ report: (Trait) -> Void) {
    let isFirst = block.sentences.lowerBound == index
    let isLast = block.sentences.upperBound == index + 1
    if isFirst { report(.first) }
    if isLast { report(.last) }
    if isFirst, isLast { report(.only) }
    if isFirst, block.afterGap { report(.gap) }
    if isFirst, index > 0 {
      let before = page.sentences[index - 1]
      switch page.blocks[before.block].kind {
      case .heading: report(.afterHeading)
      case .listItem: report(.afterItem)
      case .cell: report(.afterCell)
      default: break
      }
      if page.text.bytes[before.range].last == 0x3A { report(.afterColon) }
    }
    if index > 0 {
      let before = page.sentences[index - 1]
      switch page.text.bytes[before.range].last {
      case 0x3F: report(.afterQuestion)
      case 0x2E, 0x21, 0x3A, 0x3B: break
      default:
        if page.blocks[before.block].kind != .heading { report(.afterNoStop) }
      }
    }
    guard index + 1 < page.sentences.count else { return }
    let after = page.sentences[index + 1]
    if page.text.bytes[after.range].last == 0x3F { report(.beforeQuestion) }
    if isLast {
      let next = page.blocks[after.block]
      if next.kind == .listItem { report(.beforeItem) }
      if next.afterGap { report(.beforeGap) }
    }
  }

  private func words(_ report: (Trait) -> Void) {
    let bytes = page.text.bytes
    let text = bytes[sentence.range]
    guard let first = text.first, let last = text.last else { return }
    switch last {
    case 0x3F: report(.question)
    case 0x3A: report(.colon)
    case 0x3B: report(.semicolon)
    case 0x2E, 0x21: break
    default: report(.noStop)
    }
    if Words.isDigit(first) { report(.startsNumber) }
    if first == 0x22 || first == 0x27 { report(.startsQuote) }
    let ahead = bytes[max(0, sentence.range.lowerBound - 2)..<sentence.range.lowerBound]
    if first == 0x5B || first == 0x7B || ahead.contains(0x5B) || ahead.contains(0x7B) {
      report(.startsBracket)
    }
    if Words.isLetter(first), first < 0x80, !Words.isCapital(first) { report(.startsSmall) }
    let startsLink = text.starts(with: "http".utf8) || text.starts(with: "www.".utf8)
    if startsLink { report(.startsLink) }
    var words = 1
    var digits = 0
    var capitals = 0
    var small = 0
    var isLink = startsLink
    var previous: UInt8 = 0
    for byte in text {
      if byte == 0x20 { words += 1 }
      if Words.isDigit(byte) { digits += 1 }
      if Words.isCapital(byte) { capitals += 1 } else if Words.isLetter(byte) { small += 1 }
      if byte == 0x40 || byte == 0x2F && previous == 0x2F { isLink = true }
      previous = byte
    }
    if isLink { report(.link) }
    if digits * 4 > text.count { report(.figures) }
    if capitals > 3, small == 0 { report(.capitals) }
    switch words {
    case ..<4: report(.under4Words)
    case ..<9: report(.under9Words)
    case ..<17: report(.under17Words)
    case ..<31: report(.under31Words)
    default: report(.over30Words)
    }
  }
}
