import InformationLaw
import PublicInterest

extension CaseRules {
  /// A decision can be sent for approval when every question is answered, every qualified exemption
  /// has been weighed, and every withheld item is carried by one (FOIA ss.1(1), 2(2)(b), 17(1); EIR regs
  /// 5(1), 12(1)(b), 14(3); FOISA ss.1(1), 2(1)(b), 16(1)).
  func checkConcluded(_ decision: Decision) throws(Refusal) {
    let terms = terms(decision)
    if let open = decision.questions.first(where: { $0.holding == nil }) {
      throw Refusal(
        .invalid, "Question \(open.id) has no record yet of whether anything is held.",
        citation: terms.citation(terms.confirm ?? terms.duty))
    }
    for item in decision.items {
      guard let outcome = item.outcome else {
        throw Refusal(.invalid, "'\(item.description)' is neither released nor withheld yet.")
      }
      if outcome == .withhold, decision.reliances(on: item).isEmpty {
        throw Refusal(
          .unlawful,
          "'\(item.description)' is withheld and no \(terms.exemption) is relied on for it.",
          citation: terms.citation(terms.specify))
      }
    }
    for reliance in decision.reliances {
      guard let limb = book.limb(id: reliance.limb) else { continue }
      if reliance.items.isEmpty {
        throw Refusal(
          .unlawful, "\(limb.cite) is relied on for no item. Tie it to one, or give it up.",
          citation: terms.citation(terms.specify))
      }
      if limb.needsBalance, reliance.balance == nil {
        throw Refusal(
          .unlawful, "\(limb.cite) is qualified and cannot be concluded without a balance.",
          citation: terms.citation(terms.test))
      }
    }
    // What it weighs together may have changed since it was struck.
    if let cumulative = decision.cumulative { try check(cumulative, in: decision) }
    for item in decision.withheld { try checkCarried(item, in: decision) }
  }

  /// An item stays withheld only while an absolute limb, a balance or the cumulative balance of limbs
  /// that all cover it maintains an exemption.
  private func checkCarried(_ item: Item, in decision: Decision) throws(Refusal) {
    let reliances = decision.reliances(on: item)
    let isCarried = reliances.contains { reliance in
      book.limb(id: reliance.limb)?.needsBalance == false
        || reliance.balance?.outcome == .maintain
    }
    if isCarried { return }
    if let cumulative = decision.cumulative, cumulative.outcome == .maintain,
      cumulative.reliances.allSatisfy({ id in reliances.contains { $0.id == id } })
    {
      return
    }
    let cites = reliances.map { book.limb(id: $0.limb)?.cite ?? $0.limb }
    let balances =
      cites.count == 1
      ? "The balance under \(cites[0]) comes"
      : "The balances under \(cites.dropLast().joined(separator: ", ")) and "
        + "\(cites[cites.count - 1]) come"
    throw Refusal(
      .unlawful, "\(balances) down for disclosure, but '\(item.description)' is still withheld.",
      citation: terms(decision).citation(terms(decision).test))
  }
}
