public import Letters

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
    /// The text as the decision yields it. What stands in it is judged at the decision's fields,
    /// not again in the letter.
    public var derived: String

    /// Makes a section; without derived text all of it is an officer's own.
    public init(id: String, heading: String = "", text: String, derived: String = "") {
      self.id = id
      self.heading = heading
      self.text = text
      self.derived = derived
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

  /// The wording of a letter with its edits, each section in the notation in which it is edited.
  public init(_ letter: Letter) {
    self.init(
      sections: letter.sections.map { section in
        Section(
          id: section.id.key, heading: section.heading ?? "", text: section.notation,
          derived: section.derived.notation)
      }, isAddressed: letter.addressee != nil)
  }
}
