import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Weighs the interests of several engaged limbs together, as [2025] UKSC 27 allows.
enum CumulativePage {
  static let page = EditPage(
    address: .cumulative(":ref"), act: "cumulativeSet",
    title: { _ in "Weigh exemptions together" },
    back: { ("Back to the case", .caseFile($0.reference)) },
    values: { file in
      var values = FormValues()
      guard let balance = file.subject.decision.cumulative else { return values }
      for id in balance.reliances { values.add(id, to: "reliances") }
      values["outcome"] = balance.outcome.rawValue
      values["reasons"] = balance.reasons
      return values
    },
    fields: { file, form in
      let decision = file.subject.decision
      let path: FieldPath = "cumulative balance"
      let options = decision.reliances.compactMap { reliance -> Option? in
        guard let limb = file.book.limb(id: reliance.limb), limb.needsBalance else { return nil }
        let items = decision.items(of: reliance).map(\.description).joined(separator: "; ")
        return Option(value: reliance.id, label: "\(limb.cite) \(limb.title)", hint: items)
      }
      return """
        <div class="inset"><p>Where several qualified exemptions are engaged by the same information, \
        the interests in maintaining them may be weighed together (<cite>Department for Business and \
        Trade v Information Commissioner</cite> [2025] UKSC 27). Each has to be engaged first, only \
        the interests they protect count, and the letter says that they are weighed together.</p></div>
        \(form.boxes("reliances", "Which exemptions?", at: path / "reliances", options))
        \(form.area("reasons", "Your reasons",
          hint: "Name each interest. The interest in disclosure counts once.", at: path / "reasons", rows: 6))
        \(form.radios("outcome", "Taken together, the public interest", at: path / "outcome", [
          Option(value: "maintain", label: "in maintaining the exemptions outweighs that in disclosing"),
          Option(value: "disclose", label: "in disclosing is at least as great: disclose"),
        ]))
        """
    },
    event: { _, values in
      guard let outcome = BalanceOutcome(rawValue: values["outcome"]) else {
        throw FormErrors("Say where the public interest lies", field: "outcome")
      }
      return .cumulativeSet(
        balance: CumulativeBalance(
          reliances: values.all("reliances"), outcome: outcome, reasons: values["reasons"]))
    },
    next: { file, _ in .caseFile(file.reference) }, button: "Save the cumulative balance")

  /// Takes the cumulative balance back.
  static let remove = Route.post(.removeCumulative(":ref"), .act("cumulativeRemoved")) { visit in
    try await visit.append(.cumulativeRemoved) { .caseFile($0.reference) }
  }
}
