import CMuPDF

/// Hidden text on a page: words that belong together and are hidden for the same reason.
struct PagePassage {
  var cause: PageCause
  var text: String
  var box: pages_box
}

extension PageSight {
  /// The hidden text, in the order in which it is painted.
  func passages() -> [PagePassage] {
    guard causes.contains(where: { $0 != nil }) else { return [] }
    var words = self.words()
    for index in words.indices { words[index].cause = cause(of: words[index]) }
    PageScan(self).judge(&words)
    return joined(words.filter { $0.cause != nil })
  }

  private func joined(_ words: [PageWord]) -> [PagePassage] {
    var passages: [PagePassage] = []
    var lines: [[PageWord]] = []
    func close() {
      guard let cause = lines.first?.first?.cause else { return }
      let text = lines.map(line).joined(separator: "\n")
      let box = lines.joined().reduce(pages_box.nowhere) { $0.joined($1.box) }
      if isTelling(lines.flatMap { $0 }, cause, text) {
        passages.append(PagePassage(cause: cause, text: text, box: box))
      }
      lines = []
    }
    for word in words {
      guard let last = lines.last?.last, last.cause == word.cause else {
        close()
        lines = [[word]]
        continue
      }
      guard let from = last.glyphs.last, let to = word.glyphs.first else { continue }
      let gap = Self.gap(drawing.glyphs[from], drawing.glyphs[to])
      if gap < 4 {
        lines[lines.count - 1].append(word)
      } else if Self.isNear(last.box, word.box) || word.cause == .layer {
        lines.append([word])
      } else {
        close()
        lines = [[word]]
      }
    }
    close()
    return passages
  }

  private static func isNear(_ one: pages_box, _ other: pages_box) -> Bool {
    let high = max(one.height, other.height, 4)
    let apart = max(one.y0, other.y0) - min(one.y1, other.y1)
    return apart < high * 2
  }

  /// The words of a line; letters that stand apart evenly are one word.
  func line(_ words: [PageWord]) -> String {
    let single = words.count { $0.glyphs.count == 1 }
    let gaps = words.dropFirst().map(\.gap).filter(\.isFinite).sorted()
    let usual = gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    let isSpread = words.count >= 4 && single * 10 >= words.count * 8
    var text = ""
    for (index, word) in words.enumerated() {
      let isJoined = isSpread && !word.isSpaced && word.gap < usual * 1.5
      if index > 0, !isJoined { text += " " }
      for glyph in word.glyphs {
        let rune = drawing.glyphs[glyph].rune
        text.unicodeScalars.append(Unicode.Scalar(rune) ?? "\u{FFFD}")
      }
    }
    return text
  }

  /// Dots, dashes and stray letters tell nothing; a figure may be the secret. The labels of redactions
  /// are often written on their boxes in the same colour.
  private func isTelling(_ words: [PageWord], _ cause: PageCause, _ text: String) -> Bool {
    var letters = 0
    var digits = 0
    for index in words.lazy.flatMap(\.glyphs) where causes[index] != nil {
      let glyph = drawing.glyphs[index]
      if glyph.isLetterOrDigit { letters += 1 }
      if (0x30...0x39).contains(glyph.rune) { digits += 1 }
    }
    guard letters >= 2 || digits >= 1 else { return false }
    return cause != .onBar || !PageLabel.isLabel(text)
  }
}
