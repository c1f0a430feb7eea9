/// How texts are compared, whatever their dress.
enum Folding {
  /// The small letters of a character, ligatures taken apart and typographic signs made plain.
  static func folded(_ scalar: Unicode.Scalar, matchesCase: Bool = false) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    forEach(of: scalar, matchesCase: matchesCase) { result.append($0) }
    return result
  }

  /// Hands on what a character becomes, one after the other; most are of ASCII and become one.
  @inline(__always)
  static func forEach(
    of scalar: Unicode.Scalar, matchesCase: Bool = false, _ body: (Unicode.Scalar) -> Void
  ) {
    switch scalar.value {
    case 0x41...0x5A where !matchesCase: body(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x20, 0x09...0x0D: body(" ")
    case ..<0x80: body(scalar)
    default: unusual(scalar, matchesCase).forEach(body)
    }
  }

  private static func unusual(_ scalar: Unicode.Scalar, _ matchesCase: Bool) -> [Unicode.Scalar] {
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
    String(decoding: bare(text.unicodeScalars), as: UTF8.self)
  }

  /// The same of characters, as UTF-8.
  static func bare(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars {
      forEach(of: scalar) { part in
        if part == " " { return }
        if part.isASCII {
          bytes.append(UInt8(truncatingIfNeeded: part.value))
        } else {
          bytes += Array(String(part).utf8)
        }
      }
    }
    return bytes
  }
}

extension Unicode.Scalar {
  /// Whether it is a blank of any kind; quick for the letters of ASCII.
  @inline(__always)
  var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
