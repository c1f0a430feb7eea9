/// What is to be taken out of a file, and on which limb each part rests.
public struct RedactionPlan: Codable, Equatable, Sendable {
  /// What stands on the black boxes.
  public enum Label: String, Codable, Sendable {
    /// The code of the mark, such as `s40(2)`.
    case code
    /// Nothing.
    case none
  }

  /// What happens to a picture under a mark.
  public enum Images: String, Codable, Sendable {
    /// Its pixels under the mark become black.
    case pixels
    /// It goes as a whole.
    case remove
  }

  /// One thing to be taken out.
  public struct Mark: Equatable, Sendable {
    /// What a mark stands on.
    public enum Target: Equatable, Sendable {
      /// A box on a page, counted from 1.
      case box(page: Int, PageBox)
      /// All occurrences of a text, on one page or on all.
      case text(Search, page: Int?)
      /// A page as a whole.
      case page(Int)
    }

    /// What it stands on.
    public var target: Target
    /// The limb it rests on, as people write it.
    public var code: String

    /// Makes a mark.
    public init(_ target: Target, code: String) {
      self.target = target
      self.code = code
    }
  }

  /// A text that is looked for.
  public struct Search: Codable, Hashable, Sendable {
    /// The text; blanks stand for any blank and for the end of a line.
    public var text: String
    /// Whether capital and small letters have to agree.
    public var matchesCase: Bool
    /// Whether it has to stand for itself and not within a word.
    public var wholeWords: Bool

    /// Makes a search.
    public init(_ text: String, matchesCase: Bool = false, wholeWords: Bool = false) {
      self.text = text
      self.matchesCase = matchesCase
      self.wholeWords = wholeWords
    }
  }

  /// The marks, in the order in which they are listed.
  public var marks: [Mark]
  /// What stands on the boxes.
  public var label: Label
  /// What happens to pictures.
  public var images: Images

  /// Makes a plan.
  public init(marks: [Mark], label: Label = .code, images: Images = .pixels) {
    self.marks = marks
    self.label = label
    self.images = images
  }
}
