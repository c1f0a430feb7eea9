/// E-mail addresses and names of machines.
extension Sweep {
  /// An e-mail address around an `@`.
  mutating func email(at mark: Int) -> Int? {
    var start = mark
    while start > 0, mark - start < 64, isLocal(text[start - 1]) { start -= 1 }
    while start < mark, [0x2E, 0x27, 0x2D].contains(text[start]) { start += 1 }
    let end = endOfDomain(mark + 1)
    guard start < mark, !text.isWord(start - 1), let domain = end.map({ (mark + 1)..<$0 }) else {
      return nil
    }
    let hash = WordTable.hash(domain.map { text[$0] })
    marksReadTo = domain.upperBound
    guard !lexicon.publishedDomains.contains(hash) else { return domain.upperBound }
    let local = start..<mark
    let isShared = lexicon.mailboxes.contains(WordTable.hash(local.map { text[$0] }))
    let isPersonal =
      !isShared && local.filter({ text.isDigit($0) }).count < 4
      && (local.dropFirst().dropLast().contains { text[$0] == 0x2E || text[$0] == 0x5F }
        || self.word(at: start).map { lexicon.words[$0.hash].contains(.given) } == true)
    add(
      .email, start..<domain.upperBound, isShared ? .low : isPersonal ? .high : .medium,
      isShared
        ? "the address of a shared mailbox"
        : isPersonal ? "an e-mail address made of a person's name" : "an e-mail address")
    return domain.upperBound
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      || [0x2E, 0x2D, 0x5F, 0x2B, 0x25, 0x27, 0x26].contains(byte)
      || byte >= 0xC3 && byte < 0xE0
  }

  /// Where a domain ends that begins at an index: labels with dots, the last of letters.
  private func endOfDomain(_ start: Int) -> Int? {
    var end: Int?
    var index = start
    var isFirst = true
    while index - start < 253 {
      let first = index
      while text.isAlphanumeric(index) || (text[index] == 0x2D && index > first), index - first < 63
      { index += 1 }
      guard index > first else { break }
      let isLetters = (first..<index).allSatisfy { text.isASCIILetter($0) }
      if !isFirst, isLetters, index - first >= 2 { end = index }
      isFirst = false
      guard text[index] == 0x2E else { break }
      index += 1
    }
    return end
  }

  /// A name with dots that only a network of one's own resolves, or that looks like a machine's.
  mutating func hostName(at dot: Int) -> Int? {
    guard text.isAlphanumeric(dot - 1), text.isAlphanumeric(dot + 1) else { return nil }
    var start = dot
    while start > marksReadTo, dot - start < 63,
      text.isAlphanumeric(start - 1) || text[start - 1] == 0x2D
    { start -= 1 }
    guard start < dot, text[start - 1] != 0x40, text[start - 1] != 0x2E, !text.isWord(start - 1)
    else { return nil }
    var index = start
    var labels = 0
    var last = start..<dot
    var before = start..<start
    while index - start < 253 {
      let first = index
      while text.isAlphanumeric(index) || (text[index] == 0x2D && index > first), index - first < 63
      { index += 1 }
      guard index > first else { break }
      before = last
      last = first..<index
      labels += 1
      guard text[index] == 0x2E, text.isAlphanumeric(index + 1) else { break }
      index += 1
    }
    marksReadTo = max(marksReadTo, last.upperBound)
    guard labels >= 2, text[last.upperBound] != 0x40, !text.isWord(last.upperBound) else {
      return nil
    }
    let host = start..<last.upperBound
    let own = start..<dot
    let isMachine = isMachine(own)
    if role(last).contains(.internalSuffix),
      !text.isCapital(last.lowerBound) || text.isCapital(start + 1)
    {
      add(
        .hostName, host, isMachine || labels > 2 ? .high : .medium,
        "ends in a name that only an internal network resolves")
      return host.upperBound
    }
    let isPublic =
      text.matches("uk", at: last.lowerBound) && last.count == 2
      && role(before).contains(.publicSuffix)
    guard labels >= 3, isPublic, isMachine else { return nil }
    add(.hostName, host, .high, "a public body's domain before which a machine's name stands")
    return host.upperBound
  }

  private func role(_ range: Range<Int>) -> WordRole {
    lexicon.words[WordTable.hash(range.map { text[$0] })]
  }

  /// Whether a label looks like a machine's: `srv-dc01`, `sql2`, `hq-fs`.
  private func isMachine(_ label: Range<Int>) -> Bool {
    var index = label.lowerBound
    var hasPart = false
    var hasNumber = false
    while index < label.upperBound {
      let first = index
      while index < label.upperBound, text.isASCIILetter(index) { index += 1 }
      hasPart = hasPart || (index > first && role(first..<index).contains(.machine))
      while index < label.upperBound, !text.isASCIILetter(index) {
        hasNumber = hasNumber || text.isDigit(index)
        index += 1
      }
    }
    return (hasPart && !text.matches("www", at: label.lowerBound)) || (hasNumber && label.count > 3)
  }
}
