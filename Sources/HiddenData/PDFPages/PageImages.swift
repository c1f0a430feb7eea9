import CMuPDF

/// A picture on a page of which pixels are hidden.
struct PageHiddenImage {
  enum Kind { case underBox, cropped, masked, layer }
  var kind: Kind
  var box: pages_box
  var description: String
  var pixels: PagePixels?
}

/// Pictures whose pixels hold more than the page shows.
enum PageImages {
  /// Pictures of a page that are decoded.
  private static let most = 60
  /// The share of neighbouring pixels that differ, from which there is something to see.
  private static let leastDetail = 0.02

  static func hidden(in drawing: PageDrawing) -> [PageHiddenImage] {
    var found: [PageHiddenImage] = []
    var left = most
    for (index, mark) in drawing.marks.enumerated()
    where mark.isImage {
      let image = PageImage(index, mark, in: drawing)
      guard image.isLarge else { continue }
      let covers = mark.is_layer ? [] : image.covers()
      let isCropped = !mark.is_layer && image.isCropped
      guard mark.is_layer || isCropped || mark.has_soft_mask || !covers.isEmpty else { continue }
      left -= 1
      guard left > 0, let (pixels, opacity) = drawing.image(index, longest: 320) else { continue }
      func add(_ kind: PageHiddenImage.Kind, _ box: pages_box, _ what: String) {
        found.append(PageHiddenImage(kind: kind, box: box, description: what, pixels: pixels))
      }
      if mark.is_layer {
        add(.layer, image.all, "A picture of \(image.size).")
        continue
      }
      if let opacity {
        let clear = cleared(opacity, pixels)
        let unseen = pixels.detail { clear[$0] }
        if unseen.pixels * 33 > opacity.count, unseen.share > leastDetail {
          let share = Int((Double(unseen.pixels) / Double(opacity.count) * 100).rounded())
          add(.masked, image.all, "\(share) % of a picture of \(image.size) is masked out.")
        }
      }
      if isCropped {
        // What one painting of an image cuts off, another may show.
        var seen = image.pixels(of: image.seen, in: pixels)
        for (other, twin) in drawing.marks.enumerated()
        where other != index && twin.isImage && twin.image == mark.image && !twin.is_layer {
          let part = PageImage(other, twin, in: drawing)
          for (pixel, isSeen) in part.pixels(of: part.seen, in: pixels).enumerated() where isSeen {
            seen[pixel] = true
          }
        }
        let unseen = pixels.detail { !seen[$0] }
        if unseen.share > leastDetail, unseen.pixels * 10 > seen.count {
          let share = Int((100 - image.all.share(in: image.seen) * 100).rounded())
          add(.cropped, image.all, "\(share) % of a picture of \(image.size) is cut off.")
        }
      }
      for cover in covers {
        // Where a part of the picture is blackened itself and boxed again, the edges differ.
        let inside = pages_box(
          x0: cover.x0 + cover.width / 4, y0: cover.y0 + cover.height / 4,
          x1: cover.x1 - cover.width / 4, y1: cover.y1 - cover.height / 4)
        let under = image.pixels(of: inside, in: pixels)
        if pixels.detail(where: { under[$0] }).share > leastDetail {
          add(.underBox, cover, "A box lies over a part of a picture of \(image.size).")
        }
      }
    }
    return found
  }

  /// The pixels without opacity, away from those with some: around a cut-out there is always a seam.
  private static func cleared(_ opacity: [UInt8], _ pixels: PagePixels) -> [Bool] {
    var clear = opacity.map { $0 < 8 }
    for _ in 0..<2 {
      let before = clear
      for y in 0..<pixels.height {
        for x in 0..<pixels.width where before[y * pixels.width + x] {
          let at = y * pixels.width + x
          let isWithin =
            (x == 0 || before[at - 1]) && (x + 1 == pixels.width || before[at + 1])
            && (y == 0 || before[at - pixels.width])
            && (y + 1 == pixels.height || before[at + pixels.width])
          if !isWithin { clear[at] = false }
        }
      }
    }
    return clear
  }
}

