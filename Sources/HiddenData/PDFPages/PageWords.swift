import CMuPDF

/// A word as it is painted, seen or not.
struct PageWord {
  var glyphs: [Int]
  var box: pages_box
  /// Whether a blank stands before it, and the gap to the letter before in ems.
  var isSpaced: Bool
  var gap: Float
  var cause: PageCause?
}

extension PageSight {
  /// The words that are seen, and those of which a part is.
  func shownWords() -> (whole: [String], partly: [String]) {
    var shown: (whole: [String], partly: [String]) = ([], [])
    for word in words() {
      if cause(of: word) == nil {
        shown.whole.append(line([word]))
      } else if word.glyphs.contains(where: { causes[$0] == nil }) {
        shown.partly.append(line([word]))
      }
    }
    return shown
  }

  // MARK: Words

  func words() -> [PageWord] {
    var words: [PageWord] = []
    var last: Int?
    var isSpaced = true
    for (index, glyph) in drawing.glyphs.enumerated() {
      guard glyph.isWord, !glyph.has(pages_glyph_pattern) else {
        isSpaced = true
        continue
      }
      let gap = last.map { Self.gap(drawing.glyphs[$0], glyph) } ?? .infinity
      if !isSpaced, abs(gap) < 0.28, !words.isEmpty {
        words[words.count - 1].glyphs.append(index)
        words[words.count - 1].box = words[words.count - 1].box.joined(glyph.box)
      } else if !isSpaced, let first = words.last?.glyphs.first,
        abs(Self.gap(glyph, drawing.glyphs[first])) < 0.28
      {
        // Painted from the end to the beginning.
        words[words.count - 1].glyphs.insert(index, at: 0)
        words[words.count - 1].box = words[words.count - 1].box.joined(glyph.box)
      } else {
        words.append(
          PageWord(glyphs: [index], box: glyph.box, isSpaced: isSpaced, gap: gap, cause: nil))
      }
      last = index
      isSpaced = false
    }
    return words
  }

  /// The gap between two letters along their line in ems; infinite where they stand on different ones.
  static func gap(_ left: pages_glyph, _ right: pages_glyph) -> Float {
    let em = max(left.em, right.em, 0.1)
    guard em < max(min(left.em, right.em), 0.01) * 1.7 else { return .infinity }
    guard left.dx * right.dx + left.dy * right.dy > 0.95 else { return .infinity }
    let x = right.x - left.x
    let y = right.y - left.y
    // Several characters of one glyph share its place.
    if x == 0, y == 0 { return 0 }
    let along = x * left.dx + y * left.dy
    let across = abs(x * left.dy - y * left.dx)
    guard across < em * 0.5, along > 0 else { return .infinity }
    let gap = (along - left.advance) / em
    return gap.isFinite ? gap : .infinity
  }

  /// A word is hidden where half of its letters are, or three in a row; then all of it is shown.
  func cause(of word: PageWord) -> PageCause? {
    var counts: [PageCause: Int] = [:]
    var letters = 0
    var hidden = 0
    var run = 0
    var longest = 0
    for glyph in word.glyphs {
      let isLetter = drawing.glyphs[glyph].isLetterOrDigit
      if isLetter { letters += 1 }
      guard let cause = causes[glyph] else {
        if isLetter { run = 0 }
        continue
      }
      counts[cause, default: 0] += 1
      guard isLetter else { continue }
      hidden += 1
      run += 1
      longest = max(longest, run)
    }
    // Signs between hidden words belong to them; by themselves they are not telling.
    let isHidden = letters == 0 ? !counts.isEmpty : hidden * 2 >= letters || longest >= 3
    guard isHidden else { return nil }
    return counts.max { ($0.value, $0.key.rank) < ($1.value, $1.key.rank) }?.key
  }
}
