/// The characters of a page with their places, in the order in which they are drawn.
struct PageText: Sendable {
  /// A character.
  struct Glyph: Equatable, Sendable {
    var scalar: Unicode.Scalar
    var box: PageBox
    /// The run of text it belongs to; a blank or a new line stands between two.
    var line: Int
  }

  let glyphs: [Glyph]

  init(_ glyphs: [Glyph]) { self.glyphs = glyphs }

  /// The places of the characters from top to bottom and from left to right: a text whose parts were drawn
  /// in another order is found in this one.
  func readingOrder() -> [Int] {
    var lines: [(top: Double, left: Double, glyphs: Range<Int>)] = []
    var start = 0
    for index in 1..<(glyphs.count + 1) where start < glyphs.count {
      guard index == glyphs.count || glyphs[index].line != glyphs[start].line else { continue }
      // Lines whose middles are less than a third of a letter apart are level.
      let box = glyphs[start].box
      let step = max(box.height / 3, 1)
      lines.append(((box.middle.y / step).rounded() * step, box.left, start..<index))
      start = index
    }
    lines.sort { ($0.top, $0.left) < ($1.top, $1.left) }
    return lines.flatMap(\.glyphs)
  }

  /// The characters that lie in a box: in a whole letter's width, and not only touched by it.
  func indices(in box: PageBox) -> [Int] {
    glyphs.indices.filter { index in
      let glyph = glyphs[index].box
      let core = glyph.grown(by: 0)
      let across = min(core.right, box.right) - max(core.left, box.left)
      return core.middle.y > box.top && core.middle.y < box.bottom
        && (across > 0.15 * core.width || box.holds(core.middle))
    }
  }

  /// Grown at both ends to whole words: letters and digits with the signs that join them.
  func wholeWords(_ indices: [Int]) -> [Int] {
    var whole = Set<Int>()
    for index in indices {
      whole.insert(index)
      guard Self.isOfWord(glyphs[index].scalar) else { continue }
      for step in [1, -1] {
        var next = index + step
        while glyphs.indices.contains(next), belongs(next, to: next - step) {
          // A sign joins only if a letter follows it: a full stop is not of the word before.
          if !Self.isLetter(glyphs[next].scalar) {
            let beyond = next + step
            guard glyphs.indices.contains(beyond), belongs(beyond, to: next),
              Self.isLetter(glyphs[beyond].scalar)
            else { break }
          }
          guard whole.insert(next).inserted else { break }
          next += step
        }
      }
    }
    return whole.sorted()
  }

  /// Whether a character goes on with the word of its neighbour.
  private func belongs(_ index: Int, to neighbour: Int) -> Bool {
    let (glyph, other) = (glyphs[index], glyphs[neighbour])
    guard glyph.line == other.line, Self.isOfWord(glyph.scalar), Self.isOfWord(other.scalar) else {
      return false
    }
    // Words that are set apart without a blank between them are two.
    let gap = max(glyph.box.left - other.box.right, other.box.left - glyph.box.right)
    return gap < 0.6 * max(glyph.box.height, 1)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || "'’-‐‑._@/&+".unicodeScalars.contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20)
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.value == 0xFFFD || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The text of some characters, a new line where a run ends.
  func lines(of indices: [Int]) -> [String] {
    var lines: [String] = []
    var previous: Int?
    for index in indices {
      let glyph = glyphs[index]
      if let previous, glyphs[previous].line == glyph.line {
        // Blanks that were not taken along still part two words.
        let isApart = index > previous + 1
        lines[lines.count - 1].unicodeScalars.append(
          contentsOf: (isApart ? [" "] : []) + [glyph.scalar])
      } else {
        lines.append(String(Character(glyph.scalar)))
      }
      previous = index
    }
    return lines.map { $0.split { $0.isWhitespace }.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
