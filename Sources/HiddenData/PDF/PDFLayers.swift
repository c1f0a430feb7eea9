/// Which layers a reader shows when it opens the document.
struct PDFLayers {
  private let revision: PDFRevision
  private var off: Set<Int> = []

  init(_ file: PDFFile) {
    revision = file.current
    let properties = revision.value(file.root, "OCProperties").dictionary
    let groups = numbers(revision.value(properties, "OCGs"))
    let config = revision.value(properties, "D").dictionary
    if revision.value(config, "BaseState").name == "OFF" { off = Set(groups) }
    off.subtract(numbers(revision.value(config, "ON")))
    off.formUnion(numbers(revision.value(config, "OFF")))
    for item in revision.value(config, "AS").array ?? [] {
      let usage = revision.resolve(item).dictionary
      guard revision.value(usage, "Event").name == "View" else { continue }
      for number in numbers(revision.value(usage, "OCGs")) {
        let own = revision.value(revision.object(number).dictionary, "Usage").dictionary
        let view = revision.value(own, "View").dictionary
        switch revision.value(view, "ViewState").name {
        case "OFF": off.insert(number)
        case "ON": off.remove(number)
        default: continue
        }
      }
    }
  }

  private func numbers(_ list: PDFObject) -> [Int] { (list.array ?? []).compactMap(\.reference) }

  /// Whether what belongs to a group, or to a membership of groups, is shown.
  func shows(_ object: PDFObject?) -> Bool { shows(object, depth: 16) }

  private func shows(_ object: PDFObject?, depth: Int) -> Bool {
    guard depth > 0, let object else { return true }
    if let number = object.reference, off.contains(number) { return false }
    guard let dictionary = revision.resolve(object).dictionary,
      revision.value(dictionary, "Type").name == "OCMD"
    else { return true }
    if let expression = revision.value(dictionary, "VE").array {
      return holds(expression, depth: depth)
    }
    let given = revision.value(dictionary, "OCGs")
    let groups = given.array ?? dictionary["OCGs"].map { [$0] } ?? []
    let states = groups.filter { !revision.resolve($0).isNull }.map { shows($0, depth: depth - 1) }
    guard !states.isEmpty else { return true }
    switch revision.value(dictionary, "P").name {
    case "AllOn": return states.allSatisfy { $0 }
    case "AnyOff": return states.contains(false)
    case "AllOff": return !states.contains(true)
    default: return states.contains(true)
    }
  }

  private func holds(_ expression: [PDFObject], depth: Int) -> Bool {
    guard depth > 0, let word = expression.first.flatMap({ revision.resolve($0).name }) else {
      return true
    }
    let terms = expression.dropFirst().map { term in
      revision.resolve(term).array.map { holds($0, depth: depth - 1) }
        ?? shows(term, depth: depth - 1)
    }
    switch word {
    case "And": return terms.allSatisfy { $0 }
    case "Or": return terms.contains(true)
    case "Not": return !(terms.first ?? false)
    default: return true
    }
  }
}
