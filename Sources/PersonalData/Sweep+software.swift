/// Products with their versions, and published weaknesses.
extension Sweep {
  /// `Windows Server 2016`, `FortiOS 7.2.4`, `Cisco ASA version 9.16(4)`.
  mutating func product(_ word: Word) -> Int? {
    guard text.isWord(word.start), text[word.start - 1] != 0x2E, text[word.start - 1] != 0x40 else {
      return nil
    }
    var hash = ProductBook.joined(WordTable.seed, word.hash)
    guard var versions = lexicon.products[hash] else { return nil }
    // The longest name of the list that stands here.
    var end = word.end
    var next = word.end
    for _ in 0..<4 {
      let joint = text[next] == 0x2D || text[next] == 0x2E ? 1 : text.blank(next)
      guard joint > 0, let part = self.word(at: next + joint) else { break }
      let longer = ProductBook.joined(hash, part.hash)
      guard let known = lexicon.products[longer] else { break }
      hash = longer
      next = part.end
      if !known.isEmpty {
        versions = known
        end = next
      }
    }
    guard !versions.isEmpty, let stop = endOfVersion(end, versions),
      !lexicon.licences.contains(
        WordTable.hash((word.start..<stop).map { text.isAlphanumeric($0) ? text[$0] : 0x20 }))
    else { return nil }
    add(
      .software, word.start..<stop, .high,
      "a product and its version: it says which weaknesses an attacker can count on")
    return stop
  }

  /// Where the version after a product ends; nil without one.
  private func endOfVersion(_ start: Int, _ versions: ProductBook.Versions) -> Int? {
    var index = start
    var isAnnounced = false
    for _ in 0..<3 {
      let gap =
        text[index] == 0x2F || text[index] == 0x2D || text[index] == 0x28 ? 1 : text.blank(index)
      index += gap
      if text[index] == 0x28 { index += 1 }
      if text.isDigit(index) { break }
      if (text[index] | 0x20) == 0x76, text.isDigit(index + 1) {
        isAnnounced = true
        index += 1
        break
      }
      guard gap > 0, let word = self.word(at: index), isVersionWord(word.hash) else { return nil }
      isAnnounced = isAnnounced || lexicon.words[word.hash].contains(.numbering)
      index = word.end
      if text[index] == 0x2E || text[index] == 0x3A { index += 1 }
    }
    guard text.isDigit(index), index > start else { return nil }
    let first = index
    index = text.endOfDigits(index)
    let whole = first..<index
    var isDotted = false
    while index - first < 32 {
      if text[index] == 0x2E, text.isAlphanumeric(index + 1) {
        isDotted = true
        index += 2
      } else if text[index] == 0x28, text.isDigit(index + 1),
        text[text.endOfDigits(index + 1)] == 0x29
      {
        isDotted = true
        index = text.endOfDigits(index + 1) + 1
      } else if text.isAlphanumeric(index) {
        isDotted = isDotted || text.isASCIILetter(index)
        index += 1
      } else {
        break
      }
    }
    let after = index + text.blank(index)
    // 12%, 3.5 million, "Apache 2.0 licence".
    guard text[index] != 0x25, !text.isWord(index), !text.matches("licen", at: after),
      !text.matches("million", at: after), !text.matches("(the \"licen", at: after)
    else { return nil }
    if isDotted || isAnnounced {
      return versions.contains(.dotted) || isAnnounced ? endOfService(index) : nil
    }
    let value = text.value(whole)
    if versions.contains(.years), whole.count == 4, (1995...2099).contains(value) {
      return endOfService(index)
    }
    guard versions.contains(.whole), whole.count <= 2, value > 0 else { return nil }
    guard let next = self.word(at: after), after > index else { return index }
    let role = lexicon.words[next.hash]
    // "Windows 7 days": a word that is counted is no part of a version.
    return role.contains(.notCount) || role.month > 0 ? nil : endOfService(index)
  }

  private func isVersionWord(_ hash: UInt64) -> Bool {
    lexicon.words[hash].contains(.numbering)
      || ["edition", "sp", "update", "patch", "r2", "is", "running", "on"].contains {
        WordTable.hash($0.utf8) == hash
      }
  }

  /// `R2`, `SP1` after a version belong to it.
  private func endOfService(_ end: Int) -> Int {
    var last = end
    for _ in 0..<2 {
      let index = last + text.blank(last)
      guard index > last, let word = self.word(at: index), word.count <= 4,
        text.matches("r", at: index) || text.matches("sp", at: index)
          || text.matches("cu", at: index),
        text.isDigit(word.end - 1)
      else { break }
      last = word.end
    }
    return last
  }

  /// `CVE-2021-44228`.
  mutating func vulnerability(_ word: Word) -> Int? {
    guard text.matches("cve", at: word.start), text[word.end] == 0x2D else { return nil }
    let year = text.endOfDigits(word.end + 1)
    guard year == word.end + 5, text[year] == 0x2D else { return nil }
    let end = text.endOfDigits(year + 1)
    guard (4...7).contains(end - year - 1), !text.isWord(end) else { return nil }
    add(
      .vulnerability, word.start..<end, .medium,
      "names a published weakness: with the system it stands for, a way in")
    return end
  }
}
