import InformationLaw
import PublicInterest

extension CaseRules {
  /// What an event names has to exist in the case.
  func checkReferences(_ event: CaseEvent, in decision: Decision) throws(Refusal) {
    func reliance(_ id: String) throws(Refusal) -> Reliance {
      guard let reliance = decision.reliances.first(where: { $0.id == id }) else {
        throw Refusal(.invalid, "The exemption this is about is no longer relied on.")
      }
      return reliance
    }
    switch event {
    case .holdingSet(let id, _):
      guard decision.questions.contains(where: { $0.id == id }) else {
        throw Refusal(.invalid, "There is no question \(id) in this case.")
      }
    case .itemSet(let item):
      if item.description.isBlank {
        throw Refusal(
          .invalid, "Describe the item in words that give nothing away.", field: "description")
      }
      for id in item.questions where !decision.questions.contains(where: { $0.id == id }) {
        throw Refusal(.invalid, "There is no question \(id) in this case.", field: "questions")
      }
    case .relianceSet(let head):
      for id in head.items where !decision.items.contains(where: { $0.id == id }) {
        throw Refusal(.invalid, "There is no item \(id) in this case.", field: "items")
      }
    case .harmSet(let id, _), .balanceSet(let id, _, _), .balanceRemoved(let id):
      _ = try reliance(id)
    case .factorSet(let id, let factor):
      _ = try reliance(id)
      if factor.words.isBlank {
        throw Refusal(.invalid, "Put the factor in your own words.", field: "words")
      }
    case .factorRemoved(let id, let factor):
      guard try reliance(id).factors.contains(where: { $0.id == factor }) else {
        throw Refusal(.invalid, "The factor has already been removed.")
      }
    case .cumulativeSet(let balance):
      for id in balance.reliances { _ = try reliance(id) }
    case .letterEdited(_, let text):
      if text.isBlank {
        throw Refusal(
          .invalid, "The section would be empty. Put the derived wording back instead.",
          field: "text")
      }
    case .questionsSet(let questions):
      try check(questions: questions.map { ($0.id, $0.text) })
    case .returned(let reason) where reason.isBlank:
      throw Refusal(.invalid, "Say what has to change.", field: "reason")
    case .noteAdded(let note) where note.isBlank:
      throw Refusal(.invalid, "The note is empty.", field: "note")
    default: break
    }
  }

  /// What the law itself does not allow is refused; what it merely disapproves of is left to scrutiny.
  func checkLaw(_ event: CaseEvent, in decision: Decision, today: Day) throws(Refusal) {
    switch event {
    case .relianceSet(let reliance): try check(reliance, in: decision)
    case .harmSet(let id, let harm):
      try check(harm, under: limb(of: id, in: decision), field: "likelihood")
    case .factorSet(let id, _), .balanceSet(let id, _, _):
      let limb = try limb(of: id, in: decision)
      if !limb.needsBalance {
        throw Refusal(
          .unlawful, "\(limb.cite) is absolute: nothing is weighed under it.",
          citation: absolute(limb.regime))
      }
    case .cumulativeSet(let balance): try check(balance, in: decision)
    case .clockEventAdded(let fact): try check(fact, in: decision, today: today)
    case .submitted: try checkConcluded(decision)
    default: break
    }
  }

  /// What the regime of a decision calls things.
  func terms(_ decision: Decision) -> RegimeTerms { book.terms[decision.regime] }

  /// The provision by which some limbs are not weighed; where a regime has no list of them, the one
  /// that says what is.
  private func absolute(_ regime: Regime) -> String {
    let terms = book.terms[regime]
    return terms.citation(terms.absolute ?? terms.test)
  }

  private func limb(of reliance: String, in decision: Decision) throws(Refusal) -> Limb {
    guard let id = decision.reliances.first(where: { $0.id == reliance })?.limb,
      let limb = book.limb(id: id)
    else { throw Refusal(.invalid, "The statute book does not have this limb.") }
    return limb
  }

  private func check(_ harm: Harm, under limb: Limb, field: String) throws(Refusal) {
    if let level = harm.likelihood,
      let threshold = book.vocabulary.thresholds[limb.threshold], !threshold.levels.contains(level)
    {
      throw Refusal(
        .unlawful,
        "\(limb.cite) asks for: \(threshold.label.lowercased()). '\(level.words)' is not its test.",
        citation: limb.citation, field: field)
    }
  }

  /// A reliance keeps its harm, factors and balance when its limb changes: the new limb has to allow
  /// them.
  private func check(_ limb: Limb, allows known: Reliance) throws(Refusal) {
    if !limb.needsBalance, known.balance != nil || !known.factors.isEmpty {
      throw Refusal(
        .unlawful,
        "\(limb.cite) is absolute: nothing is weighed under it, and this reliance has been weighed. "
          + "Rely on \(limb.cite) anew, and give this one up.", citation: absolute(limb.regime),
        field: "limb")
    }
    try check(known.harm, under: limb, field: "limb")
  }

