import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest

/// Relies on a limb for items: what it is, the standard to meet, what must be on file.
enum ReliancePage {
  static let new = page(.newReliance(":ref"), title: "Rely on an exemption") { _ in nil }
  static let edit = page(.reliance(":ref", reliance: ":r"), title: "Change an exemption") {
    try $0.reliance()
  }

  /// Gives a limb up.
  static let remove = Route.post(
    .removeReliance(":ref", reliance: ":r"), .act("relianceRemoved")
  ) { visit in
    let reliance = try visit.parameter("r")
    return try await visit.append(.relianceRemoved(reliance: reliance)) {
      .caseFile($0.reference)
    }
  }

  private static func page(
    _ address: Address, title: String,
    reliance: @escaping @Sendable (CaseFile) throws -> Reliance?
  ) -> EditPage {
    EditPage(
      address: address, act: "relianceSet", title: { _ in title },
      back: { ("Back to the case", .caseFile($0.reference)) },
      values: { file in try values(of: try reliance(file), file) },
      labels: ["limb": "Exemption", "items": "Items", "reason": "Why it applies"],
      fields: { file, form in try fields(file, form, reliance: try reliance(file)) },
      event: { file, values in try event(file, values, reliance: try reliance(file)) },
      next: { file, values in
        guard let limb = file.book.limb(id: values["limb"]),
          let saved = file.subject.decision.reliances.last(where: { $0.limb == limb.id })
        else { return .caseFile(file.reference) }
        return file.asksForHarm(limb)
          ? .harm(file.reference, reliance: saved.id, step: HarmPage.steps[0].id)
          : .caseFile(file.reference)
      },
      isNarrow: false)
  }

  private static func values(of reliance: Reliance?, _ file: CaseFile) throws -> FormValues {
    var values = FormValues()
    guard let reliance else {
      // A link from the statute book or from an item fills in what it knows.
      if file.visit.query.has("limb") { values["limb"] = file.visit.query["limb"] }
      for item in file.visit.query.all("item") { values.add(item, to: "items") }
      return values
    }
    values["limb"] = reliance.limb
    for item in reliance.items { values.add(item, to: "items") }
    values["reason"] = reliance.reason
    values["section23"] = reliance.section23?.rawValue ?? ""
    values["function"] = reliance.function
    for purpose in reliance.purposes { values.add(purpose, to: "purposes") }
    if reliance.isAlternative { values["alternative"] = "yes" }
    for (key, place) in reliance.onFile { values["file-\(key)"] = place }
    return values
  }

  private static func fields(
    _ file: CaseFile, _ form: Form, reliance: Reliance?
  ) throws -> HTML {
    let decision = file.subject.decision
    let index = decision.reliances.firstIndex { $0.id == reliance?.id } ?? decision.reliances.count
    let path = FieldPath(["reliance"]) / index
    let limb = file.book.limb(id: form.values["limb"])
    let items = decision.items.map { Option(value: $0.id, label: $0.description) }
    return """
      \(form.select(
        "limb", "Which exemption?",
        hint: "At the level of the limb: a notice that says 'section 31' alone specifies nothing. "
          + "'Check without saving' shows what the limb asks for.",
        at: path / "limb", groups: groups(file)))
      \(limb.map { LimbView(limb: $0, book: file.book).beside })
      \(items.isEmpty
        ? "<p class=\"inset\">There is no item yet. <a href=\"\(Address.newItem(file.reference).path)\">Describe one first</a>.</p>"
        : form.boxes("items", "For which items?", at: path / "items", items))
      \(form.area(
        "reason", "Why does it apply to this information?",
        hint: "In your own words, about these items, not in the words of the Act.",
        at: path / "reason"))
      \(try limb.map { try particulars($0, form, path, file) })
      """
  }

