package import Documents

/// Makes a copy of a presentation without what ``PresentationInspector`` and ``OfficePartsInspector`` report.
///
/// Slides that are shown keep what they show. What is taken out: hidden and unlisted slides, notes, comments
/// and their authors, shapes that are hidden, covered or beside the slide, text in the colour of its ground,
/// descriptions, cropped pictures' hidden parts, tags, sections, custom shows, sound and film, embedded files,
/// words on layouts that no slide shows.
package enum PresentationCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    try clean(bytes, limits: limits) { (picture) throws(Unreadable) in
      try PictureCleaner.clean(picture, limits: limits)
    }
  }

  /// - Parameter picture: Gives a JPEG or PNG without its metadata.
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits,
    picture: ([UInt8]) throws(Unreadable) -> [UInt8]?
  ) throws(Unreadable) -> [UInt8] {
    let run = InspectionRun(limits: limits) { _, _, _ in }
    let package = try OfficePackage(bytes, run: run)
    guard let structure = PresentationStructure(package) else {
      throw .broken("it has no presentation in it")
    }
    var edit = try OfficePackageEdit(package)
    try SlideCleaning(structure: structure, limits: limits).clean(&edit)
    try PresentationListCleaning(structure: structure).clean(&edit)
    try edit.cleanSharedParts(.presentation, picture: picture)
    if let failure = run.failures.first { throw failure }
    return edit.finished()
  }
}
