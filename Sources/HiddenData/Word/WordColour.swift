/// A colour of red, green and blue.
struct WordColour: Hashable {
  var red: Int
  var green: Int
  var blue: Int

  static let black = WordColour(red: 0, green: 0, blue: 0)
  static let white = WordColour(red: 255, green: 255, blue: 255)

  init(red: Int, green: Int, blue: Int) {
    self.red = min(max(red, 0), 255)
    self.green = min(max(green, 0), 255)
    self.blue = min(max(blue, 0), 255)
  }

  /// Reads `FF0000`, `#ff0000`, `#f00`, `black`, `white [3212]`.
  init?(_ written: String) {
    let word = written.split(separator: " ").first.map { $0.lowercased() } ?? ""
    if let named = Self.named[word] {
      self = named
      return
    }
    let digits = word.hasPrefix("#") ? String(word.dropFirst()) : word
    guard let value = Int(digits, radix: 16), value >= 0 else { return nil }
    switch digits.count {
    case 6: self.init(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    case 3:
      self.init(red: (value >> 8) * 17, green: (value >> 4 & 15) * 17, blue: (value & 15) * 17)
    default: return nil
    }
  }

  /// Names of highlights, of VML and of DrawingML.
  private static let named: [String: WordColour] = {
    let list: [(String, Int)] = [
      ("black", 0), ("white", 0xFFFFFF), ("red", 0xFF0000), ("green", 0x00FF00),
      ("blue", 0x0000FF), ("yellow", 0xFFFF00), ("cyan", 0x00FFFF), ("magenta", 0xFF00FF),
      ("darkblue", 0x000080), ("darkcyan", 0x008080), ("darkgreen", 0x008000),
      ("darkmagenta", 0x800080), ("darkred", 0x800000), ("darkyellow", 0x808000),
      ("darkgray", 0x808080), ("lightgray", 0xC0C0C0), ("gray", 0x808080), ("silver", 0xC0C0C0),
      ("navy", 0x000080), ("maroon", 0x800000), ("purple", 0x800080), ("teal", 0x008080),
      ("olive", 0x808000), ("lime", 0x00FF00), ("aqua", 0x00FFFF), ("fuchsia", 0xFF00FF),
      ("window", 0xFFFFFF), ("windowtext", 0), ("dkgray", 0xA9A9A9), ("ltgray", 0xD3D3D3),
    ]
    var names: [String: WordColour] = [:]
    for (name, value) in list {
      names[name] = WordColour(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    }
    return names
  }()

  /// Between this colour and another: 0 is this one, 1 the other.
  func mixed(_ part: Double, with other: WordColour) -> WordColour {
    func mix(_ from: Int, _ to: Int) -> Int { from + Int((Double(to - from) * part).rounded()) }
    return WordColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// Whether the eye takes both for the same.
  func isNear(_ other: WordColour) -> Bool {
    max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue)) <= 16
  }

  /// Whether it looks black.
  var isBlack: Bool { max(red, green, blue) <= 56 }

  /// Whether an automatic colour is white on it.
  var isDark: Bool { red * 299 + green * 587 + blue * 114 < 60_000 }
}

/// What a character is drawn with.
enum WordInk: Equatable {
  /// Black, or white where the ground is dark.
  case auto
  case colour(WordColour)
  /// Nothing: the text takes its room and leaves no mark.
  case invisible
}

/// What a text stands on.
enum WordGround: Equatable {
  case colour(WordColour)
  /// Several colours, or a picture.
  case mixed
}
