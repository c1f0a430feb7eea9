import TextScan

/// Tells paragraphs from headings, the opening, the closing and what belongs to the page.
struct BlockKinds {
  /// What a phrase is a sign of.
  private enum Sign {
    case salutation, valediction, furniture, annex, disclaimer
  }

  /// The phrases, as ``PhraseIndex`` looks for them.
  static let phrases = signs.flatMap(\.phrases)
  private static let signOf = signs.flatMap { sign, phrases in phrases.map { _ in sign } }

  private static let signs: [(sign: Sign, phrases: [String])] = [
    (
      .salutation,
      [
        "dear", "hello", "good morning", "good afternoon",
      ]
    ),
    (
      .valediction,
      [
        "yours sincerely", "yours faithfully", "yours truly", "kind regards", "best regards",
        "kindest regards", "warm regards", "with regards", "regards", "best wishes", "many thanks",
        "yn gywir", "cofion",
      ]
    ),
    (
      .furniture,
      [
        "download", "view as html", "visible links", "references", "official",
        "official - sensitive",
        "official-sensitive", "official sensitive", "not protectively marked", "unclassified",
        "page # of #", "freedom of information team use only", "classification: official",
        "protective marking: official", "restricted",
      ]
    ),
    (
      .annex,
      [
        "annex", "appendix", "public interest", "exemption", "section", "harm", "internal review",
        "complaint", "complaints", "your right", "your rights", "right of appeal", "appeal",
        "right of review", "how to complain",
      ]
    ),
    (
      .disclaimer,
      [
        "this email, and any attachments", "this email and any attachments",
        "this e-mail and any attachments", "this email and any files transmitted",
        "if you are not the intended recipient", "if you have received this email in error",
        "please don't print this e-mail", "please consider the environment before printing",
        "this message has been scanned",
      ]
    ),
  ]

  private let bytes: [UInt8]
  private let hits: PhraseHits

  /// - Parameter hits: where the phrases stand in the text.
  init(_ bytes: [UInt8], hits: PhraseHits) {
    self.bytes = bytes
    self.hits = hits
  }

  func assign(_ blocks: inout [PageBlock]) {
    let closing = markEnds(&blocks)
    for index in blocks.indices {
      let block = blocks[index]
      if block.kind == .closing, contains(block.range, .disclaimer) {
        blocks[index].kind = .furniture
      }
      if block.kind == .opening, isFurniture(block) { blocks[index].kind = .furniture }
      guard block.kind == .paragraph || block.kind == .listItem else { continue }
      if isFurniture(block) {
        blocks[index].kind = .furniture
      } else if index < closing.lowerBound || index >= closing.upperBound,
        isHeading(index, of: blocks)
      {
        blocks[index].kind = .heading
      }
    }
    demoteRows(&blocks)
  }

  /// Four short lines or more right under one another are rows of a list and announce nothing.
  private func demoteRows(_ blocks: inout [PageBlock]) {
    var start = 0
    for index in 0...blocks.count {
      let goesOn =
        index < blocks.count && blocks[index].kind == .heading
        && (index == start || !blocks[index].afterGap)
      if goesOn { continue }
      if index - start > 3 {
        for row in start..<index { blocks[row].kind = .paragraph }
      }
      start = index < blocks.count && blocks[index].kind == .heading ? index : index + 1
    }
  }

  /// Marks the opening, up to the salutation, and the closing, from the valediction on; returns the
  /// indices of the closing.
  private func markEnds(_ blocks: inout [PageBlock]) -> Range<Int> {
    if let salutation = blocks.prefix(60).firstIndex(where: {
      begins($0, with: .salutation, longest: 60)
    }), blocks[..<salutation].allSatisfy({ $0.range.count < 300 }) {
      for index in 0...salutation where blocks[index].kind != .cell {
        blocks[index].kind = .opening
      }
    } else {
      // Without a salutation: an address or reference lines at the top, each short and without a stop.
      for index in blocks.indices.prefix(8) {
        guard isReference(blocks[index]) else { break }
        blocks[index].kind = .opening
      }
    }
    guard
      let start = blocks.lastIndex(where: {
        begins($0, with: .valediction, longest: 40)
      }), start > 0
    else { return blocks.count..<blocks.count }
    var end = start
    while end < blocks.count, end == start || !endsClosing(blocks[end]) { end += 1 }
    for index in start..<end where blocks[index].kind != .cell { blocks[index].kind = .closing }
    return start..<end
  }

  /// An annex after the signature is part of the letter again.
  private func endsClosing(_ block: PageBlock) -> Bool {
    begins(block, with: .annex, longest: 90)
      || block.range.count > 240 && !contains(block.range, .disclaimer)
        && block.kind == .paragraph
  }

