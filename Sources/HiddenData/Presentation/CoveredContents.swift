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
    if lines.isEmpty { return blackedOut(shape, all, above) ?? chart(shape, above) }
    return HiddenPiece(
      kind: PresentationClass.covered, place: "\(place), \(shape.name), under another shape",
      excerpt: lines.joined(separator: "\n"), removal: .paragraphs(paragraphs))
  }

  /// Words of a line under a black box without words, which is what somebody takes for redaction.
  private func blackedOut(
    _ shape: DrawnShape, _ all: [TextRegion], _ above: ArraySlice<DrawnShape>
  ) -> HiddenPiece? {
    let boxes = above.filter { Self.isBlackBox($0) }
    guard !boxes.isEmpty else { return nil }
    let lines = all.filter { line in
      // The points of a line stand in columns from its top to its foot.
      stride(from: 0, to: line.points.count - 2, by: 3).contains { start in
        boxes.contains { box in line.points[start..<(start + 3)].allSatisfy(box.contains) }
      }
    }
    guard !lines.isEmpty else { return nil }
    return HiddenPiece(
      kind: PresentationClass.covered, place: "\(place), \(shape.name), partly under a black box",
      excerpt: lines.map(\.text).joined(separator: "\n"), removal: .none)
  }

  private static func isBlackBox(_ shape: DrawnShape) -> Bool {
    guard case .colour(let colour) = shape.fill else { return false }
    return colour.isBlack && shape.text.isEmpty
  }

  /// A chart or another drawing without words of its own that lies under something as a whole.
  private func chart(_ shape: DrawnShape, _ above: ArraySlice<DrawnShape>) -> HiddenPiece? {
    guard shape.kind == "graphicFrame", shape.text.isEmpty,
      Self.isCovered(shape.samples, by: above)
    else { return nil }
    let description = DrawnShape.properties(of: shape.element)?["descr"] ?? ""
    return HiddenPiece(
      kind: PresentationClass.covered,
      place: "\(place), \(shape.name), under another shape",
      excerpt: description.isEmpty ? shape.name : description,
      removal: .elements([shape.element]))
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
      Self.isBlackBox(box) && box.corners.allSatisfy { shape.contains($0) }
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
