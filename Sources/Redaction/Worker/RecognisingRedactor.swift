import Documents

/// Redacts a file of which pages may be pictures: has their words recognised before, looks for the texts
/// among them, and tries after it whether they can still be read.
struct RecognisingRedactor {
  /// Redacts and proves.
  var once: (PlannedFile) throws -> RedactionResult
  /// The pages, from 1, of which words have to be recognised.
  var pages: (PlannedFile) throws -> [Int]
  /// A page, from 1, as a PNG picture at so many pixels a point.
  var picture: (_ page: Int, _ of: PlannedFile, _ scale: Double) throws -> [UInt8]
  /// The words in a picture.
  var words: ([UInt8]) throws -> [TextRecognition.Word]

  /// As many pages as are recognised: each takes some seconds.
  static let mostPages = 60

  func redact(_ file: PlannedFile) throws -> RedactionResult {
    var file = file
    let isSearched = file.plan.searchesAnywhere && RedactableFormat(file.bytes) == .pdf
    let scans = isSearched ? Array(try pages(file).prefix(Self.mostPages)) : []
    file.aids.recognised = try recognised(scans, of: file.bytes)
    for _ in 1...3 {
      var result = try once(file)
      let became = result.report.pagesAsPictures
      if !became.isEmpty {
        file.aids.layers = try recognised(Array(became.prefix(Self.mostPages)), of: result.bytes)
        result = try once(file)
      }
      let left = try recognised(scans, of: result.bytes).filter { page, words in
        isLegible(file.plan, words, on: page)
      }
      if left.isEmpty { return result }
      // What was recognised only now is taken out as well.
      file.aids.recognised.merge(left, uniquingKeysWith: +)
    }
    throw Unreadable(
      .damaged,
      "A text that was looked for can still be read in a picture; the redaction was not kept. Mark it by a"
        + " box.")
  }

  /// The words on pages, counted from 1; by the pages counted from 0.
  private func recognised(_ pages: [Int], of bytes: [UInt8]) throws -> [Int: [RecognisedWord]] {
    let file = PlannedFile(plan: RedactionPlan(marks: []), bytes: bytes)
    let scale = TextRecognition.resolution / 72
    var found: [Int: [RecognisedWord]] = [:]
    for page in pages {
      found[page - 1] = try words(picture(page, file, scale)).map { word in
        let box = PageBox(
          left: word.left / scale, top: word.top / scale, right: (word.left + word.width) / scale,
          bottom: (word.top + word.height) / scale)
        return RecognisedWord(word.text, box: box, line: word.line)
      }
    }
    return found
  }

  /// Whether a text that was looked for on a page, counted from 0, stands among its words.
  private func isLegible(_ plan: RedactionPlan, _ words: [RecognisedWord], on page: Int) -> Bool {
    let text = SearchableText(PageText([]).adding(words))
    return plan.marks.contains { mark in
      guard case .text(let search, let only) = mark.target, only == nil || only == page + 1 else {
        return false
      }
      return !TextSearch(search).occurrences(in: text).isEmpty
    }
  }
}
