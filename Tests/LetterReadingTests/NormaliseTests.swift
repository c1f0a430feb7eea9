@testable import LetterReading
import Testing

@Suite("Normalising")
struct NormaliseTests {
  private func lines(_ text: String) -> [String] {
    let (normal, lines) = Normaliser.normalise(text)
    return lines.map { normal.string($0.range) }
  }

  @Test("line ends, blanks, quotes, dashes and what has no width become regular")
  func regular() {
    #expect(
      lines("A\u{A0}\u{201C}b\u{201D}\r\nc \u{2013}  d\rin\u{AD}for\u{200B}mation\u{200F}")
        == ["A \"b\"", "c - d", "information"])
    #expect(lines("the 19^th of 2^nd; 10^6") == ["the 19th of 2nd; 10^6"])
    #expect(lines("of\u{FB01}ce \u{F0B7} Council\u{92}s") == ["office • Council's"])
  }

  @Test("the source of each word is found again")
  func sources() throws {
    let text = "\u{202B}Dear\r\n\r\n  “Mr\u{A0}\u{A0}X”\u{AD} of\u{FB01}ce 😀 end"
    let (normal, _) = Normaliser.normalise(text)
    let scalars = Array(text.unicodeScalars)
    for (word, wanted) in [
      ("Dear", "Dear"), ("\"Mr", "“Mr"), ("office", "of\u{FB01}ce"), ("end", "end"),
    ] {
      let at = try #require(
        (0..<normal.bytes.count).first { normal.bytes[$0...].starts(with: word.utf8) })
      let place = normal.source(at..<(at + word.utf8.count))
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[place])
      #expect(String(words) == wanted)
    }
  }

  @Test("HTML that came as text loses its tags and keeps its lines")
  func markup() {
    #expect(
      lines("<p>Dear <b>you</b>,</p><p>Section&nbsp;12 &amp; 14<br />apply</p>")
        == ["Dear you,", "Section 12 & 14", "apply"])
    #expect(lines("a < b and c > d") == ["a < b and c > d"])
  }

  @Test("an empty text has no lines")
  func empty() {
    #expect(lines("").isEmpty)
    #expect(lines(" \n\t\r\n").isEmpty)
  }
}
