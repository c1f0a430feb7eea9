/// The upper half of a character set of one byte a character. The lower half is ASCII.
struct SingleByteSet: Equatable, Sendable {
  /// The characters of the bytes from 0x80.
  private let upper: [Unicode.Scalar]

  /// Takes the characters of 0x80 to 0xFF.
  private init(windows: String) {
    upper = Array(windows.unicodeScalars)
  }

  /// Takes the characters of 0xA0 to 0xFF. ISO leaves 0x80 to 0x9F to control characters that no
  /// letter uses: mail with such bytes was written on Windows.
  private init(iso: String) {
    upper = Self.windows1252.upper.prefix(32) + Array(iso.unicodeScalars)
  }

  func decode(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
    }
    return String(text)
  }
}

extension SingleByteSet {
  /// Western Europe as Windows has it, and what goes by ISO 8859-1.
  static let windows1252 = SingleByteSet(
    windows:
      """
      €\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\
      \u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\
      \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
      °±²³´µ¶·¸¹º»¼½¾¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
      ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
      àáâãäåæçèéêëìíîï\
      ðñòóôõö÷øùúûüýþÿ
      """)

  /// Central Europe as Windows has it.
  static let windows1250 = SingleByteSet(
    windows:
      """
      €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\
      \u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\
      \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż\
      °±˛ł´µ¶·¸ąş»Ľ˝ľż\
      ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
      ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
      ŕáâăäĺćçčéęëěíîď\
      đńňóôőö÷řůúűüýţ˙
      """)

  /// Cyrillic as Windows has it.
  static let windows1251 = SingleByteSet(
    windows:
      """
      ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ\
      ђ‘’“”•–—\u{FFFD}™љ›њќћџ\
      \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї\
      °±Ііґµ¶·ё№є»јЅѕї\
      АБВГДЕЖЗИЙКЛМНОП\
      РСТУФХЦЧШЩЪЫЬЭЮЯ\
      абвгдежзийклмноп\
      рстуфхцчшщъыьэюя
      """)

  /// Russian.
  static let koi8r = SingleByteSet(
    windows:
      """
      ─│┌┐└┘├┤┬┴┼▀▄█▌▐\
      ░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
      ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞\
      ╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
      юабцдефгхийклмно\
      пярстужвьызшэщчъ\
      ЮАБЦДЕФГХИЙКЛМНО\
      ПЯРСТУЖВЬЫЗШЭЩЧЪ
      """)

  /// Central Europe.
  static let iso8859_2 = SingleByteSet(
    iso:
      """
      \u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ\
      °ą˛ł´ľśˇ¸šşťź˝žż\
      ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎ\
      ĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
      ŕáâăäĺćçčéęëěíîď\
      đńňóôőö÷řůúűüýţ˙
      """)

  /// Welsh, with its w and y circumflex, and the other Celtic languages.
  static let iso8859_14 = SingleByteSet(
    iso:
      """
      \u{A0}Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u{AD}®Ÿ\
      ḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
      ŴÑÒÓÔÕÖṪØÙÚÛÜÝŶß\
      àáâãäåæçèéêëìíîï\
      ŵñòóôõöṫøùúûüýŷÿ
      """)

  /// Western Europe with the euro sign.
  static let iso8859_15 = SingleByteSet(
    iso:
      """
      \u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯\
      °±²³Žµ¶·ž¹º»ŒœŸ¿\
      ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
      ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
      àáâãäåæçèéêëìíîï\
      ðñòóôõö÷øùúûüýþÿ
      """)
}
