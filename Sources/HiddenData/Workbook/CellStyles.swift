/// How cells look: the parts of `styles.xml` that decide whether a reader sees a value.
struct CellStyles {
  /// The look of a cell, put together from its format and the named style behind it.
  struct Look: Sendable {
    var text = Colour.black
    /// Whether the colour of the text is said, or left to the program or a table.
    var hasOwnText = false
    /// What is behind the text: none is the sheet; several where a pattern or a gradient changes.
    var grounds: [Colour] = []
    var size = 11.0
    var format = 0
    var hidesFormula = false
    /// Whether its text cannot be told from what it stands on.
    var matchesFill = false
    var isTiny: Bool { size < 3 }

    /// Whether text of a colour cannot be told from the ground.
    func hides(_ colour: Colour) -> Bool { CellStyles.hides(colour, on: grounds) }
  }

  /// What a conditional format or a part of a table style changes.
  struct Change: Sendable {
    var text: Colour?
    var grounds: [Colour]?
    var format: NumberFormat?
  }

  let palette: Palette
  private(set) var looks: [Look] = []
  private(set) var formats: [NumberFormat] = []
  private(set) var changes: [Change] = []
  private(set) var tableStyles: [String: [String: Int]] = [:]

  init(_ tree: XMLElement?, theme: XMLElement?) {
    palette = Palette(theme: theme, styles: tree)
    var builder = StyleBuilder(tree, palette)
    looks = builder.looks()
    changes = (tree?.first("dxfs")?.all("dxf") ?? []).map { builder.change($0) }
    formats = builder.formats
    for style in tree?.first("tableStyles")?.all("tableStyle") ?? [] {
      var parts: [String: Int] = [:]
      for part in style.all("tableStyleElement") {
        parts[part["type"] ?? ""] = Int(part["dxfId"] ?? "")
      }
      tableStyles[style["name"] ?? ""] = parts
    }
  }

  /// The look of a style number; the first where there is none such.
  func look(_ style: Int) -> Look {
    if style >= 0, style < looks.count { return looks[style] }
    return looks.first ?? Look()
  }

  func format(_ style: Int) -> NumberFormat {
    let index = look(style).format
    return index < formats.count ? formats[index] : NumberFormat("General")
  }

  static func hides(_ colour: Colour, on grounds: [Colour]) -> Bool {
    grounds.isEmpty ? colour.vanishes(on: .white) : grounds.allSatisfy { colour.vanishes(on: $0) }
  }
}

/// Reads the tables of fonts, fills and formats once.
struct StyleBuilder {
  private(set) var formats: [NumberFormat] = [NumberFormat("General")]
  private let palette: Palette
  private let tree: XMLElement?
  private let fonts: [XMLElement]
  private let fills: [[Colour]]
  private var codes: [Int: String] = [:]
  private var known: [String: Int] = [:]

  init(_ tree: XMLElement?, _ palette: Palette) {
    self.tree = tree
    self.palette = palette
    fonts = tree?.first("fonts")?.all("font") ?? []
    fills = (tree?.first("fills")?.all("fill") ?? []).map { Self.grounds($0, palette) }
    for format in tree?.first("numFmts")?.all("numFmt") ?? [] {
      if let id = Int(format["numFmtId"] ?? "") { codes[id] = format["formatCode"] ?? "" }
    }
  }

  mutating func looks() -> [CellStyles.Look] {
    let named = tree?.first("cellStyleXfs")?.all("xf") ?? []
    var looks: [CellStyles.Look] = []
    for xf in tree?.first("cellXfs")?.all("xf") ?? [] {
      let index = Int(xf["xfId"] ?? "") ?? 0
      let behind = index >= 0 && index < named.count ? named[index] : nil
      var look = look(xf, behind, inherits: false)
      // Where a format says that its font does not apply, programs differ; hidden in one is hidden.
      if !look.matchesFill, xf.isUnset("applyFont") || xf.isUnset("applyFill") {
        let other = self.look(xf, behind, inherits: true)
        if other.matchesFill || other.isTiny { look = other }
      }
      looks.append(look)
    }
    return looks
  }

