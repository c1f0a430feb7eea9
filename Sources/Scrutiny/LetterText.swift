/// The wording of a letter as it would go out, section by section: all that the rules need of it.
public struct LetterText: Equatable, Sendable {
  /// One section.
  public struct Section: Equatable, Sendable {
    /// The key of the section, as the letter names it.
    public var id: String
    /// Its heading, empty where it has none.
    public var heading: String
    /// Its text as an officer edits it; offsets of findings count in it.
    public var text: String

    /// Makes a section.
    public init(id: String, heading: String = "", text: String) {
      self.id = id
      self.heading = heading
      self.text = text
    }
  }

  /// The sections in the letter's order.
  public var sections: [Section]
  /// Whether the letter says whom it goes to; drafts are shown without that.
  public var isAddressed: Bool

  /// Makes a letter from its sections.
  public init(sections: [Section], isAddressed: Bool = false) {
    self.sections = sections
    self.isAddressed = isAddressed
  }
}
