import CMuPDF

/// Why a letter is not seen.
enum PageCause: Int, Hashable {
  case layer
  case offPage
  case cropped
  case tiny
  case invisible
  case clipped
  case underBox
  case underImage
  case underAnnotation
  case background
  /// In the colour of a dark bar that was painted before it.
  case onBar
  /// A scan shows something else, or nothing, where its text layer has words.
  case contradicted

  var rank: Int { rawValue }
}

/// Which letters of a page are seen, and why the others are not.
struct PageSight {
  /// Letters smaller than this many points are dots to the eye.
  static let leastSize: Float = 1.2

  let drawing: PageDrawing
  let ground: PageGround
  /// Why each glyph is not seen; nil where it is.
  private(set) var causes: [PageCause?]
  private(set) var measures: [pages_measure]
  /// Whether all that had to be drawn could be.
  private(set) var isWhole = true

  init(_ drawing: PageDrawing) {
    self.drawing = drawing
    ground = PageGround(drawing)
    causes = Array(repeating: nil, count: drawing.glyphs.count)
    measures = Array(repeating: pages_measure(), count: drawing.glyphs.count)
    guard !drawing.glyphs.isEmpty else { return }
    look()
    lookUnderText()
  }

  private mutating func look() {
    var wanted: [UInt32] = []
    for (index, glyph) in drawing.glyphs.enumerated() where glyph.isWord {
      if glyph.has(pages_glyph_pattern) { continue }
      causes[index] = stated(glyph)
      switch causes[index] {
      case nil: if ground.couldHide(glyph) { wanted.append(UInt32(index)) }
      case .invisible: if ground.isPictured(glyph.room) { wanted.append(UInt32(index)) }
      default: break
      }
    }
    guard !wanted.isEmpty else { return }
    isWhole = drawing.measure(wanted, into: &measures)
    var covers = PageCovers(drawing)
    for number in wanted {
      let index = Int(number)
      let glyph = drawing.glyphs[index]
      let measure = measures[index]
      guard causes[index] == nil, measure.is_measured, !Self.isShown(glyph, measure) else {
        continue
      }
      let cover = covers.cause(of: glyph, seen: Self.lightness(measure))
      if cover == nil, Self.isUncertain(glyph, measure) { continue }
      causes[index] = cover ?? uncovered(glyph, measure, covers)
    }
  }

  private static func lightness(_ measure: pages_measure) -> Double {
    Double(measure.sum) / Double(max(measure.pixels, 1))
  }

  /// What the state says in which a glyph is painted, before anything is drawn.
  private func stated(_ glyph: pages_glyph) -> PageCause? {
    if glyph.has(pages_glyph_layer) { return .layer }
    let box = glyph.box
    let middle = box.centre
    if !drawing.sheet.holds(middle) { return .offPage }
    if !drawing.shown.holds(middle) { return .cropped }
    if glyph.has(pages_glyph_procedure) { return nil }
    let isPainted =
      glyph.has(pages_glyph_filled) || glyph.has(pages_glyph_stroked)
      || glyph.has(pages_glyph_clips)
    if !isPainted || glyph.alpha < 0.04 || glyph.has(pages_glyph_blank) { return .invisible }
    // Small altogether, or squeezed into a line.
    if glyph.size < Self.leastSize / 4 { return .tiny }
    if glyph.size < Self.leastSize, max(glyph.ink.width, glyph.ink.height) < Self.leastSize {
      return .tiny
    }
    if box.share(in: glyph.clip) < 0.2 { return .clipped }
    return nil
  }

  /// Whether at least a fifth of the ink can be made out.
  private static func isShown(_ glyph: pages_glyph, _ measure: pages_measure) -> Bool {
    isUncertain(glyph, measure) ? !isPlain(measure) : measure.shown * 5 >= measure.ink
  }

  /// Drawn by a procedure of the font, which leaving the text out may leave in.
  private static func isUncertain(_ glyph: pages_glyph, _ measure: pages_measure) -> Bool {
    glyph.has(pages_glyph_procedure) || measure.ink == 0
  }

  private static func isPlain(_ measure: pages_measure) -> Bool {
    guard measure.pixels > 0 else { return false }
    let mean = lightness(measure)
    return Double(measure.squares) / Double(measure.pixels) - mean * mean < 16
  }

  /// The reason where nothing lies over a glyph that is not seen.
  private func uncovered(
    _ glyph: pages_glyph, _ measure: pages_measure, _ covers: PageCovers
  ) -> PageCause {
    if !glyph.has(pages_glyph_filled), !glyph.has(pages_glyph_stroked) { return .clipped }
    let differs = abs(Self.lightness(measure) - Double(glyph.lightness)) > 48
    if glyph.has(pages_glyph_blended), differs { return .invisible }
    if glyph.has(pages_glyph_shaped), differs { return .clipped }
    return covers.isOnBar(glyph) ? .onBar : .background
  }

  // MARK: Text over text

  /// Letters on which other letters lie are compared by themselves: without them, is anything missing?
  private mutating func lookUnderText() {
    let glyphs = drawing.glyphs
    let overlap = PageOverlap(drawing) { [causes] index in
      let glyph = glyphs[index]
      return causes[index] == nil && glyph.isWord && !glyph.has(pages_glyph_blank)
        && !glyph.has(pages_glyph_pattern)
    }
    let overlapped = Dictionary(grouping: overlap.overlapped()) { glyphs[$0.index].object }
    guard !overlapped.isEmpty else { return }
    var covers = PageCovers(drawing)
    // Text objects that are drawn by themselves on one page.
    for (object, found) in overlapped.sorted(by: { $0.key < $1.key }).prefix(24) {
      guard drawing.measure(found.map { UInt32($0.index) }, object: object, into: &measures) else {
        isWhole = false
        continue
      }
      for (index, isBelow) in found {
        let glyph = glyphs[index]
        let measure = measures[index]
        guard measure.is_measured, !Self.isShown(glyph, measure) else { continue }
        causes[index] =
          covers.cause(of: glyph, seen: Self.lightness(measure))
          ?? (isBelow ? .underBox : uncovered(glyph, measure, covers))
      }
    }
  }
}
