/// Looks for what all Office Open XML files keep in parts of the same kinds, whatever they are called.
package enum OfficePartsInspector {
  package static let classes: [HiddenDataClass] =
    OfficeFamily.allCases.flatMap { SharedClasses.of($0).all }
    // Presentations report these two under the room of slides.
    .filter { $0.id != PresentationClass.orphanSlide.id && $0.id != PresentationClass.tags.id }
    + [OfficeTraces.workbookArtifacts]

  package static let examples = OfficePartsExamples.all

  /// Reports what is hidden in the shared parts of a package.
  package static func inspect(
    _ package: OfficePackage, family: OfficeFamily, run: InspectionRun
  ) {
    let file = SharedPartsInspection(package: package, family: family, run: run)
    PropertyParts(file: file).inspect()
    EmbeddedParts(file: file).inspect()
    PictureParts(file: file).inspect()
    OrphanParts(file: file).inspect()
    OfficeTraces.inspect(package.archive, family: family, run: run)
    package.checkRest()
  }

  static func isChart(_ contentType: String) -> Bool {
    let type = contentType.lowercased()
    return type.contains("drawingml.chart+xml") || type.contains("ms-office.chartex+xml")
  }
}

/// One package while its shared parts are looked at.
struct SharedPartsInspection {
  let package: OfficePackage
  let family: OfficeFamily
  let run: InspectionRun
  let classes: SharedClasses
  /// Every relationship within the package that leads to a part that is there, with where it comes from.
  let links: [(source: String, relationship: OfficePackage.Relationship)]

  init(package: OfficePackage, family: OfficeFamily, run: InspectionRun) {
    self.package = package
    self.family = family
    self.run = run
    classes = SharedClasses.of(family)
    let reachable = package.reachable
    let sources = [""] + package.parts.filter { reachable.contains(OfficePackage.key($0)) }
    links = sources.flatMap { source in
      package.relationships(of: source)
        .filter { !$0.isExternal && package.contains($0.target) }
        .map { (source, $0) }
    }
  }

  /// The parts that relationships of a kind lead to, each once.
  func parts(where condition: (OfficePackage.Relationship) -> Bool) -> [String] {
    var seen: Set<String> = []
    return links.map(\.relationship).filter {
      condition($0) && seen.insert(OfficePackage.key($0.target)).inserted
    }.map(\.target)
  }

  func parts(of kind: String) -> [String] { parts { $0.kind == kind } }

  /// The words of a part.
  func words(of bytes: [UInt8]) -> String { PartText.words(of: bytes, run: run) }
}
