import DataFiles
import Foundation
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("Answers to the questions of judgement")
struct JudgementTests {
  let scrutiny: Scrutiny
  let book: StatuteBook
  let decision: Decision

  init() throws {
    scrutiny = try Cases.scrutiny()
    book = try Cases.book.get()
    decision = try Cases.decidedWell()
  }

  private func given(
    _ rule: String, _ limb: String? = nil, _ answer: Judgement.Answer, isCurrent: Bool = true
  ) -> GivenJudgement {
    GivenJudgement(
      judgement: Judgement(rule: rule, limb: limb, answer: answer, reason: "The chain has a gap."),
      by: "Robin Vale (officer)", on: Day("2026-10-12"), isCurrent: isCurrent)
  }

  private func verdict(_ report: ScrutinyReport, _ rule: String, _ limb: String?) -> Verdict? {
    report.verdicts.first { $0.rule == rule && $0.limb == limb }?.verdict
  }

  @Test(
    "the verdict of the rule becomes the answer, for the limb it is about",
    arguments: zip(
      Judgement.Answer.allCases, [Verdict.pass, .partial, .fail, .notApplicable]))
  func verdicts(_ answer: Judgement.Answer, _ expected: Verdict) throws {
    let report = scrutiny.report(
      on: decision, judgements: [given("RN-052", "foia-31-1-a", answer)])
    #expect(verdict(report, "RN-052", "foia-31-1-a") == expected)
    #expect(verdict(report, "RN-052", "foia-24-1") == verdict(plain, "RN-052", "foia-24-1"))
    #expect(report.questions.map(\.key) == plain.questions.map(\.key))
    #expect(report.openQuestions.count == plain.questions.count - 1)
    #expect(
      report.findings.count == plain.findings.count + (answer.needsReason ? 1 : 0)
        - (answer == .doesNotApply ? 1 : 0))
  }

  private var plain: ScrutinyReport { scrutiny.report(on: decision) }

  @Test("a 'not met' is a finding that names who said so, why, and what to do")
  func finding() throws {
    let report = scrutiny.report(
      on: decision, judgements: [given("RN-052", "foia-31-1-a", .notMet)])
    let finding = try #require(report.findings(under: "RN-052").first)
    let rule = try #require(book.rule(id: "RN-052"))
    let question = try #require(rule.question)
    #expect(
      finding
        == Finding(
          rule: "RN-052", severity: .unlawful, verdict: .fail, limb: "foia-31-1-a",
          cite: "s31(1)(a)",
          field: "reliance/0/harm",
          message: "'\(question)' Not met, says Robin Vale (officer) on 12 October 2026: "
            + "The chain has a gap.", citation: rule.citation, fix: rule.fix))
    #expect(report.unlawful == plain.unlawful + 1)
  }

  @Test("an answer that is not current leaves the question open, and is shown with it")
  func earlier() throws {
    let earlier = given("RN-042", nil, .notMet, isCurrent: false)
    let report = scrutiny.report(on: decision, judgements: [earlier])
    #expect(report.verdicts == plain.verdicts && report.findings == plain.findings)
    #expect(report.openQuestions.count == plain.questions.count)
    #expect(report.questions.first { $0.rule == "RN-042" }?.given == earlier)
  }

  @Test("no answer hides what the structure shows")
  func structureWins() throws {
    var bare = decision
    bare.reliances[0].reason = ""
    bare.reliances[0].harm = Harm()
    let met = given("RN-040", "foia-31-1-a", .met)
    let report = scrutiny.report(on: bare, judgements: [met])
    #expect(verdict(report, "RN-040", "foia-31-1-a") == .fail)
    #expect(report == scrutiny.report(on: bare))
  }

  @Test("an answer to what is not asked changes nothing")
  func unasked() throws {
    let report = scrutiny.report(
      on: decision,
      judgements: [
        given("RN-999", nil, .notMet), given("RN-001", nil, .notMet),
        given("RN-052", "foia-43-2", .notMet),
      ])
    #expect(report == plain)
  }

  @Test("a report with answers survives encoding")
  func codable() throws {
    let report = scrutiny.report(
      on: decision, judgements: [given("RN-052", "foia-31-1-a", .inPart)])
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ScrutinyReport.self, from: data) == report)
  }

  @Test("every question that is asked is about something that the decision says")
  func matters() throws {
    for question in plain.questions {
      let rule = try #require(book.rule(id: question.rule))
      let matter = Matter(of: rule, limb: question.limbID, in: decision, edits: [:], book: book)
      #expect(!matter.passages.isEmpty, "\(question.key)")
    }
  }

  @Test("what a question for one limb is about says nothing of another")
  func oneLimb() throws {
    let rule = try #require(book.rule(id: "RN-052"))
    let matter = Matter(of: rule, limb: "foia-24-1", in: decision, edits: [:], book: book)
    #expect(matter.field == "reliance/1/harm")
    #expect(!matter.passages.isEmpty)
    #expect(!matter.passages.contains { $0.label.contains("s31(1)(a)") })
  }

  @Test("words of the letter that an officer changed belong to what they were derived from")
  func letter() throws {
    let harm = try #require(book.rule(id: "RN-052"))
    let style = try #require(book.rule(id: "RN-152"))
    let edits = ["reliance/\(decision.reliances[0].id)": "Other words", "rights": "More"]
    func letter(_ rule: AuditRule, _ limb: String?) -> [String] {
      Matter(of: rule, limb: limb, in: decision, edits: edits, book: book).passages
        .filter(\.isOfLetter).map(\.text)
    }
    #expect(letter(harm, "foia-31-1-a") == ["Other words"])
    #expect(letter(harm, "foia-24-1") == [])
    #expect(letter(style, nil) == ["Other words", "More"])
  }
}
