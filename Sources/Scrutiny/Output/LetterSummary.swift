import InformationLaw
import PublicInterest

/// What the letter of a decision does, in the terms of `letter/1`.
struct LetterSummary {
  private let decision: Decision
  private let relied: [(reliance: Reliance, limb: Limb)]

  init(of decision: Decision, book: StatuteBook) {
    self.decision = decision
    relied = decision.reliances.compactMap { reliance in
      book.limb(id: reliance.limb).map { (reliance, $0) }
    }
  }

  var json: JSON {
    .record([
      "regime": .text(decision.regime.rawValue),
      "letter_type": .text(outcome.letterType),
      "decision": .text(outcome.decision),
      "refusal_basis": refusalBasis.map(JSON.text) ?? .null,
      "exemptions": .list(
        relied.map { _, limb in
          .record([
            "cite": .text(limb.cite), "as_written": .text(limb.citation),
            "role": .text(role(of: limb)),
          ])
        }),
      "ncnd": .flag(relies { $0.kind == .neitherConfirmNorDeny }),
      "harm_present": .flag(relied.contains { !$0.reliance.harm.isEmpty }),
      "pit_present": .flag(
        relied.contains { $0.reliance.balance != nil || !$0.reliance.factors.isEmpty }),
      "standard": .text(standard),
      "rights": .record([
        "internal_review": .flag(decision.rights.internalReview),
        "ico": .flag(decision.rights.regulator),
        "review_time_limit_working_days": decision.rights.internalReview
          ? .number(decision.authority.reviewAskDays) : .null,
      ]),
      "spans": [],
    ])
  }

  private func relies(_ on: (Limb) -> Bool) -> Bool { relied.contains { on($0.limb) } }

  private var outcome: (letterType: String, decision: String) {
    let isExtended = decision.clockEvents.contains { $0.kind == "pit-extension" }
    if isExtended, decision.decided == nil { return ("pit_extension", "extended") }
    if relies({ $0.kind == .neitherConfirmNorDeny }) { return ("ncnd", "ncnd") }
    if relies({ $0.section == "12" }) { return ("cost_refusal", "refused") }
    if relies({ $0.section == "14" }) { return ("vexatious_refusal", "refused") }
    if !decision.withheld.isEmpty {
      return decision.isFullRefusal ? ("refusal", "refused") : ("partial", "partial")
    }
    let answers = decision.questions.map(\.holding?.answer)
    if !answers.isEmpty, answers.allSatisfy({ $0 == .notHeld }) { return ("not_held", "not_held") }
    return ("disclosure", "full_disclosure")
  }

  private var refusalBasis: String? {
    switch outcome.letterType {
    case "pit_extension": return "extension"
    case "cost_refusal": return "cost"
    case "vexatious_refusal": return "vexatious"
    case "disclosure", "not_held": return nil
    default:
      let isAccessible = !relied.isEmpty && relied.allSatisfy { $0.limb.section == "21" }
      return isAccessible ? "accessible" : "exemption"
    }
  }

  private func role(of limb: Limb) -> String {
    switch (limb.kind, limb.section) {
    case (.neitherConfirmNorDeny, _): "ncnd"
    case (_, "12"): "cost"
    case (_, "14"): "vexatious"
    case (_, "21"): "accessible"
    case (_, "22"): "future_publication"
    case (.procedural, "1"): "not_held"
    default: outcome.decision == "extended" ? "under_consideration" : "withhold"
    }
  }

  /// The levels of likelihood that the limbs which turn on prejudice choose.
  private var standard: String {
    let levels = Set(
      relied.filter { $0.limb.basis == .prejudice }.compactMap(\.reliance.harm.likelihood))
    switch (levels.contains(.would), levels.contains(.wouldBeLikely)) {
    case (true, true): return "both"
    case (true, false): return "would"
    case (false, true): return "would_be_likely"
    case (false, false): return "none"
    }
  }
}
