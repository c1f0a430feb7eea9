import Casework
import DataFiles
import Markup
import PublicInterest

/// Looks for something less than a refusal: one kind at a time.
enum AlternativesPage {
  static let page = EditPage(
    address: .alternative(":ref", form: ":form"), act: "alternativeSet",
    title: { "Could you give \(try kind($0).question)?" },
    back: { ("Back to the case", .caseFile($0.reference)) },
    values: { file in
      let kind = try kind(file)
      guard let known = file.subject.decision.alternatives.first(where: { $0.form == kind }) else {
        return FormValues()
      }
      return FormValues([("outcome", known.outcome.rawValue), ("words", known.words)])
    },
    labels: ["words": "What is given, or why it cannot be"],
    fields: { file, form in
      let kind = try kind(file)
      let alternatives = file.subject.decision.alternatives
      let index = alternatives.firstIndex { $0.form == kind } ?? alternatives.count
      let path = FieldPath(["alternatives"]) / index
      return """
        <p class="lede">\(kind.explanation)</p>
        \(form.radios("outcome", "Can it be given?", at: path / "outcome", [
          Option(value: "given", label: "Yes, it is given with this answer"),
          Option(value: "not possible", label: "No, it was considered and is not possible"),
        ]))
        \(form.area("words", "What is given, or why it cannot be",
          hint: "The letter prints this under advice and assistance (FOIA s.16).", at: path / "words"))
        """
    },
    event: { file, values in
      guard let outcome = Alternative.Outcome(rawValue: values["outcome"]) else {
        throw FormErrors("Say whether it can be given", field: "outcome")
      }
      guard !values["words"].isEmpty else {
        throw FormErrors("Say what is given, or why it cannot be", field: "words")
      }
      return .alternativeSet(
        alternative: Alternative(form: try kind(file), outcome: outcome, words: values["words"]))
    },
    next: { file, _ in .caseFile(file.reference) })

  /// Takes an alternative off the record.
  static let remove = Route.post(
    .removeAlternative(":ref", form: ":form"), .act("alternativeRemoved")
  ) { visit in
    guard let kind = Alternative.Form(slug: try visit.parameter("form")) else {
      throw Problem.notFound
    }
    return try await visit.append(.alternativeRemoved(form: kind)) { .caseFile($0.reference) }
  }

  private static func kind(_ file: CaseFile) throws -> Alternative.Form {
    guard let kind = Alternative.Form(slug: try file.visit.parameter("form")) else {
      throw Problem.notFound
    }
    return kind
  }
}

extension Alternative.Form {
  /// The form in an address.
  var slug: String { rawValue.replacing(" ", with: "-") }

  init?(slug: String) { self.init(rawValue: slug.replacing("-", with: " ")) }

  var question: String {
    switch self {
    case .totals: "totals"
    case .ranges: "ranges"
    case .older: "older information"
    case .withoutVersions: "names without versions"
    case .part: "part of the information"
    case .later: "it at a later date"
    }
  }

  var explanation: String {
    switch self {
    case .totals: "A sum over the whole often answers the question without the detail that harms."
    case .ranges: "Bands, such as '5 to 10', can hide the exact number that matters to an attacker."
    case .older: "What was true two years ago may no longer help anybody to do harm."
    case .withoutVersions: "A product's name says less than its version or its settings."
    case .part: "Only what is exempt may be withheld: can the rest be separated (FOIA s.2(2))?"
    case .later: "If the harm ends on a known day, the information can be promised for then."
    }
  }
}
