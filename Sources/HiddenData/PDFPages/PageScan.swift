import CMuPDF

/// The rule for scans with a text layer: unseen words over a picture of a page are as they should be
/// where the picture shows writing under them, and are not where it shows a plain dark or blank area.
struct PageScan {
  private let sight: PageSight

  init(_ sight: PageSight) { self.sight = sight }

  private enum Ground { case writing, dark, blank }

  func judge(_ words: inout [PageWord]) {
    guard sight.ground.picturedShare > 0.3 else { return }
    var grounds: [(Int, Ground)] = []
    for (index, word) in words.enumerated()
    where word.cause == .invisible || word.cause == .underImage {
      guard sight.ground.isPictured(word.box), let ground = ground(under: word) else { continue }
      grounds.append((index, ground))
    }
    let agreeing = grounds.count { $0.1 == .writing }
    let isTextLayer = agreeing * 3 >= grounds.count
    for (index, ground) in grounds {
      switch ground {
      case .writing: words[index].cause = nil
      case .dark: if words[index].cause == .invisible { words[index].cause = .contradicted }
      case .blank: if isTextLayer, agreeing > 0 { words[index].cause = .contradicted }
      }
    }
  }

  private func ground(under word: PageWord) -> Ground? {
    var pixels = 0.0
    var dark = 0.0
    var sum = 0.0
    var squares = 0.0
    for glyph in word.glyphs where sight.measures[glyph].is_measured {
      let measure = sight.measures[glyph]
      pixels += Double(measure.pixels)
      dark += Double(measure.dark)
      sum += Double(measure.sum)
      squares += Double(measure.squares)
    }
    guard pixels > 0 else { return nil }
    let mean = sum / pixels
    let spread = max(0, squares / pixels - mean * mean).squareRoot()
    if dark / pixels > 0.88 { return .dark }
    if spread < 9 { return mean < 128 ? .dark : .blank }
    return .writing
  }
}
