/// The colours of a theme as one slide, layout or master sees them, through its colour map.
struct ThemeColours {
  private var scheme: [String: DrawingColour] = [:]
  private var map: [String: String] = [
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
  ]
  /// The fills of backgrounds and of shapes that the theme offers, by number.
  private let backgrounds: [XMLElement]
  private let fills: [XMLElement]

  /// - Parameters:
  ///   - maps: Elements with a colour map, the ruling one last: the master's, then overrides of the
  ///     layout and of the slide.
  init(theme: XMLElement?, maps: [XMLElement]) {
    let elements = theme?.first("themeElements")
    let format = elements?.first("fmtScheme")
    backgrounds = format?.first("bgFillStyleLst")?.elements ?? []
    fills = format?.first("fillStyleLst")?.elements ?? []
    for slot in elements?.first("clrScheme")?.elements ?? [] {
      if let element = slot.elements.first, let colour = colour(element) {
        scheme[slot.name.local] = colour
      }
    }
    if scheme.isEmpty { scheme = ["lt1": .white, "dk1": .black, "lt2": .white, "dk2": .black] }
    for source in maps {
      for attribute in source.attributes where !attribute.isDeclaration {
        map[attribute.name.local] = attribute.value
      }
    }
  }

  /// The colour that an element holds: `solidFill`, `highlight`, `fontRef` and the like.
  func colour(in holder: XMLElement, placeholder: DrawingColour? = nil) -> DrawingColour? {
    holder.elements.lazy.compactMap { colour($0, placeholder: placeholder) }.first
  }

  /// The colour that an element is.
  func colour(_ element: XMLElement, placeholder: DrawingColour? = nil) -> DrawingColour? {
    var base: DrawingColour?
    let value = element["val"] ?? ""
    switch element.name.local {
    case "srgbClr": base = DrawingColour(hex: value)
    case "sysClr":
      base =
        DrawingColour(hex: element["lastClr"] ?? "")
        ?? (value.lowercased().contains("text") ? .black : .white)
    case "schemeClr": base = value == "phClr" ? placeholder : scheme[map[value] ?? value]
    case "prstClr": base = PresetColours.colour(value)
    case "scrgbClr":
      func part(_ name: String) -> Double {
        (PresentationStructure.number(element[name]) ?? 0) / 100_000
      }
      base = DrawingColour(red: part("r"), green: part("g"), blue: part("b"))
    case "hslClr":
      // Hue in 60,000ths of a degree; the rest in thousandths of a per cent.
      let hue = (PresentationStructure.number(element["hue"]) ?? 0) / 3_600_000
      let parts = ["sat", "lum"].map { (PresentationStructure.number(element[$0]) ?? 0) / 100_000 }
      base = DrawingColour(hue: hue, saturation: parts[0], lightness: parts[1])
    default: return nil
    }
    base?.apply(element.elements)
    return base
  }

  func scheme(_ name: String) -> DrawingColour? { scheme[map[name] ?? name] }

  /// A fill of the theme by its number; those from 1001 are for backgrounds.
  func themeFill(_ index: Int) -> XMLElement? {
    let (list, at) = index > 1_000 ? (backgrounds, index - 1_001) : (fills, index - 1)
    return list.indices.contains(at) ? list[at] : nil
  }
}

/// What a shape or background is filled with.
enum DrawingFill: Equatable {
  case none
  /// One colour, or several that are nearly one.
  case colour(DrawingColour)
  /// Opaque, of colours that are not known: a picture, a gradient.
  case opaque
  /// Something shows through it.
  case translucent

  /// The fill that an element with properties (`spPr`, `bgPr`, `tcPr`, `grpSpPr`) sets; nil where it sets
  /// none and inherits.
  init?(in properties: XMLElement, _ colours: ThemeColours, placeholder: DrawingColour? = nil) {
    for element in properties.elements {
      if let fill = DrawingFill(element, colours, placeholder: placeholder) {
        self = fill
        return
      }
    }
    return nil
  }

  /// The fill that an element is.
  init?(_ element: XMLElement, _ colours: ThemeColours, placeholder: DrawingColour? = nil) {
    switch element.name.local {
    case "noFill": self = .none
    case "solidFill":
      guard let colour = colours.colour(in: element, placeholder: placeholder) else {
        self = .opaque
        return
      }
      self = colour.alpha > 0.95 ? .colour(colour) : colour.alpha < 0.02 ? .none : .translucent
    case "gradFill":
      let stops = (element.first("gsLst")?.all("gs") ?? []).compactMap {
        colours.colour(in: $0, placeholder: placeholder)
      }
      guard let first = stops.first, stops.allSatisfy({ $0.alpha > 0.95 }) else {
        self = stops.isEmpty ? .opaque : .translucent
        return
      }
      self = stops.allSatisfy { $0.vanishes(on: first) } ? .colour(first) : .opaque
    case "pattFill": self = .opaque
    case "blipFill":
      let fades = element.first("blip")?.elements.contains { $0.name.local.hasPrefix("alpha") }
      self = fades ?? false ? .translucent : .opaque
    default: return nil
    }
  }

  var isOpaque: Bool {
    switch self {
    case .colour, .opaque: true
    case .none, .translucent: false
    }
  }
}

/// The colours that DrawingML calls by name, as far as files use them.
enum PresetColours {
  static func colour(_ name: String) -> DrawingColour? {
    let plain = name.lowercased()
    return hex[plain].flatMap(DrawingColour.init(hex:))
  }

  private static let hex: [String: String] = [
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "lime": "00FF00", "aqua": "00FFFF", "cyan": "00FFFF",
    "magenta": "FF00FF", "fuchsia": "FF00FF", "gray": "808080", "grey": "808080",
    "silver": "C0C0C0", "maroon": "800000", "olive": "808000", "navy": "000080",
    "purple": "800080", "teal": "008080", "orange": "FFA500", "snow": "FFFAFA",
    "ivory": "FFFFF0", "whitesmoke": "F5F5F5", "ghostwhite": "F8F8FF",
    "floralwhite": "FFFAF0", "mintcream": "F5FFFA", "azure": "F0FFFF", "aliceblue": "F0F8FF",
    "honeydew": "F0FFF0", "seashell": "FFF5EE", "lavenderblush": "FFF0F5",
    "lightgray": "D3D3D3", "lightgrey": "D3D3D3", "ltgray": "D3D3D3", "gainsboro": "DCDCDC",
    "darkgray": "A9A9A9", "dkgray": "A9A9A9", "dimgray": "696969", "darkblue": "00008B",
    "dkblue": "00008B", "midnightblue": "191970", "lightyellow": "FFFFE0", "ltyellow": "FFFFE0",
    "darkslategray": "2F4F4F", "dkslategray": "2F4F4F", "beige": "F5F5DC", "linen": "FAF0E6",
    "gold": "FFD700", "pink": "FFC0CB", "brown": "A52A2A", "indigo": "4B0082",
  ]
}
