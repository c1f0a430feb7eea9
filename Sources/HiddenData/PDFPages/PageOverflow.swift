/// Text that runs over the edge of a page or a clip. A wide sheet is printed page by page, each cutting off
/// what another shows; only what no page shows is hidden.
struct PageOverflow {
  /// Pages that are looked at again for words that they show.
  private static let most = 400

  private var kept: [(PagePassage, page: Int)] = []

  /// The passages that are hidden whatever other pages show; the others are kept back.
  mutating func keepingBack(_ passages: [PagePassage], page: Int) -> [PagePassage] {
    passages.filter {
      guard [.clipped, .offPage, .cropped].contains($0.cause) else { return true }
      kept.append(($0, page))
      return false
    }
  }

  /// Those kept back of which a word is shown nowhere.
  func hidden(in file: PageFile, pages: Int) -> [(PagePassage, page: Int)] {
    guard !kept.isEmpty else { return [] }
    var shown: Set<String> = []
    var partly: [String: Set<Int>] = [:]
    for page in 0..<min(pages, Self.most) {
      guard let drawing = file.look(at: page, most: PDFPageInspector.mostPainted).0 else {
        continue
      }
      let words = PageSight(drawing).shownWords()
      shown.formUnion(words.whole)
      for word in words.partly { partly[word, default: []].insert(page) }
    }
    return kept.filter { passage, page in
      passage.text.split { $0.isWhitespace }.map(String.init).contains { word in
        // The one half of it here, the other there.
        !shown.contains(word) && !partly[word, default: []].contains { $0 != page }
      }
    }
  }
}
