/// Text and pictures under something opaque on the same slide.
struct CoveredContents {
  let drawing: SlideDrawing
  let text: SlideText
  let place: String

  var pieces: [HiddenPiece] {
    let covers = drawing.shapes.filter { $0.fill.isOpaque }
    var passed = 0
    return drawing.shapes.enumerated().compactMap { index, shape in
      if shape.fill.isOpaque { passed += 1 }
      let above = covers[passed...]
      guard !above.isEmpty else { return nil }
      return shape.isPicture ? picture(shape, above) : words(shape, text[index], above)
    }
  }

  private func words(
    _ shape: DrawnShape, _ all: [TextRegion], _ above: ArraySlice<DrawnShape>
  ) -> HiddenPiece? {
    let covered = all.filter { Self.isCovered($0.points, by: above) }
    var lines = covered.map(\.text)
    var paragraphs = covered.map(\.paragraph)
    if covered.count < all.count || all.isEmpty, Self.isCovered(shape.samples, by: above) {
      lines = [shape.text].filter { !$0.isEmpty }
      paragraphs = shape.element.descendants("p")
    }
    guard !lines.isEmpty else { return nil }
    return HiddenPiece(
      kind: PresentationClass.covered, place: "\(place), \(shape.name), under another shape",
      excerpt: lines.joined(separator: "\n"), removal: .paragraphs(paragraphs))
  }

  private func picture(_ shape: DrawnShape, _ above: ArraySlice<DrawnShape>) -> HiddenPiece? {
    if Self.isCovered(shape.samples, by: above) {
      let properties = DrawnShape.properties(of: shape.element)
      return HiddenPiece(
        kind: PresentationClass.covered,
        place: "\(place), the picture \(shape.name), under another shape",
        excerpt: properties?["descr"] ?? shape.name, removal: .elements([shape.element]))
    }
    // A black box without words in the middle of a picture is what somebody takes for redaction.
    let boxes = above.filter { box in
      guard case .colour(let colour) = box.fill, colour.isBlack, box.text.isEmpty else {
        return false
      }
      return box.corners.allSatisfy { shape.contains($0) }
    }
    guard !boxes.isEmpty else { return nil }
    return HiddenPiece(
      kind: PresentationClass.covered, place: "\(place), the picture \(shape.name)",
      excerpt: boxes.count == 1
        ? "a black box lies on it" : "\(boxes.count) black boxes lie on it", removal: .none)
  }

  static func isCovered(_ points: [SlidePoint], by above: ArraySlice<DrawnShape>) -> Bool {
    points.allSatisfy { point in above.contains { $0.contains(point) } }
  }
}
