import Documents

/// The pages of a file before and after redaction, side by side.
struct ComparedPages: ~Copyable {
  /// What came of it.
  struct Outcome {
    var faults: [(page: Int, what: String)] = []
    /// The text that stayed, in small letters without blanks, as UTF-8.
    var kept: [UInt8] = []
    var checks: [RedactionReport.Check] = []
    var remarks: [String] = []
  }

  let before: RedactionFile
  let after: RedactionFile
  let reader: SecondReader
  let lifted: SecondReader

  init(
    before: consuming RedactionFile, after: consuming RedactionFile,
    reader: consuming SecondReader?, lifted: consuming SecondReader?
  ) throws(Unreadable) {
    guard let reader, let lifted else {
      throw Unreadable(.damaged, "A second reader cannot open the redacted file; it was not kept.")
    }
    self.before = before
    self.after = after
    self.reader = reader
    self.lifted = lifted
  }

  func run(
    _ pass: PDFRedaction.Pass, plan: RedactionPlan, aids: Redactor.Aids
  ) throws(Unreadable) -> Outcome {
    var outcome = Outcome()
    guard after.pageCount == before.pageCount, reader.pageCount == before.pageCount else {
      throw Unreadable(.damaged, "The redacted file has lost pages; it was not kept.")
    }
    let searches = plan.marks.compactMap { mark -> (page: Int?, search: TextSearch)? in
      guard case .text(let search, let only) = mark.target else { return nil }
      return (only.map { $0 - 1 }, TextSearch(search))
    }
    let hasBoxes = searches.count < plan.marks.count
    var (characters, regions, pixels) = (0, 0, 0)
    for page in 0..<before.pageCount {
      aids.progress?(before.pageCount + page, 2 * before.pageCount)
      let size = try before.size(page)
      let painted = pass.placement.boxes[page].filter(\.isPainted)
      // The same drawing is compared for every page, and a picture at its own resolution.
      let isPicture = pass.pictures.contains(page)
      let scale = isPicture ? PDFRedaction.pictureScale : PDFRedaction.scale
      guard var old = before.drawing(page, scale: scale, colours: isPicture),
        var new = after.drawing(page, scale: scale, colours: isPicture)
      else {
        outcome.faults.append((page, "the page cannot be drawn"))
        continue
      }
      for box in painted {
        old.fill(old.pixels(of: box.box, scale: scale, margin: 1.5), with: [0])
        new.fill(new.pixels(of: box.box, scale: scale, margin: 1.5), with: [0])
      }
      // The tail of a letter may have stood out of the box that took it.
      for letter in pass.removed[page].characters {
        old.fill(old.pixels(of: letter.box, scale: scale, margin: 1), with: [0])
        new.fill(new.pixels(of: letter.box, scale: scale, margin: 1), with: [0])
      }
      // On the lines of a mark letters may have moved to the grid, and a picture under a mark was written
      // anew: there, the places around a pixel are compared rather than the pixel.
      let moved = painted.flatMap { box in
        [
          PageBox(left: 0, top: box.box.top - 3, right: size.right, bottom: box.box.bottom + 3),
          PageBox(left: box.box.left - 3, top: 0, right: box.box.right + 3, bottom: size.bottom),
        ]
      }
      let soft = (moved + pass.removed[page].pictures.map(\.box)).map {
        new.pixels(of: $0, scale: scale, margin: 1)
      }
      if let changed = old.changes(to: new, soft: soft) {
        outcome.faults.append((page, "\(changed) pixels outside the marks changed"))
      }
      pixels += new.width * new.height

      guard let unit = reader.unit(page, size: size) else {
        outcome.faults.append((page, "a second reader cannot open the page"))
        continue
      }
      guard let text = reader.text(page, scale: unit) else {
        outcome.faults.append((page, "a second reader cannot read the page"))
        continue
      }
      characters += text.glyphs.count
      let rest = Self.withoutLabels(text, boxes: painted, plan: plan)
      // For a remark, in the order of both readers, of which one is that of the content.
      for text in [rest, hasBoxes ? after.text(page) : nil].compactMap(\.self) {
        outcome.kept += Folding.bare(text.glyphs.lazy.map(\.scalar))
      }
      check(rest, page: page, pass: pass, searches: searches, &outcome)
      guard !painted.isEmpty, !isPicture else { continue }
      regions += painted.count
      let isBare = isEmpty(
        painted.map(\.box), on: page, unit: unit, pictures: pass.removed[page].pictures.map(\.box))
      if !isBare { outcome.faults.append((page, "something is still drawn under a mark")) }
    }
    outcome.checks = [
      .init(
        check: .text, with: "Poppler",
        detail: "\(characters) characters on \(before.pageCount) pages, none in a mark"),
      .init(
        check: .underneath, with: "Poppler",
        detail: "\(regions) marks lifted, nothing drawn below"),
      .init(
        check: .appearance, with: "MuPDF",
        detail: "\(pixels) pixels compared outside the marks, none changed"),
    ]
    remark(pass, plan: plan, &outcome)
    return outcome
  }

