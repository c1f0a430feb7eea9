/// The rules of style sheets in a message, as far as they can hide words: simple selectors with what stands
/// around them. Rules for other media than the screen, and for some widths of it, are passed over.
struct StyleSheet {
  /// An element as selectors see it.
  struct Subject {
    var name: String
    var id: String
    var classes: Set<String>
    var attributes: [String: String]
  }

  private struct Step {
    var name: String?
    var id: String?
    var classes: [String] = []
    var attributes: [(name: String, value: String?)] = []
    /// Whether it must be the parent itself.
    var isChild = false
  }

  private struct Rule {
    var steps: [Step]
    var weight: Int
    var declarations: [StyleDeclaration]
  }

  private var rules: [Rule] = []
  /// Rules by what their last step asks for, so that few are tried on an element.
  private var index: [String: [Int]] = [:]
  private static let mostRules = 3_000

  var isEmpty: Bool { rules.isEmpty }

  mutating func add(_ text: String) { read(Self.withoutComments(text)[...], depth: 0) }

  /// The declarations that apply to an element, the weightiest last.
  func declarations(for chain: [Subject]) -> [StyleDeclaration] {
    guard let subject = chain.last else { return [] }
    var found: [(weight: Int, declarations: [StyleDeclaration])] = []
    let keys = ["*", subject.name, "#" + subject.id] + subject.classes.map { "." + $0 }
    for number in keys.flatMap({ index[$0] ?? [] }).sorted() {
      let rule = rules[number]
      guard let last = rule.steps.last, Self.matches(last, subject),
        rule.steps.count == 1 || Self.matches(rule.steps, chain)
      else { continue }
      found.append((rule.weight, rule.declarations))
    }
    // Sorting in the library keeps the order of equals.
    return found.sorted { $0.weight < $1.weight }.flatMap(\.declarations)
  }

  private mutating func read(_ text: Substring, depth: Int) {
    var rest = text
    while let brace = rest.firstIndex(of: "{"), rules.count < Self.mostRules {
      let head = String(rest[..<brace].split(separator: ";").last ?? "").withoutOuterBlanks
      let (inside, after) = Self.block(rest[brace...].dropFirst())
      rest = after
      if head.hasPrefix("@") {
        let lower = head.lowercased()
        let isPlain = ["@media screen", "@media all", "@media only screen"].contains(lower)
        if isPlain || lower.hasPrefix("@supports"), depth < 3 { read(inside, depth: depth + 1) }
        continue
      }
      let declarations = StyleDeclaration.read(String(inside))
      guard declarations.contains(where: \.canHide) else { continue }
      for selector in head.split(separator: ",").prefix(100) {
        guard let steps = Self.steps(String(selector)), !steps.isEmpty else { continue }
        let weight = steps.reduce(0) { sum, step in
          sum + (step.id == nil ? 0 : 10_000) + (step.classes.count + step.attributes.count) * 100
            + (step.name == nil ? 0 : 1)
        }
        index[Self.key(steps), default: []].append(rules.count)
        rules.append(Rule(steps: steps, weight: weight, declarations: declarations))
      }
    }
  }

  private static func key(_ steps: [Step]) -> String {
    guard let last = steps.last else { return "*" }
    return last.id.map { "#" + $0 } ?? last.classes.first.map { "." + $0 } ?? last.name ?? "*"
  }

