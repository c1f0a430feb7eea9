import Documents

/// Where the words of every shape of a slide stand, worked out once.
struct SlideText {
  private var regions: [[TextRegion]] = []

  /// Points compared with shapes on one slide. Nobody's slide comes near it.
  private static let most = 100_000_000

  /// What is beyond the limits is told to the run, as it was not looked at.
  init(_ drawing: SlideDrawing, _ look: SlideLook, place: String, run: InspectionRun) {
    let text = TextRegions(look: look)
    var points = 0
    for shape in drawing.shapes {
      let found = points * drawing.shapes.count > Self.most ? [] : text.regions(of: shape)
      points += found.reduce(0) { $0 + $1.points.count }
      regions.append(found)
    }
    if points * drawing.shapes.count > Self.most || drawing.shapes.count >= SlideDrawing.most {
      run.fail(.tooMuch("\(place) holds too many shapes and lines to compare"))
    }
  }

  /// The regions of a shape, by its number in the drawing.
  subscript(index: Int) -> [TextRegion] { regions[index] }
}
