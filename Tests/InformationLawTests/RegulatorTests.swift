import InformationLaw
import Testing

@Suite("The regulator")
struct RegulatorTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  @Test("each regime has its own, with the time in which it takes complaints")
  func each() {
    let foia = book.regulator(for: .foia)
    #expect(foia.name == "Information Commissioner" && foia.complainWithin == "six weeks")
    #expect(book.regulator(for: .eir) == foia && !foia.isTimeStatutory)
    let foisa = book.regulator(for: .foisa, on: Day("2019-01-01"))
    #expect(foisa.name == "Scottish Information Commissioner")
    #expect(foisa.complainWithin == "six months" && foisa.isTimeStatutory)
  }

  @Test("the Information Commission waits for its commencement, and says so")
  func pending() throws {
    let commission = try #require(book.regulators.first { $0.id == "information-commission" })
    #expect(commission.inForce.isPending && commission.inForce.uncertain != nil)
    #expect(commission.inForce.text == "not known to be in force")
    #expect(book.regulator(for: .foia, on: Day("2026-11-24")).id == "ico")
  }

  @Test("once the day is known the Commission is named from it")
  func commenced() throws {
    var files = StatuteBook.builtInFiles
    let text = try #require(files["regulators.yaml"])
    files["regulators.yaml"] = text.replacing("from: pending", with: "from: 2027-01-04")
    let book = try StatuteBook(files: files)
    #expect(book.regulator(for: .foia, on: Day("2027-01-03")).name == "Information Commissioner")
    #expect(book.regulator(for: .eir, on: Day("2027-01-04")).name == "Information Commission")
    #expect(book.regulator(for: .foia).id == "information-commission")
  }

  @Test("addresses come from general knowledge and are marked so")
  func marked() throws {
    for regulator in book.regulators {
      let sources = regulator.sources.compactMap { book.sources[$0] }
      #expect(sources.count == regulator.sources.count && !sources.isEmpty)
      #expect(sources.contains { $0.status != .read })
    }
  }
}
