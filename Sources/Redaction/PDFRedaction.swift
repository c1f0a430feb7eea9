import Documents

/// Redacts a PDF: writes the pages anew without what is marked, tries the result, and makes pictures of
/// the pages for which that did not do.
struct PDFRedaction {
  let plan: RedactionPlan
  let limits: DocumentLimits
  let aids: Redactor.Aids

  /// What was done in one pass.
  struct Pass {
    var bytes: [UInt8] = []
    var placement: MarkPlacement
    var removed: [RedactionFile.Removed]
    /// Pages that became pictures.
    var pictures: Set<Int>
    /// Pages, counted from 1, with pictures in which no text could be looked for.
    var unsearched: [Int] = []
  }

  /// Pixels a point at which pages are compared, and at which they become pictures.
  static let scale = 1.0
  static let pictureScale = 150.0 / 72

  func redact(_ bytes: [UInt8]) throws(Unreadable) -> RedactionResult {
    var pictures = Set<Int>()
    var failure = ""
    var reasons: [String] = []
    for _ in 1...3 {
      let pass = try bytes.withUnsafeBufferPointer { buffer throws(Unreadable) in
        try self.pass(buffer, pictures: pictures)
      }
      var proof = PDFProof(plan: plan, original: bytes, pass: pass, limits: limits, aids: aids)
      try proof.run()
      guard let fault = proof.fault else {
        return RedactionResult(
          bytes: pass.bytes, report: report(pass, proof: proof, reasons: reasons))
      }
      failure = fault
      reasons.append("A page became a picture, because otherwise " + fault + ".")
      // A page that already is a picture, or a fault of the file as a whole, is not mended by another.
      let next = proof.faultyPages.union(pass.pictures)
      guard next.count > pictures.count, !proof.faultyPages.isEmpty else { break }
      pictures = next
    }
    throw Unreadable(
      .damaged,
      "The redaction could not be proved and was not kept: \(failure). Print the page and scan it, or"
        + " withhold the file as a whole.")
  }

  private func pass(
    _ buffer: UnsafeBufferPointer<UInt8>, pictures: Set<Int>
  ) throws(Unreadable) -> Pass {
    let file = try RedactionFile(buffer, limits: limits)
    var texts: [SearchableText] = []
    var unsearched: [Int] = []
    var sizes: [PageBox] = []
    for page in 0..<file.pageCount {
      sizes.append(try file.size(page))
      guard let text = file.text(page) else {
        throw Unreadable(.damaged, "Page \(page + 1) cannot be read whole; nothing was redacted.")
      }
      texts.append(SearchableText(text))
      if plan.searches(page: page), aids.recognised[page] == nil,
        file.hasUnreadWords(page, text: text, size: sizes[page])
      {
        unsearched.append(page + 1)
      }
    }
    var placement = try placement(texts, sizes, unsearched: unsearched)
    var pass = Pass(
      placement: placement, removed: Array(repeating: .init(), count: file.pageCount),
      pictures: pictures, unsearched: unsearched)

    for page in 0..<file.pageCount {
      aids.progress?(page, 2 * file.pageCount)
      try hideCopies(file, page, texts[page], &placement)
      let boxes = placement.boxes[page]
      let isMarked = boxes.contains(where: \.isPainted)
      if !boxes.isEmpty || file.needsRewriting(page), !pictures.contains(page) {
        if let removed = file.rewrite(page, without: boxes, dropsImages: plan.images == .remove) {
          pass.removed[page] = removed
        } else {
          pass.pictures.insert(page)
        }
      }
      if pass.pictures.contains(page) {
        try replace(file, page, text: texts[page].text, size: sizes[page], boxes: boxes)
        pass.removed[page] = removed(of: texts[page].text, boxes: boxes)
      }
      if isMarked {
        let painted = labelled(boxes.filter(\.isPainted))
        guard file.paint(page, boxes: painted) else { throw Self.broken(page) }
      }
    }
    pass.placement = placement
    guard let bytes = file.written() else {
      throw Unreadable(.damaged, "The redacted file could not be written.")
    }
    pass.bytes = bytes
    return pass
  }

  /// Where the marks lie, among the words that were recognised too.
  private func placement(
    _ texts: [SearchableText], _ sizes: [PageBox], unsearched: [Int]
  ) throws(Unreadable) -> MarkPlacement {
    let all = texts.enumerated().map { page, text in
      aids.recognised[page].map { SearchableText(text.text.adding($0)) } ?? text
    }
    do { return try MarkPlacement(plan, texts: all, sizes: sizes) } catch {
      guard !unsearched.isEmpty else { throw error }
      throw Unreadable(error.reason, error.message + " " + Self.remark(unsearched: unsearched))
    }
  }

