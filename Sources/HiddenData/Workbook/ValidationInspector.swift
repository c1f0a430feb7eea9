/// Rules for what may be typed into cells, which carry lists and messages.
enum ValidationInspector: WorkbookFamily {
  static let validation = HiddenDataClass(
    "xlsx.data_validation", .medium, "Lists and messages for typing",
    lies: "In the sheet, among `dataValidations`, or in its extension.",
    recognised:
      "A list written into the rule, a prompt or an error message with words that no visible cell shows. Yes and no, and plain numbers, are usual.",
    removal: "The rules go.")

  static let classes = [validation]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      for rule in sheet.tree?.descendants("dataValidation") ?? [] {
        let messages = ["promptTitle", "prompt", "errorTitle", "error"].compactMap { rule[$0] }
          .filter(\.hasWords)
        var lists: [String] = []
        for formula in rule.elements where formula.name.local.hasPrefix("formula") {
          let text = formula.text.trimmingWhitespace
          let literals = FormulaText.literals(Array(text.utf8))
          let items = literals.flatMap { $0.split(separator: ",").map(String.init) }
            .map(\.trimmingWhitespace)
          let isUsual = items.allSatisfy {
            UsualWords.contains($0) || workbook.visible.holds($0)
          }
          if !isUsual { lists.append(literals.joined(separator: "\n")) }
        }
        guard !messages.isEmpty || !lists.isEmpty else { continue }
        let place = rule["sqref"] ?? rule.first("sqref")?.text ?? ""
        workbook.run.report(
          validation, at: "\(sheet.place), \(place)",
          showing: (lists + messages).joined(separator: "\n"))
      }
    }
  }
}

/// Words that forms and formulas are full of and that tell nothing about anybody.
enum UsualWords {
  static func contains(_ text: String) -> Bool {
    let word = text.trimmingWhitespace.lowercased()
    if word.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic }) {
      // Numbers, signs and criteria such as `>5`; a long number may be somebody's.
      return word.filter(\.isNumber).count < 6
    }
    return word.count <= 2 || words.contains(word) || isFormat(word)
  }

  /// Formats of dates and numbers, as they are given to TEXT.
  private static func isFormat(_ word: String) -> Bool {
    word.allSatisfy { "dmyhs0#?.,:/- ".contains($0) } && word.contains { "dmyhs0#".contains($0) }
  }

  private static let words: Set<String> = [
    "yes", "no", "n/a", "na", "y/n", "true", "false", "none", "nil", "other", "total", "totals",
    "sub-total", "subtotal", "grand total", "pass", "fail", "ok", "error", "high", "medium", "low",
    "red", "amber", "green", "open", "closed", "male", "female", "unknown", "not known", "all",
    "day", "days", "month", "months", "year", "years", "late", "on time", "overdue", "met",
    "not met", "missed", "in time", "out of time", "pending", "complete", "completed",
    "in progress", "not started", "done", "active", "inactive", "over", "under", "over budget",
    "within budget", "above", "below", "equal", "check", "check total", "blank", "empty", "missing",
    "valid", "invalid", "not applicable", "not available", "not recorded", "not held", "withheld",
    "redacted", "suppressed", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "increase", "decrease", "no change", "up",
    "down", "same", "granted", "refused", "part", "full", "partial", "disclosed", "accept",
    "reject", "accepted", "rejected", "approved", "percent", "per cent", "average", "and", "not",
  ]
}