  private func begins(
    _ block: PageBlock, with sign: Sign, longest: Int
  ) -> Bool {
    guard block.range.count <= longest, block.kind != .cell else { return false }
    return has(sign, in: block.range) { $0.lowerBound == block.range.lowerBound }
  }

  private func contains(_ range: Range<Int>, _ sign: Sign) -> Bool {
    has(sign, in: range) { _ in true }
  }

  /// Whether a phrase stands within a range, in a place that passes.
  private func has(_ sign: Sign, in range: Range<Int>, where passes: (Range<Int>) -> Bool) -> Bool {
    var found = false
    hits.each(.blockKinds, in: range) {
      if BlockKinds.signOf[$0.literal] == sign, passes($0.range) { found = true }
    }
    return found
  }

  private func isReference(_ block: PageBlock) -> Bool {
    guard block.range.count <= 60, block.kind == .paragraph else { return false }
    let text = bytes[block.range]
    let words: [StaticString] = ["ref", "date:", "our ", "your ", "foi ", "tel", "e-mail", "email"]
    return words.contains { word in
      word.withUTF8Buffer { buffer in
        text.prefix(buffer.count).elementsEqual(buffer, by: { Words.lower($0) == $1 })
      }
    } || DateScanner().dates(in: bytes, range: block.range).first?.range == block.range
  }

  /// Page numbers, links to attachments and their sizes, markings, addresses alone on a line, and the
  /// disclaimer under an e-mail.
  private func isFurniture(_ block: PageBlock) -> Bool {
    let text = bytes[block.range]
    if contains(block.range, .disclaimer) { return true }
    guard text.count <= 140 else { return false }
    if has(.furniture, in: block.range, where: { $0 == block.range }) { return true }
    if isCountOfPagesOrAttachments(block.range) { return true }
    if !text.contains(0x20), text.starts(with: "http".utf8) || text.starts(with: "www.".utf8) {
      return true
    }
    return isFileName(text) || isFileSize(text)
  }

  /// `Page 3 of 7`, `2 attachments`
  private func isCountOfPagesOrAttachments(_ range: Range<Int>) -> Bool {
    var tokens = Tokeniser(bytes, in: range)
    guard let first = tokens.next(), let second = tokens.next() else { return false }
    if reads(first, "page"), Words.folded(bytes, second.range).first?.isNumber ?? false {
      // At most three more.
      var rest = 0
      while rest < 4, tokens.next() != nil { rest += 1 }
      return rest < 4
    }
    return (reads(second, "attachments") || reads(second, "attachment")) && tokens.next() == nil
  }

  private func reads(_ token: Token, _ word: String) -> Bool {
    bytes[token.range].elementsEqual(word.utf8) { Words.lower($0) == $1 }
  }

  private func isFileName(_ text: ArraySlice<UInt8>) -> Bool {
    guard let dot = text.lastIndex(of: 0x2E), text.count <= 120 else { return false }
    let ending = text[(dot + 1)...]
    guard (2...4).contains(ending.count), dot > text.startIndex else { return false }
    let known = [
      "pdf", "docx", "doc", "xlsx", "xls", "csv", "txt", "png", "jpg", "jpeg", "gif", "zip", "msg",
      "odt", "ods", "html", "htm", "emz", "mso", "pptx", "ppt", "tif", "wmz",
    ]
    return known.contains(String(decoding: ending.map(Words.lower), as: UTF8.self))
  }

  /// `3.8M`, `370K`
  private func isFileSize(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last, [0x4B, 0x4D, 0x42].contains(last), text.count <= 8 else {
      return false
    }
    return text.dropLast().allSatisfy {
      Words.isDigit($0) || $0 == 0x2E || $0 == 0x4B || $0 == 0x4D
    }
      && text.count > 1
  }

  /// A short line without a stop that something follows; a list item only if it is in capitals or is a
  /// number and a few words (`2. Public interest test`).
  private func isHeading(_ index: Int, of blocks: [PageBlock]) -> Bool {
    let block = blocks[index]
    let text = bytes[block.content..<block.range.upperBound]
    guard index + 1 < blocks.count, text.count <= 110, let first = text.first, let last = text.last
    else { return false }
    guard ![0x2E, 0x2C, 0x3B, 0x3F, 0x21].contains(last) else { return false }
    guard Words.isCapital(first) || Words.isDigit(first) || first == 0x22 || first >= 0x80 else {
      return false
    }
    let words = text.split(separator: 0x20)
    guard words.count <= 18, text.contains(where: Words.isLetter) else { return false }
    if block.kind == .listItem {
      let isNumbered = Words.isDigit(bytes[block.range.lowerBound])
      let capitals = words.filter { $0.first.map(Words.isCapital) ?? false }.count
      return isNumbered && last != 0x3A && words.count <= 6 && capitals * 2 >= words.count
        && !(blocks[index + 1].kind == .listItem)
    }
    return !text.starts(with: "http".utf8)
  }
}
