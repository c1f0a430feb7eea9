import CMuPDF

/// Finds letters on which other letters lie: a word under a row of blocks, a word typed over another.
struct PageOverlap {
  private static let side = 96

  private let drawing: PageDrawing
  /// For each square of the page the first glyph in it, and for each glyph the next one there.
  private var first: [Int32]
  private var next: [Int32]

  /// Looks among the glyphs that are asked for.
  init(_ drawing: PageDrawing, where isAsked: (Int) -> Bool) {
    self.drawing = drawing
    first = Array(repeating: -1, count: Self.side * Self.side)
    // Only letters of different text objects lie on each other.
    guard let object = drawing.glyphs.first?.object,
      drawing.glyphs.contains(where: { $0.object != object })
    else {
      next = []
      return
    }
    next = Array(repeating: -1, count: drawing.glyphs.count)
    for (index, glyph) in drawing.glyphs.enumerated() where isAsked(index) {
      let (x, y) = square(of: glyph)
      next[index] = first[y * Self.side + x]
      first[y * Self.side + x] = Int32(index)
    }
  }

  /// Glyphs with a different one of another text object on the same spot, and whether that is painted
  /// later.
  func overlapped() -> [(index: Int, isBelow: Bool)] {
    var found: [(index: Int, isBelow: Bool)] = []
    for squareIndex in first.indices {
      var at = first[squareIndex]
      while at >= 0 {
        let index = Int(at)
        if let isBelow = overlap(of: index) { found.append((index, isBelow)) }
        at = next[index]
      }
    }
    return found.sorted { $0.index < $1.index }
  }

  private func overlap(of index: Int) -> Bool? {
    let glyph = drawing.glyphs[index]
    let (x, y) = square(of: glyph)
    var isBelow: Bool?
    for row in max(0, y - 1)...min(Self.side - 1, y + 1) {
      for column in max(0, x - 1)...min(Self.side - 1, x + 1) {
        var at = first[row * Self.side + column]
        // A page that heaps its letters on one spot is looked at in part.
        var patience = 100
        while at >= 0, patience > 0 {
          patience -= 1
          let other = drawing.glyphs[Int(at)]
          at = next[Int(at)]
          guard other.object != glyph.object, other.rune != glyph.rune,
            glyph.ink.share(in: other.ink) > 0.4
          else { continue }
          isBelow = isBelow == true || other.order > glyph.order
        }
      }
    }
    return isBelow
  }

  private func square(of glyph: pages_glyph) -> (Int, Int) {
    func step(_ distance: Float, _ whole: Float) -> Int {
      let share = distance / whole * Float(Self.side)
      return share.isFinite ? Int(max(0, min(Float(Self.side - 1), share))) : 0
    }
    let middle = glyph.ink.centre
    return (
      step(middle.x - drawing.shown.x0, drawing.shown.width),
      step(middle.y - drawing.shown.y0, drawing.shown.height)
    )
  }
}
