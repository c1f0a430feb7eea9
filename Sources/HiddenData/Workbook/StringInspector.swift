/// What the table of shared strings holds beyond the texts of cells.
enum StringInspector: WorkbookFamily {
  static let orphan = HiddenDataClass(
    "xlsx.shared_string_orphan", .high, "Deleted text in the table of strings",
    lies: "In the part of shared strings.",
    recognised: "A string to which no cell refers and that no visible cell shows.",
    removal: "The table is written anew with the strings in use.")
  static let phonetic = HiddenDataClass(
    "xlsx.phonetic", .medium, "Readings above characters",
    lies: "In the shared strings and in cells, as `rPh`.",
    recognised: "Every reading that has a text.",
    removal: "The readings go.")

  static let classes = [orphan, phonetic]

  static func inspect(_ workbook: Workbook) {
    let strings = workbook.strings
    // Where a sheet could not be read, nobody knows what it refers to.
    if workbook.sheets.allSatisfy({ $0.tree != nil }) {
      let unused = (0..<strings.count).filter { !strings.isUsed[$0] && !strings.isBlank($0) }
        .compactMap { strings[$0] }.filter { !workbook.visible.holds($0) }
      if !unused.isEmpty {
        workbook.run.report(orphan, at: "the table of shared strings", lines: unused)
      }
    }
    let readings = strings.phonetics.map { "\($0.text) (over \($0.over))" }
    if !readings.isEmpty {
      workbook.run.report(phonetic, at: "the table of shared strings", lines: readings)
    }
    for sheet in workbook.sheets where !sheet.phonetics.isEmpty {
      workbook.run.report(phonetic, at: sheet.place, lines: sheet.phonetics)
    }
  }
}

/// Texts that formulas hold and do not show.
enum FormulaInspector: WorkbookFamily {
  static let literal = HiddenDataClass(
    "xlsx.formula_literal", .medium, "Words in formulas that do not show",
    lies: "In the formula of a cell, in quotes.",
    recognised:
      "A text in quotes that no visible cell shows, such as the other branch of a condition. Formats, criteria and everyday words are usual.",
    removal: "The formulas are replaced by their values.")

  static let classes = [literal]

  static func inspect(_ workbook: Workbook) {
    noteRules(workbook)
    for (text, found) in workbook.literals.sorted(by: { $0.key < $1.key }) {
      let word = String(text.drop { "<>=*?~ ".contains($0) }).trimmingWhitespace
      if UsualWords.contains(word) || workbook.visible.holds(word) { continue }
      if workbook.shownLiterals.contains(text) || isLabel(text, of: found.formula) { continue }
      let isLink =
        found.formula.uppercased().contains("HYPERLINK(")
        && (text.contains(":") || text.hasPrefix("\\\\"))
      if isLink, !HyperlinkInspector.isTelling(text, workbook) { continue }
      workbook.run.report(
        isLink ? HyperlinkInspector.hyperlink : literal, at: found.place,
        showing: "\(text)\nin =\(found.formula)")
    }
  }

  /// Whether a text is what a link shows; a formula whose value was not kept shows it all the same.
  private static func isLabel(_ text: String, of formula: String) -> Bool {
    let formula = formula.trimmingWhitespace
    return formula.uppercased().hasPrefix("HYPERLINK(") && formula.contains(",")
      && formula.hasSuffix("\"\(text)\")")
  }

  /// Notes the texts in formulas that stand in rules and tables.
  private static func noteRules(_ workbook: Workbook) {
    func note(_ formula: String, _ place: String) {
      for text in FormulaText.literals(Array(formula.utf8)) where workbook.literals[text] == nil {
        workbook.literals[text] = (place, formula)
      }
    }
    for sheet in workbook.sheets {
      for rule in sheet.tree?.descendants("cfRule") ?? [] {
        for formula in rule.all("formula") + rule.all("f") {
          note(formula.text, "\(sheet.place), a conditional format")
        }
      }
      for table in workbook.package.relationships(of: sheet.part) where table.kind == "table" {
        guard let tree = workbook.package.tree(table.target) else { continue }
        let kinds = ["calculatedColumnFormula", "totalsRowFormula"]
        for formula in kinds.flatMap(tree.descendants) {
          note(formula.text, "\(sheet.place), table \"\(tree["displayName"] ?? "")\"")
        }
      }
    }
  }
}
