/// How the words in an element look, as far as it decides whether anybody sees them.
struct HTMLLook {
  /// Why nothing in the element is shown; nil where it is.
  var hidden: String?
  /// Hidden too, but an element within can say otherwise.
  var isInvisible = false
  var colour: HTMLColour?
  /// nil where a picture may lie under it.
  var ground: HTMLColour? = HTMLColour(255, 255, 255)
  /// In pixels.
  var size = 16.0

  /// Why words right here are not seen; nil where they are.
  var reason: String? {
    if let hidden { return hidden }
    if isInvisible { return "visibility: hidden" }
    if size < 2 { return "letters of \(ExifContents.fixed(size)) pixels" }
    if let colour {
      if colour.alpha < 0.05 { return "transparent letters" }
      if let ground, colour.isLike(ground) { return "letters in the colour of their ground" }
    }
    return nil
  }

  /// What an element makes of the look around it.
  func applying(
    _ declarations: [StyleDeclaration], _ attributes: [String: String], name: String
  ) -> HTMLLook {
    var look = self
    if attributes["hidden"] != nil, attributes["hidden"]?.lowercased() != "until-found" {
      look.hidden = look.hidden ?? "the attribute hidden"
    }
    if let colour = attributes["bgcolor"].flatMap(HTMLColour.init) { look.ground = colour }
    if attributes["background"] != nil { look.ground = nil }
    if name == "body", let colour = attributes["text"].flatMap(HTMLColour.init) {
      look.colour = colour
    }
    if name == "font" {
      if let colour = attributes["color"].flatMap(HTMLColour.init) { look.colour = colour }
      if attributes["size"] != nil { look.size = 16 }
    }
    // Links have a colour of their own unless they are given one.
    if name == "a", attributes["href"] != nil { look.colour = nil }
    // Of several declarations of a property the last one holds, the important ones before all.
    var values: [String: (value: String, isImportant: Bool)] = [:]
    for declaration in declarations where declaration.canHide {
      let isWeaker = values[declaration.property]?.isImportant == true && !declaration.isImportant
      if !isWeaker { values[declaration.property] = (declaration.value, declaration.isImportant) }
      // The short form and the long one set the same thing.
      if declaration.property == "background", !isWeaker { values["background-color"] = nil }
    }
    look.apply(values.mapValues(\.value))
    return look
  }

  private mutating func apply(_ values: [String: String]) {
    if let reason = Self.reason(values) { hidden = hidden ?? reason }
    if let visibility = values["visibility"] {
      isInvisible = visibility == "hidden" || visibility == "collapse"
    }
    if let written = values["font-size"] ?? values["font"].flatMap(Self.fontSize) {
      if let size = Self.length(written, of: size) { self.size = size }
    }
    if let colour = (values["-webkit-text-fill-color"] ?? values["color"]).flatMap(HTMLColour.init)
    {
      self.colour = colour
    }
    if let background = values["background-color"] ?? values["background"] {
      if let colour = HTMLColour(background), !background.contains("url(") {
        if colour.alpha > 0.5 { ground = colour }
      } else if background.contains("url(") || background.contains("gradient") {
        ground = nil
      }
    }
    if let image = values["background-image"], image != "none" { ground = nil }
  }

  private static func reason(_ values: [String: String]) -> String? {
    func pixels(_ name: String) -> Double? { values[name].flatMap { length($0, of: 16) } }
    if values["display"] == "none" { return "display: none" }
    if values["content-visibility"] == "hidden" { return "content-visibility: hidden" }
    if values["mso-hide"] == "all" { return "hidden in Outlook" }
    if let opacity = values["opacity"].flatMap({ Double($0.replacing("%", with: "")) }),
      opacity < 0.05
    {
      return "opacity: 0"
    }
    if let filter = values["filter"]?.replacing(" ", with: ""),
      filter.contains("opacity=0)") || filter.contains("opacity(0)")
        || filter.contains("opacity(0%)")
    {
      return "opacity: 0"
    }
    if let zoom = values["zoom"], zoom == "0" { return "zoom: 0" }
    if let transform = values["transform"]?.replacing(" ", with: ""), transform.contains("scale(0)")
    {
      return "scaled to nothing"
    }
    if let indent = pixels("text-indent"), indent < -500 { return "pushed off the screen" }
    for side in ["left", "top", "right", "bottom", "margin-left", "margin-top"] {
      if let place = pixels(side), place < -500 { return "placed off the screen" }
    }
    if let clip = values["clip-path"] ?? values["clip"], clipsAll(clip) { return "clipped away" }
    let overflow = [values["overflow"], values["overflow-x"], values["overflow-y"]]
    if overflow.contains("hidden") || overflow.contains("clip") {
      for side in ["height", "max-height", "width", "max-width"] {
        if let size = pixels(side), size <= 1 { return "in a box of no size" }
      }
    }
    return nil
  }

