/// What a slide takes from its layout, its master, its theme and the presentation.
struct SlideLook {
  let slide: XMLElement
  let layout: XMLElement?
  let master: XMLElement?
  let layoutPart: String?
  let masterPart: String?
  let colours: ThemeColours
  private let defaultText: XMLElement?

  init(_ structure: PresentationStructure, part: String, tree: XMLElement) {
    let package = structure.package
    slide = tree
    layoutPart = structure.part("slideLayout", of: part)
    layout = layoutPart.flatMap { package.tree($0) }
    masterPart = layoutPart.flatMap { structure.part("slideMaster", of: $0) }
    master = masterPart.flatMap { package.tree($0) }
    let theme = masterPart.flatMap { structure.part("theme", of: $0) }.flatMap { package.tree($0) }
    let maps =
      [master?.first("clrMap")]
      + [layout, tree].map { $0?.first("clrMapOvr")?.first("overrideClrMapping") }
    colours = ThemeColours(theme: theme, maps: maps.compactMap { $0 })
    defaultText = structure.presentation.first("defaultTextStyle")
  }

  /// Whether layout and master show on the slide.
  var showsLayout: Bool { slide["showMasterSp"].map(PresentationStructure.isOn) ?? true }
  var showsMaster: Bool {
    showsLayout && layout?["showMasterSp"].map(PresentationStructure.isOn) ?? true
  }

  /// What lies behind everything.
  var background: DrawingFill {
    for source in [slide, layout, master].compactMap({ $0 }) {
      guard let element = source.first("cSld")?.first("bg") else { continue }
      if let own = element.first("bgPr"), let fill = DrawingFill(in: own, colours) { return fill }
      if let reference = element.first("bgRef") { return styled(reference) }
    }
    return .colour(colours.scheme("bg1") ?? .white)
  }

  /// A fill by reference to the theme.
  func styled(_ reference: XMLElement) -> DrawingFill {
    guard let index = reference["idx"].flatMap(Int.init), index > 0, index != 1_000 else {
      return .none
    }
    let colour = colours.colour(in: reference)
    if let element = colours.themeFill(index),
      let fill = DrawingFill(element, colours, placeholder: colour)
    {
      return fill
    }
    return colour.map { .colour($0) } ?? .opaque
  }

  /// The shapes on layout and master that a placeholder inherits from, the nearest first.
  func ancestors(of shape: XMLElement) -> [XMLElement] {
    guard let own = Self.placeholder(of: shape) else { return [] }
    var found: [XMLElement] = []
    var type = own["type"] ?? "obj"
    if let onLayout = Self.match(own, in: layout) {
      found.append(onLayout)
      type = Self.placeholder(of: onLayout)?["type"] ?? type
    }
    let masterType = Self.masterType(type)
    let onMaster = Self.shapes(of: master).first {
      Self.placeholder(of: $0)?["type"] == masterType
    }
    if let onMaster { found.append(onMaster) }
    return found
  }

  static func placeholder(of shape: XMLElement) -> XMLElement? {
    shape.elements.first { $0.name.local.hasPrefix("nv") }?.first("nvPr")?.first("ph")
  }

  private static func shapes(of tree: XMLElement?) -> [XMLElement] {
    tree?.first("cSld")?.first("spTree")?.elements ?? []
  }

  private static func match(_ own: XMLElement, in tree: XMLElement?) -> XMLElement? {
    let candidates = shapes(of: tree).filter { placeholder(of: $0) != nil }
    if let index = own["idx"],
      let found = candidates.first(where: { placeholder(of: $0)?["idx"] == index })
    {
      return found
    }
    let type = own["type"] ?? "obj"
    return candidates.first { kind(placeholder(of: $0)?["type"] ?? "obj") == kind(type) }
  }

  /// Titles and centred titles stand in for each other.
  private static func kind(_ type: String) -> String { type == "ctrTitle" ? "title" : type }

  private static func masterType(_ type: String) -> String {
    switch type {
    case "title", "ctrTitle": "title"
    case "dt", "ftr", "sldNum": type
    default: "body"
    }
  }

  /// The styles of paragraphs of a level that apply to a shape, the nearest first; the paragraph's own
  /// properties come before.
  func paragraphStyles(of shape: XMLElement, level: Int) -> [XMLElement] {
    let lineage = ancestors(of: shape)
    var lists = ([shape] + lineage).map { $0.first("txBody")?.first("lstStyle") }
    let styles = master?.first("txStyles")
    if let placeholder = Self.placeholder(of: shape) {
      let type =
        lineage.lazy.compactMap { Self.placeholder(of: $0)?["type"] }.first
        ?? placeholder["type"] ?? "obj"
      switch Self.masterType(type) {
      case "title": lists.append(styles?.first("titleStyle"))
      case "body": lists.append(styles?.first("bodyStyle"))
      default: lists.append(styles?.first("otherStyle"))
      }
    }
    return (lists + [fontStyle(of: shape, level), defaultText]).compactMap {
      $0?.first(Self.name(ofLevel: level))
    }
  }

  /// The properties of text among styles of paragraphs.
  static func textProperties(_ styles: [XMLElement]) -> [XMLElement] {
    styles.compactMap { $0.first("defRPr") }
  }

  private static func name(ofLevel level: Int) -> String { "lvl\(level + 1)pPr" }

  /// A reference to a font carries a colour, which rules like a style between the lists and the defaults.
  private func fontStyle(of shape: XMLElement, _ level: Int) -> XMLElement? {
    guard let font = shape.first("style")?.first("fontRef"), !font.elements.isEmpty else {
      return nil
    }
    var children = font.children
    for name in ["solidFill", "defRPr", Self.name(ofLevel: level)] {
      let element = XMLElement(XMLName(name))
      element.children = children
      children = [.element(element)]
    }
    let list = XMLElement(XMLName("lstStyle"))
    list.children = children
    return list
  }
}
