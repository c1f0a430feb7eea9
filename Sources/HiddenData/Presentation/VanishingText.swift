/// Text in the colour of what is under it.
struct VanishingText {
  let drawing: SlideDrawing
  /// What layout and master draw below.
  let below: [DrawnShape]
  let look: SlideLook
  let text: SlideText
  let place: String

  var pieces: [HiddenPiece] {
    let background = look.background
    return drawing.shapes.enumerated().compactMap { index, shape in
      let under = drawing.shapes[...index]
      var lines: [String] = []
      var runs: [XMLElement] = []
      for region in text[index] {
        let grounds =
          region.ground.map { [$0.known] }
          ?? region.points.map { ground(at: $0, under, background) }
        let hidden = region.runs.filter { vanishes($0, grounds) }
        guard !hidden.isEmpty else { continue }
        lines.append(hidden.map(\.text).joined().edgesTrimmed)
        runs += hidden.map(\.element)
      }
      guard !lines.isEmpty else { return nil }
      return HiddenPiece(
        kind: PresentationClass.textMatchesBackground, place: "\(place), \(shape.name)",
        excerpt: lines.joined(separator: "\n"), removal: .elements(runs))
    }
  }

  private func vanishes(_ piece: TextRun, _ grounds: [DrawingColour?]) -> Bool {
    guard piece.text.contains(where: { !$0.isWhitespace }) else { return false }
    if piece.hasNoFill || piece.size <= 2 { return true }
    guard let colour = piece.colour else { return false }
    if let highlight = piece.highlight { return colour.vanishes(on: highlight) }
    guard grounds.allSatisfy({ $0 != nil }) else { return false }
    let same = grounds.count { $0.map { colour.vanishes(on: $0) } ?? false }
    return same * 10 >= grounds.count * 8
  }

  /// The colour under a place; nil where it is not known.
  private func ground(
    at point: SlidePoint, _ under: ArraySlice<DrawnShape>, _ background: DrawingFill
  ) -> DrawingColour? {
    let isHere = { (shape: DrawnShape) in shape.fill != .none && shape.isAround(point) }
    guard let shape = under.last(where: isHere) ?? below.last(where: isHere) else {
      return background.known
    }
    // At the edge of a form that is no box nobody knows what is under a letter.
    return shape.contains(point) ? shape.fill.known : nil
  }
}

extension DrawingFill {
  /// Its colour where it has one.
  var known: DrawingColour? {
    if case .colour(let colour) = self { colour } else { nil }
  }
}
