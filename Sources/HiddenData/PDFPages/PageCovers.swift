import CMuPDF

/// Finds what lies over a letter that is not seen.
struct PageCovers {
  private let drawing: PageDrawing
  /// The marks that could hide something, in order.
  private let covers: [Int]
  /// Comparisons that are left; a page made to have too many gets the commonest answer.
  private var patience = 20_000_000

  init(_ drawing: PageDrawing) {
    self.drawing = drawing
    covers = drawing.marks.indices.filter {
      let mark = drawing.marks[$0]
      return !mark.is_layer && mark.alpha > 0.3 && !mark.box.isEmpty
    }
  }

  /// What lies over a glyph and is what is seen in its place; `lightness` is that of what is seen.
  mutating func cause(of glyph: pages_glyph, seen lightness: Double) -> PageCause? {
    let box = glyph.box
    var partial: pages_mark?
    for index in covers[first(after: glyph.order)...] {
      patience -= 1
      guard patience > 0 else { return .underBox }
      let mark = drawing.marks[index]
      let share = box.share(in: mark.box)
      guard share > 0.3, Self.isSeen(mark, lightness) else { continue }
      // What covers it whole comes first; strokes cover by being many.
      if share > 0.6, !mark.isStroke, mark.alpha > 0.6 { return Self.cause(of: glyph, under: mark) }
      if partial == nil || (partial?.isStroke == true && !mark.isStroke) { partial = mark }
    }
    return partial.map { Self.cause(of: glyph, under: $0) }
  }

  /// A frame around white words on paper is not what hides them: its colour is not seen there.
  private static func isSeen(_ mark: pages_mark, _ lightness: Double) -> Bool {
    guard mark.isFill || mark.isStroke, mark.alpha > 0.95, !mark.is_blended else {
      return !mark.isStroke
    }
    // Other words may be written on it.
    return abs(Double(mark.lightness) - lightness) < 110
  }

  /// Whether a dark bar lies right behind a letter, of the kind with which words are blacked out.
  func isOnBar(_ glyph: pages_glyph) -> Bool {
    let box = glyph.box
    return covers.contains {
      let mark = drawing.marks[$0]
      return mark.order < glyph.order && mark.isFill && mark.alpha > 0.95 && mark.lightness < 64
        && box.share(in: mark.box) > 0.6 && mark.box.height < max(glyph.room.height, 6) * 3
    }
  }

  private func first(after order: UInt32) -> Int {
    var low = 0
    var high = covers.count
    while low < high {
      let middle = (low + high) / 2
      if drawing.marks[covers[middle]].order > order { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func cause(of glyph: pages_glyph, under mark: pages_mark) -> PageCause {
    if mark.is_annotation, !glyph.has(pages_glyph_annotation) { return .underAnnotation }
    return mark.isImage ? .underImage : .underBox
  }
}