  private mutating func look(
    _ xf: XMLElement, _ behind: XMLElement?, inherits: Bool
  ) -> CellStyles.Look {
    func number(_ name: String, _ apply: String) -> Int {
      let isInherited = xf[name] == nil || inherits && xf.isUnset(apply)
      return Int((isInherited ? behind?[name] ?? xf[name] : xf[name]) ?? "") ?? 0
    }
    var look = CellStyles.Look()
    let fontIndex = number("fontId", "applyFont")
    if fontIndex >= 0, fontIndex < fonts.count {
      let font = fonts[fontIndex]
      if let colour = palette.colour(font.first("color")) {
        look.text = colour
        look.hasOwnText = true
      }
      look.size = Double(font.first("sz")?["val"] ?? "") ?? 11
    }
    let fillIndex = number("fillId", "applyFill")
    if fillIndex >= 0, fillIndex < fills.count { look.grounds = fills[fillIndex] }
    let formatId = number("numFmtId", "applyNumberFormat")
    look.format = format(codes[formatId] ?? NumberFormat.builtIn(formatId))
    let protection = xf.first("protection") ?? behind?.first("protection")
    look.hidesFormula = protection?.isSet("hidden") ?? false
    look.matchesFill = look.hides(look.text)
    return look
  }

  mutating func change(_ dxf: XMLElement) -> CellStyles.Change {
    var change = CellStyles.Change()
    change.text = palette.colour(dxf.first("font")?.first("color"))
    if let fill = dxf.first("fill") {
      // Here the colour of a solid fill is the one behind the pattern.
      if let pattern = fill.first("patternFill"),
        ["", "solid"].contains(pattern["patternType"] ?? "")
      {
        let colour =
          palette.colour(pattern.first("bgColor")) ?? palette.colour(pattern.first("fgColor"))
        change.grounds = colour.map { [$0] }
      } else {
        change.grounds = Self.grounds(fill, palette)
      }
    }
    if let code = dxf.first("numFmt")?["formatCode"] {
      change.format = NumberFormat(code, palette: palette)
    }
    return change
  }

  private mutating func format(_ code: String) -> Int {
    if let index = known[code] { return index }
    formats.append(NumberFormat(code, palette: palette))
    known[code] = formats.count - 1
    return formats.count - 1
  }

  private static func grounds(_ fill: XMLElement, _ palette: Palette) -> [Colour] {
    if let gradient = fill.first("gradientFill") {
      return gradient.all("stop").compactMap { palette.colour($0.first("color")) }
    }
    guard let pattern = fill.first("patternFill") else { return [] }
    let type = pattern["patternType"] ?? "none"
    guard type != "none" else { return [] }
    let front = palette.ground(pattern.first("fgColor"))
    let back = palette.colour(pattern.first("bgColor")) ?? .white
    // Without a colour programs disagree whether solid is black or white.
    if type == "solid" { return front.map { [$0] } ?? [.black, .white] }
    let parts = [
      "darkGray": 0.75, "mediumGray": 0.5, "lightGray": 0.25, "gray125": 0.125, "gray0625": 0.0625,
    ]
    if let part = parts[type] { return [back.mixed(with: front ?? .black, part: part)] }
    return [front ?? .black, back]
  }
}

extension XMLElement {
  /// Whether an attribute says yes: `1`, `true` or `on`.
  func isSet(_ name: String) -> Bool {
    ["1", "true", "on", "t"].contains((self[name] ?? "").lowercased())
  }

  /// Whether an attribute is there and says no.
  func isUnset(_ name: String) -> Bool {
    ["0", "false", "off", "f"].contains((self[name] ?? "").lowercased())
  }
}
