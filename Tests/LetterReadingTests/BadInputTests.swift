import InformationLaw
import LetterReading
import Testing

@Suite("Texts that are no letters")
struct BadInputTests {
  private static let loaded = Result { try LetterReader(book: .builtIn()) }
  let reader: LetterReader

  init() throws { reader = try Self.loaded.get() }

  @Test("an empty text gives an empty reading")
  func empty() {
    let reading = reader.read("")
    #expect(reading.blocks.isEmpty && reading.citations.isEmpty && reading.exemptions.isEmpty)
    #expect(reading.language == .other)
    #expect(reading.regime == nil)
  }

  @Test("a letter in Welsh is said to be in Welsh and is not read by role")
  func welsh() {
    let reading = reader.read(
      """
      Annwyl Gyfaill,

      Diolch am eich cais am wybodaeth. Mae'r wybodaeth hon wedi ei heithrio dan adran 40(2) o'r \
      Ddeddf. Os nad ydych yn fodlon gyda'r ateb hwn, mae gennych yr hawl i ofyn am adolygiad.

      Yn gywir
      """)
    #expect(reading.language == .welsh)
    #expect(reading.exemptions.isEmpty)
  }

  @Test("a letter in Gaelic is said to be in Gaelic")
  func gaelic() {
    let reading = reader.read(
      "A charaid, tha sinn a' toirt taing dhuibh airson an iarrtais agaibh. Chan eil am fiosrachadh "
        + "seo againn agus tha sinn duilich gun do ghabh e ùine.")
    #expect(reading.language == .gaelic)
  }

  @Test("directional marks and soft hyphens do not hide a citation")
  func marks() {
    let reading = reader.read(
      "Dear Sir,\n\nThis is ex\u{AD}empt under sec\u{AD}tion\u{A0}\u{202A}40\u{202C}\u{200F}(2) of the Act."
    )
    #expect(reading.exemptions.map(\.cite) == ["s40(2)"])
  }

  @Test("one endless line, repeated citations and brackets are read in time")
  func long() {
    for unit in [
      "section 31(1)(a) and ", "(((((", "a\u{AD}", "You asked: section 40(2)? ", "1. \n",
    ] {
      let reading = reader.read(String(repeating: unit, count: 4_000))
      #expect(reading.exemptions.count <= 1)
    }
  }

  @Test("what is longer than any letter is read up to a point, and that point is told")
  func cutShort() {
    let text = "é" + String(repeating: "Dear Sir, this goes on. ", count: 90_000)
    let reading = reader.read(text)
    #expect(reading.isReadUpTo == LetterReader.longest - 1)
    #expect(reader.read("Dear Sir, this does not.").isReadUpTo == nil)
  }
}
