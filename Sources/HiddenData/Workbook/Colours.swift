/// A colour as it is seen.
struct Colour: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  static let black = Colour(red: 0, green: 0, blue: 0)
  static let white = Colour(red: 1, green: 1, blue: 1)

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(_ number: UInt32) {
    self.init(
      red: Double(number >> 16 & 0xFF) / 255, green: Double(number >> 8 & 0xFF) / 255,
      blue: Double(number & 0xFF) / 255)
  }

  /// Reads `RRGGBB`, with or without two digits of opacity before it, which spreadsheets ignore.
  init?(hex: String) {
    let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
    guard digits.count >= 6, let number = UInt32(digits.suffix(6), radix: 16) else { return nil }
    self.init(number)
  }

  /// How bright it is, from 0 to 1 (relative luminance of WCAG 2).
  var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// x to the power of 2.4, as x² times the fifth root of x², so that no library of C is needed.
  private func power(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let square = x * x
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }

  /// Whether text in this colour cannot be told from what it stands on.
  func vanishes(on ground: Colour) -> Bool {
    let own = luminance
    let other = ground.luminance
    let contrast = (max(own, other) + 0.05) / (min(own, other) + 0.05)
    guard contrast < 1.2 else { return false }
    // Red on green of the same brightness can be read; nothing bright on bright can.
    let (r, g, b) = (red - ground.red, green - ground.green, blue - ground.blue)
    return r * r + g * g + b * b < 0.22 || min(own, other) > 0.75
  }

  func mixed(with other: Colour, part: Double) -> Colour {
    Colour(
      red: red * (1 - part) + other.red * part, green: green * (1 - part) + other.green * part,
      blue: blue * (1 - part) + other.blue * part)
  }

  /// Lighter (towards 1) or darker (towards −1), by the lightness of HSL as spreadsheets do it.
  func tinted(_ tint: Double) -> Colour {
    guard tint != 0 else { return self }
    let tint = min(1, max(-1, tint))
    let high = max(red, green, blue)
    let low = min(red, green, blue)
    let lightness = (high + low) / 2
    let target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
    return withLightness(target)
  }

  func withLightness(_ target: Double) -> Colour {
    let high = max(red, green, blue)
    let low = min(red, green, blue)
    let lightness = (high + low) / 2
    guard high > low else { return Colour(red: target, green: target, blue: target) }
    let saturation = (high - low) / (1 - abs(2 * lightness - 1))
    let chroma = (1 - abs(2 * target - 1)) * saturation
    func part(_ value: Double) -> Double {
      target + ((value - low) / (high - low) - 0.5) * chroma
    }
    return Colour(red: part(red), green: part(green), blue: part(blue))
  }
}

/// The colours that a workbook's styles refer to: the theme's and the numbered ones.
struct Palette {
  /// In the order of styles: light 1, dark 1, light 2, dark 2, six accents, link, followed link.
  private var theme = [
    0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x5B9BD5,
    0x70AD47, 0x0563C1, 0x954F72,
  ].map { Colour(UInt32($0)) }
  private var indexed: [Colour] = Palette.standard

  init(theme tree: XMLElement?, styles: XMLElement?) {
    let scheme = tree?.descendants("clrScheme").first
    let names = [
      "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
      "hlink", "folHlink",
    ]
    for (index, name) in names.enumerated() {
      guard let element = scheme?.first(name)?.elements.first else { continue }
      let value = element["lastClr"] ?? element["val"] ?? ""
      if let colour = Colour(hex: value) { theme[index] = colour }
    }
    let own = styles?.first("colors")?.first("indexedColors")?.all("rgbColor") ?? []
    for (index, element) in own.enumerated() where index < indexed.count {
      if let colour = element["rgb"].flatMap(Colour.init(hex:)) { indexed[index] = colour }
    }
  }

  /// A colour of the theme by its name in drawings: `bg1`, `tx1`, `accent2`.
  func scheme(_ name: String) -> Colour? {
    let names = [
      ["lt1", "bg1"], ["dk1", "tx1"], ["lt2", "bg2"], ["dk2", "tx2"], ["accent1"], ["accent2"],
      ["accent3"], ["accent4"], ["accent5"], ["accent6"], ["hlink"], ["folHlink"],
    ]
    return names.firstIndex { $0.contains(name) }.map { theme[$0] }
  }

  /// The colour that an element of the styles gives; nil where it leaves it to the program.
  func colour(_ element: XMLElement?) -> Colour? {
    guard let element else { return nil }
    let tint = Double(element["tint"] ?? "") ?? 0
    if let hex = element["rgb"], let colour = Colour(hex: hex) { return colour.tinted(tint) }
    if let number = element["theme"].flatMap({ Int($0) }) {
      return number >= 0 && number < theme.count ? theme[number].tinted(tint) : nil
    }
    if let number = element["indexed"].flatMap({ Int($0) }) {
      return numbered(number)?.tinted(tint)
    }
    return nil
  }

  /// The colour in front of a pattern, where 64 is that of the window's text: black.
  func ground(_ element: XMLElement?) -> Colour? {
    colour(element) ?? (element?["indexed"] == "64" ? .black : nil)
  }

  /// A numbered colour; 64 and 65 are those of the window.
  func numbered(_ number: Int) -> Colour? {
    if number == 65 { return .white }
    guard number >= 0, number < indexed.count else { return nil }
    return indexed[number]
  }

  private static let basic: [Colour] = [
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
  ].map { Colour(UInt32($0)) }

  private static let standard: [Colour] =
    basic + basic
    + [
      0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF,
      0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF,
      0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC,
      0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00,
      0xFF9900, 0xFF6600, 0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300,
      0x993366, 0x333399, 0x333333,
    ].map { Colour(UInt32($0)) }
}
