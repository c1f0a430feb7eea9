/// The numbers and bullets that Word puts before paragraphs and that stand nowhere in the text.
struct WordNumbering {
  struct Level {
    var start = 1
    var style: NumberStyle? = .decimal
    var isBullet = false
    /// `%1.%2`
    var pattern = ""
  }

  /// A list as it is defined, and where instances of it begin anew.
  private struct Instance {
    var definition: String
    var starts: [Int: Int] = [:]
  }

  private var definitions: [String: [Int: Level]] = [:]
  private var instances: [String: Instance] = [:]
  /// The numbers reached so far, by definition.
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  init() {}

  /// Reads the elements of the numbering part.
  init(_ elements: [MarkupElement]) {
    var definition: String?
    var instance: String?
    var level = 0
    for element in elements where element.vocabulary == .word {
      let value = element["val"] ?? ""
      switch element.name {
      case "abstractNum":
        (definition, instance) = (element["abstractNumId"], nil)
      case "num":
        (definition, instance) = (nil, element["numId"])
      case "abstractNumId":
        if let instance { instances[instance] = Instance(definition: value) }
      case "lvl", "lvlOverride":
        level = Int(element["ilvl"] ?? "") ?? 0
        if let definition { definitions[definition, default: [:]][level] = Level() }
      case "startOverride":
        if let instance, let start = Int(value) { instances[instance]?.starts[level] = start }
      case "start": change(definition, level) { $0.start = Int(value) ?? 1 }
      case "numFmt":
        change(definition, level) {
          $0.style = NumberStyle(word: value)
          $0.isBullet = value == "bullet"
        }
      case "lvlText": change(definition, level) { $0.pattern = value }
      default: break
      }
    }
  }

  private mutating func change(_ definition: String?, _ level: Int, _ edit: (inout Level) -> Void) {
    guard let definition, var found = definitions[definition]?[level] else { return }
    edit(&found)
    definitions[definition]?[level] = found
  }

  /// What stands before the next paragraph of a list; nil where it has no number.
  mutating func marker(list: String, level: Int) -> String? {
    guard list != "0", let instance = instances[list],
      let levels = definitions[instance.definition], let own = levels[level]
    else { return nil }
    if own.isBullet { return "•" }
    if begun.insert(list).inserted, !instance.starts.isEmpty {
      for (level, start) in instance.starts { counts[instance.definition]?[level] = start - 1 }
    }
    var reached = counts[instance.definition] ?? [:]
    let start = instance.starts[level] ?? own.start
    reached[level] = (reached[level] ?? start &- 1) &+ 1
    for deeper in reached.keys where deeper > level { reached[deeper] = nil }
    counts[instance.definition] = reached
    guard own.style != nil else { return nil }
    var text = own.pattern
    for index in 0...min(max(level, 0), 8) {
      guard text.contains("%\(index + 1)") else { continue }
      let style = levels[index]?.style ?? .decimal
      let number = reached[index] ?? levels[index]?.start ?? 1
      text = text.split(separator: "%\(index + 1)", omittingEmptySubsequences: false)
        .joined(separator: style.text(number))
    }
    return text.isEmpty ? nil : text
  }
}
