import Testing
import TextScan

@Suite("Finding many literals in one walk")
struct LiteralScannerTests {
  private func found(_ literals: [String], in text: String, wholeWords: Bool = true) -> [String] {
    let bytes = Array(text.utf8)
    return LiteralScanner(literals, wholeWords: wholeWords).matches(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test("literals that overlap and contain each other are all found, the longest first")
  func overlapping() {
    #expect(
      found(["she", "he", "hers"], in: "ushers", wholeWords: false) == ["she", "he", "hers"])
    #expect(found(["a", "aa", "aaa"], in: "aaa", wholeWords: false).count == 6)
  }

  @Test("ASCII letters match in either case, and accented ones too")
  func cases() {
    #expect(found(["public interest"], in: "PUBLIC Interest") == ["PUBLIC Interest"])
    #expect(found(["gŵyn"], in: "GŴYN gŵyn") == ["GŴYN", "gŵyn"])
    #expect(found(["Éé"], in: "éÉ", wholeWords: false) == ["éÉ"])
  }

  @Test("a whole word is not found inside another")
  func wholeWords() {
    #expect(found(["art"], in: "party art. ART2 art") == ["art", "art"])
    #expect(found(["ar"], in: "ŵar ar") == ["ar"])
    #expect(found(["ar"], in: "“ar”…ar") == ["ar", "ar"])
    #expect(found(["£450"], in: "x£450 or £4500") == ["£450"])
  }

  @Test("ranges are exact in text of many bytes a character")
  func ranges() {
    let text = "Mae’r 😀 cais yn glir: cais"
    let bytes = Array(text.utf8)
    let matches = LiteralScanner(["cais"]).matches(in: bytes)
    #expect(matches.count == 2)
    let offsets = ScalarOffsets(bytes)
    let scalars = Array(text.unicodeScalars)
    for match in matches {
      let range = offsets.scalars(match.range)
      #expect(scalars[range].map(Character.init).map(String.init).joined() == "cais")
    }
  }

  @Test("a literal that stands twice is found under both indices, an empty one never")
  func doubles() {
    let scanner = LiteralScanner(["due", "", "due"])
    #expect(scanner.matches(in: Array("due".utf8)).map(\.literal).sorted() == [0, 2])
    #expect(LiteralScanner([]).matches(in: Array("due".utf8)).isEmpty)
  }

  @Test("it finds what a plain search finds, on made-up texts")
  func agrees() {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    func word(_ length: Int) -> [UInt8] { (0..<length).map { _ in UInt8(0x61 + random(3)) } }
    for _ in 0..<60 {
      let literals = (0..<5).map { _ in word(1 + random(4)) }
      let text = word(40)
      var expected = 0
      for literal in literals {
        for start in 0...(text.count - literal.count)
        where Array(text[start..<(start + literal.count)]) == literal { expected += 1 }
      }
      let scanner = LiteralScanner(
        literals.map { String(decoding: $0, as: UTF8.self) }, wholeWords: false)
      #expect(scanner.matches(in: text).count == expected)
    }
  }
}
