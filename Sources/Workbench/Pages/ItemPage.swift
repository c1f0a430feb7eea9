import Casework
import DataFiles
import Markup
import PublicInterest

/// Describes an item of information so that it can be weighed apart from the others.
enum ItemPage {
  static let new = page(.newItem(":ref"), title: "Describe an item of information") { _ in nil }
  static let edit = page(.item(":ref", item: ":i"), title: "Change an item") { file in
    let id = try file.visit.parameter("i")
    guard let item = file.subject.decision.items.first(where: { $0.id == id }) else {
      throw Problem.notFound
    }
    return item
  }

  /// Removes an item.
  static let remove = Route.post(.removeItem(":ref", item: ":i"), .act("itemRemoved")) { visit in
    let item = try visit.parameter("i")
    return try await visit.append(.itemRemoved(item: item)) { .caseFile($0.reference) }
  }

  private static func page(
    _ address: Address, title: String, item: @escaping @Sendable (CaseFile) throws -> Item?
  ) -> EditPage {
    EditPage(
      address: address, act: "itemSet", title: { _ in title },
      back: { ("Back to the case", .caseFile($0.reference)) },
      values: { file in
        var values = FormValues()
        guard let item = try item(file) else {
          // A case with one question has nothing to choose.
          if let only = file.subject.decision.questions.first,
            file.subject.decision.questions.count == 1
          {
            values.add(only.id, to: "questions")
          }
          return values
        }
        values["description"] = item.description
        values["kind"] = item.kind.rawValue
        for question in item.questions { values.add(question, to: "questions") }
        values["outcome"] = item.outcome?.rawValue ?? ""
        return values
      },
      labels: ["description": "Description", "kind": "Kind", "questions": "Questions"],
      fields: { file, form in try fields(file, form, item: try item(file)) },
      event: { file, values in
        guard let kind = Item.Kind(rawValue: values["kind"]) else {
          throw FormErrors("Choose what kind of information it is", field: "kind")
        }
        let questions = values.all("questions")
        guard !questions.isEmpty else {
          throw FormErrors("Choose the question that it answers", field: "questions")
        }
        return .itemSet(
          item: Item(
            id: try item(file)?.id ?? freeID("i", among: file.subject.decision.items.map(\.id)),
            questions: questions, kind: kind, description: values["description"],
            outcome: Item.Outcome(rawValue: values["outcome"])))
      },
      next: { file, _ in .caseFile(file.reference) })
  }

  private static func fields(_ file: CaseFile, _ form: Form, item: Item?) throws -> HTML {
    let decision = file.subject.decision
    let index = decision.items.firstIndex { $0.id == item?.id } ?? decision.items.count
    let path = FieldPath(["items"]) / index
    return """
      \(form.area(
        "description", "What is it?",
        hint: "In words that give nothing away: the letter prints them. 'Names of the suppliers' and "
          + "'version numbers' are two items, because they can be weighed apart.",
        at: path / "description", rows: 3))
      \(form.radios("kind", "What kind of information is it?", at: path / "kind", Item.Kind.allCases.map {
        Option(value: $0.rawValue, label: $0.rawValue.capitalizedFirst)
      }))
      \(form.boxes("questions", "Which questions does it answer?", decision.questions.map {
        Option(value: $0.id, label: "\($0.id.dropFirst()). \($0.text)")
      }))
      \(form.radios("outcome", "What happens to it?", at: path / "outcome", [
        Option(value: "release", label: "It is released"),
        Option(
          value: "withhold", label: "It is withheld", hint: "An exemption has to be relied on for it"),
        Option(value: "", label: "Not decided yet"),
      ]))
      """
  }
}

/// The first free id of a kind: `i1`, `i2`…
func freeID(_ prefix: String, among taken: [String]) -> String {
  let numbers = taken.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }
  return "\(prefix)\((numbers.max() ?? 0) + 1)"
}
