/// Shapes that are switched off, and shapes that lie beside the slide.
struct ShapeVisibility {
  let structure: PresentationStructure
  let place: String

  // MARK: switched off

  func hidden(in tree: XMLElement) -> [HiddenPiece] {
    tree.first("cSld")?.first("spTree").map(hidden(inList:)) ?? []
  }

  private func hidden(inList list: XMLElement) -> [HiddenPiece] {
    var pieces = list.all("AlternateContent").compactMap(alternative)
    for element in SlideDrawing.elements(of: list) {
      if DrawnShape.isHidden(element) {
        let text = Self.words(of: element)
        let name = DrawnShape.properties(of: element)?["name"] ?? element.name.local
        pieces.append(
          HiddenPiece(
            kind: PresentationClass.hiddenShape,
            place: "\(place), hidden in the selection pane: “\(name)”",
            excerpt: text.isEmpty ? name : text, removal: .elements([element])))
      } else if element.name.local == "grpSp" {
        pieces += hidden(inList: element)
      }
    }
    return pieces
  }

  /// What only programs of another age would draw.
  private func alternative(_ element: XMLElement) -> HiddenPiece? {
    let drawn = element.first("Choice") ?? element.first("Fallback")
    let shown = drawn.map(DrawnShape.text) ?? ""
    let others = element.elements.filter { $0 !== drawn }
    let lines = others.flatMap { DrawnShape.text(of: $0).split(whereSeparator: \.isNewline) }
      .filter { line in line.contains { $0.isLetter || $0.isNumber } && !shown.contains(line) }
    guard !lines.isEmpty else { return nil }
    return HiddenPiece(
      kind: PresentationClass.hiddenShape, place: "\(place), in the alternative for other programs",
      excerpt: lines.joined(separator: "\n"), removal: .elements(others))
  }

  private static func words(of element: XMLElement) -> String {
    let text = DrawnShape.text(of: element)
    let descriptions = element.descendants("cNvPr").compactMap { $0["descr"] }
      .filter { !$0.isEmpty }
    return ([text] + descriptions).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: beside the slide

  func offSlide(_ drawing: SlideDrawing, _ regions: SlideText) -> [HiddenPiece] {
    drawing.shapes.enumerated().compactMap { index, shape in
      let text = shape.text
      let holds = shape.isPicture || shape.kind == "graphicFrame"
      guard !text.isEmpty || holds else { return nil }
      if isOutside(shape) { return piece(shape, text, .elements([shape.element])) }
      if shape.isPicture {
        // A picture may reach over the edge; most of it should not.
        let outside = shape.samples.count { !isOn($0) }
        return outside * 2 > shape.samples.count ? piece(shape, text, .none) : nil
      }
      let lines = regions[index]
        .filter { $0.points.allSatisfy { !isOn($0, margin: 0.01) } }
      guard !lines.isEmpty else { return nil }
      return piece(
        shape, lines.map(\.text).joined(separator: "\n"), .paragraphs(lines.map(\.paragraph)))
    }
  }

  private func piece(
    _ shape: DrawnShape, _ text: String, _ removal: HiddenPiece.Removal
  ) -> HiddenPiece {
    let description = DrawnShape.properties(of: shape.element)?["descr"] ?? ""
    let shown = [text, description].filter { !$0.isEmpty }.joined(separator: "\n")
    return HiddenPiece(
      kind: PresentationClass.offSlide, place: "\(place), beside the slide: \(shape.name)",
      excerpt: shown.isEmpty ? shape.name : shown, removal: removal)
  }

  /// Whether all corners lie beyond one and the same edge.
  private func isOutside(_ shape: DrawnShape) -> Bool {
    let corners = shape.corners
    return corners.allSatisfy { $0.x <= 0 } || corners.allSatisfy { $0.y <= 0 }
      || corners.allSatisfy { $0.x >= structure.width }
      || corners.allSatisfy { $0.y >= structure.height }
  }

  private func isOn(_ point: SlidePoint, margin: Double = 0) -> Bool {
    let (across, down) = (structure.width * margin, structure.height * margin)
    return point.x >= -across && point.x <= structure.width + across && point.y >= -down
      && point.y <= structure.height + down
  }
}
