/// Characters that HTML writes by name or number.
enum HTMLEntities {
  /// The character that stands at the beginning of `bytes` as `&name;`, `&#number;` or
  /// `&#xnumber;`, and how many bytes it takes; nil where it is only an ampersand.
  static func read(_ bytes: Bytes) -> (scalar: Unicode.Scalar, length: Int)? {
    let rest = bytes.dropFirst().prefix(32)
    if rest.first == UInt8(ascii: "#") {
      guard let (scalar, end) = numbered(rest.dropFirst()) else { return nil }
      return (scalar, end - bytes.startIndex)
    }
    let letters = rest.prefix { $0.isLetter || $0.isDigit }
    let name = String(decoding: letters, as: UTF8.self)
    guard let scalar = named[name] else { return nil }
    var end = letters.endIndex
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") {
      end += 1
    } else if !mayStandOpen.contains(name) {
      return nil
    }
    return (scalar, end - bytes.startIndex)
  }

  private static func numbered(_ bytes: Bytes) -> (Unicode.Scalar, Int)? {
    let isHexadecimal = bytes.first.map(\.lowercased) == UInt8(ascii: "x")
    let digits = bytes.dropFirst(isHexadecimal ? 1 : 0).prefix {
      isHexadecimal ? $0.hexValue != nil : $0.isDigit
    }
    guard !digits.isEmpty,
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    let isClosed = bytes[digits.endIndex...].first == UInt8(ascii: ";")
    let end = digits.endIndex + (isClosed ? 1 : 0)
    // Numbers from 128 to 159 mean what those bytes mean on Windows, not control characters.
    if (0x80...0x9F).contains(number) {
      let text = SingleByteSet.windows1252.decode([UInt8(number)])
      return (text.unicodeScalars.first ?? "\u{FFFD}", end)
    }
    let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
    // A control character by number is still a control character.
    return (scalar.isControl ? " " : scalar, end)
  }

  /// Names that old pages write without the semicolon.
  private static let mayStandOpen: Set<String> = ["amp", "gt", "lt", "nbsp", "quot"]

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "\u{AD}",
      "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}",
      "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "hellip": "…", "bull": "•",
      "euro": "€", "trade": "™", "dagger": "†", "Dagger": "‡", "permil": "‰", "prime": "′",
      "Prime": "″", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "minus": "−", "ne": "≠",
      "le": "≤", "ge": "≥", "asymp": "≈", "infin": "∞", "radic": "√", "sum": "∑", "check": "✓",
      "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ",
      "circ": "ˆ", "tilde": "˜", "Wcirc": "Ŵ", "wcirc": "ŵ", "Ycirc": "Ŷ", "ycirc": "ŷ",
    ]
    // The letters of Latin-1 in their order, from U+00A0.
    for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
      let scalar = Unicode.Scalar(UInt8(0xA0 + offset))
      named[String(name)] = named[String(name)] ?? scalar
    }
    return named
  }()

  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg
    plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute
    Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc
    Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide
    oslash ugrave uacute ucirc uuml yacute thorn yuml
    """
}
