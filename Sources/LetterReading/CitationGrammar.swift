import InformationLaw
import TextScan

/// The grammar of a citation:
///
///     citation   = [keyword] reference { separator reference | separator limbs }
///     reference  = number [capital] limbs
///     limbs      = { "(" symbol ")" }
///     separator  = "," | "and" | "&" | "or" | "/" | "to" | "-"
///
/// Brackets may be square, apart or half missing. What belongs beside and what below follows from the
/// kind of the symbols: `(1)(a)(b)` are two limbs of subsection (1), `(b)(i)` is one.
struct CitationGrammar {
  /// A section with one chain of brackets.
  struct Reference: Equatable {
    var section: String
    var parts: [String]
  }

  /// Whether the first provision may be followed by the second: asked for `(h)(i)`.
  typealias IsSibling = (Reference) -> Bool

  private let bytes: [UInt8]
  private let limit: Int
  private(set) var index: Int
  private(set) var references: [Reference] = []
  /// Whether every number stands with at least one bracket.
  private(set) var hasBrackets = false
  private let isSibling: IsSibling

  /// Reads the citation whose first number begins at an index.
  init?(
    _ bytes: [UInt8], at start: Int, limit: Int, isPlural: Bool, isSibling: @escaping IsSibling
  ) {
    self.bytes = bytes
    self.limit = limit
    self.isSibling = isSibling
    index = start
    guard reference() else { return nil }
    hasBrackets = references.contains { !$0.parts.isEmpty }
    while references.count < 24, next(isPlural: isPlural) {}
  }

  /// A number with its brackets.
  private mutating func reference() -> Bool {
    let start = index
    while index < limit, Words.isDigit(bytes[index]), index - start < 4 { index += 1 }
    guard index > start, index - start < 4 else {
      index = start
      return false
    }
    var section = String(decoding: bytes[start..<index], as: UTF8.self)
    if index < limit, bytes[index] == 0x41 || bytes[index] == 0x42,
      index + 1 == limit || !Words.isWord(bytes[index + 1])
    {
      section.append(bytes[index] == 0x41 ? "A" : "B")
      index += 1
    }
    references.append(Reference(section: section, parts: []))
    dotted()
    while let symbol = bracket() { take(symbol) }
    return true
  }

  /// `40.2` for 40(2).
  private mutating func dotted() {
    guard index + 1 < limit, bytes[index] == 0x2E, Words.isDigit(bytes[index + 1]),
      index + 2 == limit || !Words.isDigit(bytes[index + 2])
    else { return }
    take(String(decoding: bytes[(index + 1)..<(index + 2)], as: UTF8.self))
    index += 2
  }

  /// A symbol in brackets; the index stays where none stands.
  private mutating func bracket() -> String? {
    var at = index
    while at < limit, at - index < 2, Words.isBlank(bytes[at]) { at += 1 }
    let isOpen = at < limit && (bytes[at] == 0x28 || bytes[at] == 0x5B)
    // "31(1)a": the letter without its brackets.
    guard isOpen else { return bareLetter() }
    at += 1
    if at < limit, bytes[at] == 0x20 { at += 1 }
    let start = at
    while at < limit, Words.isWord(bytes[at]), at - start < 6 { at += 1 }
    let written = bytes[start..<at]
    if at < limit, bytes[at] == 0x20 { at += 1 }
    let closes = at < limit && (bytes[at] == 0x29 || bytes[at] == 0x5D)
    let runsOn = at < limit && (bytes[at] == 0x28 || bytes[at] == 0x5B)
    guard closes || runsOn, let symbol = CitationGrammar.symbol(written) else { return nil }
    index = closes ? at + 1 : at
    return symbol
  }

  private mutating func bareLetter() -> String? {
    guard index > 0, bytes[index - 1] == 0x29, index < limit, (0x61...0x68).contains(bytes[index]),
      index + 1 == limit || !Words.isWord(bytes[index + 1])
    else { return nil }
    index += 1
    return String(decoding: bytes[(index - 1)..<index], as: UTF8.self)
  }

