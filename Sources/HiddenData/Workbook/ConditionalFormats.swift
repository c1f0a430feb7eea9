/// A rule of a conditional format that makes values disappear.
struct HidingRule {
  /// When the rule holds for a cell, as far as that can be told.
  enum Condition {
    case always
    case errorsOnly
    case never
    case compares(sign: String, low: Double, high: Double)
    case equalsText(String)
  }

  var ranges: [CellRange]
  var condition: Condition
  /// nil where the values are replaced altogether by icons or bars.
  var change: CellStyles.Change?

  /// The rules of a sheet that hide something in some cell.
  static func rules(_ tree: XMLElement, _ styles: CellStyles) -> [HidingRule] {
    var rules: [HidingRule] = []
    for format in tree.descendants("conditionalFormatting") {
      // In an extension the place is an element, and the look stands in the rule.
      let written = format["sqref"] ?? format.first("sqref")?.text ?? ""
      let ranges = CellRange.list(written)
      guard !ranges.isEmpty else { continue }
      for rule in format.all("cfRule") {
        if let hiding = Self.rule(rule, ranges, styles) { rules.append(hiding) }
      }
    }
    return rules
  }

  private static func rule(
    _ rule: XMLElement, _ ranges: [CellRange], _ styles: CellStyles
  ) -> HidingRule? {
    let symbols = rule.first("iconSet") ?? rule.first("dataBar")
    if let symbols, symbols.isUnset("showValue") {
      return HidingRule(ranges: ranges, condition: .always, change: nil)
    }
    var change: CellStyles.Change?
    if let dxf = rule.first("dxf") {
      var builder = StyleBuilder(nil, styles.palette)
      change = builder.change(dxf)
    } else if let index = Int(rule["dxfId"] ?? ""), index >= 0, index < styles.changes.count {
      change = styles.changes[index]
    }
    guard let change else { return nil }
    guard change.text != nil || change.grounds != nil || change.format?.mayHide == true else {
      return nil
    }
    return HidingRule(
      ranges: ranges, condition: condition(rule, ranges[0].topLeft), change: change)
  }

  private static func condition(_ rule: XMLElement, _ corner: CellPlace) -> Condition {
    let formulas = (rule.all("formula") + rule.all("f")).map {
      $0.text.filter { !$0.isWhitespace && $0 != "$" }
    }
    let first = formulas.first ?? ""
    switch rule["type"] ?? "" {
    case "containsErrors": return .errorsOnly
    case "containsBlanks": return .never
    case "cellIs":
      if let text = FormulaText.constant(first) {
        return rule["operator"] == "equal" ? .equalsText(text) : .always
      }
      guard let low = Double(first) else { return .always }
      return .compares(
        sign: rule["operator"] ?? "", low: low, high: Double(formulas.last ?? "") ?? low)
    case "expression": return expression(first.uppercased(), corner)
    default: return .always
    }
  }

  private static func expression(_ formula: String, _ corner: CellPlace) -> Condition {
    let cell = corner.name
    for name in ["ISERROR", "ISNA", "ISERR"] where formula == "\(name)(\(cell))" {
      return .errorsOnly
    }
    if ["ISBLANK(\(cell))", "\(cell)=\"\"", "LEN(\(cell))=0", "FALSE", "0"].contains(formula) {
      return .never
    }
    if formula == "\(cell)=0" { return .compares(sign: "equal", low: 0, high: 0) }
    return .always
  }

  /// Whether it makes a cell's value disappear.
  func hides(_ cell: CellReading, _ look: CellStyles.Look, text: String) -> Bool {
    guard holds(cell, text) else { return false }
    guard let change else { return true }
    if let format = change.format {
      if cell.kind == .number, let number = Double(text) {
        if format.hides(number) { return true }
      } else if format.hidesText {
        return true
      }
    }
    guard change.text != nil || change.grounds != nil else { return false }
    let grounds = change.grounds ?? look.grounds
    // What the cell's own look hides already is told as that.
    return !look.matchesFill && CellStyles.hides(change.text ?? look.text, on: grounds)
  }

  private func holds(_ cell: CellReading, _ text: String) -> Bool {
    switch condition {
    case .always: return true
    case .never: return false
    case .errorsOnly: return false
    case .equalsText(let wanted): return text.lowercased() == wanted.lowercased()
    case .compares(let sign, let low, let high):
      guard cell.kind == .number, let number = Double(text) else {
        // A text counts as greater than every number.
        return ["notEqual", "greaterThan", "greaterThanOrEqual", "notBetween"].contains(sign)
      }
      switch sign {
      case "equal": return number == low && number != 0
      case "notEqual": return number != low
      case "lessThan": return number < low
      case "lessThanOrEqual": return number <= low
      case "greaterThan": return number > low
      case "greaterThanOrEqual": return number >= low
      case "between": return number >= min(low, high) && number <= max(low, high)
      case "notBetween": return number < min(low, high) || number > max(low, high)
      default: return true
      }
    }
  }
}
