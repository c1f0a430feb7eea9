public import InformationLaw
public import PublicInterest
internal import Scrutiny

/// A case as it stands: the fold of its history.
public struct Case: Equatable, Sendable {
  /// The reference, by which pages and people know it.
  public private(set) var reference: String
  /// A few words about it.
  public private(set) var title: String
  /// How the request came in.
  public private(set) var channel: Channel
  /// The number of the last event.
  public private(set) var version: Int
  /// The state, a key of the workflow.
  public private(set) var state: String
  /// The decision so far.
  public private(set) var decision: Decision
  /// The wording that officers put in place of what was derived, by section of the letter.
  public private(set) var letterEdits: [String: String]
  /// The accounts of everybody who drafted the decision.
  public private(set) var drafters: Set<String>
  /// Why the decision maker approved in spite of unlawful findings, if so.
  public private(set) var approvedDespite: String?
  /// What people said to the questions of the rules, by ``Judgement/key``, each with the decision on
  /// which it was said.
  private(set) var judgements: [String: Judged] = [:]
  /// The files that go out with the letter, in the order in which they came.
  public private(set) var files: [ReleaseFile] = []
  /// The findings that somebody let stand.
  private(set) var acceptances: [AcceptanceKey: AcceptedFinding] = [:]
  /// The highest number that a file ever had; numbers are not used twice.
  private(set) var everUsedFileNumber = 0
  /// What exactly was approved.
  public private(set) var approvedRelease: ReleaseManifest?
  /// The files as they left.
  public private(set) var issuedFiles: [IssuedFile] = []
  /// The day the letter went.
  public private(set) var issuedOn: Day?
  /// The fingerprint of the letter as it went.
  public private(set) var issuedFingerprint: String?

  /// Folds a history.
  ///
  /// - Parameters:
  ///   - records: every event of the case from the first on.
  ///   - workflow: says which events change the state and make drafters.
  ///   - authority: who answers, for the letter; settings, not history.
  /// - Returns: nil where the history does not begin with a registration or has a gap.
  public init?(records: some Sequence<EventRecord>, workflow: Workflow, authority: Authority) {
    var folded: Case?
    for record in records {
      if folded == nil {
        guard case .registered(let registration) = record.event, record.sequence == 1 else {
          return nil
        }
        folded = Case(registration, authority: authority)
      }
      guard let version = folded?.version, record.sequence == version + 1 else { return nil }
      folded?.apply(record, workflow: workflow)
    }
    guard let folded else { return nil }
    self = folded
  }

  private init(_ registration: Registration, authority: Authority) {
    reference = registration.reference
    title = registration.title
    channel = registration.channel
    version = 0
    state = ""
    decision = Decision(
      regime: registration.regime, authority: authority, reference: registration.reference,
      received: registration.received, questions: registration.questions)
    letterEdits = [:]
    drafters = []
  }

  /// The state that follows from one more event.
  public mutating func apply(_ record: EventRecord, workflow: Workflow) {
    version = record.sequence
    if let act = workflow.act(record.event.act) {
      if let target = act.target { state = target }
      if act.drafts, let account = record.actor.accountID { drafters.insert(account) }
    }
    switch record.event {
    case .registered, .submitted, .clockMoved, .noteAdded: break
    case .judgementGiven(let judgement):
      judgements[judgement.key] = Judged(
        judgement: judgement, record: record, decision: decision, letterEdits: letterEdits)
    case .letterEdited(let section, let text): letterEdits[section] = text
    case .letterRestored(let section): letterEdits[section] = nil
    case .returned: clearApproval()
    case .fileSet(let file):
      files.set(file)
      everUsedFileNumber = max(everUsedFileNumber, Int(file.id.dropFirst()) ?? 0)
      clearApproval()
    case .fileRemoved(let id):
      files.removeAll { $0.id == id }
      clearApproval()
    case .findingsAccepted(let acceptance): accept(acceptance, by: record.actor)
    case .approved(let day, let name, let despite, let release):
      decision.decided = day
      decision.decidedBy = name
      approvedDespite = despite
      approvedRelease = release
    case .issued(let day, let fingerprint, let files):
      issuedOn = day
      issuedFingerprint = fingerprint
      issuedFiles = files ?? []
    default: decision.apply(record.event)
    }
  }