  private static func block(_ text: Substring) -> (Substring, Substring) {
    var depth = 1
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == "{" { depth += 1 }
      if text[at] == "}" {
        depth -= 1
        if depth == 0 { return (text[..<at], text[at...].dropFirst()) }
      }
      at = text.index(after: at)
    }
    return (text, text[text.endIndex...])
  }

  /// nil for a selector with anything that is not understood: states, siblings, pseudo-elements.
  private static func steps(_ selector: String) -> [Step]? {
    var steps: [Step] = []
    var isChild = false
    for word in selector.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if word == ">" {
        isChild = true
        continue
      }
      guard var step = step(word), steps.count < 12 else { return nil }
      step.isChild = isChild
      isChild = false
      steps.append(step)
    }
    return steps
  }

  private static func step(_ word: Substring) -> Step? {
    var step = Step()
    var rest = word
    let name = rest.prefix { $0 != "." && $0 != "#" && $0 != "[" && $0 != ":" }
    if !name.isEmpty, name != "*" { step.name = name.lowercased() }
    rest = rest.dropFirst(name.count)
    while let mark = rest.popFirst() {
      if mark == "[" {
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        let parts = inside.split(separator: "=", maxSplits: 1).map {
          String($0).withoutOuterBlanks.filter {
            $0 != "\"" && $0 != "'" && $0 != "~" && $0 != "*" && $0 != "^"
          }
        }
        guard let first = parts.first else { return nil }
        step.attributes.append((first.lowercased(), parts.count > 1 ? parts[1] : nil))
        continue
      }
      guard mark == "." || mark == "#" else { return nil }
      let value = rest.prefix { $0 != "." && $0 != "#" && $0 != "[" && $0 != ":" }
      rest = rest.dropFirst(value.count)
      if mark == "#" { step.id = String(value) } else { step.classes.append(value.lowercased()) }
    }
    return step
  }

  private static func matches(_ step: Step, _ subject: Subject) -> Bool {
    if let name = step.name, name != subject.name { return false }
    if let id = step.id, id != subject.id { return false }
    return step.classes.allSatisfy(subject.classes.contains)
      && step.attributes.allSatisfy { name, value in
        guard let found = subject.attributes[name] else { return false }
        return value.map { found.contains($0) } ?? true
      }
  }

  private static func matches(_ steps: [Step], _ chain: [Subject]) -> Bool {
    var at = chain.count - 2
    for (index, step) in steps.dropLast().enumerated().reversed() {
      if steps[index + 1].isChild {
        guard at >= 0, matches(step, chain[at]) else { return false }
      } else {
        while at >= 0, !matches(step, chain[at]) { at -= 1 }
        guard at >= 0 else { return false }
      }
      at -= 1
    }
    return true
  }

  private static func withoutComments(_ text: String) -> String {
    // Old browsers that knew no styles were kept from showing them by an HTML comment.
    var result = text.replacing("<!--", with: " ").replacing("-->", with: " ")
    while let start = result.firstRange(of: "/*") {
      let end = result[start.upperBound...].firstRange(of: "*/")?.upperBound ?? result.endIndex
      result.replaceSubrange(start.lowerBound..<end, with: " ")
    }
    return result
  }
}

/// A property and its value.
struct StyleDeclaration {
  var property: String
  var value: String
  var isImportant = false

  /// Those of a style attribute or of a rule.
  static func read(_ text: String) -> [StyleDeclaration] {
    text.split(separator: ";").prefix(200).compactMap { piece in
      guard let colon = piece.firstIndex(of: ":") else { return nil }
      let property = piece[..<colon].lowercased().withoutOuterBlanks
      var value = piece[piece.index(after: colon)...].lowercased().withoutOuterBlanks
      let isImportant = value.contains("!important")
      value = value.replacing("!important", with: "").withoutOuterBlanks
      return StyleDeclaration(property: property, value: value, isImportant: isImportant)
    }
  }

  var canHide: Bool { Self.hiding.contains(property) }

  private static let hiding: Set<String> = [
    "display", "visibility", "font-size", "font", "color", "background", "background-color",
    "background-image", "opacity", "position", "left", "right", "top", "bottom", "text-indent",
    "clip",
    "clip-path", "transform", "overflow", "overflow-x", "overflow-y", "height", "width",
    "max-height",
    "max-width", "line-height", "margin-left", "margin-top", "filter", "zoom", "content-visibility",
    "margin", "-webkit-text-fill-color", "mso-hide",
  ]
}