  /// What particular limbs ask for, and what has to be on file for any.
  private static func particulars(
    _ limb: Limb, _ form: Form, _ path: FieldPath, _ file: CaseFile
  ) throws -> HTML {
    let section23: HTML =
      limb.excludes.contains("foia-23-1")
      ? form.radios(
        "section23", "Does section 23 come into it?",
        hint: "Sections 23(1) and 24(1) cannot both apply to the same information.",
        at: path / "section 23",
        [
          Option(
            value: Reliance.Section23.notWithin.rawValue,
            label: "No: the information does not come from or relate to a security body"),
          Option(
            value: Reliance.Section23.inTheAlternative.rawValue,
            label: "It is cited in the alternative, so that which one applies is not given away"),
        ]) : ""
    let purposes: HTML =
      limb.purposes.isEmpty
      ? ""
      : form.text("function", "Which function, and where does it come from?", at: path / "function")
        + form.boxes(
          "purposes", "For which purpose of s.31(2)?", at: path / "purposes",
          limb.purposes.map {
            Option(value: $0, label: "(\($0)) \(file.book.vocabulary.purposes[$0] ?? "")")
          })
    let alternative: HTML =
      limb.alternativeWith.isEmpty
      ? ""
      : form.boxes(
        "alternative", "Is it cited in the alternative?",
        [
          Option(
            value: "yes", label: "Yes, in the alternative to another exemption for the same items")
        ])
    let evidence = limb.evidence.map { key -> HTML in
      form.text(
        "file-\(key)", file.book.vocabulary.evidence[key] ?? key, at: path / "on file" / key)
    }
    return """
      \(section23)\(purposes)\(alternative)
      <details\(limb.evidence.contains { !form.values["file-\($0)"].isEmpty } ? " open" : "")>\
      <summary>What has to be on file (\(limb.evidence.count))</summary>\
      <p class="hint">Say where each is. What is not needed here, say why.</p>\(evidence)</details>
      """
  }

  private static func groups(_ file: CaseFile) -> [(name: String, options: [Option])] {
    var groups: [(name: String, options: [Option])] = []
    for limb in file.book.limbs
    where limb.regime == file.subject.decision.regime && limb.kind == .exemption {
      let option = Option(value: limb.id, label: "\(limb.cite) \(limb.title)")
      let name = "\(limb.regime == .eir ? "Regulation" : "Section") \(limb.section)"
      if groups.last?.name == name {
        groups[groups.count - 1].options.append(option)
      } else {
        groups.append((name, [option]))
      }
    }
    return groups
  }

  private static func event(
    _ file: CaseFile, _ values: FormValues, reliance: Reliance?
  ) throws -> CaseEvent {
    guard let limb = file.book.limb(id: values["limb"]) else {
      throw FormErrors("Choose the exemption", field: "limb")
    }
    guard !values.all("items").isEmpty else {
      throw FormErrors("Choose at least one item", field: "items")
    }
    var onFile: [String: String] = [:]
    for key in limb.evidence where !values["file-\(key)"].isEmpty {
      onFile[key] = values["file-\(key)"]
    }
    return .relianceSet(
      reliance: Reliance(
        id: reliance?.id ?? freeID("r", among: file.subject.decision.reliances.map(\.id)),
        limb: limb.id, items: values.all("items"), reason: values["reason"],
        section23: Reliance.Section23(rawValue: values["section23"]), function: values["function"],
        purposes: values.all("purposes").filter(limb.purposes.contains),
        isAlternative: values.has("alternative"), onFile: onFile))
  }
}

extension CaseFile {
  /// The reliance that the address names.
  func reliance() throws -> Reliance {
    let id = try visit.parameter("r")
    guard let reliance = subject.decision.reliances.first(where: { $0.id == id }) else {
      throw Problem.notFound
    }
    return reliance
  }

  /// Where a reliance stands in the decision, for findings.
  func path(of reliance: Reliance) -> FieldPath {
    let index = subject.decision.reliances.firstIndex { $0.id == reliance.id } ?? 0
    return FieldPath(["reliance"]) / index
  }

  /// The limb of a reliance.
  func limb(of reliance: Reliance) throws -> Limb {
    guard let limb = book.limb(id: reliance.limb) else { throw Problem.notFound }
    return limb
  }

  /// Whether a limb's threshold has levels of likelihood, so that harm has to be evidenced.
  func asksForHarm(_ limb: Limb) -> Bool {
    book.vocabulary.thresholds[limb.threshold]?.levels.isEmpty == false
  }
}
