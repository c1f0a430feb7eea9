/// A text cut into words, so that phrases are looked for at word boundaries and without regard to
/// case or the kind of apostrophe.
struct WordedText: Equatable, Sendable {
  /// One word.
  struct Word: Equatable, Sendable {
    /// In lower case, with a plain apostrophe.
    var folded: String
    /// Where it stands, in Unicode scalars.
    var range: Range<Int>
    /// Whether the end of a sentence or a line break lies before it.
    var startsSentence: Bool
  }

  let scalars: [Unicode.Scalar]
  let words: [Word]
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var words: [Word] = []
    words.reserveCapacity(scalars.count / 5)
    var start: Int?
    var startsSentence = true
    for index in 0...scalars.count {
      if index < scalars.count, WordedText.isPartOfWord(at: index, in: scalars) {
        start = start ?? index
        continue
      }
      if let first = start {
        words.append(
          Word(
            folded: WordedText.fold(scalars[first..<index]), range: first..<index,
            startsSentence: startsSentence))
        startsSentence = false
        start = nil
      }
      if index < scalars.count, WordedText.endsSentence(at: index, in: scalars) {
        startsSentence = true
      }
    }
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether words stand in this text one after the other, wherever its sentences end.
  func contains(_ other: some Collection<Word>) -> Bool {
    guard let first = other.first?.folded else { return true }
    return words.indices.contains { index in
      words[index].folded == first && words.count - index >= other.count
        && zip(words[index...], other).allSatisfy { $0.folded == $1.folded }
    }
  }

  /// Whether both are the same words.
  func says(theSameAs other: WordedText) -> Bool {
    words.map(\.folded) == other.words.map(\.folded)
  }

  /// The scalars of a range as text.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The sentence around some words, as a range of words.
  func sentence(around match: Range<Int>) -> Range<Int> {
    var lower = match.lowerBound
    while lower > 0, !words[lower].startsSentence { lower -= 1 }
    var upper = match.upperBound
    while upper < words.count, !words[upper].startsSentence { upper += 1 }
    return lower..<upper
  }

  /// The scalars from the first to the last of a range of words.
  func range(ofWords match: Range<Int>) -> Range<Int> {
    guard let last = match.last else { return 0..<0 }
    return words[match.lowerBound].range.lowerBound..<words[last].range.upperBound
  }

  /// The words of a match with as many of their neighbours as fit into `limit` scalars, for
  /// quoting.
  func quote(_ match: Range<Int>, limit: Int = 60) -> String {
    let sentence = sentence(around: match)
    var quoted = match
    while true {
      var wider = quoted
      if wider.upperBound < sentence.upperBound {
        wider = wider.lowerBound..<(wider.upperBound + 1)
      } else if wider.lowerBound > sentence.lowerBound {
        wider = (wider.lowerBound - 1)..<wider.upperBound
      }
      if wider == quoted || range(ofWords: wider).count > limit { break }
      quoted = wider
    }
    let text = text(range(ofWords: quoted)).split(whereSeparator: \.isWhitespace)
    return (quoted.lowerBound > sentence.lowerBound ? "…" : "") + text.joined(separator: " ")
      + (quoted.upperBound < sentence.upperBound ? "…" : "")
  }

  private static func isPartOfWord(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    if scalar == "£" || isLetterOrDigit(scalar) { return true }
    guard isApostrophe(scalar), index > 0, index + 1 < scalars.count else { return false }
    return isLetterOrDigit(scalars[index - 1]) && isLetterOrDigit(scalars[index + 1])
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  /// A full stop ends a sentence only before a blank: not in `s.24(1)` or `ico.org.uk`. A line
  /// break does only where a paragraph, a point, a row or a heading begins after it.
  private static func endsSentence(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[index] {
    case ".", "!", "?", ";", ":":
      index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace
    case "|": true
    case "\n":
      index + 1 == scalars.count || ["\n", "-", "•", "|", "#"].contains(scalars[index + 1])
    default: false
    }
  }

  private static func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy(\.isASCII) {
      return String(unsafeUninitializedCapacity: scalars.count) { folded in
        _ = folded.initialize(fromContentsOf: scalars.lazy.map { lower(UInt8($0.value)) })
        return scalars.count
      }
    }
    var folded = ""
    for scalar in scalars {
      if isApostrophe(scalar) {
        folded.append("'")
      } else if scalar.isASCII {
        folded.unicodeScalars.append(Unicode.Scalar(lower(UInt8(scalar.value))))
      } else {
        folded += scalar.properties.lowercaseMapping
      }
    }
    return folded
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
  }
}
