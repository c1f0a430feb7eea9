/// Which recognisers look at which words.
extension Sweep {
  /// A number. Returns where to go on.
  mutating func number(_ word: Word) -> Int {
    let start = word.start
    let before = text[start - 1]
    // Decimals, and thousands, which go on by threes: elsewhere a comma may divide cells.
    if before == 0x2E || (before == 0x2C && word.count == 3), text.isDigit(start - 2) {
      return word.end
    }
    if before == 0x24 || (before == 0xA3 && text[start - 2] == 0xC2) {
      return endOfAmount(word.end)
    }
    if before == 0x2B || text[start] == 0x30, let end = phone(word) { return end }
    if word.count == 2, let end = hardwareAddress(start) { return end }
    if text[word.end] == 0x2E, text.isDigit(word.end + 1) {
      return internetAddress(start) ?? date(word) ?? endOfAmount(word.end)
    }
    if word.count <= 4, let end = date(word) { return end }
    if let end = policeNumber(word) ?? bankNumber(word) ?? longNumber(word) { return end }
    if word.count <= 4, let end = datelessPlate(digitsFirst: word) { return end }
    return officerNumber(word) ?? word.end
  }

  /// A word with letters and digits in it. Returns where to go on.
  mutating func mixed(_ word: Word, _ role: WordRole) -> Int {
    if role.contains(.product), let end = product(word) { return end }
    if text[word.start - 1] == 0x2E || text[word.start - 1] == 0x40 { return word.end }
    if word.count <= 4, text.isDigit(word.start), let end = ordinalDate(word) { return end }
    switch word.count {
    case 2...4:
      if let end = postcode(word) ?? hardwareAddress(word.start) ?? plate(word)
        ?? internationalAccount(word)
      {
        return end
      }
    case 5...8:
      if let end = postcode(word) ?? plate(word) ?? nationalInsurance(word) { return end }
    case 9:
      if let end = nationalInsurance(word) ?? passportNumber(word) { return end }
    case 16: if let end = driverNumber(word) { return end }
    case 22: if let end = internationalAccount(word) { return end }
    default: break
    }
    if word.count <= 10, let end = nationalInsurance(word) ?? policeNumber(word) { return end }
    return officerNumber(word) ?? driverNumber(word) ?? passportNumber(word) ?? word.end
  }

  /// A word with a capital in it and no digit. Returns where to go on.
  mutating func capitalised(_ word: Word, _ role: WordRole) -> Int {
    if word.isCapitals, word.count <= 5 {
      switch word.count {
      case 1: if let end = spacedPlate(word) { return end }
      case 2:
        if let end = nationalInsurance(word) ?? hardwareAddress(word.start) { return end }
      case 3: if let end = vulnerability(word) ?? spacedPlate(word) { return end }
      case 5: if let end = driverNumber(word) { return end }
      default: break
      }
    }
    if let end = nameInColumn(word) { return end }
    if !role.isEmpty {
      if role.contains(.product), let end = product(word) { return end }
      if !role.isDisjoint(with: [.title, .rank]), let end = titledName(word, role) { return end }
      if role.contains(.given), let end = givenName(word, role) { return end }
      if role.contains(.street) { street(word) }
      if role.month > 0, let end = monthFirst(word, role.month) { return end }
    }
    return initialledName(word) ?? word.end
  }

  /// A mark that something may stand around. Returns where to go on.
  mutating func mark(at index: Int) -> Int {
    guard index >= marksReadTo else { return index + 1 }
    switch text[index] {
    case 0x40: return email(at: index) ?? index + 1
    case 0x5C: return windowsPath(at: index) ?? index + 1
    case 0x2F: return unixPath(at: index) ?? index + 1
    case 0x3A: return hexAddress(at: index) ?? index + 1
    default: return hostName(at: index) ?? index + 1
    }
  }

  /// The end of an amount of money or a decimal, so that no part of it is taken for something else.
  private func endOfAmount(_ index: Int) -> Int {
    var end = index
    while end - index < 64,
      text.isDigit(end) || ((text[end] == 0x2C || text[end] == 0x2E) && text.isDigit(end + 1))
    {
      end += 1
    }
    return end
  }
}
