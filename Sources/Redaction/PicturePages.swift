import Documents

/// A word and where it stands, as a recogniser of text finds it in a picture.
public struct RecognisedWord: Codable, Equatable, Sendable {
  /// The word.
  public var text: String
  /// Where it stands.
  public var box: PageBox
  /// The line it stands on, of all that were recognised on the page.
  public var line: Int

  /// Makes a word.
  public init(_ text: String, box: PageBox, line: Int = 0) {
    self.text = text
    self.box = box
    self.line = line
  }
}

extension RedactionFile {
  /// Whether a page shows something in which words may stand that are no text: a scan, a photograph, a
  /// screenshot, or letters that were drawn as shapes.
  func hasUnreadWords(_ page: Int, text: PageText, size: PageBox) -> Bool {
    let letters = text.glyphs.filter { !$0.scalar.isBlank }
    if letters.isEmpty {
      guard let drawing = drawing(page, scale: 0.5) else { return true }
      return drawing.contrast(in: (0..<drawing.width, 0..<drawing.height)) > 24
    }
    let pictures = pictures(page)
    let area = pictures.reduce(0) { sum, picture in
      let shown = picture.intersection(size)
      return sum + (shown.map { $0.width * $0.height } ?? 0)
    }
    // A scan that was recognised before has its words behind it; a logo has none.
    let read = letters.count { letter in pictures.contains { $0.holds(letter.box.middle) } }
    return area >= 0.15 * size.width * size.height && read < 20
  }
}

extension RedactionPlan {
  /// Whether a text is looked for at all.
  var searchesAnywhere: Bool {
    marks.contains { mark in
      if case .text = mark.target { true } else { false }
    }
  }

  /// Whether a text is looked for on a page, counted from 0.
  func searches(page: Int) -> Bool {
    marks.contains { mark in
      guard case .text(_, let only) = mark.target else { return false }
      return only == nil || only == page + 1
    }
  }

  /// The pages, counted from 1, whose words have to be recognised before a text can be looked for on them.
  func pagesToRecognise(
    in bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) -> [Int] {
    guard RedactableFormat(bytes) == .pdf else { return [] }
    return try bytes.withUnsafeBufferPointer { buffer throws(Unreadable) in
      let file = try RedactionFile(buffer, limits: limits)
      var pages: [Int] = []
      for page in 0..<file.pageCount where searches(page: page) {
        let size = try file.size(page)
        if let text = file.text(page), file.hasUnreadWords(page, text: text, size: size) {
          pages.append(page + 1)
        }
      }
      return pages
    }
  }
}

extension PageText {
  /// With the characters of words that were recognised where no character stands.
  func adding(_ words: [RecognisedWord]) -> PageText {
    var all = glyphs
    let first = (glyphs.map(\.line).max() ?? 0) + 1
    var last: PageText.Glyph?
    for word in words {
      let isKnown = glyphs.contains { !$0.scalar.isBlank && word.box.holds($0.box.middle) }
      let scalars = Array(word.text.unicodeScalars)
      if isKnown || scalars.isEmpty { continue }
      let line = first + max(word.line, 0)
      if let last, last.line == line {
        let gap = PageBox(
          left: last.box.right, top: word.box.top, right: word.box.left, bottom: word.box.bottom)
        all.append(Glyph(scalar: " ", box: gap, line: line))
      }
      let width = word.box.width / Double(scalars.count)
      for (number, scalar) in scalars.enumerated() {
        let left = word.box.left + Double(number) * width
        let box = PageBox(
          left: left, top: word.box.top, right: left + width, bottom: word.box.bottom)
        all.append(Glyph(scalar: scalar, box: box, line: line))
      }
      last = all.last
    }
    return PageText(all)
  }
}

extension [Int] {
  /// Pages, counted from 1, as one writes them: "page 3", "pages 1–4, 9".
  package var asPages: String {
    var runs: [ClosedRange<Int>] = []
    for page in Set(self).sorted() {
      if let last = runs.last, last.upperBound + 1 == page {
        runs[runs.count - 1] = last.lowerBound...page
      } else {
        runs.append(page...page)
      }
    }
    let written = runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return (Set(self).count == 1 ? "page " : "pages ") + written.joined(separator: ", ")
  }
}
