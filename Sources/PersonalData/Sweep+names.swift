/// Names of people.
extension Sweep {
  /// `Mr Smith`, `Dr A. B. Smith-Jones`, `DS Sarah Khan`, `PC 1234 Jones`.
  mutating func titledName(_ word: Word, _ role: WordRole) -> Int? {
    var index = word.end
    if text[index] == 0x2E { index += 1 }
    var blank = text.blank(index)
    if blank == 0, text[index] == 0x0A, role.contains(.title) { blank = 1 }
    guard blank > 0 else { return nil }
    index += blank
    if role.contains(.rank), text.isDigit(index) {
      let number = index..<text.endOfDigits(index)
      guard number.count <= 6, text.blank(number.upperBound) > 0,
        let surname = surname(
          at: number.upperBound + text.blank(number.upperBound), takes: .alsoSurname)
      else { return nil }
      add(.officerNumber, number, .high, "a number between a rank and a name")
      add(.name, surname, .high, "follows a rank and an officer's number")
      return surname.upperBound
    }
    // "MS Exchange": a title in capitals stands before a name in capitals.
    if role.contains(.title), word.isCapitals, word.count > 1, text.isLower(index + 1) {
      return nil
    }
    let start = index
    guard let first = self.word(at: index) else { return nil }
    let firstRole = lexicon.words[first.hash]
    guard text.isWord(index), !text.isLower(index) || firstRole.contains(.particle) else {
      return nil
    }
    // A second title or rank announces the name itself: "Chief Inspector Dr Smith".
    guard firstRole.isDisjoint(with: [.title, .rank]) || first.count == 1 else { return nil }
    let initials = endOfInitials(index)
    index = initials
    let isGiven = initials == start && firstRole.contains(.given)
    guard let name = isGiven ? first.range : surname(at: index, takes: .alsoSurname) else {
      return nil
    }
    var end = name.upperBound
    if isGiven || initials > start {
      let next = isGiven ? endOfInitials(end + text.blank(end)) : end
      if isGiven, text.blank(end) > 0, let more = surname(at: next, takes: .alsoSurname) {
        end = more.upperBound
      }
      add(
        .name, start..<end, end > first.end ? .high : .medium,
        "follows a title or a rank, with a given name or initials")
    } else {
      // A given name in no list may stand first.
      if text.blank(end) > 0, text.isCapital(end + text.blank(end)),
        let more = surname(at: end + text.blank(end))
      {
        end = more.upperBound
      }
      add(.name, start..<end, .medium, "follows a title or a rank")
    }
    return end
  }

  /// A given name of the list, with the surname after it, or before it in capitals.
  mutating func givenName(_ word: Word, _ role: WordRole) -> Int? {
    let before = previousWord(word.start)
    guard !before.role.contains(.saint) else { return nil }
    if let start = before.surnameStart {
      add(.name, start..<word.end, .medium, "a surname in capitals, a comma and a given name")
      return word.end
    }
    let isAnnounced = isLabelled(.name, word.start) || isNear(.name, word.start, within: 24)
    guard let (end, nameHash, isDoubtful) = fullName(word, isClear: !role.contains(.ambiguous))
    else {
      guard label.contains(.name), text[word.end] != 0x27,
        !role.contains(.ambiguous)
          || (isDirectlyAnnounced(word.start) && nextRole(word.end).isEmpty)
      else { return nil }
      add(.name, word.range, .medium, "a given name where a name is announced")
      return word.end
    }
    guard !lexicon.notPeople.contains(nameHash) else { return end }
    if role.contains(.ambiguous), before.isSentenceStart, !isAnnounced { return nil }
    let after = nextRole(end)
    if after.contains(.street) { return end }
    let isThing = !after.isDisjoint(with: .organisation) || before.role.contains(.article)
    let isUnsure = role.contains(.ambiguous) || isThing || isDoubtful
    add(
      .name, word.start..<end,
      isUnsure ? (isAnnounced && !isThing ? .medium : .low) : isAnnounced ? .high : .medium,
      isThing
        ? "a given name and a surname, but perhaps part of another name"
        : isUnsure
          ? "a given name and a surname, one of which is an everyday word too"
          : isAnnounced
            ? "a given name and a surname where a name is announced"
            : "a given name and a capitalised word after it")
    return end
  }

  /// `J. Smith` or a name that is in no list, where a name is announced: `Signed: J Okonedo`.
  mutating func initialledName(_ word: Word) -> Int? {
    guard label.contains(.name), isDirectlyAnnounced(word.start) else { return nil }
    let initials = endOfInitials(word.start)
    if initials > word.start {
      guard let name = surname(at: initials) else { return nil }
      add(
        .name, word.start..<name.upperBound, .medium,
        "initials and a surname where a name is announced")
      return name.upperBound
    }
    guard lexicon.words[word.hash].isEmpty, let first = surname(at: word.start),
      text.blank(first.upperBound) > 0,
      let second = surname(at: first.upperBound + text.blank(first.upperBound))
    else { return nil }
    add(
      .name, word.start..<second.upperBound, .medium,
      "two capitalised words after \"name:\" or the like")
    return second.upperBound
  }

  /// A whole cell of a column headed as names of people.
  mutating func nameInColumn(_ word: Word) -> Int? {
    guard !tables.isEmpty, column(at: word.start).contains(.name) else { return nil }
    var start = word.start
    while text[start - 1] == 0x20 || text[start - 1] == 0x22 { start -= 1 }
    guard [0x0A, 0x09, 0x7C, 0x2C, 0x3B].contains(text[start - 1]) else { return nil }
    var index = word.start
    var end = index
    var isGiven = false
    var words = 0
    while let part = self.word(at: index), words < 5 {
      let role = lexicon.words[part.hash]
      guard text.isCapital(index) || role.contains(.particle), part.kinds & ByteTable.digit == 0,
        words > 0 || !role.contains(.notSurname)
      else { return nil }
      isGiven = isGiven || role.contains(.given)
      words += 1
      end = part.end
      let joint = text[end] == 0x27 || text[end] == 0x2D || text[end] == 0x20 || text[end] == 0x2E
      index = end + (joint ? 1 : 0)
      if text[end] == 0x2E, text[index] == 0x20 { index += 1 }
      guard joint else { break }
    }
    guard words > 0, [0x0A, 0x0D, 0x09, 0x7C, 0x2C, 0x3B, 0x22, 0x20, 0].contains(text[end]) else {
      return nil
    }
    add(
      .name, word.start..<end, isGiven ? .high : .medium,
      "stands in a column whose heading announces names")
    return end
  }
}
