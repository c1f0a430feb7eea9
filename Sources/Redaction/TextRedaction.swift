import Documents

/// Redacts a text or a table in text form: what was looked for gives way to a label of one length, so that
/// the length of the label tells nothing.
struct TextRedaction {
  let plan: RedactionPlan

  func redact(_ bytes: [UInt8]) throws(Unreadable) -> RedactionResult {
    guard let encoding = TextEncoding(bytes), let text = encoding.text(bytes) else {
      throw Unreadable(.damaged, "The file is no text that can be read.")
    }
    let scalars = Array(text.unicodeScalars)
    let page = Self.page(scalars)
    let letters = SearchableText(page)
    var taken = [Int?](repeating: nil, count: scalars.count)
    var found: [[String]] = []
    var terms: [RedactionPlan.Search] = []
    for (number, mark) in plan.marks.enumerated() {
      guard case .text(let search, _) = mark.target else {
        throw Unreadable(
          .damaged,
          "Mark \(number + 1) is a box or a page, and a text file has none. Mark texts to find.")
      }
      terms.append(search)
      var own: [String] = []
      for occurrence in TextSearch(search).occurrences(in: letters) {
        guard let first = occurrence.first, let last = occurrence.last else { continue }
        // Whole words, and the blanks and line ends between the first and the last.
        let words = page.wholeWords(Array(first...last))
        let isNew = words.contains { taken[$0] == nil }
        for index in words where taken[index] == nil { taken[index] = number }
        if isNew { own.append(page.lines(of: words).joined(separator: " ")) }
      }
      found.append(own)
      if own.isEmpty, !words(number, in: taken) {
        throw Unreadable(.damaged, "Mark \(number + 1) looks for a text that is not in the file.")
      }
    }
    let new = written(scalars, taken)
    try prove(new, terms)
    return RedactionResult(bytes: encoding.bytes(new), report: report(found, count: scalars.count))
  }

  private func words(_ number: Int, in taken: [Int?]) -> Bool { taken.contains(number) }

  /// The text as one page: a line each, so that searches run across the ends of lines.
  private static func page(_ scalars: [Unicode.Scalar]) -> PageText {
    var (line, column) = (0, 0)
    return PageText(
      scalars.map { scalar in
        let place = PageBox(
          left: Double(column), top: Double(line) * 10, right: Double(column) + 1,
          bottom: Double(line) * 10 + 9)
        let glyph = PageText.Glyph(scalar: scalar, box: place, line: line)
        column += 1
        if scalar == "\n" { (line, column) = (line + 1, 0) }
        return glyph
      })
  }

  private func written(_ scalars: [Unicode.Scalar], _ taken: [Int?]) -> String {
    let longest = plan.marks.map(\.code.count).max() ?? 0
    var result = String.UnicodeScalarView()
    var previous: Int?
    for (scalar, mark) in zip(scalars, taken) {
      if let mark {
        if mark != previous {
          let code = plan.label == .code ? plan.marks[mark].code : ""
          let padding = plan.label == .code ? longest - code.count : 8
          let label = "[" + code + String(repeating: "\u{23}", count: padding) + "]"
          result.append(contentsOf: label.unicodeScalars)
        } else if scalar == "\n" {
          result.append(scalar)
          previous = nil
          continue
        }
      } else {
        result.append(scalar)
      }
      previous = mark
    }
    return String(result)
  }

  /// Looks for everything again in the new text.
  private func prove(_ text: String, _ terms: [RedactionPlan.Search]) throws(Unreadable) {
    let letters = SearchableText(Self.page(Array(text.unicodeScalars)))
    for (number, term) in terms.enumerated()
    where !TextSearch(term).occurrences(in: letters).isEmpty {
      throw Unreadable(
        .damaged, "What mark \(number + 1) looks for is still in the text; it was not kept.")
    }
  }

  private func report(_ found: [[String]], count: Int) -> RedactionReport {
    let marks = zip(plan.marks, found).enumerated().map { number, pair in
      var find: String?
      if case .text(let search, _) = pair.0.target { find = search.text }
      return RedactionReport.Mark(
        number: number + 1, code: pair.0.code, find: find,
        places: pair.1.map { _ in RedactionReport.Place(page: 0, box: nil) }, removed: pair.1,
        characters: pair.1.joined().filter { !$0.isWhitespace }.count, pictures: 0)
    }
    return RedactionReport(
      format: "text", marks: marks, schedule: marks.map(RedactionReport.Row.init),
      proof: [
        .init(
          check: .text, with: "search",
          detail: "\(count) characters, \(plan.marks.count) texts looked for again, none found")
      ], pagesAsPictures: [], remarks: [])
  }
}