  // MARK: Text

  private func check(
    _ text: PageText, page: Int, pass: PDFRedaction.Pass,
    searches: [(page: Int?, search: TextSearch)], _ outcome: inout Outcome
  ) {
    let boxes = pass.placement.boxes[page]
    let isIn = text.glyphs.contains { glyph in
      !glyph.scalar.isBlank
        && boxes.contains { $0.isPainted && $0.box.holds(glyph.box.middle, margin: 1) }
    }
    if isIn { outcome.faults.append((page, "a character can still be read in a mark")) }
    let letters = SearchableText(text)
    for (only, search) in searches where only == nil || only == page {
      if !search.occurrences(in: letters).isEmpty {
        outcome.faults.append((page, "a text that was looked for still stands on the page"))
      }
    }
  }

  /// The text without the labels on the boxes.
  private static func withoutLabels(
    _ text: PageText, boxes: [RedactionFile.Box], plan: RedactionPlan
  ) -> PageText {
    guard plan.label == .code else { return text }
    var isLabel = Array(repeating: false, count: text.glyphs.count)
    let places = text.glyphs.indices.filter { !text.glyphs[$0].scalar.isBlank }
    for box in boxes {
      let label = Array(plan.marks[box.mark].code.unicodeScalars.filter { $0 != " " })
      guard let first = label.first, places.count >= label.count else { continue }
      for start in 0...(places.count - label.count)
      where text.glyphs[places[start]].scalar == first {
        let run = places[start..<(start + label.count)]
        guard zip(run, label).allSatisfy({ text.glyphs[$0].scalar == $1 }),
          run.allSatisfy({ box.box.holds(text.glyphs[$0].box.middle) })
        else { continue }
        for index in run { isLabel[index] = true }
      }
    }
    return PageText(text.glyphs.indices.filter { !isLabel[$0] }.map { text.glyphs[$0] })
  }

  // MARK: Pixels

  /// Whether nothing is drawn where boxes lay: one colour, or two where a blackened picture ends. Only the
  /// part of the page in which they lie is drawn.
  private func isEmpty(
    _ boxes: [PageBox], on page: Int, unit: Double, pictures: [PageBox]
  ) -> Bool {
    // A pixel a unit. Those at the rim of a box may show its neighbours.
    let areas = boxes.map { $0.grown(by: -1.5 * unit).pixels(scale: 1 / unit) }
    guard let x = Self.span(areas.map(\.x)), let y = Self.span(areas.map(\.y)) else { return true }
    guard let drawing = lifted.drawing(page, of: (x, y)), drawing.width == x.count,
      drawing.height == y.count
    else { return false }
    for area in areas {
      if pictures.isEmpty {
        let (x, y) = (area.x.shifted(-x.lowerBound), area.y.shifted(-y.lowerBound))
        if drawing.contrast(in: (x, y)) > 24 { return false }
        continue
      }
      var shades: [[Bool]: (low: Int, high: Int)] = [:]
      for row in area.y {
        for column in area.x {
          let point = (x: (Double(column) + 0.5) * unit, y: (Double(row) + 0.5) * unit)
          // The rim of a picture mixes both sides.
          if pictures.contains(where: {
            $0.grown(by: 2 * unit).holds(point) && !$0.grown(by: -2 * unit).holds(point)
          }) {
            continue
          }
          let key = pictures.map { $0.holds(point) }
          let place = (row - y.lowerBound) * drawing.width + column - x.lowerBound
          let value = Int(drawing.samples[place])
          let known = shades[key] ?? (255, 0)
          shades[key] = (min(known.low, value), max(known.high, value))
        }
      }
      if !shades.values.allSatisfy({ $0.high - $0.low <= 24 }) { return false }
    }
    return true
  }

  /// The smallest range around some.
  private static func span(_ ranges: [Range<Int>]) -> Range<Int>? {
    let filled = ranges.filter { !$0.isEmpty }
    guard let low = filled.map(\.lowerBound).min(), let high = filled.map(\.upperBound).max()
    else { return nil }
    return low..<high
  }

  // MARK: Remarks

  /// Names the marks whose words stand elsewhere in plain sight.
  private func remark(_ pass: PDFRedaction.Pass, plan: RedactionPlan, _ outcome: inout Outcome) {
    var marks = Set<Int>()
    for (text, mark) in pass.placement.gone
    where text.unicodeScalars.count >= 6 && outcome.kept.holds(Array(text.utf8)) {
      if case .text = plan.marks[mark].target { continue }
      marks.insert(mark)
    }
    for mark in marks.sorted() {
      outcome.remarks.append(
        "Words that mark \(mark + 1) takes out also stand elsewhere in the file, unmarked.")
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(_ by: Int) -> Range<Int> { lowerBound + by..<upperBound + by }
}
