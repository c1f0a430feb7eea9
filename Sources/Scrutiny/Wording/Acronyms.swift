/// Finds acronyms that a text never explains.
enum Acronyms {
  /// The first place of every acronym that is neither widely known nor explained in the text.
  ///
  /// Explained means that a bracket stands beside it somewhere: `Police National Computer (PNC)` or
  /// `PNC (Police National Computer)`. Words with digits, parts of references and codes, and lines
  /// all in capitals are no acronyms.
  static func unexplained(
    in texts: [WordedText], known: Set<String>
  ) -> [(text: Int, word: String, range: Range<Int>)] {
    var explained: Set<String> = []
    var found: [(text: Int, word: String, range: Range<Int>)] = []
    for (number, text) in texts.enumerated() {
      for word in text.words where isAcronym(word, in: text) {
        let written = text.text(word.range)
        if isBracketed(word.range, in: text.scalars) { explained.insert(written) }
        if !found.contains(where: { $0.word == written }) {
          found.append((number, written, word.range))
        }
      }
    }
    return found.filter {
      !explained.contains($0.word) && !known.contains($0.word)
    }
  }

  private static func isAcronym(_ word: WordedText.Word, in text: WordedText) -> Bool {
    let scalars = text.scalars[word.range]
    guard (2...6).contains(scalars.count), scalars.allSatisfy({ ("A"..."Z").contains($0) }) else {
      return false
    }
    // Roman numerals, and parts of codes such as FOI-2026-0117 or NM1.
    if scalars.allSatisfy({ "IVX".unicodeScalars.contains($0) }) { return false }
    let joints: [Unicode.Scalar] = ["-", "/", "_", "@", "."]
    let scalar = { (index: Int) -> Unicode.Scalar in
      text.scalars.indices.contains(index) ? text.scalars[index] : " "
    }
    let (first, end) = (word.range.lowerBound, word.range.upperBound)
    if joints.contains(scalar(first - 1)) { return false }
    if joints.contains(scalar(end)),
      scalar(end + 1).properties.isAlphabetic || isDigit(scalar(end + 1))
    {
      return false
    }
    return !isShouting(around: word.range, in: text.scalars)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether the whole line is in capitals, as a heading may be.
  private static func isShouting(around range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let start = scalars[..<range.lowerBound].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = scalars[range.upperBound...].firstIndex(of: "\n") ?? scalars.count
    let line = scalars[start..<end]
    return line.count > range.count && !line.contains { $0.properties.isLowercase }
  }

  private static func isBracketed(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    if before >= 0, after < scalars.count, scalars[before] == "(", scalars[after] == ")" {
      return true
    }
    return after + 1 < scalars.count && scalars[after] == " " && scalars[after + 1] == "("
  }
}
