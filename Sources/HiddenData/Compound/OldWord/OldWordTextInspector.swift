import Documents

/// Reports text that was deleted with tracking on, and text that is formatted as hidden.
struct OldWordTextInspector {
  private enum Matter: Equatable { case deleted(by: Int), hidden(style: Int?) }

  private struct Found {
    let matter: Matter
    var letters: Range<Int>
    let part: Int
  }

  private let document: OldWordFile
  private let formatting: OldWordFormatting
  private let styles: OldWordStyles
  private let authors: [String]
  private let run: InspectionRun

  init(
    _ document: OldWordFile, _ formatting: OldWordFormatting, run: InspectionRun
  ) throws(Unreadable) {
    self.document = document
    self.formatting = formatting
    self.run = run
    styles = try OldWordStyles(document.structure(1))
    authors = try OldWordTables.strings(document.structure(51))
  }

  func inspect() {
    var found: Found?
    for piece in document.pieces {
      for (letters, matter) in stretches(of: piece) {
        let part = document.part(of: letters.lowerBound)
        if let open = found, open.matter == matter, open.part == part,
          open.letters.upperBound == letters.lowerBound
        {
          found?.letters = open.letters.lowerBound..<letters.upperBound
        } else {
          found.map(report)
          found = matter.map { Found(matter: $0, letters: letters, part: part) }
        }
      }
    }
    found.map(report)
  }

  /// The stretches of a piece that are formatted alike, in order.
  private func stretches(of piece: OldWordFile.Piece) -> [(Range<Int>, Matter?)] {
    let width = piece.isWide ? 2 : 1
    let bytes = piece.start..<piece.place(of: piece.letters.upperBound)
    guard !bytes.isEmpty else { return [] }
    var stretches: [(Range<Int>, Matter?)] = []
    let paragraphs = OldWordFormatting.touching(bytes, formatting.paragraphs)
    var paragraph = paragraphs.startIndex
    var at = bytes.lowerBound
    func add(_ end: Int, _ run: OldWordRun) {
      while at < end {
        while paragraph < paragraphs.endIndex, paragraphs[paragraph].bytes.upperBound <= at {
          paragraph += 1
        }
        var (stop, style) = (end, Int?.none)
        if paragraph < paragraphs.endIndex {
          let inside = paragraphs[paragraph].bytes.contains(at)
          style = inside ? paragraphs[paragraph].style : nil
          let edge = paragraphs[paragraph].bytes
          stop = min(end, inside ? edge.upperBound : edge.lowerBound)
        }
        let from = piece.letters.lowerBound + (at - piece.start) / width
        let to = piece.letters.lowerBound + (stop - piece.start) / width
        if from < to { stretches.append((from..<to, matter(run, style, piece))) }
        at = max(stop, at + 1)
      }
    }
    for stretch in OldWordFormatting.touching(bytes, formatting.letters) {
      // Stretches of a damaged file may overlap: none is gone through twice.
      if stretch.bytes.lowerBound > at { add(stretch.bytes.lowerBound, OldWordRun()) }
      add(min(stretch.bytes.upperBound, bytes.upperBound), stretch.run)
    }
    add(bytes.upperBound, OldWordRun())
    return stretches
  }

  private func matter(_ run: OldWordRun, _ style: Int?, _ piece: OldWordFile.Piece) -> Matter? {
    var run = run
    run.take(piece.sprms)
    if run.isDeleted { return .deleted(by: run.deleter) }
    if let isHidden = run.isHidden { return isHidden ? .hidden(style: nil) : nil }
    let byLetters = styles.hides(run.style)
    let byParagraph = styles.hides(style ?? 0)
    // Where both kinds of style hide, they cancel each other, as Word's toggles do.
    guard (byLetters != byParagraph) != run.isOpposite else { return nil }
    return .hidden(style: byLetters ? run.style : style)
  }

  private func report(_ found: Found) {
    let text = OldWordFile.plain(document.text(found.letters))
    guard text.unicodeScalars.contains(where: { $0.value > 0x20 && $0.value != 0xA0 }) else {
      return
    }
    var place = OldWordFile.parts[found.part]
    let begin = document.ranges[found.part].lowerBound
    let before = max(begin, found.letters.lowerBound - 40)..<max(begin, found.letters.lowerBound)
    let context = OldWordFile.plain(document.text(before)).replacing("\n", with: " ").trimmed
    if !context.isEmpty { place += ", after “…\(context)”" }
    switch found.matter {
    case .deleted(let author):
      if authors.indices.contains(author), PropertyInspector.isTelling(authors[author]) {
        place += ", deleted by \(authors[author])"
      }
      run.reportInParts(OldWordClasses.deletedText, at: place, showing: text)
    case .hidden(let style):
      if let name = styles.name(style) { place += ", style \(name)" }
      run.reportInParts(OldWordClasses.hiddenText, at: place, showing: text)
    }
  }
}
