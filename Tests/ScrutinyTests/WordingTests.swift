import DataFiles
import InformationLaw
import Testing

@testable import Scrutiny

@Suite("Words")
struct WordingTests {
  private func list(_ phrases: [String], except: [String] = []) -> PhraseBook {
    let phrases =
      phrases.compactMap { Phrase($0) } + except.compactMap { Phrase($0, isException: true) }
    return PhraseBook(lists: [PhraseList(id: "list", rule: "RN-054", phrases: phrases)])
  }

  private func found(_ book: PhraseBook, in text: String) -> [String] {
    let text = WordedText(text)
    return book.hits(in: text)["list"].map { text.text(text.range(ofWords: $0)) }
  }

  @Test("words are compared without case, apostrophe or hyphen, at word boundaries")
  func folding() {
    let list = list(["might", "the force's image", "time wasters", "straße"])
    #expect(found(list, in: "It MIGHT; mighty, dynamight.") == ["MIGHT"])
    #expect(found(list, in: "Bad for the Force’s image.") == ["the Force’s image"])
    #expect(found(list, in: "for time-wasters") == ["time-wasters"])
    #expect(found(list, in: "in der STRASSE, Straße") == ["Straße"])
    #expect(found(list, in: "") == [] && found(list, in: "’ - £") == [])
  }

  @Test("the longer of two phrases counts, and an exception hides what it covers")
  func longest() {
    let list = list(
      ["may", "will not disclose", "will not disclose any"],
      except: ["# may", "may #", "you may", "may be asked"])
    #expect(found(list, in: "It may be, on 26 May 2026, in what you may do.") == ["may"])
    #expect(found(list, in: "we will not disclose any of it") == ["will not disclose any"])
    #expect(found(list, in: "A review may be asked for; it may help.") == ["may"])
    #expect(found(list, in: "May 2026") == [])
  }

  @Test("a gap takes one to three words and never leaves the sentence")
  func gaps() {
    let list = list(["trusts * to judge"])
    #expect(found(list, in: "it trusts us to judge").count == 1)
    #expect(found(list, in: "it trusts the Police Service to judge").count == 1)
    #expect(found(list, in: "it trusts to judge").isEmpty)
    #expect(found(list, in: "it trusts one two three four to judge").isEmpty)
    #expect(found(list, in: "it trusts us. Free to judge").isEmpty)
    #expect(found(list, in: "it trusts us to\njudge").count == 1, "a hard line break is no end")
    #expect(found(list, in: "it trusts us\n\nto judge").isEmpty)
  }

  @Test("a quotation is the words with their neighbours, not longer than asked")
  func quoting() {
    let text = WordedText(
      "First. The force will not disclose information that would, or would be likely to, prejudice it."
    )
    let match = list(["will not disclose"]).hits(in: text)["list"][0]
    let quote = text.quote(match)
    #expect(quote == "…will not disclose information that would, or would be likely…")
    #expect(text.quote(match, limit: 5) == "…will not disclose…")
    let short = WordedText("They could.")
    #expect(short.quote(0..<1) == "They could")
  }

