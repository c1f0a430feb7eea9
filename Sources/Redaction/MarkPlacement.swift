import Documents

/// Where the marks of a plan come to lie: boxes that cover whole words and end on a grid, so that neither
/// their width nor that of the gap tells what stood there.
struct MarkPlacement {
  /// Boxes of each page.
  private(set) var boxes: [[RedactionFile.Box]]
  /// The texts that no reader may find any more, and the mark each came from.
  private(set) var gone: [(text: String, mark: Int)] = []
  /// Those that are long enough to be looked for where nobody sees them.
  private(set) var longTerms = Set<String>()
  private var noted = Set<String>()

  /// How far apart the edges are at which boxes end.
  static let grid = 6.0

  init(
    _ plan: RedactionPlan, texts: [SearchableText], sizes: [PageBox]
  ) throws(Unreadable) {
    boxes = Array(repeating: [], count: texts.count)
    for (number, mark) in plan.marks.enumerated() {
      switch mark.target {
      case .box(let page, let box):
        let page = try Self.checked(page, number, texts.count)
        try place(box, page: page, mark: number, text: texts[page].text, size: sizes[page])
      case .page(let page):
        let page = try Self.checked(page, number, texts.count)
        boxes[page].append(.init(mark: number, box: sizes[page], isPainted: true))
        let text = texts[page].text
        note(text.lines(of: Array(text.glyphs.indices)), mark: number)
      case .text(let search, let page):
        let only = try page.map { page throws(Unreadable) in
          try Self.checked(page, number, texts.count)
        }
        var isFound = false
        let search = TextSearch(search)
        for (index, text) in texts.enumerated() where only == nil || only == index {
          for occurrence in search.occurrences(in: text) {
            isFound = true
            cover(occurrence, page: index, mark: number, text: text.text, size: sizes[index])
            note(text.text.lines(of: occurrence), mark: number)
          }
        }
        guard isFound else {
          throw Unreadable(
            .damaged,
            "Mark \(number + 1) looks for a text that does not stand in the file. Take the mark away, or"
              + " mark it by a box if it is a picture.")
        }
      }
    }
  }

  private static func checked(_ page: Int, _ mark: Int, _ count: Int) throws(Unreadable) -> Int {
    guard (1...max(count, 1)).contains(page) else {
      throw Unreadable(
        .damaged, "Mark \(mark + 1) is on page \(page), and the file has \(count) pages.")
    }
    return page - 1
  }

  private mutating func place(
    _ box: PageBox, page: Int, mark: Int, text: PageText, size: PageBox
  ) throws(Unreadable) {
    guard let inside = box.intersection(size) else {
      throw Unreadable(.damaged, "Mark \(mark + 1) lies beside page \(page + 1).")
    }
    let touched = text.indices(in: inside)
    cover(touched, page: page, mark: mark, text: text, size: size, with: inside)
    note(text.lines(of: text.wholeWords(touched)), mark: mark)
  }

  /// Adds the boxes that cover some characters, a row each, beside the box that was drawn.
  private mutating func cover(
    _ indices: [Int], page: Int, mark: Int, text: PageText, size: PageBox,
    with drawn: PageBox? = nil
  ) {
    let words = text.wholeWords(indices)
    if let drawn { boxes[page].append(.init(mark: mark, box: drawn, isPainted: true)) }
    let taken = Set(words)
    var row: PageBox?
    var line: Int?
    func finish(_ boxes: inout [RedactionFile.Box]) {
      guard let row else { return }
      let padded = Self.padded(row, in: text, but: taken)
      // What lies beside the page as displayed is taken out without a box.
      guard let shown = padded.intersection(size) else {
        boxes.append(.init(mark: mark, box: padded, isPainted: false))
        return
      }
      if let drawn, drawn.union(shown) == drawn { return }
      boxes.append(.init(mark: mark, box: shown, isPainted: true))
    }
    for index in words {
      let glyph = text.glyphs[index]
      if glyph.scalar.isBlank { continue }
      let box = glyph.box
      if let last = row, Self.isLevel(last, box) || line == glyph.line && Self.isNear(last, box) {
        row = last.union(box)
      } else {
        finish(&boxes[page])
        row = box
      }
      line = glyph.line
    }
    finish(&boxes[page])
  }

  /// The boxes that blacken one occurrence of a text.
  static func boxes(for occurrence: [Int], in text: PageText, size: PageBox) -> [PageBox] {
    var placement = MarkPlacement(pages: 1)
    placement.cover(occurrence, page: 0, mark: 0, text: text, size: size)
    return placement.boxes[0].filter(\.isPainted).map(\.box)
  }

  private init(pages: Int) { boxes = Array(repeating: [], count: pages) }

  /// Whether a character stands close to the ones before, as it does where a text runs upwards.
  private static func isNear(_ row: PageBox, _ box: PageBox) -> Bool {
    row.grown(by: max(box.height, box.width)).overlaps(box)
  }

  private static func isLevel(_ row: PageBox, _ box: PageBox) -> Bool {
    let shared = min(row.bottom, box.bottom) - max(row.top, box.top)
    let gap = max(box.left - row.right, row.left - box.right)
    return shared > 0.5 * min(row.height, box.height) && gap < 3 * max(row.height, box.height)
  }

  /// A box whose ends lie on the grid, but never over a neighbour that stays.
  private static func padded(_ row: PageBox, in text: PageText, but taken: Set<Int>) -> PageBox {
    var left = (row.left / grid).rounded(.down) * grid
    var right = (row.right / grid).rounded(.up) * grid
    if row.left - left < 1 { left -= grid }
    if right - row.right < 1 { right += grid }
    for (index, glyph) in text.glyphs.enumerated() {
      let box = glyph.box
      guard box.top < row.bottom, box.bottom > row.top, !glyph.scalar.isBlank,
        !taken.contains(index)
      else { continue }
      if box.middle.x < row.middle.x, box.right > left { left = min(box.right + 0.2, row.left) }
      if box.middle.x > row.middle.x, box.left < right { right = max(box.left - 0.2, row.right) }
    }
    return PageBox(left: left, top: row.top, right: right, bottom: row.bottom)
  }

  /// Remembers lines and their longer words.
  private mutating func note(_ lines: [String], mark: Int) {
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      for text in [line] + words {
        let bare = Folding.bare(text)
        let count = bare.unicodeScalars.count
        guard count >= 4, noted.insert("\(mark) \(bare)").inserted else { continue }
        gone.append((bare, mark))
        if count >= 5 { longTerms.insert(bare) }
      }
    }
  }

  /// Adds copies of what is taken out that cannot be seen: the drawing shows nothing where they stand.
  mutating func addHiddenCopies(
    on page: Int, text letters: SearchableText, drawing: Drawing, scale: Double
  ) {
    let text = letters.text
    for term in longTerms {
      let search = TextSearch(RedactionPlan.Search(term))
      for occurrence in search.occurrences(in: letters) {
        let marked = gone.first { $0.text == term }?.mark ?? 0
        let seen = occurrence.contains { index in
          let box = text.glyphs[index].box
          return drawing.contrast(in: drawing.pixels(of: box, scale: scale)) > 24
        }
        if seen { continue }
        for index in occurrence {
          let box = text.glyphs[index].box
          let isThere = boxes[page].contains { $0.box.holds(box.middle) }
          if !isThere { boxes[page].append(.init(mark: marked, box: box, isPainted: false)) }
        }
      }
    }
  }
}
