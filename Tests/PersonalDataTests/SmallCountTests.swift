import PersonalData
import Testing

@Suite("Small counts in tables")
struct SmallCountTests {
  private func counts(_ table: String, _ threshold: ClosedRange<Int> = 1...4) -> [String] {
    reader.smallCounts(in: table, threshold: threshold).map {
      "\($0.text) \($0.confidence.rawValue)"
    }
  }

  @Test(
    "numbers from one to four in columns that count are found, whatever divides the cells",
    arguments: ["\t", "|", ",", ";"])
  func separators(mark: String) {
    let rows = [["Area", "Offences"], ["Carlisle", "12"], ["Penrith", "3"], ["Kendal", "0"]]
    let table = rows.map { $0.joined(separator: mark) }.joined(separator: "\n")
    #expect(counts(table) == ["3 medium"])
    #expect(reader.suggest(in: table).map(\.text) == ["3"])
  }

  @Test("a row and a column are named in the reason")
  func reason() throws {
    let found = try #require(
      reader.smallCounts(in: "Area\tOffences\nCarlisle\t12\nPenrith\t3\n").first)
    #expect(found.reason.contains(#"3 in row "Penrith", column "Offences""#))
    #expect(found.kind == .smallCount)
    #expect(found.start == 34 && found.end == 35)
  }

  @Test("a table with bars at its edges is read like any other")
  func markdown() {
    #expect(
      counts("| Area | Offences |\n|---|---|\n| Carlisle | 12 |\n| Penrith | 3 |\n") == ["3 medium"]
    )
  }

  @Test("the threshold is the caller's")
  func threshold() {
    let table = "Area\tOffences\nCarlisle\t9\nPenrith\t3\nKendal\t5\n"
    #expect(counts(table, 1...9) == ["9 medium", "3 medium", "5 medium"])
    #expect(counts(table, 1...2) == [])
  }

  @Test("years as headings are headings")
  func years() {
    #expect(counts("Area\t2021\t2022\nCarlisle\t12\t2\nPenrith\t7\t9\n") == ["2 medium"])
  }

  @Test("labels, years, identifiers, rates, money and numbered rows are not counted")
  func innocents() {
    #expect(counts("Year\tOffences\n1\t12\n2\t13\n") == [])
    #expect(counts("Area\tWard ID\tRate\nCarlisle\t1\t2\nPenrith\t3\t4\n") == [])
    #expect(counts("Area\tShare\nCarlisle\t2%\nPenrith\t3%\n") == [])
    #expect(counts("Area\tCost (£)\nCarlisle\t2\nPenrith\t3\n") == [])
    #expect(counts("Area\tNumbered\nA\t1\nB\t2\nC\t3\nD\t4\n") == [])
    #expect(counts("He came, 3 left.\nShe saw, 2 stayed.\nThey ran, 4 fell.\n") == [])
  }

  @Test("a list of many records is no table of counts")
  func records() {
    let rows = (1...600).map { "Person \($0)\t\($0 % 3 + 1)" }.joined(separator: "\n")
    #expect(counts("Who\tVisits\n" + rows) == [])
  }

  @Test("the only withheld figure of a row or a column follows from the total, and is said")
  func secondary() throws {
    let byColumn = "Area\tOffences\nCarlisle\t12\nPenrith\t*\nTotal\t15\n"
    let found = try #require(reader.smallCounts(in: byColumn).first)
    #expect(found.text == "*" && found.confidence == .high)
    #expect(found.reason.hasSuffix("give it away: 3"))
    let byRow = "Area\tMen\tWomen\tTotal\nCarlisle\t12\t<5\t14\nPenrith\t8\t9\t17\n"
    #expect(reader.smallCounts(in: byRow).first?.reason.hasSuffix("give it away: 2") == true)
  }

  @Test("two withheld figures protect each other")
  func protected() {
    #expect(counts("Area\tOffences\nCarlisle\t12\nPenrith\t*\nKendal\t*\nTotal\t18\n") == [])
  }
}
