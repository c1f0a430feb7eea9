/// How the number of a list item is written.
enum NumberStyle: Equatable {
  case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman

  /// The `type` of a list in HTML, or `style:num-format` of OpenDocument.
  init(html type: String?) {
    switch type {
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self = .decimal
    }
  }

  /// `w:numFmt` of Word; nil for bullets and for no number.
  init?(word format: String) {
    switch format {
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "bullet", "none": return nil
    default: self = .decimal
    }
  }

  /// A number in this style.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .lowerLetter: Self.letters(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerRoman: Self.roman(number)
    case .upperRoman: Self.roman(number).uppercased()
    }
  }

  /// a … z, then aa, bb, as Word goes on.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 26 * 8 else { return String(number) }
    let letter = Unicode.Scalar(UInt8(0x61 + (number - 1) % 26))
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number < 4_000 else { return String(number) }
    let signs = [
      (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
