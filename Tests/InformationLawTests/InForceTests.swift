import InformationLaw
import Testing

@Suite("The law of a day")
struct InForceTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func book(_ text: String) throws -> StatuteBook { book.asOf(try day(text)) }

  private func ids(_ book: StatuteBook, _ regime: Regime, _ section: String) -> Set<String> {
    Set(book.limbs.filter { $0.regime == regime && $0.section == section }.map(\.id))
  }

  @Test("before 2005 nobody had a right to refuse, and no rule to satisfy")
  func before() throws {
    let book = try book("2004-12-31")
    #expect(book.limbs.isEmpty && book.rules.isEmpty && book.day == Day("2004-12-31"))
    #expect(try self.book("2005-01-01").rules.count == 123)
  }

  @Test("section 40 changes on 25 May 2018")
  func section40() throws {
    let old: Set = [
      "foia-40-1", "foia-40-2-3-a-i", "foia-40-2-3-a-ii", "foia-40-2-3-b", "foia-40-2-4",
      "foia-40-5-a", "foia-40-5-b-i", "foia-40-5-b-ii",
    ]
    let new: Set = [
      "foia-40-1", "foia-40-2-3A-a", "foia-40-2-3A-b", "foia-40-2-3B", "foia-40-2-4A-a",
      "foia-40-2-4A-b", "foia-40-5A", "foia-40-5B-a-i", "foia-40-5B-a-ii", "foia-40-5B-b",
      "foia-40-5B-c", "foia-40-5B-d",
    ]
    #expect(ids(try book("2018-05-24"), .foia, "40") == old)
    #expect(ids(try book("2018-05-25"), .foia, "40") == new)
    #expect(ids(book, .foia, "40") == new)
    let status = Dictionary(
      uniqueKeysWithValues: try book("2017-01-01").limbs.map { ($0.id, $0.status) })
    #expect(status["foia-40-2-3-a-i"] == .absolute && status["foia-40-2-3-b"] == .absolute)
    #expect(status["foia-40-2-3-a-ii"] == .qualified && status["foia-40-2-4"] == .qualified)
  }

  @Test("regulation 13 and section 38 of the Scottish Act change on the same day")
  func otherPersonalData() throws {
    let (before, after) = (try book("2018-05-24"), try book("2018-05-25"))
    #expect(
      ids(before, .eir, "13") == [
        "eir-13-2-a-i", "eir-13-2-a-ii", "eir-13-2-b", "eir-13-3", "eir-13-5-a", "eir-13-5-b",
      ])
    #expect(ids(after, .eir, "13") == ["eir-13-2A", "eir-13-2B", "eir-13-3A", "eir-13-5A"])
    let kept: Set = ["foisa-38-1-a", "foisa-38-1-c", "foisa-38-1-d"]
    #expect(
      ids(before, .foisa, "38").subtracting(kept) == [
        "foisa-38-1-b-2-a-i", "foisa-38-1-b-2-a-ii", "foisa-38-1-b-2-b", "foisa-38-1-b-3",
      ])
    #expect(
      ids(after, .foisa, "38").subtracting(kept)
        == ["foisa-38-1-b-2A", "foisa-38-1-b-2B", "foisa-38-1-b-3A"])
    #expect(kept.isSubset(of: ids(before, .foisa, "38")))
  }

  @Test("the exemption for research starts on 1 October 2014, and says how sure that is")
  func research() throws {
    #expect(ids(try book("2014-09-30"), .foia, "22A").isEmpty)
    let research = ids(try book("2014-10-01"), .foia, "22A")
    #expect(research.contains("foia-22A-1-b-i") && research == ids(book, .foia, "22A"))
    #expect(book.limb(id: "foia-22A-1-b-i")?.inForce.uncertain != nil)
  }

  @Test("letters to the Sovereign were weighed until 18 January 2011")
  func royal() throws {
    #expect(ids(try book("2011-01-18"), .foia, "37").contains("foia-37-1-a-2005"))
    #expect(try book("2011-01-18").limb(written: "s37(1)(a)").status == .qualified)
    #expect(try book("2011-01-19").limb(written: "s37(1)(a)").status == .absolute)
  }

  @Test("one wording follows another: a decision of 2019 is checked against the law of 2019")
  func wordings() throws {
    let limb = try #require(book.limb(id: "foia-40-2-3B"))
    let then = try #require(try book("2019-03-01").limb(id: "foia-40-2-3B"))
    #expect(limb.standard.contains("UK GDPR"))
    #expect(then.standard.contains("GDPR") && !then.standard.contains("UK GDPR"))
    #expect(then.status == limb.status && then.threshold == limb.threshold)

    let access = "foia-40-2-4A-b"
    #expect(book.limb(id: access)?.standard.contains("78A") == true)
    #expect(try book("2025-09-04").limb(id: access)?.standard.contains("78A") == false)
    #expect(limb.earlier.allSatisfy { !$0.sources.isEmpty })
    #expect(book.limb(id: access)?.earlier.first?.inForce.uncertain != nil)

    #expect(try book("2012-06-01").limb(id: "foia-35-1-a")?.expiry.years == 30)
    #expect(try book("2015-06-01").limb(id: "foia-35-1-a")?.expiry.years == nil)
    #expect(try book("2026-06-01").limb(id: "foia-35-1-a")?.expiry.years == 20)
    #expect(try book("2013-05-30").limb(id: "foisa-18")?.standard.contains("38,") == false)
    #expect(try book("2013-05-31").limb(id: "foisa-18")?.standard.contains("38,") == true)
    #expect(try book("2022-06-01").limb(id: "foia-44-1-b")?.title.contains("retained") == true)
  }

  @Test("the book of today is the book of 2026")
  func today() throws {
    let then = try book("2026-06-01")
    #expect(then.limbs == book.limbs)
    #expect(then.rules == book.rules)
    #expect(book.limbs.count == 107 + 24 + 68)
  }

  @Test(
    "interests in several exemptions are weighed as the courts had it on the day",
    arguments: [
      ("2019-06-01", "by itself", "No binding authority"),
      ("2022-04-13", "by itself", "[2022] UKUT 104"),
      ("2023-11-21", "not added up", "[2022] UKUT 104"),
      ("2023-11-22", "weighed together", "[2023] EWCA Civ 1378"),
      ("2025-07-22", "weighed together", "[2023] EWCA Civ 1378"),
      ("2025-07-23", "weighed together", "[2025] UKSC 27"),
    ])
  func together(day: String, requirement: String, citation: String) throws {
    let rule = try #require(try book(day).rule(id: "RN-096"))
    #expect(rule.requirement.contains(requirement))
    #expect(rule.citation.hasPrefix(citation))
  }

  @Test("a rule on s.40 names the conditions of its time")
  func conditions() throws {
    #expect(try book("2018-05-24").rule(id: "RN-035")?.requirement.contains("(3)(a)(i)") == true)
    #expect(try book("2018-05-25").rule(id: "RN-035")?.requirement.contains("(3A)(a)") == true)
    #expect(try book("2018-07-03").rule(id: "RN-002")?.citation == "s.45 Code (November 2004)")
  }

  @Test("what a case relied on can be found when it is law no more")
  func longGone() throws {
    let limb = try book.limb(written: "s40(2) by virtue of s40(3)(a)(i)")
    #expect(limb.id == "foia-40-2-3-a-i" && limb.replacedBy == ["foia-40-2-3A-a"])
    #expect(limb.inForce.text == "in force from 1 January 2005 to 24 May 2018")
    #expect(!book.limbs.contains(limb) && book.limb(id: limb.id) == limb)
    #expect(try book("2009-01-01").limb(id: "foia-22A-1-b-i") != nil)
    #expect(try book("2019-01-01").asOf(try day("2009-01-01")).limbs.contains(limb))
  }

  @Test("whatever ended was replaced on the next day")
  func noGap() throws {
    let ended = book.allLimbs.filter { $0.inForce.until != nil }
    #expect(ended.count == 2 + 7 + 6 + 4)
    for limb in ended {
      let next = try #require(limb.inForce.until).adding(1)
      let successors = limb.replacedBy.compactMap { book.limb(id: $0) }
      #expect(!successors.isEmpty && successors.allSatisfy { $0.inForce.from == next })
    }
  }

  @Test("the periods of a statute are given with how far its text was read")
  func statutes() {
    #expect(book.statutes[.foia].checkedTo == Day("2026-04-07"))
    #expect(book.statutes[.eir].checkedTo == nil && book.statutes[.eir].caution != nil)
    for regime in Regime.allCases {
      #expect(book.statutes[regime].inForce.from == Day("2005-01-01"))
    }
  }

  @Test("the limits of cost are 24 and 18 hours, in Scotland 600 pounds")
  func limits() throws {
    let foia = book.costLimits(.foia)
    #expect(foia.map(\.pounds) == [600, 450] && foia.map(\.hours) == [24, 18])
    #expect(foia.allSatisfy { $0.work.count == 4 && !$0.isRateCeiling })
    let foisa = try #require(book.costLimits(.foisa).first)
    #expect(foisa.pounds == 600 && foisa.isRateCeiling && foisa.free == 100)
    #expect(book.costLimits(.eir).isEmpty)
    #expect(book.costLimits(.foia, on: try day("2004-12-31")).isEmpty)
  }
}
