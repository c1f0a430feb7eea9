import DataFiles
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("A letter after an officer's edits")
struct EditedLetterTests {
  let scrutiny: Scrutiny
  let decision: Decision

  init() throws {
    scrutiny = try Cases.scrutiny()
    decision = try Cases.decidedWell()
  }

  /// The audit with one section of the letter edited.
  private func report(
    _ section: String, _ edit: (String) -> String
  ) throws -> (report: ScrutinyReport, text: String) {
    let derived = try Cases.letter(of: decision)
    let before = try #require(derived.sections.first { $0.id == section })
    let text = edit(before.text)
    let letter = try Cases.letter(of: decision, edits: [section: text])
    return (scrutiny.report(on: decision, letter: letter), text)
  }

  /// The words of the section that a finding points at.
  private func words(_ finding: Finding, in text: String) throws -> String {
    let range = try #require(finding.start)..<(try #require(finding.end))
    return String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  @Test(
    "words put into the reasons are found where they stand",
    arguments: [
      ("RN-054", "Disclosure could perhaps help somebody.", "could"),
      ("RN-055", "An attack is certain to follow.", "is certain to"),
      ("RN-093", "Naïve readers would have misunderstood it.", "misunderstood"),
      ("RN-100", "The force never releases versions.", "never releases"),
      ("RN-101", "The public trusts the police to judge.", "trusts the police to judge"),
      ("RN-140", "The requester is a competitor.", "The requester is"),
      ("RN-153", "The request is ridiculous.", "ridiculous"),
      ("RN-150", "The SIRO objects.", "SIRO"),
      ("RN-086", "The requester has not shown why.", "requester has not shown"),
    ])
  func added(rule: String, sentence: String, found: String) throws {
    let (report, text) = try report("reliance/crime") {
      "Ein Überblick – eingefügt.\n\n\($0)\n\n\(sentence)"
    }
    let finding = try #require(report.findings(under: rule).first, "\(rule)")
    #expect(finding.field == "letter/reliance/crime")
    #expect(try words(finding, in: text) == found)
    #expect(Set(report.findings.map(\.rule)) == [rule])
  }

  @Test("what the decision says is judged there, and not again in the letter")
  func derivedOnce() throws {
    var decision = decision
    decision.reliances[0].harm.how = "They could exploit a weakness."
    let letter = try Cases.letter(of: decision)
    let findings = scrutiny.report(on: decision, letter: letter).findings(under: "RN-054")
    #expect(findings.map(\.field) == ["reliance/0/harm/how"])
  }

  @Test("what a notice has to say is missed when it is taken out")
  func takenOut() throws {
    let plain: (String) -> String = { _ in "We have thought about it." }
    #expect(try report("opening", plain).report.findings.map(\.rule) == ["RN-003"])
    #expect(
      try Set(report("rights", plain).report.findings.map(\.rule))
        == ["RN-130", "RN-131", "RN-135"])
    let crime = try report("reliance/crime", plain).report.findings.map(\.rule)
    #expect(crime.contains("RN-053") && crime.contains("RN-086"))
  }

  @Test("a citation cut down to its section is found")
  func bareSection() throws {
    var decision = decision
    decision.cumulative = nil
    let derived = try Cases.letter(of: decision)
    let edits = Dictionary(
      derived.sections.map { ($0.id, $0.text.replacing("section 31(1)(a)", with: "section 31")) },
      uniquingKeysWith: { first, _ in first })
    var letter = try Cases.letter(of: decision, edits: edits)
    for index in letter.sections.indices where letter.sections[index].id == "reliance/crime" {
      letter.sections[index].heading = "Law enforcement"
    }
    for index in letter.sections.indices {
      letter.sections[index].text = letter.sections[index].text.replacing(
        "Section 31(1)(a)", with: "31")
    }
    let findings = scrutiny.report(on: decision, letter: letter).findings(under: "RN-031")
    #expect(findings.map(\.cite) == ["s31(1)(a)"])
    #expect(findings.map(\.field) == ["letter/withheld"])
  }

  @Test(
    "the regulator's time is six weeks",
    arguments: ["within three months", "within 2 months", "within a year"])
  func wrongTime(words: String) throws {
    let (report, text) = try report("rights") { $0.replacing("within six weeks", with: words) }
    let finding = try #require(report.findings(under: "RN-134").first { $0.start != nil })
    #expect(try words.hasSuffix(self.words(finding, in: text)))
    #expect(report.findings(under: "RN-134").count == 2, "the six weeks are missed as well")
  }

  @Test("findings of the letter come after the decision's, section by section")
  func order() throws {
    var decision = decision
    decision.reliances[0].balance?.reasons = "We never release it."
    let letter = try Cases.letter(
      of: decision,
      edits: [
        "reliance/crime": "We always refuse. We never disclose it. It would be likely.",
        "opening": "Freedom of Information Act 2000. We never publish that.",
      ])
    let fields = scrutiny.report(on: decision, letter: letter).findings(under: "RN-100")
    #expect(
      fields.map(\.field.description) == [
        "reliance/0/balance/reasons", "letter/opening", "letter/reliance/crime",
        "letter/reliance/crime",
      ])
    #expect(try #require(fields[2].start) < (try #require(fields[3].start)))
  }

  @Test("a letter that says whom it goes to meets that rule")
  func addressed() throws {
    var letter = try Cases.letter(of: decision)
    #expect(scrutiny.report(on: decision, letter: letter).verdict("RN-001") == .cannotAssess)
    letter.isAddressed = true
    #expect(scrutiny.report(on: decision, letter: letter).verdict("RN-001") == .pass)
  }
}