/// One painting of an image.
struct PageImage {
  private let drawing: PageDrawing
  private let mark: pages_mark
  /// All of it, and what of it is within its clip and the page.
  let all: pages_box
  let seen: pages_box

  init(_ index: Int, _ mark: pages_mark, in drawing: PageDrawing) {
    self.drawing = drawing
    self.mark = mark
    let x = [mark.e, mark.e + mark.a, mark.e + mark.c, mark.e + mark.a + mark.c]
    let y = [mark.f, mark.f + mark.b, mark.f + mark.d, mark.f + mark.b + mark.d]
    all = pages_box(
      x0: x.min() ?? 0, y0: y.min() ?? 0, x1: x.max() ?? 0, y1: y.max() ?? 0)
    seen = mark.box.meets(drawing.shown)
  }

  var size: String { "\(mark.width) × \(mark.height) pixels" }

  /// Whether it can show anything that matters.
  var isLarge: Bool {
    all.width >= 12 && all.height >= 12 && Int(mark.width) * Int(mark.height) >= 400
      && all.width.isFinite && all.height.isFinite
  }

  /// Whether more is cut off than the edge of a picture that runs to the edge of the page.
  var isCropped: Bool { all.share(in: seen) < 0.9 }

  /// Plain boxes that were painted over it and stay plain.
  func covers() -> [pages_box] {
    var found: [pages_box] = []
    guard !seen.isEmpty else { return [] }
    var patience = 4_000
    for cover in drawing.marks where cover.order > mark.order && !cover.is_layer {
      patience -= 1
      guard found.count < 20, patience > 0 else { break }
      guard cover.alpha > 0.95, !cover.is_blended, !cover.isStroke, !cover.has_soft_mask else {
        continue
      }
      let box = cover.box.meets(seen)
      guard box.area > 60, min(box.width, box.height) > 4,
        cover.box.share(in: seen) > 0.9 || seen.share(in: cover.box) > 0.9,
        let letters = letters(on: box, after: cover.order), isPlain(box, letters: letters)
      else { continue }
      found.append(box)
    }
    return found
  }

  /// The letters written on a box; nil for a panel with writing on it, which is a design. A box with a
  /// short label may be a redaction.
  private func letters(on box: pages_box, after order: UInt32) -> Int? {
    var letters = 0
    for glyph in drawing.glyphs where glyph.order > order && box.holds(glyph.box.centre) {
      if glyph.isWord { letters += 1 }
      if letters > 12 { return nil }
    }
    return letters
  }

  private func isPlain(_ box: pages_box, letters: Int) -> Bool {
    let inside = box.widened(by: -min(1, box.width / 8, box.height / 8))
    guard let pixels = drawing.region(inside, most: 6_000) else { return false }
    var steps = [Int](repeating: 0, count: 17)
    let count = pixels.width * pixels.height
    for pixel in 0..<count { steps[pixels.lightness(pixel) >> 4] += 1 }
    let most = (0..<16).map { steps[$0] + steps[$0 + 1] }.max() ?? 0
    return most * 100 > count * (letters > 0 ? 60 : 95)
  }

  /// Which pixels of the image lie in a part of the page.
  func pixels(of part: pages_box, in pixels: PagePixels) -> [Bool] {
    var inside = [Bool](repeating: false, count: pixels.width * pixels.height)
    for y in 0..<pixels.height {
      let v = (Float(y) + 0.5) / Float(pixels.height)
      for x in 0..<pixels.width {
        let u = (Float(x) + 0.5) / Float(pixels.width)
        inside[y * pixels.width + x] = part.holds(
          (mark.a * u + mark.c * v + mark.e, mark.b * u + mark.d * v + mark.f))
      }
    }
    return inside
  }
}
