import InformationLaw
import PublicInterest

extension Draft {
  /// What the letter is about.
  var title: String {
    decision.regime.instrument
      + (isNotice ? ": decision and refusal notice" : ": answer to your request")
  }

  /// When the request came, the law, and the answer in short.
  var opening: [Block] {
    var first = "Thank you for your request, which we received on \(decision.received.written)."
    if !decision.reference.isEmpty { first += " Our reference is \(decision.reference)." }
    first += " We have dealt with it under the \(decision.regime.instrument) (\(act))."
    return [.paragraph(first), .paragraph(clock), .paragraph(summary), .paragraph(notice)]
  }

  /// The requester's words, question by question.
  var request: [Block] {
    let texts = decision.questions.map(\.text.normalisedLine)
    if texts.count == 1, let only = texts.first { return [.paragraph("You asked: “\(only)”")] }
    return [.bullets(texts.enumerated().map { "Question \($0 + 1): “\($1)”" })]
  }

  /// What happened to the clock, as far as the requester was part of it.
  private var clock: String {
    var sentences: [String] = []
    for fact in decision.clockEvents.sorted(by: { $0.day < $1.day }) {
      switch fact.event {
      case .clarificationAsked(let day):
        sentences.append("We asked you on \(day.written) what you meant.")
      case .clarificationReceived(let day):
        sentences.append("You told us on \(day.written), and the time for our answer began then.")
      case .feesNotice(let day): sentences.append("We sent you a fees notice on \(day.written).")
      case .feesPaid(let day): sentences.append("We received your fee on \(day.written).")
      case .pitExtension(let day):
        sentences.append(
          "We told you that we needed until \(day.written) to weigh the public interest "
            + "(\(cite("10(3)"))).")
      case .complexityExtension(let day):
        sentences.append(
          "We told you that the complexity and volume of what you asked for meant that we needed "
            + "until \(day.written) (\(cite("7(1)"))).")
      case .extensionNotice(let day):
        sentences.append("We told you on \(day.written) that we needed more time.")
      case .commissionerSpecified(let day):
        sentences.append(
          "The \(regulator.name) specified \(day.written) as the day by which we had to answer.")
      case .commissionerApplied, nil: continue
      }
    }
    return sentences.joined(separator: " ")
  }

  /// The answer in one sentence, once there is one.
  private var summary: String {
    if let ground = relied.first(where: { $0.limb.kind == .procedural && $0.limb.isRefusal }) {
      return "We are refusing your request under \(ground.limb.inWords) of \(act)."
    }
    let ncnd = relied.filter { $0.isNCND && $0.isMaintained }
    if !ncnd.isEmpty, decision.released.isEmpty, decision.withheld.isEmpty {
      return "We neither confirm nor deny that we hold the information that you asked for. "
        + Phrase.list(ncnd.map(\.limb.inWords)).capitalisedFirst
        + " of \(act) \(ncnd.count == 1 ? "excludes" : "exclude") the duty to say so."
    }
    guard decision.items.allSatisfy({ $0.outcome != nil }) else { return "" }
    let answers = decision.questions.map(\.holding?.answer)
    let isGiving =
      !decision.released.isEmpty || decision.alternatives.contains { $0.outcome == .given }
    switch (isGiving, !decision.withheld.isEmpty) {
    case (true, true):
      return
        "In short, we are giving you some of the information that you asked for and withholding "
        + "the rest\(because)."
    case (false, true):
      return "In short, we are withholding the information that you asked for\(because)."
    case (true, false):
      return answers.allSatisfy { $0 == .held }
        ? "We are giving you all the information that you asked for."
        : "We are giving you the information that we hold."
    case (false, false):
      return !answers.isEmpty && answers.allSatisfy { $0 == .notHeld }
        ? "We do not hold the information that you asked for." : ""
    }
  }

  private var because: String {
    let cites = relied.filter { $0.isMaintained && $0.limb.kind == .exemption }.map(\.limb.inWords)
    var unique: [String] = []
    for cite in cites where !unique.contains(cite) { unique.append(cite) }
    return unique.isEmpty
      ? ""
      : ", which is \(terms.exemption == "exemption" ? "exempt" : "excepted") under \(Phrase.list(unique)) of \(act)"
  }

  /// That the letter is the notice that the regime requires, and what it says.
  private var notice: String {
    guard isNotice else { return "" }
    let rights = decision.rights.internalReview || decision.rights.regulator
    return "This letter is the notice that \(cite(terms.notice)) requires. It says "
      + (rights
        ? "what we rely on, why that applies, and how you can challenge our decision."
        : "what we rely on and why that applies.")
  }
}

extension Limb {
  /// Whether a procedural ground refuses the request as such (FOIA ss.12, 14); the others say that
  /// nothing is held or that something is awaited.
  var isRefusal: Bool { section == "12" || section == "14" }
}
