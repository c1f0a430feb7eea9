public import InformationLaw

/// A numbered question into which a request was split.
public struct Question: Codable, Equatable, Identifiable, Sendable {
  /// The key within the case: `q1`.
  public var id: String
  /// The requester's words.
  public var text: String
  /// What is held for it, once someone has recorded that.
  public var holding: Holding?

  /// Makes a question.
  public init(id: String, text: String, holding: Holding? = nil) {
    self.id = id
    self.text = text
    self.holding = holding
  }
}

/// Whether information is held for a question (FOIA s.1(1)(a)), why, and how that is known.
public struct Holding: Codable, Equatable, Sendable {
  /// The answer to "is it held?".
  public enum Answer: String, CaseIterable, Codable, Sendable {
    case held
    case inPart = "held in part"
    case notHeld = "not held"
  }

  /// The answer.
  public var answer: Answer
  /// Why, in the words that the requester can be given.
  public var explanation: String
  /// Where it was looked for.
  public var searches: [Search]

  /// Makes a record of what is held.
  public init(answer: Answer, explanation: String, searches: [Search] = []) {
    self.answer = answer
    self.explanation = explanation
    self.searches = searches
  }
}

/// One search for information.
public struct Search: Codable, Equatable, Sendable {
  /// The system, folder or drawer.
  public var place: String
  /// The terms used, or how it was looked through.
  public var terms: String
  /// Who looked: a role or team.
  public var by: String
  /// When.
  public var on: Day?
  /// Whether anything was found; a nil return is a result too.
  public var found: Bool

  /// Makes a search.
  public init(place: String, terms: String, by: String, on: Day?, found: Bool) {
    self.place = place
    self.terms = terms
    self.by = by
    self.on = on
    self.found = found
  }
}

/// A piece of information, described so that it can be weighed apart from the others.
public struct Item: Codable, Equatable, Identifiable, Sendable {
  /// What kind of fact it is: the finer the kind, the finer the decision.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case supplier = "supplier name"
    case product
    case version
    case configuration
    case spend
    case personal = "personal data"
    case document
    case other
  }

  /// What happens to it.
  public enum Outcome: String, CaseIterable, Codable, Sendable {
    case release
    case withhold
  }

  /// The key within the case: `suppliers`.
  public var id: String
  /// The questions it answers.
  public var questions: [String]
  /// What kind of fact it is.
  public var kind: Kind
  /// A description that gives nothing away, as the notice prints it.
  public var description: String
  /// What happens to it, once decided.
  public var outcome: Outcome?

  /// Makes an item.
  public init(
    id: String, questions: [String], kind: Kind, description: String, outcome: Outcome? = nil
  ) {
    self.id = id
    self.questions = questions
    self.kind = kind
    self.description = description
    self.outcome = outcome
  }
}
