/// Tells what a text stands on.
final class WordGroundFinder {
  /// Which layer of a document a ground belongs to, nearest first.
  enum Level: Int, Comparable {
    case highlight, characters, paragraph, cell, shape, page
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let file: WordPackage
  let paper: WordPaper
  let page: WordGround
  /// Shapes and pictures that headers and footers put behind every page.
  private let everywhere: [(shape: WordShape, room: WordRoom)]
  private var areas: [ObjectIdentifier: [(shape: WordShape, room: WordRoom?)]] = [:]
  /// What was found for a paragraph or a box before.
  private var known: [ObjectIdentifier: [WordGround]] = [:]
  /// Shapes of a story that are looked at; beyond them more is taken for hidden, never less.
  private static let mostShapes = 2_000

  init(_ file: WordPackage) {
    self.file = file
    paper = WordPaper(file.body.root.descendants("sectPr").first)
    let paper = paper
    let background = file.body.root.word("background")
    let isShown = file.settings?.word("displayBackgroundShape")?.isOn == true
    if isShown, let background {
      page =
        background.elements.isEmpty
        ? file.theme.colour(background, value: "color").map { .colour($0) } ?? .colour(.white)
        : .mixed
    } else {
      page = .colour(.white)
    }
    everywhere = file.stories.filter { $0.kind == .header || $0.kind == .footer }.flatMap { story in
      story.shapes.filter { $0.fill != .none && !$0.isHidden }.compactMap { shape in
        shape.room(on: paper).map { (shape, $0) }
      }
    }
    for story in file.allStories {
      areas[ObjectIdentifier(story)] = story.shapes.lazy.filter {
        $0.fill != .none && $0.isArea && !$0.isHidden
      }.prefix(Self.mostShapes).map { ($0, $0.room(on: paper)) }
    }
  }

  /// The grounds that a piece may stand on; more than one where the place can only be estimated.
  func grounds(
    _ piece: WordPiece, _ paragraph: WordParagraph, _ story: WordStory, highlight: Bool = true
  ) -> (grounds: [WordGround], level: Level) {
    if highlight, let colour = piece.look.highlight { return ([.colour(colour)], .highlight) }
    if let shading = piece.look.shading { return ([shading], .characters) }
    if let shading = paragraph.shading { return ([shading], .paragraph) }
    var cell = paragraph.cell
    while let current = cell {
      if let shading = current.shading { return ([shading], .cell) }
      cell = current.outer
    }
    if let box = paragraph.box {
      if box.fill != .none { return ([Self.ground(box)], .shape) }
      return (remembered(box) { under(box, story) }, .shape)
    }
    return (remembered(paragraph) { behind(paragraph, story) }, .page)
  }

  private func remembered(_ key: AnyObject, _ find: () -> [WordGround]) -> [WordGround] {
    let id = ObjectIdentifier(key)
    if let grounds = known[id] { return grounds }
    let grounds = find()
    known[id] = grounds
    return grounds
  }

  /// The page, and shapes that may lie between it and a paragraph.
  private func behind(_ paragraph: WordParagraph, _ story: WordStory) -> [WordGround] {
    let near = paragraph.room?.grown(1_200)
    var found: [WordGround] = [page]
    for (shape, room) in areas[ObjectIdentifier(story)] ?? [] where shape.isBehind {
      if shape.anchor === paragraph || overlaps(room, near) { found.append(Self.ground(shape)) }
    }
    if story.kind == .body {
      for (shape, room) in everywhere where overlaps(room, near) {
        found.append(Self.ground(shape))
      }
    }
    return found
  }

  private func overlaps(_ room: WordRoom?, _ near: WordRoom?) -> Bool {
    guard let room, let near else { return false }
    var wide = near
    wide.left -= 300
    wide.right += 300
    return wide.overlap(room) != nil
  }

  /// What may lie under a text box without a fill.
  private func under(_ box: WordShape, _ story: WordStory) -> [WordGround] {
    let own = box.room(on: paper)
    var found: [WordGround] = [page]
    for (shape, room) in areas[ObjectIdentifier(story)] ?? [] where shape !== box {
      let isNear = own.map { overlaps(room, $0.grown(200)) } ?? (shape.anchor === box.anchor)
      if isNear || shape.isInline && shape.anchor === box.anchor {
        found.append(Self.ground(shape))
      }
    }
    for (shape, room) in everywhere {
      if let own, overlaps(room, own) { found.append(Self.ground(shape)) }
    }
    return found
  }

  private static func ground(_ shape: WordShape) -> WordGround {
    if case .colour(let colour) = shape.fill { return .colour(colour) }
    return .mixed
  }
}
