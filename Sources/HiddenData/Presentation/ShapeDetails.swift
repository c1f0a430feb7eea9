/// Descriptions and cropped pictures, on slides, layouts and masters.
struct ShapeDetails {
  let package: OfficePackage
  let part: String
  let place: String

  func pieces(in tree: XMLElement) -> [HiddenPiece] {
    var found: [HiddenPiece] = []
    tree.visit { element in
      switch element.name.local {
      case "cNvPr": found += descriptions(element)
      case "blipFill": if let crop = crop(element) { found.append(crop) }
      default: break
      }
    }
    return found
  }

  private func descriptions(_ element: XMLElement) -> [HiddenPiece] {
    ["title", "descr"].compactMap { attribute in
      let value = element[attribute]?.edgesTrimmed ?? ""
      guard !value.isEmpty, !Self.isAutomatic(value) else { return nil }
      let name = element["name"] ?? "a shape"
      return HiddenPiece(
        kind: PresentationClass.altText, place: "\(place), the description of “\(name)”",
        excerpt: value, removal: .attributes([attribute], element))
    }
  }

  /// What programs write there by themselves.
  static func isAutomatic(_ text: String) -> Bool {
    let words = text.lowercased()
    let endings = [
      "description automatically generated", "content may be incorrect.",
      "description generated with high confidence",
      "description generated with very high confidence",
    ]
    if endings.contains(where: words.hasSuffix) { return true }
    var stem = words[...]
    for ending in [
      ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".bmp", ".tif", ".tiff",
    ]
    where stem.hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
    }
    let letters = stem.filter { $0.isLetter }
    let usual: Set<String> = [
      "", "image", "img", "picture", "pic", "photo", "logo", "chart", "table", "diagram", "shape",
      "graphic", "icon", "screenshot", "figure", "grafik", "bild", "object", "line",
      "rectangle", "textbox", "title", "subtitle", "slidenumberplaceholder", "group",
    ]
    return usual.contains(String(letters)) && stem.count - letters.count <= 6
  }

  private func crop(_ fill: XMLElement) -> HiddenPiece? {
    var sides: [String] = []
    let names = [("l", "left"), ("t", "top"), ("r", "right"), ("b", "bottom")]
    let cut = fill.first("srcRect")
    let stretched = fill.first("stretch")?.first("fillRect").flatMap {
      $0.attributes.isEmpty ? nil : $0
    }
    for (attribute, name) in names {
      let share = max(Self.share(cut?[attribute]), -Self.share(stretched?[attribute]))
      if share >= 0.005 { sides.append("\(Int((min(share, 10) * 100).rounded())) % \(name)") }
    }
    guard !sides.isEmpty, let id = fill.first("blip")?["embed"] else { return nil }
    let link = package.relationships(of: part).first { $0.id == id }
    let bytes = link.flatMap { $0.isExternal ? nil : package.part($0.target) } ?? []
    return HiddenPiece(
      kind: PresentationClass.imageCropped,
      place: "\(place), the picture \(link.map { EmbeddedParts.name($0.target) } ?? id)",
      excerpt: "cut off: \(sides.joined(separator: ", "))",
      removal: PictureCrop.isPossible(bytes) && stretched == nil ? .elements([]) : .none,
      picture: FirstBytes(bytes) == .png ? bytes : nil)
  }

  /// 1 for the whole; old files write 100,000 for it, strict ones `100%`.
  static func share(_ text: String?) -> Double {
    guard let text else { return 0 }
    if text.hasSuffix("%") {
      return (PresentationStructure.number(String(text.dropLast())) ?? 0) / 100
    }
    return (PresentationStructure.number(text) ?? 0) / 100_000
  }
}
