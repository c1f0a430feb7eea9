import CPoppler

/// A redacted PDF as Poppler reads it.
struct SecondReader: ~Copyable {
  private let document: OpaquePointer

  /// Opens bytes that stay where they are, or answers nothing.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let opened = bytes.withMemoryRebound(to: CChar.self) {
      secondreader_open($0.baseAddress, $0.count)
    }
    guard let opened else { return nil }
    document = opened
  }

  deinit { secondreader_close(document) }

  var pageCount: Int { Int(secondreader_page_count(document)) }

  /// The characters of a page, or nothing where it cannot be read. A page that is measured in larger
  /// units than points is scaled up.
  func text(_ page: Int, scale: Double) -> PageText? {
    var found = secondreader_glyphs()
    guard secondreader_read(document, Int32(clamping: page), &found) else { return nil }
    defer { secondreader_free(&found) }
    var glyphs: [PageText.Glyph] = []
    var line = 0
    for one in UnsafeBufferPointer(start: found.glyphs, count: found.count) {
      let box = PageBox(
        left: Double(one.x0) * scale, top: Double(one.y0) * scale, right: Double(one.x1) * scale,
        bottom: Double(one.y1) * scale)
      glyphs.append(
        PageText.Glyph(scalar: Unicode.Scalar(one.rune) ?? "\u{FFFD}", box: box, line: line))
      if one.ends_word {
        let end = PageBox(left: box.right, top: box.top, right: box.right, bottom: box.bottom)
        glyphs.append(PageText.Glyph(scalar: " ", box: end, line: line))
      } else if let last = glyphs.dropLast().last, last.line == line,
        abs(last.box.middle.y - box.middle.y) > 0.6 * max(box.height, 1)
      {
        line += 1
        glyphs[glyphs.count - 1].line = line
      }
    }
    return PageText(glyphs)
  }

  /// How many points one of a page's own units is, in which everything else here is measured; nothing
  /// where the page cannot be opened. Units may be larger than points.
  func unit(_ page: Int, size: PageBox) -> Double? {
    var (width, height) = (0.0, 0.0)
    guard secondreader_page_size(document, Int32(clamping: page), &width, &height) else {
      return nil
    }
    // The page may be turned.
    let ratio = max(size.width, size.height) / max(width, height)
    return abs(ratio - 1) < 0.02 ? 1 : ratio
  }

  /// A drawing of a part of a page in shades of grey, a pixel a unit of its own measure.
  func drawing(_ page: Int, of area: (x: Range<Int>, y: Range<Int>)) -> Drawing? {
    var picture = secondreader_picture()
    guard
      secondreader_render(
        document, Int32(clamping: page), 72, Int32(clamping: area.x.lowerBound),
        Int32(clamping: area.y.lowerBound), Int32(clamping: area.x.count),
        Int32(clamping: area.y.count), &picture)
    else { return nil }
    defer { secondreader_free_picture(&picture) }
    let (width, height) = (Int(picture.width), Int(picture.height))
    guard width > 0, height > 0, let start = picture.samples else { return nil }
    return Drawing(
      width: width, height: height, components: 1,
      samples: Array(UnsafeBufferPointer(start: start, count: width * height)))
  }
}
