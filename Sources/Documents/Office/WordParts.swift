/// Where the parts of an Office document are: found as the format says, through the relationships
/// and content types, and not by the names that they usually have.
struct WordParts {
  /// The part with the letter itself.
  let main: String
  /// Other parts by the last word of the relationship that leads to them: `footnotes`, `numbering`.
  private(set) var related: [String: [String]] = [:]

  init(_ package: Package, limits: DocumentLimits) throws(Unreadable) {
    func items(_ part: String) throws(Unreadable) -> [MarkupElement]? {
      guard let bytes = try package.part(part) else { return nil }
      let listener = ElementList()
      try MarkupReader.read(
        bytes, as: .xml, place: "'\(part)' in it", depth: limits.depth, to: listener)
      return listener.elements
    }
    guard let relations = try items("_rels/.rels"),
      let target = relations.lazy.compactMap({ Self.relation($0) })
        .first(where: { $0.kind == "officedocument" })?.target
    else { throw .damaged("nothing in it says which of its parts is the document") }
    main = Self.resolve(target, from: "")
    guard package.contains(main) else {
      throw .damaged("its document part '\(main)' is missing")
    }
    let types = try items("[Content_Types].xml") ?? []
    try Self.check(Self.type(of: main, in: types))

    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let name = main.split(separator: "/").last ?? ""
    let relationsPart = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    for element in try items(relationsPart) ?? [] {
      guard let (kind, target) = Self.relation(element) else { continue }
      related[kind, default: []].append(Self.resolve(target, from: folder))
    }
  }

  /// The kind and the target of a relationship within the file.
  private static func relation(_ element: MarkupElement) -> (kind: String, target: String)? {
    guard element.vocabulary == .relationships, element.name == "Relationship",
      element["TargetMode"]?.lowercased() != "external",
      let type = element["Type"], let target = element["Target"],
      let kind = type.split(separator: "/").last
    else { return nil }
    return (kind.lowercased(), target)
  }

  /// The name of a part that a relationship names from a folder.
  static func resolve(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  private static func type(of part: String, in types: [MarkupElement]) -> String {
    let path = ("/" + part).lowercased()
    let ending = path.split(separator: ".").last.map(String.init) ?? ""
    let own = types.first { $0.name == "Override" && $0["PartName"]?.lowercased() == path }
    let usual = types.first { $0.name == "Default" && $0["Extension"]?.lowercased() == ending }
    return (own ?? usual)?["ContentType"]?.lowercased() ?? ""
  }

  private static func check(_ type: String) throws(Unreadable) {
    if type.contains("wordprocessingml") || type.contains("ms-word") { return }
    let kinds = [
      ("spreadsheetml", "an Excel workbook"), ("ms-excel", "an Excel workbook"),
      ("presentationml", "a PowerPoint presentation"),
      ("ms-powerpoint", "a PowerPoint presentation"),
    ]
    let kind = kinds.first { type.contains($0.0) }?.1 ?? "an Office file of another kind"
    throw FormatRecognition.unknown(
      "\(kind), not a letter", advice: FormatRecognition.asDocument)
  }
}

/// Gathers the elements of a small part.
final class ElementList: MarkupListener {
  private(set) var elements: [MarkupElement] = []
  var isFull: Bool { elements.count > 100_000 }
  func begin(_ element: MarkupElement) { elements.append(element) }
  func end(_ name: String, _ vocabulary: Vocabulary) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
