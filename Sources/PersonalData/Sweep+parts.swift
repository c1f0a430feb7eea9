/// The parts of names, and what stands around them.
extension Sweep {
  /// The given names and the surname that begin with a given name, their hash, and whether the surname
  /// is a word with another meaning too, which only a clear given name may have.
  func fullName(
    _ word: Word, isClear: Bool
  ) -> (end: Int, hash: UInt64, isDoubtful: Bool)? {
    var end = word.end
    var hash = word.hash
    var hasSurname = false
    var isDoubtful = false
    // Jean-Paul, Anne-Marie.
    if text[end] == 0x2D, text.isCapital(end + 1), let second = self.word(at: end + 1) {
      end = second.end
    }
    for _ in 0..<3 {
      let blank = text.blank(end)
      guard blank > 0 else { break }
      let afterInitials = endOfInitials(end + blank)
      guard
        let name = surname(at: afterInitials, takes: isClear && !hasSurname ? .alsoSurname : []),
        let part = self.word(at: afterInitials)
      else {
        break
      }
      let partRole = lexicon.words[part.hash]
      if !hasSurname {
        isDoubtful = partRole.contains(.notSurname)
        hash = WordTable.mix(hash, 0x20)
        for index in part.range {
          hash = WordTable.mix(hash, text.isCapital(index) ? text[index] | 0x20 : text[index])
        }
      }
      hasSurname = true
      end = name.upperBound
      guard partRole.contains(.given) else { break }
    }
    return hasSurname ? (end, hash, isDoubtful) : nil
  }

  /// The surname that begins at an index: `Smith`, `O'Brien`, `Smith-Jones`, `van der Berg`.
  ///
  /// A word that has another meaning in capitals too is none, unless it is one of those that are `taken`.
  func surname(at start: Int, takes taken: WordRole = []) -> Range<Int>? {
    var index = start
    for _ in 0..<3 {
      guard text.isLower(index), let word = self.word(at: index),
        lexicon.words[word.hash].contains(.particle), text.blank(word.end) > 0
      else { break }
      index = word.end + text.blank(word.end)
    }
    guard text.isCapital(index) || text[index] == 0xC3 || text[index] == 0xC5,
      let word = self.word(at: index),
      word.kinds & ByteTable.digit == 0
    else { return nil }
    let role = lexicon.words[word.hash]
    guard role.isDisjoint(with: [.notSurname, .street]) || !role.isDisjoint(with: taken) else {
      return nil
    }
    var end = word.end
    while let joint = joint(end), let part = self.word(at: end + joint),
      part.kinds & ByteTable.digit == 0, text.isCapital(end + joint)
    {
      end = part.end
    }
    return end - index >= 2 ? start..<end : nil
  }

  /// The length of an apostrophe or a hyphen.
  private func joint(_ index: Int) -> Int? {
    if text[index] == 0x27 || text[index] == 0x2D { return 1 }
    return text[index] == 0xE2 && text[index + 1] == 0x80 && text[index + 2] == 0x99 ? 3 : nil
  }

  /// Where initials end and the next word begins: `J `, `J. P. `, `J.P. `.
  func endOfInitials(_ start: Int) -> Int {
    var index = start
    for _ in 0..<4 {
      guard text.isCapital(index), !text.isWord(index + 1) else { break }
      var next = index + 1
      if text[next] == 0x2E { next += 1 }
      guard next > index + 1 || text.blank(next) > 0 else { break }
      index = next + text.blank(next)
    }
    return index
  }

  struct Previous {
    var role: WordRole = []
    var isSentenceStart = false
    /// Where a surname in capitals begins that a comma follows.
    var surnameStart: Int?
  }

  func previousWord(_ start: Int) -> Previous {
    var end = start
    while end > 0, start - end < 4, text[end - 1] == 0x20 { end -= 1 }
    var found = Previous()
    let hasComma = text[end - 1] == 0x2C && end < start
    if hasComma { end -= 1 }
    found.isSentenceStart = [0, 0x0A, 0x2E, 0x3F, 0x21, 0x22, 0x3A].contains(text[end - 1])
    var first = end
    while first > 0, end - first < 24, text.isWord(first - 1) { first -= 1 }
    guard first < end else { return found }
    if hasComma {
      let isCapitals = (first..<end).allSatisfy { text.isCapital($0) }
      let role = lexicon.words[WordTable.hash((first..<end).map { text[$0] })]
      if isCapitals, end - first >= 2, role.isDisjoint(with: [.notSurname, .acronym]) {
        found.surnameStart = first
      }
    } else {
      found.role = lexicon.words[WordTable.hash((first..<end).map { text[$0] })]
    }
    return found
  }

  /// What the capitalised word after an index is.
  func nextRole(_ end: Int) -> WordRole {
    let index = end + text.blank(end)
    guard index > end, text.isCapital(index), let word = self.word(at: index) else { return [] }
    return lexicon.words[word.hash]
  }

  /// Whether a colon, or a word of greeting or signing, stands directly before.
  func isDirectlyAnnounced(_ start: Int) -> Bool {
    var index = start
    while index > 0, start - index < 6, [0x20, 0x0A, 0x0D, 0x09].contains(text[index - 1]) {
      index -= 1
    }
    return text[index - 1] == 0x3A || previousWord(start).role.contains(.salutation)
  }
}
