/// Finds a text among characters, across lines, and whatever stands for a blank.
struct TextSearch {
  private let needle: [Unicode.Scalar]
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
    isDistinct = needle.filter { $0 != " " }.count >= 6
  }

  /// The characters of each occurrence, by their places in the text.
  func occurrences(in text: PageText) -> [[Int]] {
    guard !needle.isEmpty else { return [] }
    let letters = Letters(text, matchesCase: search.matchesCase)
    var found = matches(letters, withoutBlanks: false)
    let sorted = text.inReadingOrder()
    let other = Letters(sorted.text, matchesCase: search.matchesCase)
    found += matches(other, withoutBlanks: false).map { $0.map { sorted.places[$0] } }
    if isDistinct {
      found += matches(letters, withoutBlanks: true)
      found += matches(other, withoutBlanks: true).map { $0.map { sorted.places[$0] } }
    }
    var seen = Set<[Int]>()
    let unique = found.map { $0.sorted() }.filter { seen.insert($0).inserted }
    return unique.sorted { ($0.first ?? 0, $0.count) < ($1.first ?? 0, $1.count) }
  }

  private func matches(_ letters: Letters, withoutBlanks: Bool) -> [[Int]] {
    let wanted = withoutBlanks ? needle.filter { $0 != " " } : needle
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
    _ wanted: [Unicode.Scalar], _ letters: Letters, from start: Int, withoutBlanks: Bool
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

/// Characters made comparable, each with the place it came from.
private struct Letters {
  var scalars: [Unicode.Scalar] = []
  /// None for the blank that stands for the end of a line.
  var places: [Int?] = []

  init(_ text: PageText, matchesCase: Bool) {
    var previous: PageText.Glyph?
    for (index, glyph) in text.glyphs.enumerated() {
      if let previous, previous.line != glyph.line { add(" ", nil) }
      for scalar in Folding.folded(glyph.scalar, matchesCase: matchesCase) { add(scalar, index) }
      previous = glyph
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ place: Int?) {
    if scalar == " ", scalars.last == " " { return }
    scalars.append(scalar)
    places.append(place)
  }

  /// Where a word goes on that is parted here by a hyphen and the end of a line.
  func afterParting(_ at: Int) -> Int? {
    guard at + 2 < scalars.count, scalars[at] == "-", scalars[at + 1] == " ", places[at + 1] == nil
    else { return nil }
    return at + 2
  }

  func isWhole(_ range: Range<Int>) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && (scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil)
    }
    return !(isLetter(range.lowerBound - 1) && isLetter(range.lowerBound))
      && !(isLetter(range.upperBound) && isLetter(range.upperBound - 1))
  }
}
