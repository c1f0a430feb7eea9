/// A presentation's slides with their layouts, masters and themes.
struct PresentationStructure {
  struct Slide {
    var part: String
    /// From 1, in the order of the show.
    var number: Int
    var tree: XMLElement
    var isHidden: Bool
    var place: String { "slide \(number)" }
  }

  let package: OfficePackage
  let main: String
  let presentation: XMLElement
  let slides: [Slide]
  let width: Double
  let height: Double

  /// nil where there is no presentation part, or it cannot be read; the package has told the run.
  init?(_ package: OfficePackage) {
    guard let main = package.mainPart, let presentation = package.tree(main) else { return nil }
    self.package = package
    self.main = main
    self.presentation = presentation
    let links = package.relationships(of: main)
    var slides: [Slide] = []
    for (index, item) in (presentation.first("sldIdLst")?.all("sldId") ?? []).enumerated() {
      let id = Self.relationshipID(item)
      guard let part = links.first(where: { $0.id == id && !$0.isExternal })?.target,
        let tree = package.tree(part)
      else { continue }
      slides.append(
        Slide(part: part, number: index + 1, tree: tree, isHidden: Self.isHidden(tree)))
    }
    self.slides = slides
    let size = presentation.first("sldSz")
    width = Self.number(size?["cx"]) ?? 9_144_000
    height = Self.number(size?["cy"]) ?? 6_858_000
  }

  var visibleSlides: [Slide] { slides.filter { !$0.isHidden } }

  /// The first part of a kind that a part leads to.
  func part(_ kind: String, of part: String) -> String? {
    package.relationships(of: part).first { $0.kind == kind && !$0.isExternal }?.target
  }

  /// Every part of a kind that any reachable part leads to, each once.
  func parts(_ condition: (OfficePackage.Relationship) -> Bool) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    for part in [""] + package.parts where part.isEmpty || isReachable(part) {
      for link in package.relationships(of: part) where condition(link) && !link.isExternal {
        if package.contains(link.target), seen.insert(OfficePackage.key(link.target)).inserted {
          found.append(link.target)
        }
      }
    }
    return found
  }

  private func isReachable(_ part: String) -> Bool {
    package.reachable.contains(OfficePackage.key(part))
  }

  /// Whether a slide is left out of the show.
  static func isHidden(_ slide: XMLElement?) -> Bool {
    guard let show = slide?["show"] else { return false }
    return !isOn(show)
  }

  /// How XML Schema writes yes.
  static func isOn(_ value: String?) -> Bool {
    ["1", "true", "on", "t"].contains(value?.lowercased() ?? "")
  }

  /// The id of a relationship on an element, which has an `id` of its own besides.
  static func relationshipID(_ element: XMLElement) -> String? {
    element.attributes.first {
      $0.name.local == "id" && $0.name.space.hasSuffix("/relationships")
    }?.value
  }

  /// A number of the file's, kept within what can be reckoned with.
  static func number(_ text: String?) -> Double? {
    guard let text, let value = Double(text), value.isFinite else { return nil }
    return min(max(value, -1e12), 1e12)
  }
}
