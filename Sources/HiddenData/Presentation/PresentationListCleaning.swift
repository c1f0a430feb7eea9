import Documents

/// Takes out notes, comments, authors, tags, sections and custom shows.
struct PresentationListCleaning {
  let structure: PresentationStructure

  func clean(_ edit: inout OfficePackageEdit) throws(Unreadable) {
    let main = structure.presentation
    main.removeElements { ["custShowLst", "custDataLst"].contains($0.name.local) }
    let extensions = main.first("extLst")
    extensions?.removeElements { !$0.descendants("sectionLst").isEmpty }
    if extensions?.elements.isEmpty ?? false { main.removeElements { $0 === extensions } }
    edit.replace(part: structure.main, with: main)
    // How the show is played may name a custom show.
    for part in structure.parts({ $0.kind == "presProps" }) {
      guard let tree = structure.package.tree(part) else { continue }
      tree.visit { $0.removeElements { $0.name.local == "custShow" } }
      edit.replace(part: part, with: tree)
    }
    try edit.removeRelationships { _, link in Self.gone.contains(link.kind) }
  }

  private static let gone: Set<String> = [
    "notesSlide", "comments", "commentAuthors", "authors", "changesInfo", "revisionInfo", "tags",
    "media", "audio", "video",
  ]
}
