/// The styles of a document, with what they inherit from.
struct OpenDocumentStyles {
  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private var styles: [Key: XMLElement] = [:]
  private var defaults: [String: XMLElement] = [:]
  private var formats: [String: XMLElement] = [:]
  private var layouts: [XMLElement] = []
  private static let deepest = 60

  /// Takes those of the shared styles first and of the document itself after, which count more.
  init(_ file: OpenDocumentFile, folder: String = "") {
    var seen: Set<ObjectIdentifier> = []
    for part in ["styles.xml", "content.xml"] {
      guard let tree = file.tree(folder + part), seen.insert(ObjectIdentifier(tree)).inserted else {
        continue
      }
      for list in tree.elements
      where list.name.local == "styles" || list.name.local == "automatic-styles" {
        for style in list.elements { add(style) }
      }
    }
  }

  private mutating func add(_ style: XMLElement) {
    switch style.name.local {
    case "style":
      guard let name = style["name"], let family = style["family"] else { return }
      styles[Key(family: family, name: name)] = style
    case "default-style": if let family = style["family"] { defaults[family] = style }
    case "page-layout": layouts.append(style)
    default:
      if let name = style["name"], style.name.local.hasSuffix("-style") { formats[name] = style }
    }
  }

  /// The value of a property, from the style or from what it inherits.
  func value(_ property: String, _ list: String, of name: String?, _ family: String) -> String? {
    for style in chain(name, family) {
      for properties in style.elements where properties.name.local == list {
        if let value = properties[property] { return value }
      }
    }
    return nil
  }

  /// Like ``value(_:_:of:_:)``, the default of the family last.
  func valueOrDefault(_ property: String, _ list: String, of name: String?, _ family: String)
    -> String?
  {
    value(property, list, of: name, family) ?? defaults[family]?.first(list)?[property]
  }

  /// The properties nearest to an element that say any of several things, those of the family last: where
  /// two of them contradict each other, the nearer ones hold.
  func nearest(_ properties: [String], _ list: String, of name: String?, _ family: String)
    -> XMLElement?
  {
    (chain(name, family) + [defaults[family]].compactMap(\.self)).lazy.flatMap { $0.all(list) }
      .first { found in properties.contains { found[$0] != nil } }
  }

  /// The element of properties that is nearest and has a child of a name, such as a background picture.
  func hasChild(_ child: String, _ list: String, of name: String?, _ family: String) -> Bool {
    chain(name, family).contains { $0.first(list)?.first(child)?["href"] != nil }
  }

  /// Whether a number format shows nothing of a value.
  func showsNothing(cell name: String?) -> Bool {
    for style in chain(name, "table-cell") {
      guard let format = style["data-style-name"] else { continue }
      guard let element = formats[format] else { return false }
      let shows =
        element.descendants("text").contains { !$0.text.withoutOuterBlanks.isEmpty }
        || [
          "number", "scientific-number", "fraction", "text-content", "currency-symbol", "day",
          "month",
          "year", "hours", "minutes", "seconds", "boolean", "era", "quarter", "day-of-week",
          "week-of-year", "fill-character", "am-pm",
        ].contains { !element.descendants($0).isEmpty }
      return !shows && element.all("map").isEmpty
    }
    return false
  }

  /// The ground of the pages; nil where it is a picture or not the same everywhere.
  var page: HTMLColour? {
    var found: [String] = []
    for layout in layouts {
      guard let properties = layout.first("page-layout-properties") else { continue }
      let image = properties.first("background-image")?["href"]
      let fill = properties["fill"]
      if image != nil || fill == "bitmap" || fill == "gradient" || fill == "hatch" { return nil }
      let colour =
        (fill == "solid" ? properties["fill-color"] : nil) ?? properties["background-color"]
        ?? "#ffffff"
      found.append(colour == "transparent" ? "#ffffff" : colour.lowercased())
    }
    guard let first = found.first else { return HTMLColour(255, 255, 255) }
    return found.allSatisfy { $0 == first } ? HTMLColour(first) : nil
  }

  private func chain(_ name: String?, _ family: String) -> [XMLElement] {
    var chain: [XMLElement] = []
    var next = name
    while let name = next, chain.count < Self.deepest,
      let style = styles[Key(family: family, name: name)]
    {
      chain.append(style)
      next = style["parent-style-name"]
    }
    return chain
  }
}
