/// A run of text that stands by itself: the unit in which a letter is read.
public struct Block: Equatable, Sendable {
  /// What it looks like.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A paragraph.
    case paragraph
    /// A short line that announces what follows.
    case heading
    /// An item of a list.
    case listItem = "list_item"
    /// A cell of a table.
    case cell
    /// The address, reference, date or greeting at the top.
    case opening
    /// The valediction, name and contact details at the end.
    case closing
    /// A line that belongs to the page and not to the letter: a running header, a page number, a
    /// download link.
    case furniture
  }

  /// What it looks like.
  public var kind: Kind
  /// Where it begins, in Unicode scalars.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int

  /// Makes a block.
  public init(kind: Kind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }

  /// The scalars it covers.
  public var range: Range<Int> { start..<end }
}