  @Test(
    "provisions are read as people write them",
    arguments: [
      ("s.24(1)", ["24(1)"]), ("s24(1)", ["24(1)"]), ("Section 31 (1) (a)", ["31(1)(a)"]),
      ("sections 24(1) and 31(1)(a)", ["24(1)", "31(1)(a)"]),
      ("section 31(1)(a), (b) and (g)", ["31(1)(a)", "31(1)(b)", "31(1)(g)"]),
      ("Section 31 (1) (a) (b)", ["31(1)(a)", "31(1)(b)"]),
      ("s.36(2)(b)(i) and (ii)", ["36(2)(b)(i)", "36(2)(b)(ii)"]),
      ("s.36(2)(b)(ii) or (c)", ["36(2)(b)(ii)", "36(2)(c)"]),
      ("s.31(1)(h) and (i)", ["31(1)(h)", "31(1)(i)"]), ("s.31(1)(i)", ["31(1)(i)"]),
      ("section 40(2) with section 40(3A)(a)", ["40(2) with 40(3A)(a)"]),
      ("section 22A(1)(b)(iii)", ["22A(1)(b)(iii)"]), ("s.37(1)(ac)", ["37(1)(ac)"]),
      ("section 23(5) or (1)", ["23(5)", "23(1)"]),
      ("sections 30(1)(a)–(c), 31", ["30(1)(a)", "31"]),
    ])
  func citations(text: String, provisions: [String]) {
    let cited = CitedProvisions(in: text)
    for provision in provisions { #expect(cited.cite(provision), "\(provision) in \(text)") }
  }

  @Test(
    "less than a provision is not the provision",
    arguments: [
      ("section 31", "31(1)(a)"), ("section 31(1)", "31(1)(a)"), ("s.131(1)(a)", "31(1)(a)"),
      ("s.31(1)(aa)", "31(1)(a)"), ("section 40(2)", "40(2) with 40(3A)(a)"),
      ("in 2024 (1) a", "24(1)"), ("s.24(1", "24(1)"), ("s.24()", "24(1)"),
    ])
  func notCited(text: String, provision: String) {
    #expect(!CitedProvisions(in: text).cite(provision))
  }

  @Test("acronyms are found once, unless explained, known, or part of a code or a shouted line")
  func acronyms() {
    func found(_ texts: String...) -> [String] {
      Acronyms.unexplained(in: texts.map(WordedText.init), known: ["UK", "IT"]).map(\.word)
    }
    #expect(found("The PNC and the PNC of the UK, for IT.") == ["PNC"])
    #expect(found("The PNC is down.", "The Police National Computer (PNC) is old.") == [])
    #expect(found("PNC (Police National Computer) is down.") == [])
    #expect(found("FOI-2026-0117, NM1 4QZ, part II, foi@ABC.example, I") == [])
    #expect(found("IMPORTANT PNC NOTE\nall is well") == [])
    #expect(found("The SIRO.") == ["SIRO"])
  }
}

@Suite("The built-in lists of words")
struct PhraseBookTests {
  @Test("every list serves a rule that has code, and names a consideration of the vocabulary")
  func lists() throws {
    let book = try Cases.book.get()
    let phrases = try PhraseBook.builtIn()
    #expect(phrases.lists.count > 30)
    for list in phrases.lists.values {
      #expect(Rule.byID[list.rule] != nil, "\(list.id)")
      if let key = list.consideration {
        #expect(book.vocabulary.irrelevances[key] != nil, "\(list.id)")
      }
    }
  }

  @Test("a broken list is an error that names the line")
  func broken() throws {
    let text = PhraseBook.builtInText.replacing("rule: RN-", with: "ruel: RN-", maxReplacements: 1)
    let error = #expect(throws: DataFileError.self) {
      _ = try PhraseBook(parsing: text, file: "phrases.yaml")
    }
    #expect(error?.message == "unknown key 'ruel'; did you mean 'rule'?")
    #expect((error?.line ?? 0) > 1)
  }

  @Test("each list finds its own phrases")
  func eachFindsItsOwn() throws {
    let root = try DataNode(
      parsing: PhraseBook.builtInText, file: "phrases.yaml")
    let lists = try root.mapping { top throws(DataFileError) in
      _ = top.all()
      return try top.list("lists") { node throws(DataFileError) in
        try node.mapping { entry throws(DataFileError) in
          _ = (try entry.string("rule"), try entry.optionalString("consideration"))
          return (
            try entry.string("id"), try entry.strings("phrases"), try entry.strings("except")
          )
        }
      }
    }
    let built = try PhraseBook.builtIn()
    for (id, phrases, exceptions) in lists {
      for phrase in phrases {
        let text = WordedText(phrase.replacing("*", with: "the force").replacing("#", with: "12"))
        #expect(!built.hits(in: text)[id].isEmpty, "\(id): \(phrase)")
      }
      for exception in exceptions {
        let text = WordedText(exception.replacing("*", with: "x").replacing("#", with: "12"))
        #expect(built.hits(in: text)[id].isEmpty, "\(id): \(exception)")
      }
    }
  }

  @Test(
    "a broken file is an error with its line",
    arguments: [
      ("lists:\n  - id: a\n    rule: RN-054\n    phrase: [x]\n", 2, "'phrases'"),
      ("lists:\n  - {id: a, rule: RN-054, phrases: ['* x']}\n", 2, "begin and end with a word"),
      (
        "lists:\n  - {id: a, rule: r, phrases: [x]}\n  - {id: a, rule: r, phrases: [y]}\n", 3,
        "twice"
      ),
    ])
  func broken(text: String, line: Int, message: String) {
    let error = #expect(throws: DataFileError.self) {
      _ = try PhraseBook(parsing: text, file: "phrases.yaml")
    }
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.line == line || error?.line == line + 2, "\(error?.description ?? "")")
  }
}
