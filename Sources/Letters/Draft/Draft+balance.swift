import InformationLaw
import PublicInterest

extension Draft {
  /// The factors of both sides and the balance, for a limb that needs one (FOIA ss.2, 17(3); EIR
  /// reg 12(1)(b); FOISA ss.2(1)(b), 16(2)). For an absolute limb nothing is printed, even where something was recorded.
  func publicInterest(_ relied: Relied) -> [Block] {
    guard relied.limb.needsBalance else { return [] }
    let reliance = relied.reliance
    return factors(
      reliance.factors(.disclose),
      under: "Public interest factors for \(relied.isNCND ? "confirming or denying" : "disclosing")"
    )
      + factors(
        reliance.factors(.maintain),
        under:
          "Public interest factors for maintaining the \(relied.isNCND ? "exclusion" : terms.exemption)"
      )
      + balance(relied)
  }

  private func factors(_ factors: [Factor], under heading: String) -> [Block] {
    let rows = factors.map { factor in
      [
        Phrase.sentence(factor.words), factor.weight?.rawValue.capitalisedFirst ?? "",
        Phrase.sentence(factor.reason),
      ]
    }
    let table = table(["Factor", "Weight", "Why this weight"], rows)
    return table.isEmpty ? [] : [.subheading(heading)] + table
  }

  /// The balance in words: the test, the time, an answer to each factor for disclosure, the reasons
  /// and the outcome.
  private func balance(_ relied: Relied) -> [Block] {
    guard let balance = relied.reliance.balance else { return [] }
    let answers = relied.reliance.factors(.disclose).filter { !$0.answer.trimmed.isEmpty }.map {
      [Phrase.sentence($0.words), Phrase.sentence($0.answer)]
    }
    var blocks: [Block] = [.subheading("Balance"), .paragraph(test(relied))]
    let decided = decision.decided.map {
      "We weighed these interests as they stood on \($0.written), the day of this decision"
    }
    blocks.append(.paragraph(Phrase.sentences(decided ?? "", balance.timing)))
    if !answers.isEmpty {
      blocks.append(.paragraph("We have considered each factor for disclosing:"))
      blocks += table(["Factor for disclosing", "Our answer"], answers)
    }
    return blocks + Phrase.blocks(balance.reasons) + [.paragraph(outcome(balance.outcome, relied))]
  }

  private func test(_ relied: Relied) -> String {
    // Whether a mixed limb is qualified depends on who holds the information; weighing settles it.
    let start =
      relied.limb.status == .qualified
      ? "This \(terms.exemption) is qualified: it holds" : "This \(terms.exemption) holds"
    let presumption = terms.presumption.map {
      "We started from the presumption in favour of disclosure (\(cite($0)))."
    }
    guard relied.isNCND else {
      return Phrase.sentences(
        presumption ?? "",
        start
          + " only if, in all the circumstances of the case, the public interest "
          + "in maintaining the \(terms.exemption) outweighs the public interest in disclosing the "
          + "information; if the two are equal, we have to disclose it (\(cite(terms.test)))")
    }
    return Phrase.sentences(
      presumption ?? "",
      "\(terms.confirm == nil ? "We may refuse to say whether we hold it" : "The duty is excluded") "
        + "only if, in all the circumstances of the case, the public interest in "
        + "maintaining the exclusion outweighs the public interest in disclosing whether we hold the "
        + "information (\(cite(terms.testNCND)))")
  }

  private func outcome(_ outcome: BalanceOutcome, _ relied: Relied) -> String {
    guard relied.isNCND else { return outcome.sentence(of: terms.exemption) }
    return outcome == .maintain
      ? "In all the circumstances of the case, the public interest in maintaining the exclusion of "
        + "the duty to confirm or deny outweighs the public interest in disclosing whether we hold "
        + "the information."
      : "The public interest in maintaining the exclusion of the duty to confirm or deny does not "
        + "outweigh the public interest in disclosing whether we hold the information."
  }

  /// Interests of several exemptions weighed together for the same information.
  var cumulative: [Block] {
    guard let cumulative = decision.cumulative else { return [] }
    let parts = relied.filter { cumulative.reliances.contains($0.reliance.id) }
    guard parts.count > 1 else { return Phrase.blocks(cumulative.reasons) }
    let cites = Phrase.list(parts.map(\.limb.inWords))
    let shared = decision.items.filter { item in
      parts.allSatisfy { $0.reliance.items.contains(item.id) }
    }.map(\.description.normalisedLine)
    let lead =
      "More than one \(terms.exemption) applies to the same information. We first found that each of "
      + "them, \(cites), is engaged on its own. We then weighed the public interests in maintaining "
      + "them together against the public interest in disclosure"
      + (terms.together.map { ", as \(act) permits (\($0))." } ?? ".")
    let items: [Block] =
      shared.isEmpty ? [] : [.paragraph("This is the information:"), .bullets(shared)]
    let outcome =
      cumulative.outcome == .maintain
      ? "In all the circumstances of the case, the public interest in maintaining the "
        + "\(terms.exemption)s, taken together, outweighs the public interest in disclosing the information."
      : "Even taken together, the public interest in maintaining the \(terms.exemption)s does not "
        + "outweigh the public interest in disclosing the information, so the information is disclosed."
    return [.paragraph(lead)] + items + Phrase.blocks(cumulative.reasons) + [.paragraph(outcome)]
  }
}
