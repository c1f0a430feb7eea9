/// Finds a text among characters, across lines, and whatever stands for a blank.
struct TextSearch {
  private let needle: [Unicode.Scalar]
  private let bareNeedle: [Unicode.Scalar]
  private let search: RedactionPlan.Search
  /// Long enough that letters set apart from each other can only be this text.
  private let isDistinct: Bool

  init(_ search: RedactionPlan.Search) {
    self.search = search
    var folded: [Unicode.Scalar] = []
    for scalar in search.text.unicodeScalars {
      folded += Folding.folded(scalar, matchesCase: search.matchesCase)
    }
    needle = folded.split(separator: " ").joined(separator: [" "]).map { $0 }
    bareNeedle = needle.filter { $0 != " " }
    isDistinct = bareNeedle.count >= 6
  }

  /// The characters of each occurrence, by their places in the text.
  func occurrences(in text: SearchableText) -> [[Int]] {
    guard !needle.isEmpty else { return [] }
    var found: [[Int]] = []
    for letters in text.letters(matchesCase: search.matchesCase) {
      found += matches(letters, withoutBlanks: false)
      if isDistinct { found += matches(letters, withoutBlanks: true) }
    }
    guard !found.isEmpty else { return [] }
    var seen = Set<[Int]>()
    let unique = found.map { $0.sorted() }.filter { seen.insert($0).inserted }
    return unique.sorted { ($0.first ?? 0, $0.count) < ($1.first ?? 0, $1.count) }
  }

  private func matches(
    _ letters: SearchableText.Letters, withoutBlanks: Bool
  ) -> [[Int]] {
    let wanted = withoutBlanks ? bareNeedle : needle
    guard let first = wanted.first else { return [] }
    var found: [[Int]] = []
    for start in letters.scalars.indices where letters.scalars[start] == first {
      guard let end = match(wanted, letters, from: start, withoutBlanks: withoutBlanks) else {
        continue
      }
      // Letters that are set apart count only as a whole: "this mith" is no Smith.
      if search.wholeWords || withoutBlanks, !letters.isWhole(start..<end) { continue }
      found.append(letters.places[start..<end].compactMap(\.self))
    }
    return found
  }

  /// Where a match that begins here ends, or nothing.
  private func match(
    _ wanted: [Unicode.Scalar], _ letters: SearchableText.Letters, from start: Int,
    withoutBlanks: Bool
  ) -> Int? {
    var at = start
    for (number, scalar) in wanted.enumerated() {
      if number > 0 {
        // A word that was parted at the end of a line goes on in the next.
        if scalar != "-", let next = letters.afterParting(at) { at = next }
        if withoutBlanks {
          while at < letters.scalars.count, letters.scalars[at] == " " { at += 1 }
        } else if wanted[number - 1] == "-", scalar != " ", at < letters.scalars.count,
          letters.scalars[at] == " ", letters.places[at] == nil
        {
          at += 1
        }
      }
      guard at < letters.scalars.count, letters.scalars[at] == scalar else { return nil }
      at += 1
    }
    return at
  }
}
