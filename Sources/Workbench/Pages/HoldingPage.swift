import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Records for one question whether anything is held, why, and how that is known.
enum HoldingPage {
  /// How many searches fit on the page beyond those that are saved.
  private static let spare = 2

  static let page = EditPage(
    address: .holding(":ref", question: ":q"), act: "holdingSet",
    title: { "Is anything held for question \(try question($0).id.dropFirst())?" },
    back: { ("Back to the case", .caseFile($0.reference)) },
    values: values, labels: ["held": "Held", "explanation": "Explanation"], fields: fields,
    event: event, next: { file, _ in .caseFile(file.reference) })

  private static func question(_ file: CaseFile) throws -> Question {
    let id = try file.visit.parameter("q")
    guard let question = file.subject.decision.questions.first(where: { $0.id == id }) else {
      throw Problem.notFound
    }
    return question
  }

  private static func path(_ file: CaseFile) throws -> FieldPath {
    let id = try question(file).id
    let index = file.subject.decision.questions.firstIndex { $0.id == id } ?? 0
    return FieldPath(["questions"]) / index
  }

  @Sendable private static func values(_ file: CaseFile) throws -> FormValues {
    var values = FormValues()
    guard let holding = try question(file).holding else { return values }
    values["held"] = holding.answer.rawValue
    values["explanation"] = holding.explanation
    for (index, search) in holding.searches.enumerated() {
      values["place-\(index)"] = search.place
      values["terms-\(index)"] = search.terms
      values["by-\(index)"] = search.by
      values["on-\(index)"] = search.on?.description ?? ""
      values["found-\(index)"] = search.found ? "yes" : "no"
    }
    return values
  }

  @Sendable private static func fields(_ file: CaseFile, _ form: Form) throws -> HTML {
    let path = try path(file)
    let saved = try question(file).holding?.searches.count ?? 0
    let searches = (0..<saved + spare).map { index -> HTML in
      """
      <fieldset class="search"><legend>Search \(index + 1)</legend>
      \(form.text("place-\(index)", "Where", hint: "The system, folder or drawer"))
      \(form.text("terms-\(index)", "With what terms, or how"))
      <div class="row">\(form.text("by-\(index)", "By whom", hint: "A role or team"))
      \(form.text("on-\(index)", "When", hint: "As 2026-05-26", width: .short))</div>
      \(form.radios("found-\(index)", "Was anything found?", across: true, [
        Option(value: "yes", label: "Yes"), Option(value: "no", label: "No, a nil return"),
      ]))</fieldset>
      """
    }
    return """
      <blockquote class="inset">\(try question(file).text)</blockquote>
      \(form.radios("held", "Is it held?", at: path / "held", [
        Option(value: Holding.Answer.held.rawValue, label: "Held"),
        Option(value: Holding.Answer.inPart.rawValue, label: "Held in part"),
        Option(value: Holding.Answer.notHeld.rawValue, label: "Not held"),
      ]))
      \(form.area(
        "explanation", "Why",
        hint: "In words that the requester can be given. Where something is not held, say why not.",
        at: path / "explanation"))
      <h2>Where it was looked for</h2>
      <p class="hint">Leave a search empty if there was none. Save to add more.</p>
      \(form.findingsPlace(path / "searches"))\(searches)
      """
  }

  @Sendable private static func event(
    _ file: CaseFile, _ values: FormValues
  ) throws -> CaseEvent {
    guard let answer = Holding.Answer(rawValue: values["held"]) else {
      throw FormErrors("Say whether anything is held", field: "held")
    }
    var errors = FormErrors()
    var searches: [Search] = []
    for index in 0..<200 where values.has("place-\(index)") {
      let place = values["place-\(index)"]
      let rest = ["terms", "by", "on"].map { values["\($0)-\(index)"] }
      guard !place.isEmpty else {
        if rest.contains(where: { !$0.isEmpty }) {
          errors.messages.append(("place-\(index)", "Say where search \(index + 1) was made"))
        }
        continue
      }
      let on = values["on-\(index)"]
      let day = on.isEmpty ? nil : Day(on)
      if !on.isEmpty, day == nil {
        errors.messages.append(("on-\(index)", "'\(on)' is not a day; write it as 2026-05-26"))
      } else if let day, day > file.visit.today {
        errors.messages.append(("on-\(index)", "\(day.written) is in the future"))
      }
      searches.append(
        Search(
          place: place, terms: values["terms-\(index)"], by: values["by-\(index)"], on: day,
          found: values["found-\(index)"] == "yes"))
    }
    guard errors.messages.isEmpty else { throw errors }
    return .holdingSet(
      question: try question(file).id,
      holding: Holding(answer: answer, explanation: values["explanation"], searches: searches))
  }
}
