/// The characters that names of glyphs stand for, as far as texts in English and its neighbours use them.
enum PDFGlyphNames {
  static func text(_ name: String) -> String {
    if let scalar = names[name] { return String(scalar) }
    if name.unicodeScalars.count == 1 { return name }
    let base = name.split(separator: ".", maxSplits: 1).first.map(String.init) ?? name
    if base != name, !base.isEmpty { return text(base) }
    if name.hasPrefix("uni"), name.utf8.count >= 7 { return code(name.dropFirst(3).prefix(4)) }
    if name.hasPrefix("u"), (5...7).contains(name.utf8.count) { return code(name.dropFirst()) }
    if let letter = accented(name) { return letter }
    return ""
  }

  private static func code(_ digits: Substring) -> String {
    UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map { String($0) } ?? ""
  }

  /// `eacute` is an e with an acute.
  private static func accented(_ name: String) -> String? {
    guard let letter = name.first, letter.isASCII, letter.isLetter,
      let mark = accents[String(name.dropFirst())]
    else { return nil }
    return "\(letter)\(mark)"
  }

  private static let accents: [String: UnicodeScalar] = [
    "acute": "\u{301}", "breve": "\u{306}", "caron": "\u{30C}", "cedilla": "\u{327}",
    "circumflex": "\u{302}", "dieresis": "\u{308}", "dotaccent": "\u{307}", "grave": "\u{300}",
    "macron": "\u{304}", "ogonek": "\u{328}", "ring": "\u{30A}", "tilde": "\u{303}",
  ]

  private static let names: [String: UnicodeScalar] = [
    "space": " ", "nbspace": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#",
    "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'", "parenleft": "(",
    "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "period": ".",
    "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";",
    "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[",
    "backslash": "\\", "bracketright": "]", "asciicircum": "^", "underscore": "_", "grave": "`",
    "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "sterling": "£",
    "Euro": "€", "cent": "¢", "yen": "¥", "section": "§", "copyright": "©", "registered": "®",
    "trademark": "™", "degree": "°", "bullet": "•", "endash": "–", "emdash": "—",
    "quoteleft": "‘", "quoteright": "’", "quotedblleft": "“", "quotedblright": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
    "ellipsis": "…", "dagger": "†", "daggerdbl": "‡", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ",
    "ffi": "ﬃ", "ffl": "ﬄ", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "oslash": "ø", "Oslash": "Ø", "dotlessi": "ı", "minus": "−", "multiply": "×", "divide": "÷",
    "onehalf": "½", "onequarter": "¼", "threequarters": "¾", "periodcentered": "·", "fraction": "⁄",
  ]
}