  private func check(_ reliance: Reliance, in decision: Decision) throws(Refusal) {
    guard let limb = book.limb(id: reliance.limb), limb.regime == decision.regime else {
      throw Refusal(.invalid, "The statute book does not have this limb.", field: "limb")
    }
    switch limb.kind {
    case .exemption: break
    case .neitherConfirmNorDeny:
      throw Refusal(
        .unlawful,
        "\(limb.cite) is for neither confirming nor denying. It cannot withhold an item that the case "
          + "records as held; rely on an \(terms(decision).exemption) for its content.",
        citation: limb.citation,
        field: "limb")
    case .procedural:
      throw Refusal(
        .unlawful, "\(limb.cite) refuses a request as such; it does not exempt an item.",
        citation: limb.citation, field: "limb")
    }
    if let known = decision.reliances.first(where: { $0.id == reliance.id }) {
      try check(limb, allows: known)
    }
    for item in reliance.items {
      for other in decision.reliances where other.id != reliance.id && other.items.contains(item) {
        guard other.limb != limb.id else {
          throw Refusal(
            .invalid, "\(limb.cite) is already relied on for this item.", field: "items")
        }
        guard let otherLimb = book.limb(id: other.limb) else { continue }
        let exclude =
          limb.excludes.contains(otherLimb.id) || otherLimb.excludes.contains(limb.id)
        let mayAlternate =
          limb.alternativeWith.contains(otherLimb.id) || otherLimb.alternativeWith.contains(limb.id)
        let isAlternative =
          reliance.isCitedInTheAlternative || other.isCitedInTheAlternative
        guard exclude, !(mayAlternate && isAlternative) else { continue }
        let way =
          mayAlternate
          ? "Tie them to different items, or say that they are cited in the alternative."
          : "Tie them to different items."
        throw Refusal(
          .unlawful,
          "\(limb.cite) and \(otherLimb.cite) cannot both apply to the same information. \(way)",
          citation: "\(limb.citation); \(otherLimb.citation)", field: "items")
      }
    }
  }

  /// Cumulative weighing is for qualified limbs engaged by the same information ([2025] UKSC 27).
  func check(_ balance: CumulativeBalance, in decision: Decision) throws(Refusal) {
    let authority = "[2025] UKSC 27"
    let reliances = decision.reliances.filter { balance.reliances.contains($0.id) }
    guard reliances.count > 1 else {
      throw Refusal(
        .invalid, "Choose at least two exemptions to weigh together.", citation: authority,
        field: "reliances")
    }
    var shared = Set(reliances[0].items)
    for reliance in reliances {
      let limb = try limb(of: reliance.id, in: decision)
      guard limb.needsBalance else {
        throw Refusal(
          .unlawful, "\(limb.cite) is absolute and stands outside any weighing.",
          citation: authority, field: "reliances")
      }
      let hasLevel = book.vocabulary.thresholds[limb.threshold]?.levels.isEmpty ?? true
      guard hasLevel || reliance.harm.likelihood != nil else {
        throw Refusal(
          .unlawful,
          "\(limb.cite) is not shown to be engaged: its harm has no level of likelihood yet. Each "
            + "exemption has to be engaged before interests are weighed together.",
          citation: authority, field: "reliances")
      }
      shared.formIntersection(reliance.items)
    }
    guard !shared.isEmpty else {
      throw Refusal(
        .unlawful,
        "The exemptions share no item; only interests in the same information can be "
          + "weighed together.", citation: authority, field: "reliances")
    }
  }

  private func check(_ fact: ClockFact, in decision: Decision, today: Day) throws(Refusal) {
    guard let event = fact.event, let clock = book.responseClock(decision.regime) else {
      throw Refusal(.invalid, "There is no such clock event.", field: "kind")
    }
    let calendar = book.workingDays(decision.regime)
    let events = decision.clockEvents.compactMap(\.event)
    do {
      if event.isExtension {
        let hasQualified = decision.reliances.contains {
          book.limb(id: $0.limb)?.needsBalance == true
        }
        // Where a regime has no such extension, the clock itself says so.
        guard event.type != .pitExtension || !clock.eventKinds.contains(event.type) || hasQualified
        else {
          throw Refusal(
            .unlawful,
            "Extra time is only for weighing a qualified exemption that is already found to apply. "
              + "Rely on the limb first.", citation: "FOIA s.10(3)", field: "kind")
        }
        let before = try clock.reading(
          received: decision.received, events: events, calendar: calendar)
        if let due = before.due, today > due, let law = clock.noticeLaw(of: event.type) {
          throw Refusal(
            .unlawful,
            "The answer was due on \(due.written); an extension has to be notified by then.",
            citation: law, field: "kind")
        }
      } else if event.day > today {
        throw Refusal(
          .invalid, "\(event.day.written) is in the future; record it when it has happened.",
          field: "day")
      }
      _ = try clock.reading(
        received: decision.received, events: events + [event], calendar: calendar)
    } catch let refusal as Refusal {
      throw refusal
    } catch let error as ClockError {
      throw Refusal(.unlawful, error.message, citation: error.citation, field: "day")
    } catch {
      throw Refusal(.invalid, "\(error)", field: "day")
    }
  }
}