  /// Whether a clip leaves nothing: a rectangle of no width, an inset from all sides.
  private static func clipsAll(_ clip: String) -> Bool {
    let numbers = clip.split { $0 == "(" || $0 == ")" || $0 == "," || $0 == " " }.dropFirst().map {
      length(String($0), of: 16)
    }
    let written = clip.replacing(" ", with: "")
    if written.hasPrefix("inset(100%") || written.hasPrefix("inset(50%")
      || written.hasPrefix("circle(0")
    {
      return true
    }
    guard written.hasPrefix("rect("), numbers.count >= 4 else { return false }
    // Top, right, bottom, left.
    if let right = numbers[1], let left = numbers[3], right - left <= 1 { return true }
    if let top = numbers[0], let bottom = numbers[2], bottom - top <= 1 { return true }
    return false
  }

  private static func fontSize(_ font: String) -> String? {
    font.split(separator: " ").map { String($0.split(separator: "/").first ?? "") }
      .first { $0.first?.isNumber == true || $0.hasPrefix(".") }
      .flatMap { length($0, of: 16) != nil && Double($0) == nil || $0 == "0" ? $0 : nil }
  }

  /// A length in pixels; nil where it is none.
  static func length(_ text: String, of size: Double) -> Double? {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let value = Double(number) else {
      switch text {
      case "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "initial":
        return 16
      default: return nil
      }
    }
    switch text.dropFirst(number.count) {
    case "pt": return value * 4 / 3
    case "em": return value * size
    case "%": return value * size / 100
    case "rem": return value * 16
    case "in": return value * 96
    case "cm": return value * 37.8
    case "mm": return value * 3.78
    case "vw", "vh": return value * 10
    case "px", "": return value
    default: return value * 8
    }
  }
}

/// A colour as style sheets write it.
struct HTMLColour {
  var red: Double, green: Double, blue: Double
  var alpha = 1.0

  init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  init?(_ written: String) {
    let text = written.lowercased().withoutOuterBlanks
    if let open = text.firstRange(of: "rgb")?.lowerBound, text[open...].contains("(") {
      let inside = text[open...].drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      let parts = inside.split { $0 == "," || $0 == " " || $0 == "/" }.map { part -> Double in
        let number = Double(part.filter { $0 != "%" }) ?? 0
        return part.hasSuffix("%") ? number * 2.55 : number
      }
      guard parts.count >= 3 else { return nil }
      self.init(parts[0], parts[1], parts[2])
      if parts.count > 3 { alpha = inside.hasSuffix("%") ? parts[3] / 255 : parts[3] }
      return
    }
    if text.hasPrefix("hsl"), let open = text.firstIndex(of: "(") {
      // Only black and white are told apart here: the lightness decides.
      let parts = text[open...].split { "(,/ )%".contains($0) }.compactMap {
        Double($0.filter { $0 != "d" && $0 != "e" && $0 != "g" })
      }
      guard parts.count >= 3, parts[2] <= 2 || parts[2] >= 98 || parts[1] <= 1 else { return nil }
      self.init(parts[2] * 2.55, parts[2] * 2.55, parts[2] * 2.55)
      return
    }
    for word in text.split(separator: " ") {
      if word.hasPrefix("#") || text.allSatisfy(\.isHexDigit) && text.count == 6 {
        var digits = word.drop { $0 == "#" }.prefix { $0.isHexDigit }.map(\.hexDigitValue)
          .compactMap { $0.map(Double.init) }
        if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count >= 6 else { continue }
        self.init(
          digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
        if digits.count == 8 { alpha = (digits[6] * 16 + digits[7]) / 255 }
        return
      }
      if word == "transparent" {
        self.init(0, 0, 0)
        alpha = 0
        return
      }
      if let known = Self.names[String(word)] {
        self.init(known.0, known.1, known.2)
        return
      }
    }
    return nil
  }

  /// Whether no eye tells them apart.
  func isLike(_ other: HTMLColour) -> Bool {
    abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue) <= 24
  }

  private static let names: [String: (Double, Double, Double)] = [
    "white": (255, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0), "green": (0, 128, 0),
    "blue": (0, 0, 255), "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "silver": (192, 192, 192), "maroon": (128, 0, 0), "navy": (0, 0, 128), "purple": (128, 0, 128),
    "teal": (0, 128, 128), "olive": (128, 128, 0), "lime": (0, 255, 0), "aqua": (0, 255, 255),
    "cyan": (0, 255, 255), "fuchsia": (255, 0, 255), "magenta": (255, 0, 255),
    "orange": (255, 165, 0), "whitesmoke": (245, 245, 245), "snow": (255, 250, 250),
    "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240),
    "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "darkblue": (0, 0, 139),
    "darkgray": (169, 169, 169), "dimgray": (105, 105, 105), "gainsboro": (220, 220, 220),
    "azure": (240, 255, 255), "mintcream": (245, 255, 250), "aliceblue": (240, 248, 255),
    "beige": (245, 245, 220), "windowtext": (0, 0, 0), "window": (255, 255, 255),
    "lightyellow": (255, 255, 224), "seashell": (255, 245, 238), "honeydew": (240, 255, 240),
    "midnightblue": (25, 25, 112), "royalblue": (65, 105, 225), "steelblue": (70, 130, 180),
    "crimson": (220, 20, 60), "darkred": (139, 0, 0), "darkgreen": (0, 100, 0),
  ]
}
