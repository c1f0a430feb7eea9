import DataFiles
import InformationLaw
import LetterReading
import Testing

@testable import Scrutiny

@Suite("The audit of a bare letter")
struct LetterAuditTests {
  let audit: LetterAudit
  let book: StatuteBook

  init() throws {
    book = try Cases.book.get()
    audit = try Cases.letterAudit.get()
  }

  @Test(
    "every rule of the letter's regime has a verdict, and no other rule", arguments: Regime.allCases
  )
  func verdicts(regime: Regime) {
    var reading = Reading(text: "The information is exempt.")
    reading.regime = CitedRegime(rawValue: regime.rawValue)
    let rules = book.rules.filter { $0.regimes.contains(regime) }.map(\.id)
    #expect(audit.report(on: reading).verdicts.map(\.rule) == rules)
  }

  @Test(
    "a letter that names no regime is held against FOIA, one on data protection against nothing")
  func regimes() {
    var reading = Reading(text: "Nothing.")
    #expect(audit.regime(of: reading) == .foia)
    reading.regime = .dataProtection
    #expect(audit.regime(of: reading) == nil)
    let report = audit.report(on: reading)
    #expect(report.findings.isEmpty)
    #expect(report.verdicts.allSatisfy { $0.verdict == .notApplicable })
  }

  @Test("a letter in Welsh is not audited as English")
  func welsh() {
    let report = audit.report(on: Reading(text: "Annwyl Ms Evans", language: .welsh))
    #expect(report.findings.isEmpty)
    #expect(report.verdicts.allSatisfy { $0.verdict == .cannotAssess })
  }

  @Test("what a whole reply lacks is missing here in a part of one, and no finding")
  func attachment() {
    let reading = LetterExample("a test", on: ["s42(1)"], "Section 42(1) applies.").reading
    let whole = audit.report(on: reading)
    let part = audit.report(on: reading, wholeLetter: false)
    #expect(whole.verdict("RN-130") == .fail)
    #expect(whole.findings(under: "RN-130").count == 1)
    #expect(part.verdict("RN-130") == .missingHere)
    #expect(part.findings(under: "RN-130").isEmpty)
  }

  @Test("an empty text gives verdicts and no crash")
  func empty() {
    let report = audit.report(on: Reading(text: ""))
    #expect(report.verdicts.count == 104)
    #expect(report.findings.allSatisfy { $0.start == 0 && $0.end == 0 })
  }

  @Test("a verdict that is given limb by limb has one row for each limb it applies to")
  func limbs() {
    let text = "Sections 31(1)(a) and 43(2) apply."
    let report = audit.report(
      on: LetterExample("two", on: ["s31(1)(a)", "s43(2)"], text).reading)
    let rows = report.verdicts.filter { $0.rule == "RN-040" }
    #expect(rows.map(\.limb) == ["foia-31-1-a", "foia-43-2"])
    #expect(rows.map(\.cite) == ["s31(1)(a)", "s43(2)"])
    #expect(report.verdicts.filter { $0.rule == "RN-061" }.map(\.limb) == [nil])
  }

  @Test("offsets count Unicode scalars, whatever stands before")
  func scalars() throws {
    let example = LetterExample(
      "a family", on: ["s43(2)"],
      "👨‍👩‍👧 é\nSection 43(2).\n{balance s43(2)} The arguments are evenly matched.")
    let reading = example.reading
    let finding = try #require(audit.report(on: reading).findings(under: "RN-086").first)
    let scalars = Array(reading.text.unicodeScalars)
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[try #require(finding.start)..<(try #require(finding.end))])
    #expect(String(words) == "evenly matched")
    #expect(finding.field == "letter/2")
  }

  @Test("what the requester wrote is never held against the authority")
  func quoted() {
    let text = "{request_quoted} You time wasters. It is evenly matched, and we never release it."
    let report = audit.report(on: LetterExample("quoted", text).reading)
    #expect(report.verdict("RN-153") == .pass)
    #expect(report.findings(under: "RN-100").isEmpty)
  }

  @Test("a letter is held against the law of its day")
  func dated() throws {
    let text = "Names are exempt under section 40(2)."
    func citation(_ sent: String) throws -> String {
      let example = LetterExample("names", on: ["s40(2)"], sent: sent, text)
      return try #require(
        audit.report(on: example.reading).findings(under: "RN-035").first?.citation)
    }
    #expect(try citation("2016-03-01") != citation("2026-03-02"))
  }

  @Test(
    "a section leaves open which limb is meant, and the verdict says so", arguments: ["s36", "s31"])
  func sections(cite: String) throws {
    let section = cite.dropFirst()
    let report = audit.report(
      on: LetterExample(
        "bare", on: ["\(cite) as section \(section)"], "It is in section \(section)."
      )
      .reading)
    let row = try #require(report.verdicts.first { $0.rule == "RN-040" })
    #expect(row.limb == nil)
    #expect(row.cite == cite)
    #expect(report.verdict("RN-031") == .fail)
  }
}
