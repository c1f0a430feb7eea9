import Letters
import PublicInterest
import Testing

@Suite("Editing a letter")
struct EditingTests {
  let letter: Letter

  init() throws {
    let fixture = try Fixture()
    letter = Letter(decision: try fixture.partlyRefused(), book: fixture.book)
  }

  @Test("an officer's wording replaces what was derived everywhere, and both are kept")
  func edited() throws {
    let edited = letter.applying(edits: ["advice": "Ask us for:\n- the register\n- the ledger"])
    let section = try #require(edited.section(.advice))
    #expect(section.derived == letter.section(.advice)?.derived)
    #expect(
      section.effective == [.paragraph("Ask us for:"), .bullets(["the register", "the ledger"])])
    #expect(section.notation == "Ask us for:\n- the register\n- the ledger")
    for text in [edited.plainText(), edited.html()] {
      #expect(text.contains("the ledger") && !text.contains("every quarter"))
    }
    #expect(edited.sections.filter { $0.edited != nil }.map(\.id) == [.advice])
  }

  @Test("what an officer starts from reads back as what was derived, in every section")
  func startingPoint() {
    for section in letter.sections {
      #expect(Block.parse(section.notation) == section.derived)
      let edited = letter.applying(edits: [section.id.key: section.notation])
      #expect(edited.plainText() == letter.plainText())
    }
  }

  @Test("an edit without a word in it takes nothing away", arguments: ["", " \n\t\n"])
  func blankEdit(text: String) {
    #expect(letter.applying(edits: ["rights": text]) == letter)
  }

  @Test("an edit of a section that is gone is kept, and not printed")
  func unplaced() {
    let edited = letter.applying(edits: ["reliance/old": "Wording of an exemption since dropped."])
    #expect(edited.unplacedEdits == ["reliance/old": "Wording of an exemption since dropped."])
    #expect(edited.plainText() == letter.plainText())
  }

  @Test("markup in an edit is text, not markup")
  func injection() {
    let edited = letter.applying(edits: ["advice": "<script>alert(1)</script> & <b>"])
    #expect(edited.html().contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;"))
    #expect(!edited.html().contains("<script"))
  }
}
