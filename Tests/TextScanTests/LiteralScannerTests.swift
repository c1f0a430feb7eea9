import Testing
import TextScan

@Suite("Finding many literals in one walk")
struct LiteralScannerTests {
  private func found(_ literals: [String], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return LiteralScanner(literals).matches(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test("literals that overlap and contain each other are all found, the longest first")
  func overlapping() {
    #expect(
      found(
        ["public interest", "interest", "interest test", "test"], in: "the public interest test")
        == ["public interest", "interest", "interest test", "test"])
    #expect(found(["a", "a a", "a a a"], in: "a a a").count == 6)
    #expect(
      found(["in the end", "the end of", "end"], in: "in the the end of") == ["end", "the end of"])
  }

  @Test("ASCII letters match in either case, and accented ones too")
  func cases() {
    #expect(found(["public interest"], in: "PUBLIC Interest") == ["PUBLIC Interest"])
    #expect(found(["gŵyn"], in: "GŴYN gŵyn") == ["GŴYN", "gŵyn"])
    #expect(found(["Éé"], in: "éÉ") == ["éÉ"])
  }

  @Test("a whole word is not found inside another")
  func wholeWords() {
    #expect(found(["art"], in: "party art. ART2 art") == ["art", "art"])
    #expect(found(["ar"], in: "ŵar ar") == ["ar"])
    #expect(found(["ar"], in: "“ar”…ar") == ["ar", "ar"])
    #expect(found(["£450"], in: "x£450 or £4500") == ["£450"])
    #expect(found(["(a)", "s.", "</p>"], in: "31(1)(a) of s.40</p>") == ["(a)", "s.", "</p>"])
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
    let letters = Array("aAb1 ('é€".unicodeScalars)
    func word(_ length: Int) -> [UInt8] {
      var view = String.UnicodeScalarView()
      for _ in 0..<length { view.append(letters[random(letters.count)]) }
      return Array(String(view).lowercased().utf8)
    }
    for _ in 0..<400 {
      let literals = (0..<12).map { _ in word(1 + random(5)) }
      let text = word(80)
      var expected: [Range<Int>] = []
      for end in 1...text.count {
        for literal in literals where text[..<end].suffix(literal.count) == literal[...] {
          let range = (end - literal.count)..<end
          if Words.isWhole(range, in: text) { expected.append(range) }
        }
      }
      let scanner = LiteralScanner(literals.map { String(decoding: $0, as: UTF8.self) })
      let matches = scanner.matches(in: text).map(\.range)
      #expect(matches.map(\.upperBound) == expected.map(\.upperBound))
      func sorted(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { ($0.upperBound, $0.lowerBound) < ($1.upperBound, $1.lowerBound) }
      }
      #expect(matches == sorted(expected))
    }
  }
}
