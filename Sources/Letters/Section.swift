/// Names a section of a letter, the same from one draft to the next.
public struct SectionID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The key: `opening`, `reliance/r1`.
  public var key: String

  /// Makes an id from its key.
  public init(_ key: String) { self.key = key }

  /// Makes an id from its key.
  public init(stringLiteral value: String) { key = value }

  /// The key.
  public var description: String { key }

  /// When the request came, under which law it was dealt with, and the answer in short.
  public static let opening: SectionID = "opening"
  /// The requester's words.
  public static let request: SectionID = "request"
  /// What is held for each question.
  public static let holding: SectionID = "holding"
  /// What is given.
  public static let released: SectionID = "released"
  /// What is withheld, and under which exemption.
  public static let withheld: SectionID = "withheld"
  /// Interests that are weighed together.
  public static let cumulative: SectionID = "cumulative"
  /// What was considered instead of refusing.
  public static let alternatives: SectionID = "alternatives"
  /// Advice and assistance.
  public static let advice: SectionID = "advice"
  /// How to challenge the decision.
  public static let rights: SectionID = "rights"
  /// Who decided, and when.
  public static let closing: SectionID = "closing"

  /// Why one exemption is relied on.
  public static func reliance(_ id: String) -> SectionID { SectionID("reliance/" + id) }
}

/// A part of a letter: what was derived from the decision and, beside it, what an officer wrote.
public struct Section: Equatable, Identifiable, Sendable {
  /// The name that stays the same.
  public var id: SectionID
  /// The heading, if it has one.
  public var heading: String?
  /// The content as the decision yields it.
  public var derived: [Block]
  /// The officer's wording in place of it, in the notation of ``Block``.
  public var edited: String?

  /// Makes a section; what is derived is normalised.
  public init(id: SectionID, heading: String? = nil, derived: [Block], edited: String? = nil) {
    self.id = id
    self.heading = heading
    self.derived = derived.normalised
    self.edited = edited
  }

  /// The content that the letter shows: the officer's wording where there is any.
  public var effective: [Block] { edited.map(Block.parse) ?? derived }

  /// The content that an officer edits.
  public var notation: String { edited ?? derived.notation }
}
