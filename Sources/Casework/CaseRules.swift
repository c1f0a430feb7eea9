public import InformationLaw
internal import PublicInterest

/// Decides whether an act on a case is accepted. Pure: the facts and the day come in.
public struct CaseRules: Sendable {
  /// The law.
  public let book: StatuteBook
  /// Who may do what, and when.
  public let workflow: Workflow

  /// Makes the rules from the law and the workflow.
  public init(book: StatuteBook, workflow: Workflow) {
    self.book = book
    self.workflow = workflow
  }

  /// Checks an event against role, state, separation of duties and law.
  ///
  /// - Parameters:
  ///   - event: what somebody wants to do.
  ///   - actor: who.
  ///   - subject: the case as it stands, or nil for a registration.
  ///   - today: the day in the United Kingdom.
  ///   - unlawfulFindings: how many unlawful findings the draft has; asked only for an approval.
  /// - Throws: ``Refusal`` with the reason and the citation.
  public func check(
    _ event: CaseEvent, by actor: Actor, on subject: Case?, today: Day,
    unlawfulFindings: () -> Int = { 0 }
  ) throws(Refusal) {
    try checkAuthority(event, by: actor, on: subject)
    if case .registered(let registration) = event {
      try check(registration, today: today)
      return
    }
    guard let subject else { throw Refusal(.invalid, "There is no such case.") }
    try checkReferences(event, in: subject.decision)
    try checkLaw(event, in: subject.decision, today: today)
    if case .judgementGiven(let judgement) = event {
      try check(judgement, by: actor, in: subject.decision)
    }
    try checkRelease(event, by: actor, on: subject)
    if case .approved(_, _, let despite, _) = event, despite?.isBlank ?? true {
      let count = unlawfulFindings()
      if count > 0 {
        throw Refusal(
          .unlawful,
          "The draft has \(count) unlawful \(count == 1 ? "finding" : "findings"). Return it, or "
            + "approve it in spite of them and say why.",
          citation: terms(subject.decision).citation(terms(subject.decision).notice),
          field: "despite")
      }
    }
  }

  private func checkAuthority(
    _ event: CaseEvent, by actor: Actor, on subject: Case?
  ) throws(Refusal) {
    guard let act = workflow.act(event.act) else {
      throw Refusal(.notAllowed, "The workflow does not know the act '\(event.act)'.")
    }
    let name = act.name.lowercased()
    switch actor {
    case .system:
      guard act.isForSystem else {
        throw Refusal(.notAllowed, "Only a person can do this: \(name).")
      }
    case .person(let person):
      guard act.roles.contains(person.role) else {
        throw Refusal(.notAllowed, "This is not for the role of \(person.role.rawValue): \(name).")
      }
    }
    guard act.states.isEmpty == (subject == nil),
      subject.map({ act.states.contains($0.state) }) ?? true
    else {
      let state = subject.map { workflow.name(ofState: $0.state).lowercased() } ?? "not registered"
      throw Refusal(.notAllowed, "The case is \(state); this cannot be done now: \(name).")
    }
    if case .approved = event, let account = actor.accountID,
      subject?.drafters.contains(account) == true
    {
      throw Refusal(
        .drafterCannotApprove,
        "You drafted part of this decision, so somebody else has to approve it.")
    }
  }

  private func check(_ registration: Registration, today: Day) throws(Refusal) {
    if registration.received > today {
      throw Refusal(
        .invalid,
        "The request cannot have been received on \(registration.received.written): that is in the "
          + "future.", field: "received")
    }
    if registration.reference.isBlank {
      throw Refusal(.invalid, "Give the case a reference.", field: "reference")
    }
    if registration.title.isBlank {
      throw Refusal(.invalid, "Say in a few words what the request is about.", field: "title")
    }
    try check(questions: registration.questions.map { ($0.id, $0.text) })
    guard let clock = book.responseClock(registration.regime) else {
      throw Refusal(.invalid, "The statute book has no clock for \(registration.regime.rawValue).")
    }
    do {
      _ = try clock.reading(
        received: registration.received, calendar: book.workingDays(registration.regime))
    } catch {
      throw Refusal(.invalid, error.message, citation: error.citation, field: "received")
    }
  }

  func check(questions: [(id: String, text: String)]) throws(Refusal) {
    if questions.isEmpty || questions.contains(where: { $0.text.isBlank }) {
      throw Refusal(
        .invalid, "Split the request into at least one question, none of them empty.",
        field: "questions")
    }
    if Set(questions.map(\.id)).count != questions.count {
      throw Refusal(.invalid, "Two questions have the same number.", field: "questions")
    }
  }
}

extension String {
  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
