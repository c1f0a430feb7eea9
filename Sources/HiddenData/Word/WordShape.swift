/// A picture or shape in a drawing, of DrawingML or VML, with where it lies on the page.
final class WordShape {
  /// What fills it.
  enum Fill: Equatable {
    case none
    case colour(WordColour)
    /// A picture, a pattern or several colours.
    case mixed
    /// A colour that lets text through.
    case translucent
  }

  /// A position along one axis, in EMU.
  struct Position {
    /// `page`, `margin`, `column`, `paragraph`, `line`, `character`…
    var base = "column"
    var offset = 0
    /// `left`, `center`, `bottom`…; nil where the offset holds.
    var alignment: String?
  }

  var name = ""
  /// The outermost element of the drawing that it is in, if that was told.
  var root: XMLElement?
  /// The paragraph that it is anchored in.
  weak var anchor: WordParagraph?
  /// Lies in the line like a letter.
  var isInline = false
  var isBehind = false
  /// Text makes room for it.
  var isWrapped = false
  var isPicture = false
  /// Whether it can cover: lines and rings cannot.
  var isArea = true
  var isHidden = false
  var fill = Fill.none
  var horizontal = Position()
  var vertical = Position(base: "paragraph")
  var width = 0
  var height = 0
  var paragraphs: [WordParagraph] = []
  /// The size of the whole drawing, and where in it this shape begins.
  var frame = (width: 0, height: 0)
  var inset = (x: 0, y: 0)
  /// What is drawn later lies over what is drawn earlier: first by what the file says, then by place.
  var rank = 0
  var order = 0

  /// Whether there is something to read in it.
  lazy var hasText: Bool = text.saysSomething

  /// The text in it.
  var text: String { paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n") }

  /// Whether it lies over another one.
  func isOver(_ other: WordShape) -> Bool { (rank, order) > (other.rank, other.order) }
}
