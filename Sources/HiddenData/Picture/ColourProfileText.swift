/// The words in an ICC colour profile (ICC.1): description, copyright, device.
struct ColourProfileText {
  /// Each text and where its bytes are.
  private(set) var texts: [(text: String, range: Range<Int>)] = []

  init(_ profile: [UInt8]) {
    func number(_ at: Int) -> Int? {
      guard at >= 0, at + 4 <= profile.count else { return nil }
      return profile[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let count = number(128) else { return }
    for index in 0..<min(count, 100) {
      guard let start = number(132 + index * 12 + 4), let size = number(132 + index * 12 + 8),
        start <= profile.count, size > 8
      else { continue }
      let end = start + min(size, profile.count - start)
      guard end - start > 8 else { continue }
      let kind = profile[start..<(start + 4)]
      guard ["desc", "text", "mluc", "ascii"].contains(where: { kind.elementsEqual($0.utf8) })
      else {
        continue
      }
      let text = ReadableText.runs(profile[(start + 8)..<end], least: 3)
      if !text.isEmpty { texts.append((text, (start + 8)..<end)) }
    }
  }

  /// The texts that no usual profile has.
  var unusual: [(text: String, range: Range<Int>)] {
    texts.filter { text in
      let words = text.text.replacing("enUS", with: " ").lowercased().split {
        !$0.isLetter && !$0.isNumber
      }
      return !words.allSatisfy { word in
        word.count < 3 || Self.usual.contains(String(word))
          || word.count <= 8 && word.contains(where: \.isNumber)
      }
    }
  }

  private static let usual: Set<String> = Set(
    """
    srgb iec iec61966 hewlett packard company copyright adobe systems incorporated inc apple computer \
    display dci dot gain gray grey swop fogra coated uncoated prophoto romm public domain generic \
    reference viewing condition microsoft corporation google rec2020 linear gamma kodak eastman no use \
    freely artifex software littlecms lcms eci creative commons rgb cmyk facebook cc0 monitor lcd color \
    colour profile facetime the and for all rights reserved http https www iec color org com crt trc cal \
    default space standard wide gamut profiles bt709 itu hdtv smpte ntsc pal secam web free perceptual \
    built dell hp lenovo calibrated iphone ipad imac xdr tiny compact parametric curve version \
    little cms srgbz esrgb scrgb black scaled icc consortium international colorspace lightness rgbg \
    d50 d65 from with ugra euroscale newsprint web japan sheetfed dcip3 perceptual2 color2 built freely
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
