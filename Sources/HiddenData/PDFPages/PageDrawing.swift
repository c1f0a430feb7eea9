import CMuPDF

/// A page that was interpreted: its glyphs and marks in the order in which they are painted.
final class PageDrawing {
  private let look: OpaquePointer
  /// The look points into the document.
  private let file: PageFile
  let glyphs: UnsafeBufferPointer<pages_glyph>
  let marks: UnsafeBufferPointer<pages_mark>
  /// The page as displayed, and all of the sheet.
  let shown: pages_box
  let sheet: pages_box

  init(_ look: OpaquePointer, in file: PageFile) {
    self.look = look
    self.file = file
    var count = 0
    glyphs = UnsafeBufferPointer(start: pages_glyphs(look, &count), count: count)
    var markCount = 0
    marks = UnsafeBufferPointer(start: pages_marks(look, &markCount), count: markCount)
    shown = pages_shown(look)
    sheet = pages_sheet(look)
  }

  deinit { pages_leave(look) }

  /// Compares the page with and without its text, or one text object of it.
  ///
  /// - Returns: Whether it could be drawn.
  func measure(_ wanted: [UInt32], object: UInt32? = nil, into measures: inout [pages_measure])
    -> Bool
  {
    guard !wanted.isEmpty, measures.count == glyphs.count else { return true }
    let result = measures.withUnsafeMutableBufferPointer { memory in
      pages_measure_glyphs(
        look, wanted, wanted.count, object.map(Int64.init) ?? -1, memory.baseAddress)
    }
    return result == pages_ok
  }

  /// The page as it shows, around a place.
  func region(_ box: pages_box, most: Int) -> PagePixels? {
    var picture = pages_picture()
    guard pages_region(look, box, most, &picture) == pages_ok else { return nil }
    defer { pages_free_picture(&picture) }
    return PagePixels(picture)
  }

  /// The pixels of an image as they lie in the file, made smaller, and how opaque each is.
  func image(_ mark: Int, longest: Int) -> (pixels: PagePixels, opacity: [UInt8]?)? {
    var picture = pages_picture()
    var opacity: UnsafeMutablePointer<UInt8>?
    guard pages_image(look, mark, Int32(longest), &picture, &opacity) == pages_ok else {
      return nil
    }
    defer {
      pages_free_picture(&picture)
      pages_free_bytes(opacity)
    }
    guard let pixels = PagePixels(picture) else { return nil }
    let count = pixels.width * pixels.height
    return (pixels, opacity.map { Array(UnsafeBufferPointer(start: $0, count: count)) })
  }
}

extension pages_box {
  static let nowhere = pages_box(x0: 0, y0: 0, x1: 0, y1: 0)

  var width: Float { x1 - x0 }
  var height: Float { y1 - y0 }
  /// Whether there is nothing in it, or its numbers are none.
  var isEmpty: Bool { !(x1 > x0 && y1 > y0) }
  var area: Double { isEmpty ? 0 : Double(width) * Double(height) }
  var centre: (x: Float, y: Float) { (x0 + (x1 - x0) / 2, y0 + (y1 - y0) / 2) }

  func meets(_ other: pages_box) -> pages_box {
    let box = pages_box(
      x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
    return box.isEmpty ? .nowhere : box
  }

  /// The share of it that lies in another.
  func share(in other: pages_box) -> Double {
    area > 0 ? meets(other).area / area : 0
  }

  func joined(_ other: pages_box) -> pages_box {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return pages_box(
      x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }

  func widened(by points: Float) -> pages_box {
    pages_box(x0: x0 - points, y0: y0 - points, x1: x1 + points, y1: y1 + points)
  }

  func holds(_ point: (x: Float, y: Float)) -> Bool {
    point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1
  }

  /// `120,200 to 340,212`.
  var place: String {
    func whole(_ value: Float) -> String {
      value.isFinite ? String(Int(max(-99_999, min(99_999, value)).rounded())) : "?"
    }
    return "\(whole(x0)),\(whole(y0)) to \(whole(x1)),\(whole(y1))"
  }
}

extension pages_glyph {
  func has(_ flag: pages_glyph_flag) -> Bool { UInt32(flags) & flag.rawValue != 0 }

  /// Its ink, or its room in the line where it has none.
  var box: pages_box { ink.isEmpty || has(pages_glyph_blank) ? room : ink }

  /// Whether it stands for something that is read.
  var isWord: Bool {
    guard rune > 0x20, rune != 0xA0, rune != 0xAD else { return false }
    // Below the next blank of Unicode there is only one more, the end of a line; tables take long.
    if rune < 0x1680 { return rune != 0x85 }
    return Unicode.Scalar(rune).map { !$0.properties.isWhitespace && rune != 0x200B } ?? true
  }

  var isLetterOrDigit: Bool {
    if rune < 0x80 {
      return (0x30...0x39).contains(rune) || (0x41...0x5A).contains(rune)
        || (0x61...0x7A).contains(rune)
    }
    guard let scalar = Unicode.Scalar(rune) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || rune == 0xFFFD
  }

  var lightness: Int { (Int(red) * 77 + Int(green) * 150 + Int(blue) * 29) >> 8 }
}

extension pages_mark {
  var isImage: Bool {
    UInt32(kind) == pages_mark_image.rawValue || UInt32(kind) == pages_mark_stencil.rawValue
  }
  var isStroke: Bool { UInt32(kind) == pages_mark_stroke.rawValue }
  var isFill: Bool { UInt32(kind) == pages_mark_fill.rawValue }
  var lightness: Int { (Int(red) * 77 + Int(green) * 150 + Int(blue) * 29) >> 8 }
}
