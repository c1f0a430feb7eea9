public import InformationLaw
public import PublicInterest
public import Scrutiny

/// How a request came in.
public enum Channel: String, CaseIterable, Codable, Sendable {
  case email = "e-mail"
  case webForm = "web form"
  case post
  case socialMedia = "social media"
  case inPerson = "in person"
}

/// A request as it is registered. Who asked is kept elsewhere.
public struct Registration: Codable, Equatable, Sendable {
  /// The authority's reference, unique.
  public var reference: String
  /// A few words by which officers know the case.
  public var title: String
  /// The day it was received.
  public var received: Day
  /// How it came in.
  public var channel: Channel
  /// The regime under which it is answered.
  public var regime: Regime
  /// The numbered questions.
  public var questions: [Question]

  /// Makes a registration.
  public init(
    reference: String, title: String, received: Day, channel: Channel, regime: Regime,
    questions: [Question]
  ) {
    self.reference = reference
    self.title = title
    self.received = received
    self.channel = channel
    self.regime = regime
    self.questions = questions
  }
}

/// A file as it left.
public struct IssuedFile: Codable, Equatable, Sendable {
  /// The name under which it left.
  public var name: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String

  /// Makes an entry.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// Something that happened to a case. The case is the fold of its events and nothing else.
public enum CaseEvent: Codable, Equatable, Sendable {
  case registered(Registration)
  case questionsSet(questions: [Question])
  case holdingSet(question: String, holding: Holding)
  case itemSet(item: Item)
  case itemRemoved(item: String)
  /// Sets everything of a reliance but its harm, factors and balance.
  case relianceSet(reliance: Reliance)
  case relianceRemoved(reliance: String)
  case harmSet(reliance: String, harm: Harm)
  case factorSet(reliance: String, factor: Factor)
  case factorRemoved(reliance: String, factor: String)
  /// Strikes the balance and says how it answers each factor for disclosure, by the factor's id.
  case balanceSet(reliance: String, balance: Balance, answers: [String: String])
  case balanceRemoved(reliance: String)
  case cumulativeSet(balance: CumulativeBalance)
  case cumulativeRemoved
  case alternativeSet(alternative: Alternative)
  case alternativeRemoved(form: Alternative.Form)
  case adviceSet(advice: String)
  case letterEdited(section: String, text: String)
  case letterRestored(section: String)
  case clockEventAdded(fact: ClockFact)
  case clockMoved(from: Day, to: Day, because: String)
  case noteAdded(note: String)
  /// A person answers the question of a rule, on the decision as it stands.
  case judgementGiven(judgement: Judgement)
  /// Puts a file into the release, or other bytes in the place of one that is in it.
  case fileSet(file: ReleaseFile)
  case fileRemoved(file: String)
  /// Somebody lets findings in a file stand, in these bytes.
  case findingsAccepted(acceptance: Acceptance)
  case submitted
  case returned(reason: String)
  /// Approves; `despite` is the decision maker's reason where unlawful findings stand, `release` what
  /// exactly may leave.
  case approved(on: Day, by: String, despite: String?, release: ReleaseManifest? = nil)
  case issued(on: Day, fingerprint: String, files: [IssuedFile]? = nil)

  /// The act in the workflow that this event is.
  public var act: String {
    switch self {
    case .registered: "registered"
    case .questionsSet: "questionsSet"
    case .holdingSet: "holdingSet"
    case .itemSet: "itemSet"
    case .itemRemoved: "itemRemoved"
    case .relianceSet: "relianceSet"
    case .relianceRemoved: "relianceRemoved"
    case .harmSet: "harmSet"
    case .factorSet: "factorSet"
    case .factorRemoved: "factorRemoved"
    case .balanceSet: "balanceSet"
    case .balanceRemoved: "balanceRemoved"
    case .cumulativeSet: "cumulativeSet"
    case .cumulativeRemoved: "cumulativeRemoved"
    case .alternativeSet: "alternativeSet"
    case .alternativeRemoved: "alternativeRemoved"
    case .adviceSet: "adviceSet"
    case .letterEdited: "letterEdited"
    case .letterRestored: "letterRestored"
    case .clockEventAdded: "clockEventAdded"
    case .clockMoved: "clockMoved"
    case .noteAdded: "noteAdded"
    case .judgementGiven: "judgementGiven"
    case .fileSet: "fileSet"
    case .fileRemoved: "fileRemoved"
    case .findingsAccepted: "findingsAccepted"
    case .submitted: "submitted"
    case .returned: "returned"
    case .approved: "approved"
    case .issued: "issued"
    }
  }

  /// The part of the case that the event sets, written as a path: what is said about a limb lies
  /// inside the reliance on it. ``Concurrency`` says when two parts disturb each other.
  public var part: String {
    switch self {
    case .registered, .submitted, .returned, .approved, .issued: "state"
    case .questionsSet: "questions"
    case .holdingSet(let question, _): "questions/\(question)"
    case .itemSet(let item): "item/\(item.id)"
    case .itemRemoved(let item): "item/\(item)"
    case .relianceSet(let reliance): "reliance/\(reliance.id)"
    case .relianceRemoved(let reliance): "reliance/\(reliance)"
    case .harmSet(let reliance, _): "reliance/\(reliance)/harm"
    case .factorSet(let reliance, let factor): "reliance/\(reliance)/factor/\(factor.id)"
    case .factorRemoved(let reliance, let factor): "reliance/\(reliance)/factor/\(factor)"
    case .balanceSet(let reliance, _, _), .balanceRemoved(let reliance):
      "reliance/\(reliance)/balance"
    case .cumulativeSet, .cumulativeRemoved: "cumulative"
    case .alternativeSet(let alternative): "alternative/\(alternative.form.rawValue)"
    case .alternativeRemoved(let form): "alternative/\(form.rawValue)"
    case .adviceSet: "advice"
    case .letterEdited(let section, _), .letterRestored(let section): "letter/\(section)"
    case .clockEventAdded, .clockMoved: "clock"
    case .noteAdded: "notes"
    case .judgementGiven(let judgement): "judgement/\(judgement.key)"
    case .fileSet(let file): "file/\(file.id)"
    case .fileRemoved(let file): "file/\(file)"
    case .findingsAccepted(let acceptance): "file/\(acceptance.file)/accepted"
    }
  }
}

/// An event with its place in the history.
public struct EventRecord: Codable, Equatable, Sendable {
  /// The number of the event within its case, from 1 without gaps.
  public var sequence: Int
  /// When it was accepted: UTC, ISO 8601 with milliseconds.
  public var at: String
  /// Who did it.
  public var actor: Actor
  /// What happened.
  public var event: CaseEvent

  /// Makes a record.
  public init(sequence: Int, at: String, actor: Actor, event: CaseEvent) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.event = event
  }
}
