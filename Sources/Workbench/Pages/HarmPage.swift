import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Evidences harm as a chain, one question a page, in plain words.
enum HarmPage {
  /// A page of the chain.
  struct Step: Sendable {
    /// The last part of the address.
    var id: String
    /// The question, which is the page's heading.
    var question: String
    /// The fields of the harm that it sets.
    var names: [String]
    /// The form's fields.
    var fields: @Sendable (CaseFile, Form, FieldPath) throws -> HTML
  }

  static let steps: [Step] = [
    Step(id: "interest", question: "What does the exemption protect here?", names: ["interest"]) {
      file, form, path in
      let limb = try file.limb(of: try file.reliance())
      return """
        \(LimbView(limb: limb, book: file.book).beside)
        \(form.area(
          "interest", "The interest",
          hint: "As it stands in this case, and no wider. Harm to another interest needs another exemption.",
          at: path / "interest", rows: 3))
        """
    },
    Step(
      id: "shows", question: "What would disclosure show that is not known now?", names: ["shows"]
    ) {
      _, form, path in
      form.area(
        "shows", "What it would show",
        hint: "Go by these items, not by the subject. What is published already shows nothing new.",
        at: path / "shows", rows: 4)
    },
    Step(id: "use", question: "Who could use it, and how?", names: ["who", "how"]) {
      _, form, path in
      form.text("who", "Who", hint: "People with a reason and the means", at: path / "who")
        + form.area(
          "how", "How they would use it",
          hint: "Step by step: somebody who has never seen the case should be able to follow it.",
          at: path / "how")
    },
    Step(id: "follows", question: "What would follow?", names: ["follows"]) { _, form, path in
      form.area(
        "follows", "The damage to the interest",
        hint: "Real, actual or of substance: what would happen, and to whom.", at: path / "follows")
    },
    Step(id: "evidence", question: "What shows that?", names: ["evidence"]) { file, form, path in
      evidenceFields(form, saved: try file.reliance().harm.evidence.count, path: path)
    },
    Step(
      id: "likelihood", question: "How likely is it?", names: ["likelihood", "likelihoodReason"]
    ) { file, form, path in
      let limb = try file.limb(of: try file.reliance())
      let levels = file.book.vocabulary.thresholds[limb.threshold]?.levels ?? []
      return form.radios(
        "likelihood", "The level that the letter will name",
        hint: "The level decides how strong the evidence has to be, and how much the harm weighs.",
        at: path / "likelihood", levels.map(option))
        + form.area(
          "likelihoodReason", "Why that level",
          hint: limb.basis == .purpose
            ? "Why exempting it is reasonably necessary, and why nothing less would do."
            : "What makes it more than a possibility.", at: path / "why so likely")
    },
    Step(
      id: "severity", question: "How severe would it be, and for how long?",
      names: ["severity", "extent", "lasts"]
    ) { _, form, path in
      form.radios(
        "severity", "How severe", at: path / "severity", across: true,
        Harm.Severity.allCases.map {
          Option(value: $0.rawValue, label: $0.rawValue.capitalizedFirst)
        })
        + form.text(
          "extent", "How far it would reach", hint: "How many people, places or services",
          at: path / "extent")
        + form.text(
          "lasts", "For how long", hint: "Until when would the information be of use?",
          at: path / "lasts")
    },
  ]

  static let page = EditPage(
    address: .harm(":ref", reliance: ":r", step: ":step"), act: "harmSet",
    title: { try step($0).question },
    over: { file in
      let limb = try file.limb(of: try file.reliance())
      let number = (steps.firstIndex { $0.id == file.visit.parameters["step"] } ?? 0) + 1
      return "Harm under \(limb.cite): \(number) of \(steps.count)"
    },
    back: { file in
      let number = steps.firstIndex { $0.id == file.visit.parameters["step"] } ?? 0
      guard number > 0 else { return ("Back to the case", .caseFile(file.reference)) }
      return (
        "Back: \(steps[number - 1].question)",
        .harm(file.reference, reliance: try file.reliance().id, step: steps[number - 1].id)
      )
    },
    values: { HarmForm.values(of: try $0.reliance().harm) },
    labels: [
      "likelihoodReason": "Why that level", "shows": "What it would show", "lasts": "For how long",
    ],
    fields: { file, form in
      let path = file.path(of: try file.reliance()) / "harm"
      return try step(file).fields(file, form, path)
    },
    event: { file, values in
      let reliance = try file.reliance()
      // Each page sets its own fields and leaves the rest of the chain as it is.
      let harm = try HarmForm.harm(
        reliance.harm, with: values, names: try step(file).names, today: file.visit.today)
      return .harmSet(reliance: reliance.id, harm: harm)
    },
    next: { file, _ in
      let reliance = try file.reliance()
      let number = steps.firstIndex { $0.id == file.visit.parameters["step"] } ?? 0
      if number + 1 < steps.count {
        return .harm(file.reference, reliance: reliance.id, step: steps[number + 1].id)
      }
      return try file.limb(of: reliance).needsBalance
        ? .weigh(file.reference, reliance: reliance.id) : .caseFile(file.reference)
    })

  private static func step(_ file: CaseFile) throws -> Step {
    guard let step = steps.first(where: { $0.id == file.visit.parameters["step"] }) else {
      throw Problem.notFound
    }
    return step
  }

  @Sendable private static func option(_ level: Likelihood) -> Option {
    switch level {
    case .would:
      Option(value: level.rawValue, label: "It would happen", hint: "More likely than not")
    case .wouldBeLikely:
      Option(
        value: level.rawValue, label: "It would be likely to happen",
        hint:
          "A real and significant risk, if less than even. If no level is named, this one is taken."
      )
    case .required:
      Option(
        value: level.rawValue, label: "Exemption is required for the purpose",
        hint: "Reasonably necessary: a real risk, which need not be direct or imminent")
    }
  }

  private static func evidenceFields(_ form: Form, saved: Int, path: FieldPath) -> HTML {
    let entries = (0..<saved + 2).map { index -> HTML in
      """
      <fieldset class="search"><legend>Evidence \(index + 1)</legend>
      \(form.area("says-\(index)", "What it says", at: path / "evidence" / index / "says", rows: 3))
      <div class="row">\(form.text("source-\(index)", "Where it comes from",
        hint: "A person's role, a report, a case"))
      \(form.text("date-\(index)", "Its date", hint: "As 2026-05-26", width: .short))</div></fieldset>
      """
    }
    return """
      <p class="hint">Best is a dated statement by somebody who knows: the information security lead, \
      the unit that runs the system. Leave an entry empty if there is none. Save to add more.</p>
      \(form.findingsPlace(path / "evidence"))\(entries)
      """
  }
}
