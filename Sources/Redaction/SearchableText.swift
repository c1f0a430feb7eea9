/// A page's text made ready for any number of searches: folded once, in the order in which it was drawn and
/// in that in which it is read.
final class SearchableText {
  /// The characters as they came.
  let text: PageText
  private var folded: [Bool: [Letters]] = [:]

  init(_ text: PageText) { self.text = text }

  /// The letters in each order; one where both are the same. Their places are those in ``text``.
  func letters(matchesCase: Bool) -> [Letters] {
    if let known = folded[matchesCase] { return known }
    var all = [Letters(text.glyphs.indices, of: text, matchesCase: matchesCase)]
    let places = text.readingOrder()
    if !places.elementsEqual(text.glyphs.indices) {
      all.append(Letters(places, of: text, matchesCase: matchesCase))
    }
    folded[matchesCase] = all
    return all
  }

  /// Characters made comparable, each with the place it came from.
  struct Letters {
    private(set) var scalars: [Unicode.Scalar] = []
    /// None for the blank that stands for the end of a line.
    private(set) var places: [Int?] = []

    init(_ order: some Collection<Int>, of text: PageText, matchesCase: Bool) {
      scalars.reserveCapacity(order.count + 64)
      places.reserveCapacity(order.count + 64)
      var line: Int?
      for index in order {
        let glyph = text.glyphs[index]
        if let line, line != glyph.line { add(" ", nil) }
        Folding.forEach(of: glyph.scalar, matchesCase: matchesCase) { add($0, index) }
        line = glyph.line
      }
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ place: Int?) {
      if scalar == " ", scalars.last == " " { return }
      scalars.append(scalar)
      places.append(place)
    }

    /// Where a word goes on that is parted here by a hyphen and the end of a line.
    func afterParting(_ at: Int) -> Int? {
      guard at + 2 < scalars.count, scalars[at] == "-", scalars[at + 1] == " ",
        places[at + 1] == nil
      else { return nil }
      return at + 2
    }

    func isWhole(_ range: Range<Int>) -> Bool {
      func isLetter(_ index: Int) -> Bool {
        scalars.indices.contains(index)
          && (scalars[index].properties.isAlphabetic
            || scalars[index].properties.numericType != nil)
      }
      return !(isLetter(range.lowerBound - 1) && isLetter(range.lowerBound))
        && !(isLetter(range.upperBound) && isLetter(range.upperBound - 1))
    }
  }
}
