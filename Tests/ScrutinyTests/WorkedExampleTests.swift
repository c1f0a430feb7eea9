import DataFiles
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("The worked examples")
struct WorkedExampleTests {
  @Test("the case decided well has nothing to put right, with its letter or without")
  func decidedWell() throws {
    let decision = try Cases.decidedWell()
    let scrutiny = try Cases.scrutiny()
    #expect(scrutiny.report(on: decision).findings.map(\.message) == [])
    let letter = try Cases.letter(of: decision)
    #expect(scrutiny.report(on: decision, letter: letter).findings.map(\.message) == [])
  }

  @Test("the case as first written fails where it should")
  func firstWritten() throws {
    let report = try Cases.scrutiny().report(on: try Cases.firstWritten())
    let lines = report.findings.map { finding in
      [finding.rule, finding.verdict.rawValue, finding.cite ?? "", finding.field.description]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    #expect(lines == WorkedExampleTests.expected)
    #expect(report.unlawful == 19 && report.style == 0)
  }

  /// Unlawful first, each grade in the order of the decision.
  private static let expected = [
    "RN-004 partial questions/0/held",
    "RN-020 fail questions/0/held",
    "RN-004 partial questions/1/held",
    "RN-020 fail questions/1/held",
    "RN-110 fail items",
    "RN-040 partial s24(1) reliance/0/reason",
    "RN-061 fail s24(1) reliance/0/harm/likelihood",
    "RN-091 fail s24(1) reliance/0/for maintaining/0/factor",
    "RN-040 partial s31(1)(a) reliance/1/reason",
    "RN-054 fail s31(1)(a) reliance/1/harm/how",
    "RN-051 partial s31(1)(a) reliance/1/harm/severity",
    "RN-100 fail s31(1)(a) reliance/1/balance/reasons",
    "RN-040 fail s31(1)(b) reliance/2/reason",
    "RN-051 fail s31(1)(b) reliance/2/harm",
    "RN-050 fail s31(1)(b) reliance/2/harm/interest",
    "RN-052 fail s31(1)(b) reliance/2/harm/shows",
    "RN-080 fail s31(1)(b) reliance/2/balance",
    "RN-130 fail rights/internal review",
    "RN-131 fail rights/regulator",
    "RN-005 fail decided by",
    "RN-062 fail s24(1) reliance/0/section 23",
    "RN-060 fail s24(1) reliance/0/on file",
    "RN-063 partial s24(1) reliance/0/harm/who",
    "RN-056 fail s24(1) reliance/0/harm/evidence",
    "RN-095 fail s24(1) reliance/0/harm/likelihood",
    "RN-087 fail s24(1) reliance/0/for disclosure/0",
    "RN-088 fail s24(1) reliance/0/for disclosure/0/weight",
    "RN-089 fail s24(1) reliance/0/for disclosure/0/answer",
    "RN-063 fail s24(1) reliance/0/for maintaining/0",
    "RN-063 partial s24(1) reliance/0/for maintaining/0/words",
    "RN-088 fail s24(1) reliance/0/for maintaining/0/weight",
    "RN-088 fail s24(1) reliance/0/for maintaining/1/weight",
    "RN-101 fail s24(1) reliance/0/for maintaining/2/words",
    "RN-088 fail s24(1) reliance/0/for maintaining/2/weight",
    "RN-058 fail s24(1) reliance/0/for maintaining/3",
    "RN-063 partial s24(1) reliance/0/for maintaining/3/words",
    "RN-088 fail s24(1) reliance/0/for maintaining/3/weight",
    "RN-098 fail s24(1) reliance/0/balance/timing",
    "RN-060 fail s31(1)(a) reliance/1/on file",
    "RN-056 fail s31(1)(a) reliance/1/harm/evidence",
    "RN-053 fail s31(1)(a) reliance/1/harm/likelihood",
    "RN-095 fail s31(1)(a) reliance/1/harm/likelihood",
    "RN-090 fail s31(1)(a) reliance/1/for disclosure",
    "RN-087 fail s31(1)(a) reliance/1/for disclosure/0",
    "RN-088 fail s31(1)(a) reliance/1/for disclosure/0/weight",
    "RN-089 fail s31(1)(a) reliance/1/for disclosure/0/answer",
    "RN-093 fail s31(1)(a) reliance/1/for maintaining/0/words",
    "RN-088 fail s31(1)(a) reliance/1/for maintaining/0/weight",
    "RN-088 fail s31(1)(a) reliance/1/for maintaining/1/weight",
    "RN-055 fail s31(1)(a) reliance/1/balance/reasons",
    "RN-093 fail s31(1)(a) reliance/1/balance/reasons",
    "RN-098 fail s31(1)(a) reliance/1/balance/timing",
    "RN-044 fail s31(1)(b) reliance/2/reason",
    "RN-060 fail s31(1)(b) reliance/2/on file",
    "RN-056 fail s31(1)(b) reliance/2/harm/evidence",
    "RN-053 fail s31(1)(b) reliance/2/harm/likelihood",
    "RN-113 fail alternatives",
  ]

  @Test("messages speak of the case")
  func messages() throws {
    let report = try Cases.scrutiny().report(on: try Cases.firstWritten())
    func message(_ rule: String) -> String {
      report.findings(under: rule).map(\.message).joined(separator: "\n")
    }
    #expect(message("RN-053").contains("No level of likelihood is chosen for s31(1)(b)"))
    #expect(message("RN-101").contains("'…trusts the police to judge what it is safe to publish"))
    #expect(message("RN-100").contains("'…will not disclose information that would"))
    #expect(message("RN-054").contains("'They could exploit the weakness'"))
    #expect(message("RN-020").contains("question q1, 'Which companies supply the force"))
    for finding in report.findings {
      #expect(finding.message.last == ".", "\(finding.message)")
      #expect(finding.message.count < 320 && !finding.fix.isEmpty && !finding.citation.isEmpty)
    }
  }
}