  /// A number, a letter or a roman numeral; nil for any other word.
  private static func symbol(_ written: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: written, as: UTF8.self)
    if text.first?.isNumber ?? false {
      let digits = text.prefix { $0.isNumber }
      let rest = text.dropFirst(digits.count)
      return digits.count <= 2 && rest.count <= 2 ? digits + rest.uppercased() : nil
    }
    let folded = text.lowercased()
    if folded.count == 1 || romans.contains(folded) { return folded }
    return ["aa", "ab", "ac", "ad"].contains(text) ? text : nil
  }

  private static let romans: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
  ]

  private enum Level: Int { case number, letter, roman }

  private static func level(_ symbol: String) -> Level {
    if symbol.first?.isNumber ?? false { return .number }
    return symbol.count > 1 && romans.contains(symbol) ? .roman : .letter
  }

  /// Puts a symbol below what stands there, or beside it as a limb of its own.
  private mutating func take(_ symbol: String) {
    guard let last = references.last else { return }
    var level = CitationGrammar.level(symbol)
    let depth = last.parts.last.map(CitationGrammar.level)
    if level == .letter, CitationGrammar.romans.contains(symbol), let depth, depth != .number {
      // (i), (v) and (x) are letters or numerals; the law says which, and else they are numerals.
      let beside = Reference(
        section: last.section, parts: parts(of: last, before: .letter) + [symbol])
      level = depth == .letter && isSibling(beside) ? .letter : .roman
    }
    let kept = parts(of: last, before: level)
    if kept.count == last.parts.count {
      references[references.count - 1].parts.append(symbol)
    } else {
      references.append(Reference(section: last.section, parts: kept + [symbol]))
    }
  }

  /// The brackets that stand above a level.
  private func parts(of reference: Reference, before level: Level) -> [String] {
    var seen: Level?
    return Array(
      reference.parts.prefix { symbol in
        var own = CitationGrammar.level(symbol)
        // A single i, v or x below a letter is a numeral.
        if own == .letter, seen == .letter || seen == .roman { own = .roman }
        seen = own
        return own.rawValue < level.rawValue
      })
  }

  /// Goes on over a separator to the next limb or number; false where the citation ends.
  private mutating func next(isPlural: Bool) -> Bool {
    let start = index
    var isRange = false
    guard separator(&isRange), index < limit else {
      index = start
      return false
    }
    let count = references.count
    if bytes[index] == 0x28, let last = references.last, !last.parts.isEmpty,
      let symbol = bracket()
    {
      take(symbol)
      if isRange { fill(from: last) }
      while let below = bracket() { take(below) }
      if references.count > count { return true }
      // It went below what it should stand beside: no list after all.
      references[references.count - 1] = last
    } else if Words.isDigit(bytes[index]), !isRange, reference() {
      if isPlural || references.last?.parts.isEmpty == false || endsList() { return true }
      references.removeLast(references.count - count)
    }
    index = start
    return false
  }

  private mutating func separator(_ isRange: inout Bool) -> Bool {
    var seen = false
    for _ in 0..<3 {
      while index < limit, bytes[index] == 0x20 { index += 1 }
      guard index < limit else { return seen }
      if [0x2C, 0x26, 0x2F, 0x3B].contains(bytes[index]) {
        index += 1
        seen = true
      } else if bytes[index] == 0x2D {
        index += 1
        isRange = true
        seen = true
      } else if let word = ["and", "or", "to"].first(where: isWord) {
        index += word.utf8.count
        isRange = isRange || word == "to"
        seen = true
      } else {
        break
      }
    }
    while index < limit, bytes[index] == 0x20 { index += 1 }
    return seen
  }

  /// Whether a word stands here and ends here.
  private func isWord(_ word: String) -> Bool {
    let end = index + word.utf8.count
    return end < limit && bytes[index..<end].elementsEqual(word.utf8) && !Words.isWord(bytes[end])
  }

  /// The limbs between `(a)` and `(c)`.
  private mutating func fill(from first: Reference) {
    guard let last = references.last, last.section == first.section,
      last.parts.dropLast() == first.parts.dropLast(),
      let low = first.parts.last?.utf8.first, let high = last.parts.last?.utf8.first,
      first.parts.last?.utf8.count == 1, last.parts.last?.utf8.count == 1, low < high,
      high - low < 12
    else { return }
    references.removeLast()
    for byte in (low + 1)...high {
      var between = first
      between.parts[between.parts.count - 1] = String(UnicodeScalar(byte))
      references.append(between)
    }
  }

  /// Whether what follows shows that "section 30 and 31" went on with a section, not with "31 files".
  private func endsList() -> Bool {
    var at = index
    while at < limit, bytes[at] == 0x20 { at += 1 }
    guard at < limit else { return true }
    if [0x2C, 0x2E, 0x29, 0x3B, 0x3A, 0x5D].contains(bytes[at]) { return true }
    let word = bytes[at..<min(limit, at + 12)].prefix(while: Words.isLetter)
    let going = [
      "of", "and", "or", "are", "apply", "applies", "have", "has", "foia", "foisa", "eir",
    ]
    return going.contains(String(decoding: word.map(Words.lower), as: UTF8.self))
  }
}
