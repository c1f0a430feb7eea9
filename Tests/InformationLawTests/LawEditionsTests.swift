import Testing

@testable import InformationLaw

@Suite("Editions of the law")
struct LawEditionsTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  @Test("every day has the edition that the book of that day would make")
  func sameAsBook() throws {
    let editions = LawEditions(of: book) { book in Set(book.limbs.map(\.id)) }
    for text in [
      "2004-12-31", "2005-01-01", "2018-05-24", "2018-05-25", "2019-06-30", "2026-11-24",
    ] {
      let day = try #require(Day(text))
      #expect(editions[day] == Set(book.asOf(day).limbs.map(\.id)), "\(text)")
    }
    #expect(editions[nil] == Set(book.limbs.map(\.id)))
  }

  @Test("days between two changes share one edition")
  func shared() throws {
    final class Made: Sendable {}
    let editions = LawEditions(of: book) { _ in Made() }
    let may = try #require(Day("2019-05-01"))
    #expect(editions[may] === editions[may.adding(30)])
    #expect(editions[may] !== editions[Day(number: may.number - 400)])
  }
}
