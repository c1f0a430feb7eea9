public import InformationLaw
internal import PublicInterest

/// A step on the way from a request to a notice.
public struct CaseStep: Equatable, Sendable {
  /// The steps in the order in which officers take them.
  public enum Kind: String, CaseIterable, Sendable {
    case register = "Register the request"
    case holdings = "Record what is held"
    case items = "Describe the items"
    case reliance = "Rely on exemptions"
    case harm = "Evidence the harm"
    case weigh = "Weigh the public interest"
    case alternatives = "Look for less than a refusal"
    case files = "Make the files safe to release"
    case letter = "Check the letter"
    case approve = "Approve by a second person"
    case issue = "Issue the letter"
  }

  /// How far it is.
  public enum Progress: String, Sendable {
    case done, current, todo
    /// Nothing in this case calls for it.
    case notNeeded = "not needed"
  }

  /// Which step.
  public var kind: Kind
  /// How far it is.
  public var progress: Progress
  /// What is missing, for the step that is next.
  public var missing: String?
}

extension Case {
  /// Every step with its progress; the first that is not done and still can be is current and says
  /// what is missing.
  public func steps(book: StatuteBook) -> [CaseStep] {
    var isBefore = true
    return CaseStep.Kind.allCases.map { kind in
      guard isNeeded(kind, book: book) else { return CaseStep(kind: kind, progress: .notNeeded) }
      guard let missing = missing(for: kind, book: book) else {
        return CaseStep(kind: kind, progress: .done)
      }
      // A draft that was sent waits for nothing that could only be done while it was open.
      guard isBefore, state == "open" || [.files, .letter, .approve, .issue].contains(kind) else {
        return CaseStep(kind: kind, progress: .todo, missing: missing)
      }
      isBefore = false
      return CaseStep(kind: kind, progress: .current, missing: missing)
    }
  }

  /// What the case waits for, in a few words; nil once it is issued.
  public func nextStep(book: StatuteBook) -> String? {
    steps(book: book).first { $0.progress == .current }?.missing
  }

  private func isNeeded(_ kind: CaseStep.Kind, book: StatuteBook) -> Bool {
    switch kind {
    case .reliance, .alternatives: !decision.withheld.isEmpty || !decision.reliances.isEmpty
    case .harm: decision.reliances.contains { asksForHarm($0, book: book) }
    case .weigh: decision.reliances.contains { book.limb(id: $0.limb)?.needsBalance == true }
    case .items: decision.questions.contains { $0.holding?.answer != .notHeld }
    case .files: !files.isEmpty
    case .register, .holdings, .letter, .approve, .issue: true
    }
  }

  private func asksForHarm(_ reliance: Reliance, book: StatuteBook) -> Bool {
    guard let limb = book.limb(id: reliance.limb) else { return false }
    return book.vocabulary.thresholds[limb.threshold]?.levels.isEmpty == false
  }

  /// What is missing for a step, or nil where it is done.
  private func missing(for kind: CaseStep.Kind, book: StatuteBook) -> String? {
    func cite(_ reliance: Reliance) -> String {
      book.limb(id: reliance.limb)?.cite ?? reliance.limb
    }
    switch kind {
    case .register: return nil
    case .holdings:
      return decision.questions.first { $0.holding == nil }.map {
        "Record what is held for question \($0.id.dropFirst())"
      }
    case .items:
      if let question = decision.questions.first(where: { question in
        question.holding.map { $0.answer != .notHeld } ?? true
          && !decision.items.contains { $0.questions.contains(question.id) }
      }) {
        return "Describe an item for question \(question.id.dropFirst())"
      }
      return decision.items.first { $0.outcome == nil }.map { "Decide on '\($0.description)'" }
    case .reliance:
      return decision.withheld.first { decision.reliances(on: $0).isEmpty }.map {
        "Choose an exemption for '\($0.description)'"
      }
    case .harm:
      return decision.reliances.first { reliance in
        asksForHarm(reliance, book: book)
          && (reliance.harm.likelihood == nil || reliance.harm.interest.isEmpty
            || reliance.harm.evidence.isEmpty)
      }.map { "Evidence the harm under \(cite($0))" }
    case .weigh:
      return decision.reliances.first {
        book.limb(id: $0.limb)?.needsBalance == true && $0.balance == nil
      }.map { "Weigh the public interest under \(cite($0))" }
    case .alternatives:
      return decision.alternatives.isEmpty && decision.released.isEmpty
        ? "Look for something less than a full refusal" : nil
    case .files:
      return files.first { !obstacles(to: $0, book: book).isEmpty }.map {
        "Make '\($0.name)' safe to release"
      }
    case .letter: return state == "open" ? "Check the letter and send it for approval" : nil
    case .approve:
      return state == "open" || state == "submitted" ? "Approval by a second person" : nil
    case .issue: return state == "issued" ? nil : "Issue the letter"
    }
  }
}
