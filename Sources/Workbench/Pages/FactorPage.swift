import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Weighs one factor: its words, its weight in words, and why.
enum FactorPage {
  static let new = page(.newFactor(":ref", reliance: ":r"), title: "Add a factor") { _ in nil }
  static let edit = page(.factor(":ref", reliance: ":r", factor: ":f"), title: "Change a factor") {
    file in
    let id = try file.visit.parameter("f")
    guard let factor = try file.reliance().factors.first(where: { $0.id == id }) else {
      throw Problem.notFound
    }
    return factor
  }

  private static func page(
    _ address: Address, title: String, factor: @escaping @Sendable (CaseFile) throws -> Factor?
  ) -> EditPage {
    EditPage(
      address: address, act: "factorSet", title: { _ in title },
      over: { file in
        let limb = try file.limb(of: try file.reliance())
        return "\(file.reference): \(limb.cite) \(limb.title)"
      },
      back: { ("Back to the weighing", .weigh($0.reference, reliance: try $0.reliance().id)) },
      values: { file in
        guard let factor = try factor(file) else { return offered(file) }
        return FormValues([
          ("side", factor.side.rawValue), ("recognised", factor.recognised ?? ""),
          ("words", factor.words), ("weight", factor.weight?.rawValue ?? ""),
          ("reason", factor.reason),
        ])
      },
      labels: ["words": "The factor", "reason": "Why that weight"],
      fields: { file, form in try fields(file, form, factor: try factor(file)) },
      event: { file, values in
        guard let side = Vocabulary.Side(rawValue: values["side"]) else {
          throw FormErrors("Choose the side", field: "side")
        }
        let reliance = try file.reliance()
        let recognised = values["recognised"]
        let known = file.book.vocabulary.factors[recognised]
        if let known, known.side != side {
          throw FormErrors(
            "'\(known.label)' is recognised on the other side. Put it there, or word a factor of your own.",
            field: "side")
        }
        let id =
          try factor(file)?.id
          ?? freeID(side == .disclose ? "d" : "m", among: reliance.factors.map(\.id))
        return .factorSet(
          reliance: reliance.id,
          factor: Factor(
            id: id, side: side, recognised: known?.id, words: values["words"],
            weight: Weight(rawValue: values["weight"]), reason: values["reason"],
            answer: try factor(file)?.answer ?? ""))
      },
      next: { file, _ in .weigh(file.reference, reliance: try file.reliance().id) },
      button: "Save the factor")
  }

  /// What a link from the weighing page fills in: a recognised factor, or a side.
  @Sendable private static func offered(_ file: CaseFile) -> FormValues {
    let query = file.visit.query
    var values = FormValues()
    if let factor = file.book.vocabulary.factors[query["factor"]] {
      values["recognised"] = factor.id
      values["side"] = factor.side.rawValue
    } else {
      values["side"] = query["side"]
    }
    return values
  }

  private static func fields(_ file: CaseFile, _ form: Form, factor: Factor?) throws -> HTML {
    let reliance = try file.reliance()
    let side = Vocabulary.Side(rawValue: form.values["side"]) ?? .disclose
    let peers = reliance.factors(side)
    let index = peers.firstIndex { $0.id == factor?.id } ?? peers.count
    let key = side == .disclose ? "for disclosure" : "for maintaining"
    let path = file.path(of: reliance) / key / index
    let recognised = file.book.vocabulary.factors[form.values["recognised"]]
    let known: HTML =
      recognised.map { factor in
        """
        <input type="hidden" name="recognised" value="\(factor.id)">\
        <div class="inset"><p><b>Recognised factor:</b> \(factor.label)</p>\
        \(factor.weightNote.map { "<p class=\"hint\">\($0)</p>" as HTML })</div>
        """
      } ?? ""
    let sides = form.radios(
      "side", "On which side?", across: true,
      [
        Option(value: "disclose", label: "For disclosing"),
        Option(value: "maintain", label: "For maintaining the exemption"),
      ])
    return """
      \(known)\(sides)
      \(form.area(
        "words", "The factor, in your own words",
        hint: "About this information and this request. A sentence that would fit any letter carries no weight.",
        at: path / "words", rows: 3))
      \(form.radios(
        "weight", "How much does it count?", at: path / "weight", across: true,
        Weight.allCases.map { Option(value: $0.rawValue, label: $0.rawValue.capitalizedFirst) }))
      \(form.area("reason", "Why that much?", at: path / "reason", rows: 3))
      """
  }
}
