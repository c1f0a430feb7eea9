package import Documents

/// Writes a Word document again without what its readers do not see.
package enum WordCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let run = InspectionRun(limits: limits) { (_, _, _) throws(Unreadable) in }
    let package = try OfficePackage(bytes, run: run)
    guard let main = package.mainPart, package.contains(main),
      let file = WordPackage(package, part: main, run: run)
    else { throw run.failures.first ?? .broken("nothing in it says which part is the document") }
    if let failure = run.failures.first { throw failure }
    var edit = try OfficePackageEdit(package)
    let judgement = WordJudgement(file)
    for story in file.stories where story.kind != .comments {
      WordRebuilding(judgement, story, file).rebuild()
      edit.replace(part: story.part, with: story.root)
    }
    try cleanParts(file, &edit, judgement)
    try edit.cleanSharedParts(.document) { (bytes) throws(Unreadable) in
      try PictureCleaner.clean(bytes, limits: limits)
    }
    return edit.finished()
  }

  /// What hangs on the document and goes whole.
  private static let kinds: Set<String> = [
    "comments", "commentsextended", "commentsids", "commentsextensible", "people",
    "glossarydocument", "attachedtemplate", "transform", "mailmergesource",
    "mailmergeheadersource", "recipientdata", "afchunk", "ink", "oleobject", "package", "control",
    "frame", "subdocument",
  ]

  private static func cleanParts(
    _ file: WordPackage, _ edit: inout OfficePackageEdit, _ judgement: WordJudgement
  ) throws(Unreadable) {
    try cleanSettings(file, &edit)
    try cleanDiagrams(file, &edit)
    try cleanCharts(file, &edit)
    var used: [String: Set<String>] = [:]
    for story in file.stories {
      var ids: Set<String> = []
      story.root.visit { element in
        for attribute in element.attributes where attribute.name.space.hasSuffix("/relationships") {
          ids.insert(attribute.value)
        }
      }
      used[OfficePackage.key(story.part)] = ids
    }
    let margins: Set<String> = ["header", "footer"]
    try edit.removeRelationships { source, relation in
      let kind = WordPackage.kind(relation, file.package)
      if kinds.contains(kind) { return true }
      if relation.isExternal, kind != "hyperlink" { return true }
      guard let used = used[OfficePackage.key(source)] else { return false }
      return (kind == "hyperlink" || margins.contains(kind)) && !used.contains(relation.id)
    }
    for part in edit.parts where edit.contentType(of: part).contains("wordprocessingml") {
      guard judgement.parts[OfficePackage.key(part)] == nil, let tree = try edit.tree(of: part)
      else { continue }
      WordRebuilding.dropSessions(tree)
      edit.replace(part: part, with: tree)
    }
  }

  private static func cleanSettings(
    _ file: WordPackage, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    let traces: Set<String> = [
      "docVars", "mailMerge", "attachedTemplate", "rsids", "saveThroughXslt", "trackRevisions",
      "removePersonalInformation", "docId", "linkStyles",
    ]
    for (_, part) in WordSettingsInspector.allSettings(file) {
      guard let tree = try edit.tree(of: part) else { continue }
      tree.removeElements { traces.contains($0.name.local) }
      edit.replace(part: part, with: tree)
    }
  }

  /// Charts keep what they draw and forget where it came from.
  private static func cleanCharts(
    _ file: WordPackage, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    for (relation, _) in file.targets("chart") + file.targets("chartex")
    where !relation.isExternal {
      guard let tree = try edit.tree(of: relation.target) else { continue }
      tree.visit { element in element.removeElements { $0.name.local == "externalData" } }
      edit.replace(part: relation.target, with: tree)
    }
  }

  /// Points of SmartArt that are not drawn lose their text.
  private static func cleanDiagrams(
    _ file: WordPackage, _ edit: inout OfficePackageEdit
  ) throws(Unreadable) {
    for (relation, story) in file.targets("diagramdata") where !relation.isExternal {
      guard let data = try edit.tree(of: relation.target) else { continue }
      for point in WordDiagramInspector.undrawn(data, story, file) {
        for text in point.descendants("t") where text.elements.isEmpty { text.children = [] }
      }
      edit.replace(part: relation.target, with: data)
    }
  }
}
