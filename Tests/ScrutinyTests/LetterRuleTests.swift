import DataFiles
import InformationLaw
import LetterReading
import Testing

@testable import Scrutiny

@Suite("Every letter rule's own examples")
struct LetterRuleTests {
  let audit: LetterAudit
  let book: StatuteBook

  init() throws {
    book = try Cases.book.get()
    audit = try Cases.letterAudit.get()
  }

  @Test("what breaks a rule is found in the words of the letter", arguments: LetterRule.all)
  func fails(rule: LetterRule) throws {
    #expect(!rule.fails.isEmpty, "\(rule.id) has no letter that breaks it")
    for example in rule.fails {
      let reading = example.reading
      let report = audit.report(on: reading)
      let findings = report.findings(under: rule.id)
      #expect(
        [.fail, .partial].contains(report.verdict(rule.id)),
        "\(rule.id): \(example.says): \(report.verdict(rule.id))")
      #expect(!findings.isEmpty, "\(rule.id): \(example.says)")
      let length = reading.text.unicodeScalars.count
      for finding in findings {
        let start = try #require(finding.start)
        let end = try #require(finding.end)
        #expect(0 <= start && start < end && end <= length, "\(rule.id): \(example.says)")
        #expect(finding.field.components.first == "letter", "\(rule.id): \(finding.field)")
        let message = finding.message
        #expect(message.hasSuffix(".") && !message.hasSuffix(".."), "\(message)")
        #expect(!message.contains("  ") && !message.contains("''"), "\(message)")
      }
    }
  }

  @Test(
    "what keeps a rule is passed or left to a person, and comes under it", arguments: LetterRule.all
  )
  func passes(rule: LetterRule) {
    #expect(!rule.passes.isEmpty, "\(rule.id) has no letter that keeps it")
    for example in rule.passes {
      let report = audit.report(on: example.reading)
      #expect(
        [.pass, .cannotAssess].contains(report.verdict(rule.id)),
        "\(rule.id): \(example.says): \(report.verdict(rule.id)): \(report.findings(under: rule.id).map(\.message))"
      )
    }
  }

  @Test("every rule of the book has code for letters, and all code has a rule of the book")
  func complete() {
    #expect(book.rules.count == 123)
    #expect(Set(book.rules.map(\.id)) == Set(LetterRule.all.map(\.id)))
    #expect(LetterRule.all.count == LetterRule.byID.count, "an id stands twice")
  }

  @Test("every limb that an example relies on is in the book, and named in its text")
  func limbs() {
    let index = LimbIndex(book.limbs)
    for rule in LetterRule.all {
      for example in rule.fails + rule.passes {
        for exemption in example.reading.exemptions {
          let cited = CitedLimb(exemption, book: index)
          #expect(!cited.family.isEmpty, "\(rule.id): \(example.says): \(exemption.cite)")
          #expect(exemption.end > exemption.start, "\(rule.id): \(example.says): \(exemption.cite)")
        }
      }
    }
  }

  @Test("every list of phrases that the rules name is in the data, and every list is named")
  func lists() throws {
    let phrases = try PhraseBook.forLetters()
    for list in phrases.lists.values {
      #expect(book.rules.contains { $0.id == list.rule }, "\(list.id) serves \(list.rule)")
    }
  }
}

extension LetterRule: CustomTestStringConvertible {
  /// The id in the name of a test case.
  public var testDescription: String { id }
}
