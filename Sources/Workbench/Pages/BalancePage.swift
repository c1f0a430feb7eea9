import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Strikes the balance for one limb and its items, in words.
enum BalancePage {
  static let page = EditPage(
    address: .balance(":ref", reliance: ":r"), act: "balanceSet",
    title: { _ in "Where does the public interest lie?" },
    over: { file in
      let reliance = try file.reliance()
      let items = file.subject.decision.items(of: reliance).map(\.description)
      return "\(try file.limb(of: reliance).cite): \(items.joined(separator: "; "))"
    },
    back: { ("Back to the weighing", .weigh($0.reference, reliance: try $0.reliance().id)) },
    values: { file in
      let reliance = try file.reliance()
      var values = FormValues()
      if let balance = reliance.balance {
        values["outcome"] = balance.outcome.rawValue
        values["reasons"] = balance.reasons
        values["timing"] = balance.timing
      }
      for factor in reliance.factors(.disclose) { values["answer-\(factor.id)"] = factor.answer }
      return values
    },
    fields: { file, form in
      let reliance = try file.reliance()
      let path = file.path(of: reliance)
      let answers = reliance.factors(.disclose).enumerated().map { index, factor -> HTML in
        form.area(
          "answer-\(factor.id)", "D\(index + 1) \(factor.words)",
          hint: factor.weight.map { "Weight: \($0.rawValue). \(factor.reason)" },
          at: path / "for disclosure" / index / "answer", rows: 2)
      }
      return """
        \(SteelyardPicture(factors: reliance.factors).html)
        <h2>Answer each factor for disclosing</h2>
        <p class="hint">Is it met by what is released, outweighed, or served in another way?</p>
        \(answers.isEmpty ? "<p class=\"inset\">No factor for disclosing is recorded yet.</p>" as HTML : "\(answers)")
        <h2>The balance</h2>
        \(form.area("timing", "How old is the information, and is the matter still live?",
          hint: "The balance is judged as at the day of the decision.", at: path / "balance" / "timing", rows: 2))
        \(form.area("reasons", "Your reasons", hint: "Say what tips the balance, for this information.",
          at: path / "balance" / "reasons", rows: 7))
        \(form.radios("outcome", "The public interest",
          hint: "Where the two sides are equal, the information has to be disclosed.",
          at: path / "balance" / "outcome", [
            Option(value: "maintain", label: "in maintaining the exemption outweighs that in disclosing"),
            Option(value: "disclose", label: "in disclosing is at least as great: disclose"),
          ]))
        """
    },
    event: { file, values in
      guard let outcome = BalanceOutcome(rawValue: values["outcome"]) else {
        throw FormErrors("Say where the public interest lies", field: "outcome")
      }
      let reliance = try file.reliance()
      var answers: [String: String] = [:]
      for factor in reliance.factors(.disclose) {
        answers[factor.id] = values["answer-\(factor.id)"]
      }
      return .balanceSet(
        reliance: reliance.id,
        balance: Balance(outcome: outcome, reasons: values["reasons"], timing: values["timing"]),
        answers: answers)
    },
    next: { file, _ in .weigh(file.reference, reliance: try file.reliance().id) },
    button: "Save the balance")
}
