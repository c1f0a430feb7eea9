/// A colour as it is drawn, with how opaque it is.
struct DrawingColour: Equatable {
  var red: Double
  var green: Double
  var blue: Double
  /// 1 is opaque.
  var alpha = 1.0

  init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Six hexadecimal digits.
  init?(hex: String) {
    guard hex.utf8.count == 6, let value = UInt32(hex, radix: 16) else { return nil }
    self.init(
      red: Double(value >> 16 & 0xFF) / 255, green: Double(value >> 8 & 0xFF) / 255,
      blue: Double(value & 0xFF) / 255)
  }

  static let black = DrawingColour(red: 0, green: 0, blue: 0)
  static let white = DrawingColour(red: 1, green: 1, blue: 1)

  /// How light it is to the eye (WCAG 2).
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// Whether text of this colour can hardly be told from that ground.
  func vanishes(on ground: DrawingColour) -> Bool {
    let (light, dark) = (max(luminance, ground.luminance), min(luminance, ground.luminance))
    let distance = max(
      abs(red - ground.red), abs(green - ground.green), abs(blue - ground.blue))
    return (light + 0.05) / (dark + 0.05) < 1.15 && distance < 0.1
  }

  var isBlack: Bool { red < 0.15 && green < 0.15 && blue < 0.15 }

  private static func linear(_ value: Double) -> Double {
    if value <= 0.04 { return value / 12.92 }
    // A close fit of ((v + 0.055) / 1.055)^2.4 without the system's library of mathematics.
    return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
  }
}

extension DrawingColour {
  /// Applies what stands in a colour element: lumMod, tint and so on, in order.
  mutating func apply(_ changes: [XMLElement]) {
    for change in changes {
      let value = (PresentationStructure.number(change["val"]) ?? 100_000) / 100_000
      switch change.name.local {
      case "alpha": alpha = value
      case "alphaMod": alpha *= value
      case "alphaOff": alpha += value
      case "lumMod": changeHSL { $0.lightness *= value }
      case "lumOff": changeHSL { $0.lightness += value }
      case "lum": changeHSL { $0.lightness = value }
      case "satMod": changeHSL { $0.saturation *= value }
      case "satOff": changeHSL { $0.saturation += value }
      case "sat": changeHSL { $0.saturation = value }
      case "tint": mix(with: .white, keeping: value)
      case "shade": mix(with: .black, keeping: value)
      case "inv": (red, green, blue) = (1 - red, 1 - green, 1 - blue)
      case "gray":
        let grey = 0.299 * red + 0.587 * green + 0.114 * blue
        (red, green, blue) = (grey, grey, grey)
      default: break
      }
    }
    alpha = min(max(alpha, 0), 1)
  }

  private mutating func mix(with other: DrawingColour, keeping part: Double) {
    let part = min(max(part, 0), 1)
    red = red * part + other.red * (1 - part)
    green = green * part + other.green * (1 - part)
    blue = blue * part + other.blue * (1 - part)
  }

  private struct HSL {
    var hue: Double
    var saturation: Double
    var lightness: Double
  }

  private mutating func changeHSL(_ change: (inout HSL) -> Void) {
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    let span = most - least
    var hsl = HSL(hue: 0, saturation: 0, lightness: (most + least) / 2)
    if span > 0 {
      hsl.saturation = span / (1 - abs(2 * hsl.lightness - 1) + 1e-12)
      hsl.hue =
        if most == red {
          ((green - blue) / span).truncatingRemainder(dividingBy: 6)
        } else if most == green { (blue - red) / span + 2 } else { (red - green) / span + 4 }
      if hsl.hue < 0 { hsl.hue += 6 }
    }
    change(&hsl)
    set(hsl)
  }

  /// A colour by its hue (0 up to 6), saturation and lightness (0 to 1).
  init(hue: Double, saturation: Double, lightness: Double) {
    self.init(red: 0, green: 0, blue: 0)
    set(HSL(hue: min(max(hue, 0), 6), saturation: saturation, lightness: lightness))
  }

  private mutating func set(_ hsl: HSL) {
    let lightness = min(max(hsl.lightness, 0), 1)
    let chroma = (1 - abs(2 * lightness - 1)) * min(max(hsl.saturation, 0), 1)
    let second = chroma * (1 - abs(hsl.hue.truncatingRemainder(dividingBy: 2) - 1))
    let base = lightness - chroma / 2
    let (r, g, b): (Double, Double, Double) =
      switch hsl.hue {
      case ..<1: (chroma, second, 0)
      case ..<2: (second, chroma, 0)
      case ..<3: (0, chroma, second)
      case ..<4: (0, second, chroma)
      case ..<5: (second, 0, chroma)
      default: (chroma, 0, second)
      }
    (red, green, blue) = (r + base, g + base, b + base)
  }
}
