/// What is hidden on each slide, layout and master.
enum SlidePieces {
  /// What is found, by the part it is in.
  static func all(of structure: PresentationStructure) -> [(part: String, pieces: [HiddenPiece])] {
    var found: [(part: String, pieces: [HiddenPiece])] = []
    for slide in structure.slides {
      let details = ShapeDetails(package: structure.package, part: slide.part, place: slide.place)
      var pieces = details.pieces(in: slide.tree)
      // A slide that is hidden is told of as a whole.
      if !slide.isHidden { pieces = drawn(slide, structure) + pieces }
      found.append((slide.part, pieces))
    }
    found += masters(structure)
    found += LayoutText(structure: structure).pieces.map { ($0.part, [$0.piece]) }
    return found
  }

  private static func drawn(
    _ slide: PresentationStructure.Slide, _ structure: PresentationStructure
  ) -> [HiddenPiece] {
    let look = SlideLook(structure, part: slide.part, tree: slide.tree)
    let package = structure.package
    let drawing = SlideDrawing(
      slide.tree, look, part: slide.part, package: package, placeholders: true)
    var below: [DrawnShape] = []
    for (tree, part, shows) in [
      (look.master, look.masterPart, look.showsMaster),
      (look.layout, look.layoutPart, look.showsLayout),
    ] {
      guard shows, let tree, let part else { continue }
      below += SlideDrawing(tree, look, part: part, package: package, placeholders: false).shapes
    }
    let text = SlideText(drawing, look, place: slide.place, run: package.run)
    let visibility = ShapeVisibility(structure: structure, place: slide.place)
    return visibility.hidden(in: slide.tree) + visibility.offSlide(drawing, text)
      + CoveredContents(drawing: drawing, text: text, place: slide.place).pieces
      + VanishingText(
        drawing: drawing, below: below, look: look, text: text, place: slide.place
      ).pieces
  }

  /// What layouts and masters hide in the same ways, once for all their slides.
  private static func masters(
    _ structure: PresentationStructure
  ) -> [(part: String, pieces: [HiddenPiece])] {
    let package = structure.package
    return structure.parts { $0.kind == "slideLayout" || $0.kind == "slideMaster" }.compactMap {
      part in
      guard let tree = package.tree(part) else { return nil }
      let place = EmbeddedParts.name(part)
      let look = SlideLook(structure, part: part, tree: tree)
      let drawing = SlideDrawing(tree, look, part: part, package: package, placeholders: false)
      let visibility = ShapeVisibility(structure: structure, place: place)
      let pieces =
        visibility.hidden(in: tree)
        + visibility.offSlide(
          drawing, SlideText(drawing, look, place: place, run: package.run))
        + ShapeDetails(package: package, part: part, place: place).pieces(in: tree)
      return (part, pieces)
    }
  }
}
