import InformationLaw
@testable import LetterReading
import Testing

@Suite("Citations")
struct CitationTests {
  private static let loaded = Result { try LetterReader(book: .builtIn()) }
  let reader: LetterReader

  init() throws { reader = try Self.loaded.get() }

  private func cites(_ text: String, _ use: Citation.Use = .reliance) -> [String] {
    reader.read("Dear Sir,\n\n\(text)\n").citations.filter { $0.use == use }.map(\.cite)
  }

  @Test(
    "every form in which letters write a provision",
    arguments: [
      ("exempt under Section 40 (2) of the Act", ["s40(2)"]),
      ("exempt under s.31(1)(a)(b)", ["s31(1)(a)", "s31(1)(b)"]),
      ("exempt under s31 (1) (a) , (b) and (g)", ["s31(1)(a)", "s31(1)(b)", "s31(1)(g)"]),
      ("exempt under section 31(1)(a) to (c)", ["s31(1)(a)", "s31(1)(b)", "s31(1)(c)"]),
      ("exempt under section 31(1(a)", ["s31(1)(a)"]),
      ("exempt under section 31(1)[a]", ["s31(1)(a)"]),
      ("exempt under section 31(a)", ["s31(1)(a)"]),
      ("exempt under S.40.2", ["s40(2)"]),
      ("exempt under sections 30 and 31 of the Act", ["s30", "s31"]),
      ("exempt under sections 24(1), 31(1)(a) and 38", ["s24(1)", "s31(1)(a)", "s38"]),
      (
        "Section 36(2)(b)(i), (ii) and (2)(c) apply",
        ["s36(2)(b)(i)", "s36(2)(b)(ii)", "s36(2)(c)"]
      ),
      ("exempt under FOIA section 35(1)(a)", ["s35(1)(a)"]),
      ("exempt under FOISA section 35(1)(a)", ["FOISA s35(1)(a)"]),
      ("Section 30(1)(c) of FOIA", ["s30(1)(c)"]),
      ("Exemption: Section 14", ["s14"]),
      ("exempt under section 22A(2)", ["s22A(2)"]),
      ("exempt under section 41of the Act", ["s41"]),
      ("excepted by Regulation 12(5)(b)", ["reg12(5)(b)"]),
      ("excepted by regs 12(4)(d) and (e)", ["reg12(4)(d)", "reg12(4)(e)"]),
      ("the exception at 12(5)(e) of the EIR", ["reg12(5)(e)"]),
      ("section 30(b)(i) and (ii) of FOISA", ["FOISA s30(b)(i)", "FOISA s30(b)(ii)"]),
      ("exempt by s40(2) by virtue of 40(3A)(a)", ["s40(2)"]),
      ("Section 31(1)(g) by virtue of 31(2)(b)", ["s31(1)(g)", "s31(2)(b)"]),
      ("exempt under section 41(1)(a)", ["s41(1)"]),
      ("exempt under section 31(1)(h)(i)", ["s31(1)(h)", "s31(1)(i)"]),
    ])
  func forms(_ text: String, _ wanted: [String]) {
    #expect(cites(text) == wanted)
  }

  @Test(
    "what looks like an exemption and is none",
    arguments: [
      "under section 31 of the Data Protection Act 2018",
      "under the Local Government Act 2003, section 31",
      "the section 31 grant and the section 38 agreement",
      "Sheffield S31 2AB and S40 1ZZ",
      "under article 40(2) and paragraph 31(1)(a)",
      "section 23 of the report and section 40 of our policy",
      "the council's 40 (2) and 31 staff",
      "table 31(1)(a), page 40(2)",
    ])
  func traps(_ text: String) {
    #expect(cites(text) == [])
  }

  @Test(
    "duties and procedure are recited, not relied on",
    arguments: [
      "Section 17(1) of the Act requires us to (a) state that fact, (b) specify the exemption",
      "under section 16 we have a duty to advise", "section 1(1)(a) gives a right to be told",
      "regulation 12(2) presumes disclosure under the EIR",
    ])
  func duties(_ text: String) {
    #expect(cites(text) == [])
    #expect(!cites(text, .recital).isEmpty)
  }

  @Test(
    "what is named and not relied on",
    arguments: [
      "We do not rely on section 36(2).", "Section 43(2) does not apply to the rest.",
      "We withdraw our reliance on section 41.",
      "A person may be refused, for example under section 14.",
    ])
  func denied(_ text: String) {
    #expect(cites(text) == [])
    #expect(cites(text, .recital).count == 1)
  }

  @Test("the number of an item that looks like a citation stands before its sentence")
  func numberOfItem() {
    #expect(cites("12(1): There are 1,870 claims.") == ["s12(1)"])
  }

  @Test("a section in the quoted request is not the authority's")
  func quoted() {
    let text = "You asked:\n\nIf you rely on section 40(2), why?\n\nWe hold nothing of the kind."
    #expect(cites(text) == [])
    #expect(cites(text, .trap) == ["s40(2)"])
  }
}
