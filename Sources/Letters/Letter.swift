public import InformationLaw
public import PublicInterest

/// A letter that answers a request: derived from the decision, with the wording that an officer put
/// in place of what was derived.
///
/// Its sections never name the requester. The name and address come in when the letter is rendered,
/// so that a draft can be shown to people who weigh without knowing who asked.
public struct Letter: Equatable, Sendable {
  /// What the letter is about.
  public var title: String
  /// The authority's reference.
  public var reference: String
  /// The day of the decision.
  public var date: Day?
  /// Who writes.
  public var authority: Authority
  /// Who it goes to.
  public var addressee: Addressee?
  /// The parts, in order; a part without content is left out.
  public var sections: [Section]
  /// Edits of sections that the letter does not have (any more), by key: kept so that a page can
  /// show them, never printed.
  public private(set) var unplacedEdits: [String: String] = [:]

  /// Derives the letter.
  ///
  /// What a decision does not say yet is left out: the draft of an unfinished decision is short, not
  /// full of gaps. The regulator is the one in office on the day of the decision.
  public init(decision: Decision, book: StatuteBook, addressee: Addressee? = nil) {
    let draft = Draft(
      decision: decision, book: book,
      regulator: book.regulator(for: decision.regime, on: decision.decided))
    title = draft.title
    reference = decision.reference
    date = decision.decided
    authority = decision.authority
    self.addressee = addressee
    sections = draft.sections
  }

  /// The letter with officers' wording in place of what was derived, by key of the section.
  ///
  /// An edit without a word in it is no edit: no part of a notice disappears by accident.
  public func applying(edits: [String: String]) -> Letter {
    var letter = self
    for (key, text) in edits where !text.trimmed.isEmpty {
      if let index = sections.firstIndex(where: { $0.id.key == key }) {
        letter.sections[index].edited = text
      } else {
        letter.unplacedEdits[key] = text
      }
    }
    return letter
  }

  /// The section with an id.
  public func section(_ id: SectionID) -> Section? { sections.first { $0.id == id } }

  /// How the letter begins.
  public var salutation: String {
    let name = addressee?.name.normalisedLine ?? ""
    return name.isEmpty ? "Dear requester" : "Dear \(name)"
  }
}
