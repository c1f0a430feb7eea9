package import Documents

/// Looks into OpenDocument files: workbooks, texts, presentations and drawings, packed or flat.
package enum OpenDocumentInspector: FormatInspector {
  package static let classes = OpenDocumentClass.all

  package static let examples = OpenDocumentExamples.all

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    let file = try OpenDocumentFile(bytes, run: run)
    guard file.body() != nil else {
      if !run.failures.isEmpty { return }
      throw .broken("the OpenDocument file has no content")
    }
    let parts = OpenDocumentParts(file)
    for folder in [""] + parts.folders { inspect(file, folder: folder) }
    if let archive = file.archive {
      for trace in ArchiveTraces(archive, run: run).traces
      where trace.kind != .extraField(isTelling: false) {
        run.report(ArchiveClass.of(trace.kind), at: trace.place, showing: trace.excerpt)
      }
    }
    OpenDocumentTraces(file).inspect(shown: file.body().map { OpenDocumentText.text($0) } ?? "")
    parts.inspect()
    file.checkRest()
  }

  /// One document of the file: the main one, or an object within it.
  private static func inspect(_ file: OpenDocumentFile, folder: String) {
    guard let body = file.body(folder) else { return }
    let place = folder.isEmpty ? "" : "object \(folder.dropLast()), "
    let styles = OpenDocumentStyles(file, folder: folder)
    if file.kind(folder) == .sheets {
      SheetDeclarations(body, run: file.run).inspect()
      for table in body.elements where table.name.local == "table" {
        SheetInspection(table, styles, run: file.run, place: place).inspect()
      }
      return
    }
    TextDeclarations(body, run: file.run, place: place).inspect()
    // Slides and drawings lie on grounds of many kinds; only those that are set within count there.
    let ground = file.kind(folder) == .text ? styles.page : nil
    let shared = file.tree(folder + "styles.xml")
    let layers = (shared?.descendants("layer") ?? []).filter {
      $0["display"] == "none" || $0["display"] == "printer"
    }
    let hidden = Set(layers.compactMap { $0["name"] })
    TextInspection(styles, run: file.run, place: place, hiddenLayers: hidden).inspect(
      body, ground: ground)
    for master in shared?.first("master-styles")?.all("master-page") ?? [] {
      let name = master["display-name"] ?? master["name"] ?? ""
      for piece in master.elements
      where piece.name.local.hasPrefix("header") || piece.name.local.hasPrefix("footer") {
        TextDeclarations(piece, run: file.run, place: place).inspect()
        TextInspection(
          styles, run: file.run, place: "\(place)\(piece.name.local) of page style \"\(name)\", "
        )
        .inspect(piece, ground: ground)
      }
    }
  }
}
