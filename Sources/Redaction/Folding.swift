/// How texts are compared, whatever their dress.
enum Folding {
  /// The small letters of a character, ligatures taken apart and typographic signs made plain.
  static func folded(_ scalar: Unicode.Scalar, matchesCase: Bool = false) -> [Unicode.Scalar] {
    if scalar.isASCII {
      if scalar.properties.isWhitespace { return [" "] }
      let isCapital = (0x41...0x5A).contains(scalar.value) && !matchesCase
      return [isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar]
    }
    switch scalar.value {
    case 0xFB00: return Array("ff".unicodeScalars)
    case 0xFB01: return Array("fi".unicodeScalars)
    case 0xFB02: return Array("fl".unicodeScalars)
    case 0xFB03: return Array("ffi".unicodeScalars)
    case 0xFB04: return Array("ffl".unicodeScalars)
    case 0xFB05, 0xFB06: return Array("st".unicodeScalars)
    case 0x2018, 0x2019, 0x02BC: return ["'"]
    case 0x201C, 0x201D: return ["\""]
    case 0x2010...0x2015, 0x2212: return ["-"]
    case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: return []
    default: break
    }
    if scalar.properties.isWhitespace { return [" "] }
    return matchesCase ? [scalar] : Array(scalar.properties.lowercaseMapping.unicodeScalars)
  }

  /// A text in small letters without any blank: the form in which bytes are searched.
  static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      result.append(contentsOf: folded(scalar).filter { $0 != " " })
    }
    return String(result)
  }
}
