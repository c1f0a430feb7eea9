public import Documents

/// What the page for marking needs of a PDF: its words, where a text stands, and its pages as pictures.
public enum RedactionPreview {
  /// A page as displayed, in points.
  public struct Page: Codable, Equatable, Sendable {
    /// Its width.
    public var width: Double
    /// Its height.
    public var height: Double
    /// Its words, in the order in which they are drawn.
    public var words: [Word]
  }

  /// A word and its place.
  public struct Word: Codable, Equatable, Sendable {
    /// The word.
    public var text: String
    /// Its place.
    public var box: PageBox
  }

  /// An occurrence of a text: a box for each line it runs over.
  public struct Occurrence: Codable, Equatable, Sendable {
    /// The page, from 1.
    public var page: Int
    /// The boxes as they would be blackened.
    public var boxes: [PageBox]
  }

  /// How marks are drawn on a preview.
  public enum View: String, Codable, Sendable {
    /// Shining through, so that one sees what is marked.
    case marked
    /// Black, as it will be released.
    case released
  }

  /// How many pages a PDF has.
  public static func pageCount(
    _ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> Int {
    try open(bytes, limits) { file throws(Unreadable) in file.pageCount }
  }

  /// The words of a page, counted from 1.
  public static func page(
    _ number: Int, of bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> Page {
    try open(bytes, limits) { file throws(Unreadable) in
      let (text, size) = try contents(of: number, in: file)
      return Page(width: size.width, height: size.height, words: words(text))
    }
  }

  /// Where a text stands in a PDF.
  public static func occurrences(
    of search: RedactionPlan.Search, in bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> [Occurrence] {
    try occurrences(of: [search], in: bytes, limits: limits).first ?? []
  }

  /// Where texts stand in a PDF, for each of them; on one page alone where that is given. Every page is
  /// read once.
  public static func occurrences(
    of searches: [RedactionPlan.Search], in bytes: [UInt8], page only: Int? = nil,
    limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> [[Occurrence]] {
    try open(bytes, limits) { file throws(Unreadable) in
      let searches = searches.map(TextSearch.init)
      var found = [[Occurrence]](repeating: [], count: searches.count)
      let pages = only.map { $0...$0 } ?? 1...max(file.pageCount, 1)
      for number in pages {
        let (text, size) = try contents(of: number, in: file)
        let letters = SearchableText(text)
        for (index, search) in searches.enumerated() {
          for occurrence in search.occurrences(in: letters) {
            let boxes = MarkPlacement.boxes(for: occurrence, in: text, size: size)
            if !boxes.isEmpty { found[index].append(Occurrence(page: number, boxes: boxes)) }
          }
        }
      }
      return found
    }
  }

  /// A page, counted from 1, as a PNG file at so many pixels a point, with boxes drawn on it.
  public static func png(
    page number: Int, of bytes: [UInt8], scale: Double, boxes: [PageBox] = [],
    view: View = .marked, limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> [UInt8] {
    let scale = min(max(scale.isFinite ? scale : 1, 0.1), 6)
    return try open(bytes, limits) { file throws(Unreadable) in
      guard (1...max(file.pageCount, 1)).contains(number),
        var drawing = file.drawing(number - 1, scale: scale, colours: true)
      else { throw Unreadable(.damaged, "Page \(number) of the PDF cannot be drawn.") }
      for box in boxes {
        let area = drawing.pixels(of: box, scale: scale)
        switch view {
        case .marked: drawing.tint(area, with: [255, 191, 0])
        case .released: drawing.fill(area, with: [0])
        }
      }
      guard let png = drawing.png() else {
        throw Unreadable(.damaged, "Page \(number) of the PDF cannot be drawn.")
      }
      return png
    }
  }

  private static func open<Result>(
    _ bytes: [UInt8], _ limits: DocumentLimits,
    _ body: (borrowing RedactionFile) throws(Unreadable) -> Result
  ) throws(Unreadable) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(Unreadable) in
      try body(RedactionFile(buffer, limits: limits))
    }
  }

  private static func contents(
    of number: Int, in file: borrowing RedactionFile
  ) throws(Unreadable) -> (PageText, PageBox) {
    guard (1...max(file.pageCount, 1)).contains(number), let text = file.text(number - 1) else {
      throw Unreadable(.damaged, "Page \(number) of the PDF cannot be read.")
    }
    return (text, try file.size(number - 1))
  }

  private static func words(_ text: PageText) -> [Word] {
    var words: [Word] = []
    var last: PageText.Glyph?
    for glyph in text.glyphs {
      defer { last = glyph }
      if glyph.scalar.isBlank { continue }
      let goesOn = last.map { $0.line == glyph.line && !$0.scalar.isBlank } ?? false
      if goesOn {
        words[words.count - 1].text.unicodeScalars.append(glyph.scalar)
        words[words.count - 1].box = words[words.count - 1].box.union(glyph.box)
      } else {
        words.append(Word(text: String(Character(glyph.scalar)), box: glyph.box))
      }
    }
    return words
  }
}
