/// How a file of Windows writes letters as bytes.
enum CodePage: Equatable, Sendable {
  case utf16
  case utf8
  /// Western Europe (1252); the second is Central Europe (1250), the third Cyrillic (1251).
  case western
  case central
  case cyrillic
  /// Western Europe on the Macintosh of old (10000).
  case macintosh
  /// A set that is not known here: its ASCII is read.
  case unknown

  /// The page of a number, as Windows counts them.
  init(number: Int) {
    switch number {
    case 1_200: self = .utf16
    case 65_001: self = .utf8
    // 0, ASCII, the ISO sets and what BIFF writes for ANSI (0x8001) are read as Windows-1252.
    case 0, 1_252, 20_127, 28_591, 28_605, 0x8001: self = .western
    case 1_250, 28_592: self = .central
    case 1_251: self = .cyrillic
    case 10_000, 0x8000: self = .macintosh
    default: self = .unknown
    }
  }

  /// The text of bytes. What has no letter stands as U+FFFD.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .utf16: return Self.utf16(Array(bytes))
    case .western: return single(bytes, Self.westernUpper)
    case .central: return single(bytes, Self.centralUpper)
    case .cyrillic: return single(bytes, Self.cyrillicUpper)
    case .macintosh: return single(bytes, Self.macintoshUpper)
    case .unknown: return single(bytes, [])
    }
  }

  /// The text of UTF-16 with the lower byte first.
  static func utf16(_ bytes: [UInt8]) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }

  private func single(_ bytes: some Collection<UInt8>, _ upper: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let index = Int(byte) - 0x80
      text.append(
        index < 0 ? Unicode.Scalar(byte) : upper.indices.contains(index) ? upper[index] : "\u{FFFD}"
      )
    }
    return String(text)
  }

  private static let westernUpper = Array(
    """
    €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
    \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
    """.unicodeScalars)

  private static let centralUpper = Array(
    """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\
    \u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\
    \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """.unicodeScalars)

  private static let cyrillicUpper = Array(
    """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
    ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя
    """.unicodeScalars)

  private static let macintoshUpper = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars)
}
