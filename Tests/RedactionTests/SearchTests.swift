import Testing

@testable import Redaction

@Suite("Searching")
struct SearchTests {
  /// Lines of letters, each a point wide.
  private func page(_ lines: [String]) -> PageText {
    var glyphs: [PageText.Glyph] = []
    for (line, text) in lines.enumerated() {
      for (column, scalar) in text.unicodeScalars.enumerated() {
        let (left, top) = (Double(column), Double(line) * 10)
        let box = PageBox(left: left, top: top, right: left + 1, bottom: top + 9)
        glyphs.append(.init(scalar: scalar, box: box, line: line))
      }
    }
    return PageText(glyphs)
  }

  private func found(
    _ text: String, in lines: [String], matchesCase: Bool = false, wholeWords: Bool = false
  ) -> [String] {
    let page = page(lines)
    let search = RedactionPlan.Search(text, matchesCase: matchesCase, wholeWords: wholeWords)
    return TextSearch(search).occurrences(in: SearchableText(page)).map {
      String(String.UnicodeScalarView($0.map { page.glyphs[$0].scalar }))
    }
  }

  @Test("capital letters, ligatures and typographic signs do not hide a text")
  func dress() {
    #expect(found("Griffith O'Neil-Fox", in: ["GRI\u{FB03}TH O\u{2019}Neil\u{2011}Fox"]).count == 1)
    #expect(found("smith", in: ["SM\u{AD}ITH"]).count == 1)
    #expect(found("Smith", in: ["smith"], matchesCase: true).isEmpty)
  }

  @Test("a text is found across lines and a parting hyphen")
  func lines() {
    #expect(found("Ann Smith", in: ["to Ann", "Smith"]) == ["AnnSmith"])
    #expect(found("Williams", in: ["Wil-", "liams"]) == ["Wil-liams"])
    #expect(found("Smith-Jones", in: ["Smith-", "Jones"]) == ["Smith-Jones"])
  }

  @Test("letters that are set apart are one text, but only as a whole")
  func apart() {
    #expect(found("Griffith", in: ["G r i f f i t h"]).count == 1)
    #expect(found("sensor", in: ["these n sorts"]).isEmpty)
  }

  @Test("whole words do not match within words")
  func wholeWords() {
    #expect(found("Ann", in: ["Ann's annual Ann"], wholeWords: true) == ["Ann", "Ann"])
    #expect(found("Ann", in: ["annual"]) == ["ann"])
  }

  @Test("a box takes whole words with it, and no neighbour")
  func wholeGroups() {
    let page = page(["Name:Smith-Jones, born"])
    let touched = page.indices(in: PageBox(left: 7, top: 2, right: 9, bottom: 7))
    let words = page.wholeWords(touched)
    #expect(page.lines(of: words) == ["Smith-Jones"])
  }
}
