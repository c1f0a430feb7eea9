import CMuPDF

/// A coarse map of a page: for each square, what is painted there and when. It tells in a moment which
/// letters nothing could hide, so that most pages need not be drawn at all.
struct PageGround {
  private static let side = 48
  /// Lines, each too thin to hide anything, that hide together.
  private static let hatching = 8

  private let page: pages_box
  /// One more than the order of the last mark that could hide something.
  private var latest: [UInt32]
  /// Which of sixteen steps of lightness are painted.
  private var tints: [UInt16]
  private var lines: [UInt16]
  private var pictured: [Bool]

  init(_ drawing: PageDrawing) {
    page = drawing.shown
    let squares = Self.side * Self.side
    latest = Array(repeating: 0, count: squares)
    tints = Array(repeating: 1 << 15, count: squares)
    lines = Array(repeating: 0, count: squares)
    pictured = Array(repeating: false, count: squares)
    for mark in drawing.marks where !mark.is_layer { note(mark) }
  }

  private mutating func note(_ mark: pages_mark) {
    let box = mark.box
    let isThin = min(box.width, box.height) < 1.5
    let isPlain = (mark.isFill || mark.isStroke) && mark.alpha > 0.98 && !mark.is_blended
    let tint: UInt16 = isPlain ? 1 << UInt16(mark.lightness >> 4) : .max
    each(of: box.widened(by: 0.01)) { square in
      if isThin {
        lines[square] = lines[square] &+ (lines[square] < .max ? 1 : 0)
      } else {
        latest[square] = max(latest[square], mark.order &+ 1)
        tints[square] |= tint
        if mark.isImage { pictured[square] = true }
      }
    }
  }

  /// Whether a letter could be hidden by what is around it.
  func couldHide(_ glyph: pages_glyph) -> Bool {
    if glyph.alpha < 0.5 || glyph.has(pages_glyph_blended) || glyph.has(pages_glyph_shaped)
      || glyph.has(pages_glyph_clips) || glyph.has(pages_glyph_procedure)
    {
      return true
    }
    let box = glyph.box
    if box.share(in: glyph.clip) < 0.98 { return true }
    let step = glyph.lightness >> 4
    let near = (UInt32(0b11111) << UInt32(step)) >> 2
    var could = false
    each(of: box) { square in
      could =
        could || latest[square] > glyph.order &+ 1 || lines[square] > Self.hatching
        || UInt32(tints[square]) & near != 0
    }
    return could
  }

  /// Whether an image lies under or over the middle of a place.
  func isPictured(_ box: pages_box) -> Bool {
    let (x, y) = box.centre
    var found = false
    each(of: pages_box(x0: x, y0: y, x1: x, y1: y)) { square in found = pictured[square] }
    return found
  }

  /// The share of the page that images cover.
  var picturedShare: Double {
    Double(pictured.count { $0 }) / Double(pictured.count)
  }

  private func each(of box: pages_box, _ body: (Int) -> Void) {
    guard box.x0 <= page.x1, box.x1 >= page.x0, box.y0 <= page.y1, box.y1 >= page.y0 else { return }
    let left = step(box.x0 - page.x0, page.width)
    let right = step(box.x1 - page.x0, page.width)
    let top = step(box.y0 - page.y0, page.height)
    let bottom = step(box.y1 - page.y0, page.height)
    guard left <= right, top <= bottom else { return }
    for y in top...bottom { for x in left...right { body(y * Self.side + x) } }
  }

  private func step(_ distance: Float, _ whole: Float) -> Int {
    let share = distance / whole * Float(Self.side)
    guard share.isFinite else { return share > 0 ? Self.side - 1 : 0 }
    return Int(max(0, min(Float(Self.side - 1), share)))
  }
}
