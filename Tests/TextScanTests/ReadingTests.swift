import Testing
import TextScan

@Suite("Tokens, sentences, dates and offsets")
struct ReadingTests {
  @Test("words keep their apostrophes, numbers their commas, and marks stand alone")
  func tokens() {
    let bytes = Array("Council's anti-virus: £1,200.50, (a)".utf8)
    var tokeniser = Tokeniser(bytes, in: bytes.indices)
    var words: [String] = []
    while let token = tokeniser.next() {
      words.append(String(decoding: bytes[token.range], as: UTF8.self))
    }
    #expect(words == ["Council's", "anti-virus", ":", "£", "1,200.50", ",", "(", "a", ")"])
  }

  @Test("words are counted as they are read")
  func counting() {
    for text in [
      "Council's anti-virus", "12th a-1 1-a x'-y rock--n 'tis O'-", "-a'b-c", "£5m, ŵyth",
    ] {
      let bytes = Array(text.utf8)
      var tokeniser = Tokeniser(bytes, in: bytes.indices)
      var words = 0
      while let token = tokeniser.next() { words += token.kind == .word ? 1 : 0 }
      #expect(Words.count(in: bytes, range: bytes.indices) == words)
    }
  }

  @Test("words in lower case are text even where a character is cut")
  func folding() {
    let bytes = Array("ŴYTH o'Clock".utf8)
    #expect(Words.folded(bytes, 2..<bytes.count) == "yth o'clock")
    #expect(Words.folded(bytes, 1..<5) == "\u{FFFD}yth")
  }

  private func sentences(_ text: String, longest: Int = 4096) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceScanner(longest: longest).sentences(of: bytes, in: bytes.indices).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test("a stop after an abbreviation, an initial or within a number ends no sentence")
  func abbreviations() {
    #expect(
      sentences("Under s. 31 of the Act. See Reg. 12, e.g. the note by J. Smith. It cost 4.5 m.")
        == ["Under s. 31 of the Act.", "See Reg. 12, e.g. the note by J. Smith.", "It cost 4.5 m."])
  }

  @Test("quotes and brackets stay with the sentence that they close")
  func closing() {
    #expect(
      sentences("He said \"No.\" Then (at last!) we left.") == [
        "He said \"No.\"", "Then (at last!) we left.",
      ])
  }

  @Test("a run without a stop is cut at a blank")
  func endless() {
    let parts = sentences(String(repeating: "word ", count: 100), longest: 64)
    #expect(parts.count > 6)
    #expect(parts.allSatisfy { $0.utf8.count <= 64 })
  }

  @Test(
    "dates as British letters write them",
    arguments: [
      ("19/10/2023", 2023, 10, 19), ("2025-10-13", 2025, 10, 13), ("15 January 2024", 2024, 1, 15),
      ("22nd of May 2023", 2023, 5, 22), ("May 22, 2023", 2023, 5, 22), ("24/04/24", 2024, 4, 24),
      ("3 Sept 2021", 2021, 9, 3), ("01.02.2020", 2020, 2, 1),
    ])
  func dates(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    let bytes = Array("received on \(text), as".utf8)
    let found = DateScanner().dates(in: bytes, range: bytes.indices)
    #expect(found.map { [$0.year, $0.month, $0.day] } == [[year, month, day]])
    #expect(found.first.map { String(decoding: bytes[$0.range], as: UTF8.self) } == text)
  }

  @Test(
    "what only looks like a date is none",
    arguments: ["31/13/2020", "12 Mayhem 2020", "7/3", "1.2"])
  func noDates(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(DateScanner().dates(in: bytes, range: bytes.indices).isEmpty)
  }

  @Test("offsets agree with Unicode scalars at every boundary")
  func offsets() {
    let text = String(repeating: "aé’😀\n", count: 200)
    let offsets = ScalarOffsets(Array(text.utf8))
    var byte = 0
    var scalar = 0
    for character in text.unicodeScalars {
      #expect(offsets.scalar(atByte: byte) == scalar)
      byte += String(character).utf8.count
      scalar += 1
    }
    #expect(offsets.scalar(atByte: byte) == offsets.count)
    #expect(offsets.count == scalar)
  }
}
