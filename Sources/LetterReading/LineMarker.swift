import TextScan

/// The bullet or number at the beginning of a list item.
struct LineMarker: Equatable {
  enum Kind: Equatable {
    case bullet
    /// `1.`, `2)`, `(3)`, `Q4:`
    case number
    /// `a)`, `(b)`, `iv.`
    case letter
  }

  var kind: Kind
  /// Where the words of the item begin.
  var content: Int

  private static let labels = ["q", "question", "a", "answer"].map { Array($0.utf8) }

  /// Reads the marker at the beginning of a line; nil where there is none.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    let start = line.lowerBound
    let first = bytes[start]
    func blank(at index: Int) -> Bool {
      index < line.upperBound && (bytes[index] == 0x20 || bytes[index] == 0x09)
    }
    // • is three bytes.
    if first == 0xE2, bytes[start...].starts(with: "•".utf8) {
      kind = .bullet
      content = start + 3
      if blank(at: content) { content += 1 }
      return
    }
    if first == 0x2D || first == 0x2A || first == 0x6F, blank(at: start + 1) {
      kind = .bullet
      content = start + 2
      return
    }
    var index = start
    let isOpen = first == 0x28 || first == 0x5B
    if isOpen { index += 1 }
    if !isOpen, bytes[index] == 0x51 || bytes[index] == 0x41 {
      // "Q4:", "Question 4", "A4.", "Answer 4"
      let word = bytes[index..<line.upperBound].prefix { Words.isLetter($0) }.map(Words.lower)
      let number = index + word.count + (blank(at: index + word.count) ? 1 : 0)
      if LineMarker.labels.contains(word), number < line.upperBound, Words.isDigit(bytes[number]) {
        index = number
      }
    }
    let symbol = index
    while index < line.upperBound, Words.isWord(bytes[index]), index - symbol < 4 { index += 1 }
    guard index > symbol, index < line.upperBound else { return nil }
    let isDigits = Words.isDigit(bytes[symbol])
    let letters = bytes[symbol..<index].map(Words.lower)
    let isRoman = letters.allSatisfy { [0x69, 0x76, 0x78].contains($0) }
    guard isDigits || index - symbol == 1 || isRoman else { return nil }
    // "7(b):"
    if isDigits, !isOpen, index + 3 < line.upperBound, bytes[index] == 0x28,
      bytes[index + 2] == 0x29
    {
      index += 3
    }
    let close = bytes[index]
    let closes = isOpen ? close == 0x29 || close == 0x5D : [0x2E, 0x29, 0x3A].contains(close)
    guard closes, index + 1 == line.upperBound || blank(at: index + 1) else { return nil }
    // "A: " begins an answer and "I. " may be a word; capitals need a bracket.
    if !isDigits, !isOpen, close != 0x29, Words.isCapital(bytes[symbol]) { return nil }
    kind = isDigits ? .number : .letter
    content = min(index + 2, line.upperBound)
  }
}
