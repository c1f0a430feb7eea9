import Letters
import Testing

@Suite("The notation of letters")
struct NotationTests {
  @Test("paragraphs, points, subheadings and tables are read")
  func reading() {
    let text = """
      We hold this.
      It is in two files.

      ### Files
      - the register,
        as of today
      • the ledger

      | Factor | Weight |
      | How money | is spent | moderate |
      After the table.
      """
    #expect(
      Block.parse(text) == [
        .paragraph("We hold this.\nIt is in two files."),
        .subheading("Files"),
        .bullets(["the register,\nas of today", "the ledger"]),
        .table(
          header: ["Factor", "Weight", ""], rows: [["How money", "is spent", "moderate"]]),
        .paragraph("After the table."),
      ])
  }

  @Test("blocks are written so that a person can edit them")
  func writing() {
    let blocks: [Block] = [
      .subheading("Balance"), .bullets(["one", "two"]),
      .table(header: ["a", "b"], rows: [["c | d", ""]]), .paragraph("- 5 degrees\n# 7"),
    ]
    #expect(
      blocks.notation == """
        ### Balance

        - one
        - two

        | a | b |
        | c \\| d | |

        \\- 5 degrees
        # 7
        """)
  }

  @Test(
    "what is no markup is a paragraph",
    arguments: ["-", "#", "###", "|", "| | |", "\\", "-x", "#### x"])
  func noMarkup(text: String) {
    #expect(Block.parse(text) == [.paragraph(text)])
  }

  @Test("points with a blank line between them are one list, as people type them")
  func looseList() {
    #expect(Block.parse("- a\n\n- b") == [.bullets(["a", "b"])])
  }

  @Test("a form's line endings make no difference")
  func lineEndings() {
    #expect(Block.parse("a\r\nb\r\n\r\n- c\r\n") == [.paragraph("a\nb"), .bullets(["c"])])
  }

  @Test("control characters never reach a letter")
  func controlCharacters() {
    #expect(Block.parse("a\u{0}\u{1B}[31mb\u{FFFE}") == [.paragraph("a[31mb")])
  }

  @Test("any blocks in normal form come back exactly as they were")
  func roundTrip() {
    var generator = SplitMix(seed: 17)
    for _ in 0..<1_000 {
      let blocks = Self.blocks(using: &generator).normalised
      let read = Block.parse(blocks.notation)
      #expect(read == blocks, "notation: \(blocks.notation.debugDescription)")
      #expect(blocks.normalised == blocks)
    }
  }

  @Test("whatever is typed, writing it out and reading it again changes nothing")
  func stability() {
    var generator = SplitMix(seed: 24)
    for _ in 0..<1_000 {
      let typed = Self.text(upTo: 40, using: &generator)
      let once = Block.parse(typed)
      #expect(Block.parse(once.notation) == once, "typed: \(typed.debugDescription)")
      #expect(once.normalised == once, "typed: \(typed.debugDescription)")
    }
  }

  @Test("no word is lost when blocks are normalised")
  func nothingLost() {
    var generator = SplitMix(seed: 31)
    for _ in 0..<1_000 {
      let blocks = Self.blocks(using: &generator)
      let written = blocks.notation.unicodeScalars.filter(\.properties.isAlphabetic)
      let meant = blocks.map(Self.words).joined().unicodeScalars
        .filter(\.properties.isAlphabetic)
      #expect(String(written) == String(meant))
    }
  }

  /// Characters that mean something in the notation or to Unicode, and some that do not.
  private static let alphabet = [
    "a", "é", "b c", "-", "- ", "•", "|", "| ", "#", "### ", "\\", "\n", "\n\n", "\r\n", " ", "  ",
    "\t", "\u{301}", "\u{A0}", "\u{2028}", "👩‍👩‍👧", "\u{7}", ".",
  ]

  private static func text(upTo length: Int, using generator: inout SplitMix) -> String {
    (0..<Int.random(in: 0...length, using: &generator))
      .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
  }

  private static func blocks(using generator: inout SplitMix) -> [Block] {
    func texts() -> [String] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(upTo: 6, using: &generator) }
    }
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: .paragraph(text(upTo: 10, using: &generator))
      case 1: .subheading(text(upTo: 5, using: &generator))
      case 2: .bullets(texts())
      default:
        .table(
          header: texts(),
          rows: (0..<Int.random(in: 0...3, using: &generator)).map { _ in texts() })
      }
    }
  }

  private static func words(_ block: Block) -> String {
    switch block {
    case .paragraph(let text), .subheading(let text): text
    case .bullets(let points): points.joined()
    case .table(let header, let rows): (header + rows.joined()).joined()
    }
  }
}
