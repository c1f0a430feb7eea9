import CMuPDF

/// A PDF document: the text of its pages, paragraphs put together again.
enum PDFDocument {
  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Unreadable) -> DocumentText {
    let pages = try bytes.withUnsafeBufferPointer { buffer throws(Unreadable) in
      let file = try PDFFile(buffer, limits: limits)
      return try file.pages()
    }
    let lines = pages.lines
    try checkWords(lines, pages: pages)

    let hyphens = Hyphens(lines)
    var pieces: [TextFlow.Piece] = []
    var table: [[PageLine]]?
    for page in pages.contents {
      let laidOut = PageText(page.lines, after: table, hyphens: hyphens)
      table = laidOut.lastRow
      let own = laidOut.pieces
      if let last = pieces.last, let first = own.first, goesOn(first, after: last) {
        pieces[pieces.count - 1].text = hyphens.joined(last.text, first.text)
        pieces += own.dropFirst()
      } else {
        pieces += own
      }
    }
    return DocumentText(
      text: TextFlow.text(of: pieces), format: .pdf, notes: notes(pages))
  }

  /// Whether a page begins in the middle of the sentence with which the one before ends.
  private static func goesOn(_ first: TextFlow.Piece, after last: TextFlow.Piece) -> Bool {
    guard first.kind == .paragraph, last.kind != .row, let end = last.text.last,
      let start = first.text.first
    else { return false }
    return start.isLowercase && (end.isLetter || end == "," || end == "-")
      && last.text.utf8.count > 40
  }

  private static func checkWords(_ lines: [PageLine], pages: PDFFile.Pages) throws(Unreadable) {
    var (letters, unknown) = (0, 0)
    for line in lines {
      for scalar in line.text.unicodeScalars {
        if scalar == "\u{FFFD}" || (0xE000...0xF8FF).contains(scalar.value) {
          unknown += 1
        } else if !scalar.properties.isWhitespace {
          letters += 1
        }
      }
    }
    if letters + unknown == 0, !pages.failed.isEmpty {
      throw .damaged("none of its \(pages.contents.count) pages could be read")
    }
    if letters + unknown == 0, pages.contents.allSatisfy({ $0.images == 0 }) { throw .empty }
    guard letters > 0, unknown < letters else {
      let what =
        letters + unknown == 0
        ? "it is a scan, or its words are drawn as pictures"
        : "its fonts do not say which letters they show"
      throw Unreadable(
        .noTextLayer,
        "The PDF has no text that could be read: \(what). Recognise its text (OCR), for instance with"
          + " ocrmypdf, look the result through, and give that.")
    }
  }

  private static func notes(_ pages: PDFFile.Pages) -> [DocumentNote] {
    var notes: [DocumentNote] = []
    if pages.wasRepaired {
      notes.append(
        DocumentNote(
          .damage,
          "The file is damaged; it was mended as well as could be, and words may be missing."))
    }
    if !pages.failed.isEmpty {
      notes.append(
        DocumentNote(
          .damage, "\(list(pages.failed)) could not be read, or not whole; words are missing."))
    }
    let pictures = pages.contents.indices.filter {
      pages.contents[$0].lines.isEmpty && pages.contents[$0].images > 0
    }
    if !pictures.isEmpty {
      notes.append(
        DocumentNote(
          .pictures,
          "\(list(pictures)) without a text layer: a scan, whose words are not in the text. Recognise"
            + " them (OCR) first if they matter."))
    }
    return notes
  }

  /// Pages by number: "Page 3", "Pages 1, 2 and 7".
  static func list(_ pages: [Int]) -> String {
    let shown = pages.prefix(10).map { String($0 + 1) }
    guard shown.count > 1 else { return "Page \(shown.first ?? "")" }
    if pages.count > shown.count {
      return "Pages \(shown.joined(separator: ", ")) and \(pages.count - shown.count) more"
    }
    return "Pages \(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")"
  }
}