  /// Says that words in pictures were not looked at.
  private static func remark(unsearched pages: [Int]) -> String {
    let what = pages.count == 1 ? " is or shows a picture" : " are or show pictures"
    let start = pages.asPages
    return start.prefix(1).uppercased() + start.dropFirst() + what
      + "; its words could not be searched. Look at it, and mark by a box what has to go."
  }

  /// Says what a person should look at.
  func remarks(_ pass: Pass) -> [String] {
    var remarks = pass.unsearched.isEmpty ? [] : [Self.remark(unsearched: pass.unsearched)]
    let recognised = aids.recognised.keys.map { $0 + 1 }
    if !recognised.isEmpty {
      remarks.append(
        "The words in the pictures on \(recognised.asPages) were recognised by a program, which may have"
          + " missed some. Look at them.")
    }
    return remarks
  }

  /// The boxes with their codes, once where boxes of one mark lie over each other.
  private func labelled(_ boxes: [RedactionFile.Box]) -> [(box: PageBox, label: String?)] {
    boxes.enumerated().map { index, box in
      let isRepeated = boxes[..<index].contains { $0.mark == box.mark && $0.box.overlaps(box.box) }
      return (box.box, plan.label == .none || isRepeated ? nil : plan.marks[box.mark].code)
    }
  }

  private static func broken(_ page: Int) -> Unreadable {
    Unreadable(.damaged, "Page \(page + 1) could not be written anew; nothing was redacted.")
  }

  /// Marks what stands a second time on the page, where nobody sees it.
  private func hideCopies(
    _ file: borrowing RedactionFile, _ page: Int, _ text: SearchableText,
    _ placement: inout MarkPlacement
  ) throws(Unreadable) {
    // Only what no box covers yet can be a copy.
    let boxes = placement.boxes[page].map(\.box)
    let rest = text.text.glyphs.filter { glyph in !boxes.contains { $0.holds(glyph.box.middle) } }
    let bare = Folding.bare(rest.lazy.map(\.scalar))
    guard placement.longTerms.contains(where: { bare.holds(Array($0.utf8)) }) else { return }
    guard let drawing = file.drawing(page, scale: Self.scale) else { throw Self.broken(page) }
    placement.addHiddenCopies(on: page, text: text, drawing: drawing, scale: Self.scale)
  }

  /// Puts a picture of the page, with its boxes already black, in the place of its content.
  private func replace(
    _ file: borrowing RedactionFile, _ page: Int, text: PageText, size: PageBox,
    boxes: [RedactionFile.Box]
  ) throws(Unreadable) {
    guard var drawing = file.drawing(page, scale: Self.pictureScale, colours: true) else {
      throw Self.broken(page)
    }
    let painted = boxes.filter(\.isPainted)
    for box in painted {
      drawing.fill(drawing.pixels(of: box.box, scale: Self.pictureScale, margin: 1), with: [0])
    }
    let words: [RecognisedWord]
    if let recognised = aids.layers[page] {
      words = recognised.filter { word in
        word.box.overlaps(size) && !painted.contains { $0.box.overlaps(word.box) }
      }
    } else {
      words = text.visibleWords(in: drawing, scale: Self.pictureScale, size: size).filter { word in
        // The places of letters on two lines share a rim.
        let core = PageBox(
          left: word.box.left, top: word.box.top + 0.25 * word.box.height, right: word.box.right,
          bottom: word.box.bottom - 0.25 * word.box.height)
        return !boxes.contains { $0.box.overlaps(core) }
      }
    }
    guard file.replace(page, by: drawing, words: words) else { throw Self.broken(page) }
  }

  private func removed(of text: PageText, boxes: [RedactionFile.Box]) -> RedactionFile.Removed {
    var removed = RedactionFile.Removed()
    var seen = Set<Int>()
    for box in boxes {
      for index in text.indices(in: box.box) where seen.insert(index).inserted {
        removed.characters.append((box.mark, text.glyphs[index].scalar, text.glyphs[index].box))
      }
    }
    return removed
  }
}

extension PageText {
  /// The words that can be seen in a drawing of their page.
  func visibleWords(in drawing: Drawing, scale: Double, size: PageBox) -> [RecognisedWord] {
    var words: [RecognisedWord] = []
    var indices: [Int] = []
    func finish() {
      guard let first = indices.first else { return }
      let box = indices.dropFirst().reduce(glyphs[first].box) { $0.union(glyphs[$1].box) }
      let text = String(String.UnicodeScalarView(indices.map { glyphs[$0].scalar }))
      let isInside = box.intersection(size) == box
      if isInside, drawing.contrast(in: drawing.pixels(of: box, scale: scale)) > 24 {
        words.append(RecognisedWord(text, box: box))
      }
    }
    for (index, glyph) in glyphs.enumerated() {
      let isBlank = glyph.scalar.isBlank
      if isBlank || indices.last.map({ glyphs[$0].line != glyph.line }) ?? false {
        finish()
        indices = []
      }
      if !isBlank { indices.append(index) }
    }
    finish()
    return words
  }
}
