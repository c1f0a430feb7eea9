extension PDFRedaction {
  /// What happened, mark by mark.
  func report(_ pass: Pass, proof: PDFProof, reasons: [String]) -> RedactionReport {
    var marks = plan.marks.enumerated().map { number, mark in
      var find: String?
      if case .text(let search, _) = mark.target { find = search.text }
      return RedactionReport.Mark(
        number: number + 1, code: mark.code, find: find, places: [], removed: [], characters: 0,
        pictures: 0)
    }
    for (page, boxes) in pass.placement.boxes.enumerated() {
      for box in boxes {
        marks[box.mark].places.append(.init(page: page + 1, box: box.isPainted ? box.box : nil))
      }
      let removed = pass.removed[page]
      for (number, characters) in Dictionary(grouping: removed.characters, by: \.mark) {
        marks[number].characters += characters.filter { !$0.scalar.isBlank }.count
        marks[number].removed += Self.lines(characters.map { ($0.scalar, $0.box) })
      }
      for picture in removed.pictures { marks[picture.mark].pictures += 1 }
    }
    return RedactionReport(
      format: "pdf", marks: marks, schedule: marks.map(RedactionReport.Row.init),
      proof: proof.checks, pagesAsPictures: pass.pictures.map { $0 + 1 }.sorted(),
      remarks: reasons + remarks(pass) + proof.remarks)
  }

  /// Characters put together to lines as they stood.
  static func lines(_ characters: [(scalar: Unicode.Scalar, box: PageBox)]) -> [String] {
    var lines: [String] = []
    var last: PageBox?
    for (scalar, box) in characters {
      if let last, abs(last.middle.y - box.middle.y) < 0.8 * max(last.height, box.height),
        box.left > last.left - 1
      {
        let isApart = box.left - last.right > 0.8 * max(box.height, 1)
        lines[lines.count - 1].unicodeScalars.append(
          contentsOf: (isApart ? [" "] : []) + [scalar])
      } else {
        lines.append(String(Character(scalar)))
      }
      last = box
    }
    return lines.map { $0.split { $0.isWhitespace }.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

extension RedactionReport.Row {
  /// The line for a mark: how much was withheld, and nothing of what it was.
  init(_ mark: RedactionReport.Mark) {
    let words = mark.removed.reduce(0) { $0 + $1.split(separator: " ").count }
    var parts: [String] = []
    if words > 0 { parts.append(words == 1 ? "1 word" : "\(words) words") }
    if mark.pictures > 0 {
      parts.append(mark.pictures == 1 ? "part of 1 picture" : "parts of \(mark.pictures) pictures")
    }
    if parts.isEmpty { parts.append("an area of the page") }
    self.init(
      number: mark.number, pages: Set(mark.places.map(\.page)).sorted(), code: mark.code,
      extent: parts.joined(separator: " and "))
  }
}
