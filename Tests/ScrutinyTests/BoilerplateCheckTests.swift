import DataFiles
import InformationLaw
import LetterReading
import Precedents
import PublicInterest
import Scrutiny
import Testing

@Suite("Stock reasons")
struct BoilerplateCheckTests {
  private let stock =
    "The service depends on the help of the public, and that help would be lost if details of how it works "
    + "were given to anybody who asked for them."

  @Test("the reasons of a decision that stand in another are findings at their fields")
  func decision() throws {
    let decision = try Cases.file("suppliers-decided-well.yaml").decision
    let reasons = BoilerplateCheck.reasons(of: decision)
    var letters = Boilerplate()
    letters.add(letter: "FOI-1", passages: reasons.map(\.text))
    let check = BoilerplateCheck(book: try Cases.book.get(), letters: letters)
    let report = try Cases.scrutiny().report(on: decision)

    let with = check.adding(to: report, of: decision) { _ in false }
    let found = with.findings.filter { $0.message.contains("1 of 1 other letters: 'FOI-1'") }
    #expect(!found.isEmpty && found.count == with.findings.count - report.findings.count)
    #expect(Set(found.map(\.field)).isSubset(of: Set(reasons.map(\.field))))
    #expect(Set(found.map(\.rule)) == ["RN-042", "RN-087"])

    let own = check.adding(to: report, of: decision) { $0 == "FOI-1" }
    #expect(own == report)
  }

  @Test("a stock paragraph of a letter is a finding where it argues, and none where it does not")
  func letter() throws {
    var letters = Boilerplate()
    letters.add(letter: "a.txt", passages: [stock])
    letters.add(letter: "b.txt", passages: [stock, "Something else altogether about gritting."])
    let check = BoilerplateCheck(book: try Cases.book.get(), letters: letters)
    var reading = Reading(text: stock + "\n" + stock)
    let length = stock.unicodeScalars.count
    reading.blocks = [
      Block(kind: .paragraph, start: 0, end: length),
      Block(kind: .paragraph, start: length + 1, end: 2 * length + 1),
    ]
    reading.spans = [Span(role: .harm, exemption: "s31(1)(a)", start: 0, end: length)]
    let empty = ScrutinyReport(verdicts: [], findings: [], questions: [])
    let report = check.adding(to: empty, of: reading) { _ in false }
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1 && finding.rule == "RN-042")
    #expect(finding.start == 0 && finding.end == length && finding.limb == "foia-31-1-a")
    #expect(finding.message.contains("2 of 2 other letters: 'a.txt' and 'b.txt'"))
  }
}
