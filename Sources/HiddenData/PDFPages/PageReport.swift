import CMuPDF

/// Says what was found on the pages.
final class PageReport {
  private let run: InspectionRun
  private let file: PageFile
  /// Findings that are shown with a picture.
  private var pictures = 40

  init(run: InspectionRun, file: PageFile) {
    self.run = run
    self.file = file
  }

  func add(_ passages: [PagePassage], of drawing: PageDrawing?, page: Int) {
    for passage in passages {
      let place = "page \(page), \(passage.box.place)"
      let shown = drawing.flatMap { picture(of: passage, in: $0) }
      for kind in PageClasses.of(passage.cause) {
        run.report(kind, at: place, showing: passage.text, picture: shown)
      }
    }
  }

  func add(_ images: [PageHiddenImage], of drawing: PageDrawing, page: Int) {
    for image in images {
      let kind =
        switch image.kind {
        case .underBox: PageClasses.imageUnderBox
        case .cropped: PageClasses.imageCropped
        case .masked: PageClasses.imageSoftMask
        case .layer: PageClasses.layer
        }
      run.report(
        kind, at: "page \(page), \(image.box.place)", showing: image.description,
        picture: image.pixels.flatMap(shown))
    }
  }

  /// Forms and images are reported where the look at the file's objects has not found any.
  func add(_ spares: [PageSpare]) {
    let areKnown = run.findings.contains { $0.class == PageClasses.unused.id }
    for spare in spares where spare.kind == .pattern || !areKnown {
      let place = "resources of page \(spare.page), object \(spare.object)"
      let words = spare.text.split { $0.isWhitespace }.joined(separator: " ")
      switch spare.kind {
      case .pattern: run.report(PageClasses.pattern, at: place, showing: words)
      case .form:
        run.report(
          PageClasses.unused, at: place, showing: words.isEmpty ? "A drawing without text." : words)
      case .image:
        run.report(
          PageClasses.unused, at: place,
          showing: "A picture of \(spare.width) × \(spare.height) pixels.",
          picture: spare.picture.flatMap(shown))
      }
    }
  }

  private func picture(of passage: PagePassage, in drawing: PageDrawing) -> [UInt8]? {
    switch passage.cause {
    case .underBox, .underImage, .underAnnotation, .background, .onBar, .contradicted:
      guard pictures > 0 else { return nil }
      return drawing.region(passage.box.widened(by: 6), most: 60_000).flatMap(shown)
    default: return nil
    }
  }

  private func shown(_ pixels: PagePixels) -> [UInt8]? {
    guard pictures > 0 else { return nil }
    pictures -= 1
    return file.png(pixels)
  }
}
