/// Looks into Word documents: `.docx`, `.docm`, `.dotx`, `.dotm`, strict and transitional.
package enum WordInspector {
  private static let rooms: [any WordRoomInspector.Type] = [
    WordRevisionInspector.self, WordCommentInspector.self, WordHiddenTextInspector.self,
    WordColourInspector.self, WordSizeInspector.self, WordCoverInspector.self,
    WordOffPageInspector.self, WordSettingsInspector.self, WordMergeInspector.self,
    WordPictureInspector.self, WordAlternativeTextInspector.self, WordHeaderInspector.self,
    WordGlossaryInspector.self, WordMarkInspector.self, WordFieldInspector.self,
    WordControlInspector.self, WordBindingInspector.self, WordAlternateInspector.self,
    WordChunkInspector.self, WordChartInspector.self, WordDiagramInspector.self,
    WordInkInspector.self, WordLinkInspector.self, WordSourceInspector.self,
  ]

  /// Every class that it can report.
  package static var classes: [HiddenDataClass] {
    rooms.flatMap { $0.classes } + [WordPackage.elsewhere]
  }

  /// The examples of all of them.
  package static var examples: [InspectionExample] { rooms.flatMap { $0.examples } }

  /// Reports what is hidden in a document.
  package static func inspect(_ package: OfficePackage, run: InspectionRun) {
    guard let main = package.mainPart, package.contains(main) else {
      run.fail(.broken("nothing in it says which of its parts is the document"))
      return
    }
    guard let file = WordPackage(package, part: main, run: run) else { return }
    for room in rooms { room.inspect(file) }
  }
}

/// Looks for one class of hidden data, or a family that is found alike.
protocol WordRoomInspector: SendableMetatype {
  static var classes: [HiddenDataClass] { get }
  static var examples: [InspectionExample] { get }
  static func inspect(_ file: WordPackage)
}

extension WordPackage {
  /// Changes and hidden text outside the body, which those who look through a document forget.
  static let elsewhere = HiddenDataClass(
    "docx.comment_in_header", .high, "Changes or hidden text outside the body",
    lies:
      "Headers, footers, footnotes, endnotes and text boxes, which are parts and layers of their own.",
    recognised:
      "Tracked changes, comment anchors and hidden text in any of these; the same text is reported under its own class too.",
    removal: "As in the body: changes are accepted, hidden text goes.")

  /// Reports what a story hides; in a header, a note or a text box also that it is there.
  func report(
    _ kind: HiddenDataClass, in story: WordStory, _ paragraph: WordParagraph?,
    at place: String, showing excerpt: String, removable: Bool = true
  ) {
    run.report(kind, at: place, showing: excerpt, removable: removable)
    let outside: [WordStory.Kind] = [.header, .footer, .footnotes, .endnotes]
    if outside.contains(story.kind) || paragraph?.box != nil {
      run.report(Self.elsewhere, at: place, showing: excerpt, removable: removable)
    }
  }
}

extension WordStory {
  /// Every element of the story but those of fallbacks, which repeat what stands before them.
  func visit(_ body: (XMLElement) -> Void) {
    root.explore { element in
      if element.name.local == "Fallback" { return false }
      body(element)
      return true
    }
  }
}
