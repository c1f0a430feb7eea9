/// Notes and comments of slides, and who wrote them.
struct SlideNotes {
  let structure: PresentationStructure
  let run: InspectionRun
  private var package: OfficePackage { structure.package }

  init(_ structure: PresentationStructure, run: InspectionRun) {
    self.structure = structure
    self.run = run
  }

  func inspect() {
    let authors = inspectAuthors()
    var places: [String: String] = [:]
    for slide in structure.slides { places[OfficePackage.key(slide.part)] = slide.place }
    var seen: Set<String> = []
    for part in [structure.main] + structure.parts({ $0.kind == "slide" }) {
      let place = places[OfficePackage.key(part)] ?? EmbeddedParts.name(part)
      for link in package.relationships(of: part) where !link.isExternal {
        guard ["notesSlide", "comments"].contains(link.kind), package.contains(link.target),
          seen.insert(OfficePackage.key(link.target)).inserted,
          let tree = package.tree(link.target)
        else { continue }
        if link.kind == "notesSlide" {
          inspectNotes(tree, place)
        } else {
          inspectComments(tree, place, authors)
        }
      }
    }
  }

  private func inspectNotes(_ tree: XMLElement, _ place: String) {
    guard let list = tree.first("cSld")?.first("spTree") else { return }
    var words: [String] = []
    list.visit { element in
      guard ["sp", "graphicFrame", "pic"].contains(element.name.local) else { return }
      switch SlideLook.placeholder(of: element)?["type"] ?? "" {
      case "sldNum", "dt", "sldImg": return
      default: break
      }
      let text = DrawnShape.text(of: element)
      if !text.isEmpty { words.append(text) }
      if element.name.local == "pic" {
        words.append(DrawnShape.properties(of: element)?["descr"] ?? "a picture")
      }
    }
    guard words.contains(where: { $0.contains { !$0.isWhitespace } }) else { return }
    run.report(
      PresentationClass.notes, at: "the notes of \(place)",
      showing: words.joined(separator: "\n"))
  }

  private func inspectComments(
    _ tree: XMLElement, _ place: String, _ authors: [String: String]
  ) {
    let isModern =
      tree.name.space.contains("/2018/")
      || tree.descendants("cm").contains { $0.first("txBody") != nil }
    tree.visit { element in
      guard element.name.local == "cm" || element.name.local == "reply" else { return }
      var text = element.first("text")?.text ?? ""
      if let body = element.first("txBody") { text = DrawnShape.text(of: body) }
      let author = element["authorId"].flatMap { authors[$0] } ?? "somebody"
      let day = (element["dt"] ?? element["created"]).map { " on \($0.prefix(10))" } ?? ""
      run.report(
        isModern ? PresentationClass.modernComment : PresentationClass.comment,
        at: "a comment on \(place) by \(author)\(day)", showing: "\(author): \(text)")
    }
  }

  /// Reports the authors; gives their names by id.
  private func inspectAuthors() -> [String: String] {
    var names: [String: String] = [:]
    for part in structure.parts({ $0.kind == "commentAuthors" || $0.kind == "authors" }) {
      for element in package.tree(part)?.elements ?? [] {
        let name = element["name"] ?? element["initials"] ?? ""
        if let id = element["id"] { names[id] = name }
        let shown = [name, element["initials"] ?? "", element["userId"] ?? ""]
          .filter { !$0.isEmpty }
        guard !shown.isEmpty else { continue }
        run.report(
          PresentationClass.commentAuthors, at: "the list of authors of comments",
          showing: shown.joined(separator: ", "))
      }
    }
    inspectChanges()
    return names
  }

  /// What several people working at once leave behind: who changed what, and when.
  private func inspectChanges() {
    for part in structure.parts({ $0.kind == "changesInfo" }) {
      var people: [String] = []
      package.tree(part)?.visit { element in
        guard let name = element["name"], !name.isEmpty, element["userId"] != nil else { return }
        let shown = [name, element["userId"] ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        if !people.contains(shown) { people.append(shown) }
      }
      guard !people.isEmpty else { continue }
      run.report(
        PresentationClass.commentAuthors, at: "the history of changes",
        showing: people.joined(separator: "\n"))
    }
  }
}
