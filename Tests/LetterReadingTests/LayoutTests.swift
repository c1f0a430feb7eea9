@testable import LetterReading
import Testing

@Suite("Blocks")
struct LayoutTests {
  private func blocks(_ text: String) -> [(kind: Block.Kind, words: String)] {
    let (normal, lines) = Normaliser.normalise(text)
    let layout = Layout(
      normal, lines: lines, phrases: PhraseIndex([.blockKinds: BlockKinds.phrases]))
    return layout.blocks.map { ($0.kind, layout.text.string($0.range)) }
  }

  @Test(
    "lines that were broken at a width are one paragraph, and headings between them stand alone")
  func wrapped() {
    let found = blocks(
      """
      The information that you have asked for is exempt from disclosure under section
      31(1)(a) of the Act, since publishing the addresses of empty homes would be
      likely to help those who break into them.
      Public interest test
      The public interest in disclosure is that homes could come back into use, and
      the public interest in maintaining the exemption is that fewer are broken
      into.
      """)
    #expect(found.map(\.kind) == [.paragraph, .heading, .paragraph])
    #expect(
      found[0].words.hasSuffix(
        "section 31(1)(a) of the Act, since publishing the addresses "
          + "of empty homes would be likely to help those who break into them."))
  }

  @Test("each line is a paragraph where none was broken")
  func unwrapped() {
    let long = String(repeating: "We have looked at every file that we hold. ", count: 5)
    #expect(blocks("\(long)\n\(long)\n\(long)\n\(long)").count == 4)
  }

  @Test("salutation, close, page numbers, items and cells are told apart")
  func kinds() {
    let found = blocks(
      """
      Dear Sir,

      The figures are these:

      • one
      • two

      Year | Number
      2021 | 4

      Page 1 of 2

      Yours faithfully,

      A. Person
      """)
    #expect(
      found.map(\.kind) == [
        .opening, .heading, .listItem, .listItem, .cell, .cell, .cell, .cell, .furniture, .closing,
        .closing,
      ])
  }

  @Test("a citation that was broken before its brackets is put together")
  func brokenCitation() {
    let found = blocks(
      """
      We have considered your request with care and refuse it by virtue of section 30
      (1)(a) of the Freedom of Information Act 2000, which covers investigations that
      may lead to a charge, and by nothing else that the Act would let us rely upon.
      """)
    #expect(found.count == 1)
  }
}
