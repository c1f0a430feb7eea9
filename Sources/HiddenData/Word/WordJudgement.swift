/// What of a document goes when it is cleaned: the same judgements by which its inspectors report.
struct WordJudgement {
  /// Elements that go with all that is in them.
  private(set) var gone: Set<ObjectIdentifier> = []
  /// Elements that go while what is in them stays.
  private(set) var unwrapped: Set<ObjectIdentifier> = []
  /// Names of bookmarks that something refers to.
  private(set) var referred: Set<String> = []
  /// Keys of the parts that are stories.
  private(set) var parts: [String: WordStory.Kind] = [:]
  /// Keys of the headers and footers that pages show.
  let shownMargins: Set<String>

  /// What stands for text that was to be redacted: always as many characters.
  static let blocks = String(repeating: "█", count: 8)

  init(_ file: WordPackage) {
    shownMargins = WordHeaderInspector.shownParts(file).shown
    let finder = WordGroundFinder(file)
    for story in file.allStories { parts[OfficePackage.key(story.part)] = story.kind }
    for story in file.stories {
      judgeText(story, finder)
      judgeShapes(story, finder.paper)
      judgeFields(story)
      judgeLinks(story, file)
    }
  }

  func isGone(_ element: XMLElement) -> Bool { gone.contains(ObjectIdentifier(element)) }

  func isUnwrapped(_ element: XMLElement) -> Bool {
    unwrapped.contains(ObjectIdentifier(element))
  }

  private mutating func drop(_ element: XMLElement) { gone.insert(ObjectIdentifier(element)) }

  private mutating func judgeText(_ story: WordStory, _ finder: WordGroundFinder) {
    var covered: Set<ObjectIdentifier> = []
    let shapes = WordCoverInspector.isFew(story) ? story.shapes : []
    for shape in shapes where WordCoverInspector.canCover(shape) {
      for paragraph in WordCoverInspector.paragraphs(under: shape, in: story, finder.paper) {
        covered.insert(ObjectIdentifier(paragraph))
      }
    }
    for paragraph in story.paragraphs {
      let isCovered = covered.contains(ObjectIdentifier(paragraph))
      let isOutside = WordOffPageInspector.isOutside(paragraph, finder.paper)
      var isBlocked = false
      for piece in paragraph.pieces where piece.kind == .text && !piece.revisions.isGone {
        let fault = WordColourInspector.fault(piece, paragraph, story, finder)
        let isRemoved =
          WordHiddenTextInspector.isHidden(piece) || WordSizeInspector.isTiny(piece, paragraph)
          || isOutside || fault == .matching
        var isRedacted = isCovered
        if case .black = fault { isRedacted = true }
        guard isRemoved || isRedacted else {
          if piece.text.saysSomething { isBlocked = false }
          continue
        }
        // Formatted blanks and signs that say nothing keep their place.
        guard piece.text.saysSomething || !isRedacted else { continue }
        if !isRemoved, !isBlocked, piece.source.name.local == "t" {
          piece.source.children = [.text(Self.blocks)]
          isBlocked = true
        } else if piece.text.saysSomething || WordHiddenTextInspector.isHidden(piece) {
          drop(piece.source)
        }
      }
    }
  }

  private mutating func judgeShapes(_ story: WordStory, _ paper: WordPaper) {
    for shape in story.shapes
    where shape.isHidden || WordOffPageInspector.isOutside(shape, paper) {
      if let root = shape.root { drop(root) }
    }
  }

  private mutating func judgeFields(_ story: WordStory) {
    for field in story.fields {
      let isTelling =
        WordFieldInspector.isTelling(field.code.collapsed, result: field.result.collapsed)
        || WordLinkInspector.isTelling(field)
      if isTelling {
        for mark in field.marks {
          if mark.name.local == "fldSimple", mark === field.marks.first {
            unwrapped.insert(ObjectIdentifier(mark))
          } else {
            drop(mark)
          }
        }
      } else {
        referred.formUnion(WordFieldInspector.arguments(field.code))
      }
    }
  }

  private mutating func judgeLinks(_ story: WordStory, _ file: WordPackage) {
    var links: [XMLElement] = []
    var removed: [XMLElement] = []
    story.visit { element in
      let isPicture = element.name.local.hasPrefix("hlink")
      guard isPicture || element.isWord && element.name.local == "hyperlink" else { return }
      if !isPicture, let anchor = element["anchor"] { referred.insert(anchor) }
      let text = isPicture ? "a picture" : WordLinkInspector.text(of: element).collapsed
      let target = WordLinkInspector.target(of: element, in: story, file)
      let isTelling = target.map { WordLinkTarget.isTelling($0, text: text) } ?? false
      let tip = element["tooltip"] ?? ""
      guard isTelling || WordLinkInspector.isTelling(tip: tip, isPicture ? "" : text) else {
        return
      }
      if isPicture { removed.append(element) } else { links.append(element) }
    }
    for element in removed { drop(element) }
    unwrapped.formUnion(links.map { ObjectIdentifier($0) })
  }
}
