/// Who changed something while changes were tracked, and when.
struct WordRevision: Hashable {
  var author: String
  var date: String

  init(_ element: XMLElement) {
    author = element["author"] ?? ""
    date = element["date"] ?? ""
  }

  /// As a person would say it: `by Jane Okafor on 2024-01-01T00:00:00Z`.
  var described: String {
    (author.isEmpty ? "" : " by \(author)") + (date.isEmpty ? "" : " on \(date)")
  }
}

/// The tracked changes that a text stands in.
struct WordRevisions {
  var deleted: WordRevision?
  var inserted: WordRevision?
  var movedAway: WordRevision?
  var movedHere: WordRevision?

  /// Whether the text is gone once the changes are accepted.
  var isGone: Bool { deleted != nil || movedAway != nil }
}

/// A stretch of text that looks the same and has the same history.
struct WordPiece {
  enum Kind {
    case text
    /// Instructions of a field, or what stands among them.
    case code
  }

  var text: String
  var kind: Kind
  /// The element that the text was read from.
  var source: XMLElement
  var look: WordLook
  var revisions: WordRevisions
  /// The name of the field in whose result it stands: `PAGEREF`.
  var field: String?
}

/// A paragraph of a story, with the text of its runs and where it stands.
final class WordParagraph {
  let element: XMLElement
  /// Counted from 1 within the story.
  let number: Int
  /// The paragraph properties that hold, nearest first.
  let properties: [XMLElement]
  /// The shape whose text box it is in.
  private(set) weak var box: WordShape?
  let cell: WordCell?
  /// Shading of the paragraph.
  let shading: WordGround?
  /// How its style makes characters look.
  let layer: WordLayer
  var pieces: [WordPiece] = []
  /// Estimated place on the pages.
  var room: WordRoom?

  init(
    _ element: XMLElement, number: Int, properties: [XMLElement], box: WordShape?, cell: WordCell?,
    shading: WordGround?, layer: WordLayer
  ) {
    self.layer = layer
    self.element = element
    self.number = number
    self.properties = properties
    self.box = box
    self.cell = cell
    self.shading = shading
  }

  /// The text that stays once tracked changes are accepted, hidden or not.
  var text: String {
    pieces.lazy.filter { $0.kind == .text && !$0.revisions.isGone }.map(\.text).joined()
  }

  /// The nearest property of a name.
  func property(_ name: String) -> XMLElement? {
    properties.lazy.compactMap { $0.word(name) }.first
  }
}

/// The cell of a table that a paragraph is in.
final class WordCell {
  let layer: WordLayer
  /// What is behind its text.
  let shading: WordGround?
  /// The height of its row where it is exact, in twentieths of a point.
  let exactHeight: Int?
  /// From the left of the table and its width, in twentieths of a point.
  let left: Int
  let width: Int
  let row: ObjectIdentifier
  let outer: WordCell?

  init(
    layer: WordLayer, shading: WordGround?, exactHeight: Int?, left: Int, width: Int,
    row: ObjectIdentifier, outer: WordCell?
  ) {
    self.layer = layer
    self.shading = shading
    self.exactHeight = exactHeight
    self.left = left
    self.width = width
    self.row = row
    self.outer = outer
  }
}
