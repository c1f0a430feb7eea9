/// Looks into presentations: at what slides do not show, and at what is noted beside them.
package enum PresentationInspector {
  package static let classes = PresentationClass.all

  package static let examples = PresentationExamples.all

  /// Reports what is hidden in a presentation, without what all Office files share.
  package static func inspect(_ package: OfficePackage, run: InspectionRun) {
    guard let structure = PresentationStructure(package) else {
      run.fail(.broken("it has no presentation in it"))
      return
    }
    for slide in structure.slides where slide.isHidden {
      let text = DrawnShape.text(of: slide.tree)
      run.report(
        PresentationClass.slideHidden, at: slide.place,
        showing: text.isEmpty ? "a slide without words" : text)
    }
    for (_, pieces) in SlidePieces.all(of: structure) {
      for piece in pieces { piece.report(to: run) }
    }
    SlideNotes(structure, run: run).inspect()
    PresentationLists(structure: structure, run: run).inspect()
  }
}
