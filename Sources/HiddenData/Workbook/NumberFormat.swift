/// How a number format shows values (ECMA-376 part 1, 18.8.31), as far as it decides what a reader sees.
struct NumberFormat: Sendable {
  /// What is between two semicolons.
  struct Section: Sendable {
    var condition: (sign: String, value: Double)?
    var colour: Colour?
    /// Whether a number or a text shows in it, and not only words of the format.
    var showsNumber = false
    var showsText = false
    var isDate = false
    var isPercent = false
    var isGeneral = false
    var decimals = 0
    /// The words that the format itself puts there.
    var words = ""
  }

  private(set) var sections: [Section]

  init(_ code: String, palette: Palette? = nil) {
    sections = Self.split(code).prefix(4).map { Self.section($0, palette) }
    if sections.isEmpty { sections = [Section(showsNumber: true, isGeneral: true)] }
  }

  /// Whether a number is not to be seen. What a format leaves out of nought is nothing.
  func hides(_ number: Double) -> Bool {
    guard number != 0 else { return false }
    let section = section(for: number)
    guard !section.showsNumber, !section.showsText else { return false }
    // `"Yes";;"No"` says all that there is of one and nought.
    if abs(number) == 1, !section.words.isEmpty { return false }
    return true
  }

  /// Whether a text is not to be seen.
  var hidesText: Bool {
    guard let section = textSection else { return false }
    return !section.showsText && !section.isGeneral
  }

  /// The section that texts are shown by; nil where they are shown as they are.
  var textSection: Section? {
    if sections.count == 4 { return sections[3] }
    return sections.count > 1 && sections[sections.count - 1].showsText
      ? sections[sections.count - 1] : nil
  }

  /// Whether it can hide anything, so that cells need be looked at.
  var mayHide: Bool {
    hidesText || sections.prefix(3).contains { !$0.showsNumber && !$0.showsText }
  }

  var isDate: Bool { sections[0].isDate }

  /// The section that a number is shown by.
  func section(for number: Double) -> Section {
    var own = sections
    if own.count == 4 || own.count > 1 && own[own.count - 1].showsText { own.removeLast() }
    for (index, section) in own.enumerated() {
      if let condition = section.condition {
        if Self.holds(condition, number) { return section }
        continue
      }
      switch (own.count, index) {
      case (1, _): return section
      case (2, 0) where number >= 0, (2, 1): return section
      case (3, 0) where number > 0: return section
      case (3, 1) where number < 0: return section
      case (3, 2): return section
      default: continue
      }
    }
    return own.last ?? sections[0]
  }

  private static func holds(_ condition: (sign: String, value: Double), _ number: Double) -> Bool {
    switch condition.sign {
    case "=": number == condition.value
    case "<>": number != condition.value
    case "<": number < condition.value
    case "<=": number <= condition.value
    case ">": number > condition.value
    case ">=": number >= condition.value
    default: false
    }
  }

  /// Splits at semicolons that are not quoted or escaped.
  private static func split(_ code: String) -> [String] {
    var parts: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "\\" {
        isEscaped = true
      } else if !isQuoted, character == ";" {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func section(_ code: String, _ palette: Palette?) -> Section {
    var section = Section()
    var rest = code[...]
    var isAfterPoint = false
    while let character = rest.popFirst() {
      switch character {
      case "\"":
        let end = rest.firstIndex(of: "\"") ?? rest.endIndex
        section.words += rest[..<end]
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      case "\\": if let next = rest.popFirst() { section.words.append(next) }
      case "_", "*": _ = rest.popFirst()
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        bracket(String(rest[..<end]), palette, &section)
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      case "0", "#", "?":
        section.showsNumber = true
        if isAfterPoint { section.decimals += 1 }
      case ".": isAfterPoint = true
      case "@": section.showsText = true
      case "%":
        section.isPercent = true
      case "G", "g":
        if rest.lowercased().hasPrefix("eneral") {
          rest = rest.dropFirst(6)
          section.isGeneral = true
          section.showsNumber = true
        } else {
          section.isDate = true
          section.showsNumber = true
        }
      case "d", "D", "m", "M", "y", "Y", "h", "H", "s", "S":
        section.isDate = true
        section.showsNumber = true
      case "E", "e": if !section.showsNumber { section.isDate = true; section.showsNumber = true }
      case " ", "\t", ",", "/", "-", "+", "(", ")", ":": break
      default: section.words.append(character)
      }
    }
    return section
  }

  private static func bracket(_ text: String, _ palette: Palette?, _ section: inout Section) {
    let lower = text.lowercased()
    let names: [String: UInt32] = [
      "black": 0, "white": 0xFFFFFF, "red": 0xFF0000, "green": 0x00FF00, "blue": 0x0000FF,
      "yellow": 0xFFFF00, "magenta": 0xFF00FF, "cyan": 0x00FFFF,
    ]
    if let colour = names[lower] {
      section.colour = Colour(colour)
    } else if lower.hasPrefix("color"), let number = Int(lower.dropFirst(5).filter { $0 != " " }) {
      section.colour = palette?.numbered(number + 7)
    } else if let first = text.first, "<>=".contains(first) {
      let sign = String(text.prefix { "<>=".contains($0) })
      let value = Double(text.dropFirst(sign.count).filter { $0 != " " })
      if let value { section.condition = (sign, value) }
    } else if ["h", "hh", "m", "mm", "s", "ss"].contains(lower) {
      section.isDate = true
      section.showsNumber = true
    } else if text.hasPrefix("$") {
      section.words += text.dropFirst().prefix { $0 != "-" }
    }
  }

  /// The code of a format that has a number and no text in the file; dates and times are what matters.
  static func builtIn(_ id: Int) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 14...17, 27...36, 50...58: "dd/mm/yyyy"
    case 18...21, 45...47: "hh:mm:ss"
    case 22: "dd/mm/yyyy hh:mm"
    case 37, 38: "#,##0;-#,##0"
    case 39, 40: "#,##0.00;-#,##0.00"
    case 49: "@"
    default: "General"
    }
  }
}
