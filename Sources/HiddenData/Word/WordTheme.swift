/// The colours of a document's theme, and how colours are written in WordprocessingML and DrawingML.
struct WordTheme {
  private var scheme: [String: WordColour] = [:]
  private var mapping: [String: String] = [:]

  /// - Parameters:
  ///   - theme: The theme part.
  ///   - settings: The settings, which say which of its colours is the ground and which the text.
  init(_ theme: XMLElement?, settings: XMLElement?) {
    for element in theme?.descendants("clrScheme").first?.elements ?? [] {
      guard let inner = element.elements.first else { continue }
      let value = inner["lastClr"] ?? inner["val"] ?? ""
      scheme[element.name.local] = WordColour(value)
    }
    for attribute in settings?.word("clrSchemeMapping")?.attributes ?? [] {
      mapping[attribute.name.local] = attribute.value
    }
  }

  /// A colour by the name that text, shading or a shape gives it.
  func named(_ name: String) -> WordColour? {
    let key = name.lowercased()
    let short = [
      "background1": "bg1", "background2": "bg2", "text1": "t1", "text2": "t2", "tx1": "t1",
      "tx2": "t2", "dark1": "dk1", "dark2": "dk2", "light1": "lt1", "light2": "lt2",
      "hyperlink": "hlink", "followedhyperlink": "folHlink",
    ]
    let role = short[key] ?? key
    let usual = ["bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"]
    let target = mapping[role] ?? usual[role] ?? role
    let slot = short[target.lowercased()] ?? target
    if let colour = scheme[slot] { return colour }
    switch slot {
    case "lt1": return .white
    case "dk1": return .black
    default: return nil
    }
  }

  /// A colour with attributes as `w:color`, `w:shd` and `w:background` write it; nil for an automatic one.
  func colour(
    _ element: XMLElement, value: String = "val", theme: String = "themeColor"
  ) -> WordColour? {
    if let name = element[theme], name != "none", var colour = named(name) {
      let prefix = theme == "themeFill" ? "themeFill" : "theme"
      if let tint = element[prefix + "Tint"].flatMap({ Int($0, radix: 16) }) {
        colour = colour.mixed(1 - Double(min(max(tint, 0), 255)) / 255, with: .white)
      }
      if let shade = element[prefix + "Shade"].flatMap({ Int($0, radix: 16) }) {
        colour = colour.mixed(1 - Double(min(max(shade, 0), 255)) / 255, with: .black)
      }
      return colour
    }
    return element[value].flatMap { WordColour($0) }
  }

  /// What a shading puts behind text; nil where it is clear.
  func shading(_ element: XMLElement) -> WordGround? {
    let pattern = (element["val"] ?? "clear").lowercased()
    let fill = colour(element, value: "fill", theme: "themeFill")
    switch pattern {
    case "nil", "clear": return fill.map { .colour($0) }
    case "solid": return .colour(colour(element, value: "color") ?? .black)
    default:
      guard pattern.hasPrefix("pct"), let part = Int(pattern.dropFirst(3)) else { return .mixed }
      let ink = colour(element, value: "color") ?? .black
      return .colour((fill ?? .white).mixed(Double(min(max(part, 0), 100)) / 100, with: ink))
    }
  }

  /// A colour of DrawingML with its opacity from 0 to 1; nil where it is not known.
  func drawn(_ fill: XMLElement) -> (colour: WordColour, opacity: Double)? {
    for element in fill.elements {
      let value = element["val"] ?? ""
      var found: WordColour?
      switch element.name.local {
      case "srgbClr", "prstClr": found = WordColour(value)
      case "sysClr": found = WordColour(element["lastClr"] ?? value)
      case "schemeClr": found = named(value)
      case "scrgbClr":
        let parts = ["r", "g", "b"].map { Self.part(element[$0]) ?? 0 }
        found = WordColour(
          red: Int(parts[0] * 255), green: Int(parts[1] * 255), blue: Int(parts[2] * 255))
      default: continue
      }
      guard var colour = found else { continue }
      var opacity = 1.0
      for change in element.elements {
        guard let part = Self.part(change["val"]) else { continue }
        switch change.name.local {
        case "alpha": opacity = isWord2010(change) ? 1 - part : part
        case "lumMod", "shade": colour = colour.mixed(1 - part, with: .black)
        case "lumOff", "tint":
          let share = change.name.local == "tint" ? 1 - part : part
          colour = colour.mixed(share, with: .white)
        default: break
        }
      }
      return (colour, opacity)
    }
    return nil
  }

  /// In text effects of Word 2010 an alpha says how much shows through, elsewhere how much covers.
  private func isWord2010(_ element: XMLElement) -> Bool {
    element.name.space == "http://schemas.microsoft.com/office/word/2010/wordml"
  }

  /// `50000`, `50%` as 0.5.
  static func part(_ text: String?) -> Double? {
    guard let text else { return nil }
    let isPercent = text.hasSuffix("%")
    // `nan` is a number to Swift, and to none that compares it.
    guard let value = Double(isPercent ? text.dropLast() : text[...]), value.isFinite else {
      return nil
    }
    return min(max(value / (isPercent ? 100 : 100_000), -10), 10)
  }
}
