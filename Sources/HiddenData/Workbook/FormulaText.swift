/// What a formula says in words, as far as it can be told without working it out.
enum FormulaText {
  /// The texts in quotes, with doubled quotes as one. Names of sheets, which stand in single quotes, are
  /// passed over.
  static func literals(_ formula: [UInt8]) -> [String] {
    literalsByDepth(formula).map(\.text)
  }

  /// The same with how many brackets each stands in.
  static func literalsByDepth(_ formula: [UInt8]) -> [(text: String, depth: Int)] {
    var found: [(text: String, depth: Int)] = []
    var at = 0
    var depth = 0
    while at < formula.count {
      let quote = formula[at]
      guard quote == 0x22 || quote == 0x27 else {
        if quote == 0x28 { depth += 1 } else if quote == 0x29 { depth -= 1 }
        at += 1
        continue
      }
      var text: [UInt8] = []
      at += 1
      while at < formula.count {
        if formula[at] == quote {
          guard at + 1 < formula.count, formula[at + 1] == quote else { break }
          at += 1
        }
        text.append(formula[at])
        at += 1
      }
      at += 1
      if quote == 0x22, !text.isEmpty {
        found.append((String(decoding: text, as: UTF8.self), depth))
      }
    }
    return found
  }

  /// The text, where a formula is nothing but one in quotes, or several joined.
  static func constant(_ formula: String) -> String? {
    let texts = literals(Array(formula.utf8))
    guard !texts.isEmpty else { return nil }
    var outside = ""
    var isQuoted = false
    for character in formula {
      if character == "\"" { isQuoted.toggle() } else if !isQuoted { outside.append(character) }
    }
    let others = outside.filter { !" {},;&=+-0123456789.\n".contains($0) }
    return others.isEmpty ? texts.joined(separator: ", ") : nil
  }
}