  /// An approval is for what was approved; with anything else the case has to be approved anew.
  private mutating func clearApproval() {
    decision.decided = nil
    decision.decidedBy = ""
    approvedDespite = nil
    approvedRelease = nil
  }

  private mutating func accept(_ acceptance: Acceptance, by actor: Actor) {
    let role = actor.role.map { " (\($0.rawValue))" } ?? ""
    let accepted = AcceptedFinding(
      reason: acceptance.reason, by: actor.name + role,
      isByDecisionMaker: actor.role == .decisionMaker)
    for finding in acceptance.findings {
      let key = AcceptanceKey(sha256: acceptance.sha256, finding: finding)
      // What a decision maker accepted is not made less by who accepts it after.
      if acceptances[key]?.isByDecisionMaker == true, !accepted.isByDecisionMaker { continue }
      acceptances[key] = accepted
    }
  }

  /// As many files as one release can have.
  static let mostFiles = 200
}

extension Decision {
  /// Sets the part of the decision that an event is about.
  mutating func apply(_ event: CaseEvent) {
    switch event {
    case .questionsSet(let questions):
      self.questions = questions.map { new in
        // What was recorded as held stays with a question whose words did not change.
        let old = self.questions.first { $0.id == new.id && $0.text == new.text }
        return Question(id: new.id, text: new.text, holding: old?.holding)
      }
      let ids = questions.map(\.id)
      for index in items.indices { items[index].questions.removeAll { !ids.contains($0) } }
    case .holdingSet(let id, let holding):
      if let index = questions.firstIndex(where: { $0.id == id }) {
        questions[index].holding = holding
      }
    case .itemSet(let item): items.set(item)
    case .itemRemoved(let id):
      items.removeAll { $0.id == id }
      for index in reliances.indices { reliances[index].items.removeAll { $0 == id } }
    case .relianceSet(let reliance): setHead(of: reliance)
    case .relianceRemoved(let id):
      reliances.removeAll { $0.id == id }
      if cumulative?.reliances.contains(id) == true { cumulative = nil }
    case .harmSet(let id, let harm): change(id) { $0.harm = harm }
    case .factorSet(let id, var factor):
      change(id) { reliance in
        // How the balance answers a factor is for the balance to say.
        if let known = reliance.factors.first(where: { $0.id == factor.id }) {
          factor.answer = known.answer
        }
        reliance.factors.set(factor)
      }
    case .factorRemoved(let id, let factor):
      change(id) { $0.factors.removeAll { $0.id == factor } }
    case .balanceSet(let id, let balance, let answers):
      change(id) { reliance in
        reliance.balance = balance
        for index in reliance.factors.indices {
          if let answer = answers[reliance.factors[index].id] {
            reliance.factors[index].answer = answer
          }
        }
      }
    case .balanceRemoved(let id): change(id) { $0.balance = nil }
    case .cumulativeSet(let balance): cumulative = balance
    case .cumulativeRemoved: cumulative = nil
    case .alternativeSet(let alternative): alternatives.set(alternative)
    case .alternativeRemoved(let form): alternatives.removeAll { $0.form == form }
    case .adviceSet(let advice): self.advice = advice
    case .clockEventAdded(let fact): clockEvents.append(fact)
    case .registered, .letterEdited, .letterRestored, .clockMoved, .noteAdded, .judgementGiven,
      .fileSet, .fileRemoved, .findingsAccepted, .submitted, .returned, .approved, .issued:
      break
    }
  }

  private mutating func change(_ id: String, _ change: (inout Reliance) -> Void) {
    guard let index = reliances.firstIndex(where: { $0.id == id }) else { return }
    change(&reliances[index])
  }

  private mutating func setHead(of head: Reliance) {
    let known = reliances.first { $0.id == head.id }
    var reliance = head
    reliance.harm = known?.harm ?? Harm()
    reliance.factors = known?.factors ?? []
    reliance.balance = known?.balance
    reliances.set(reliance)
  }
}

extension Array where Element: Identifiable {
  /// Replaces the element with the same id, or appends.
  mutating func set(_ element: Element) {
    if let index = firstIndex(where: { $0.id == element.id }) {
      self[index] = element
    } else {
      append(element)
    }
  }
}
