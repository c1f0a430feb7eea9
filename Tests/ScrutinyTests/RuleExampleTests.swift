import DataFiles
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("Every rule's own examples")
struct RuleExampleTests {
  let scrutiny: Scrutiny
  let exemplary: Draft

  init() throws {
    scrutiny = try Cases.scrutiny()
    exemplary = Draft(decision: try Cases.decidedWell())
  }

  private func report(on example: Example) -> ScrutinyReport {
    var draft = exemplary
    example.change(&draft)
    return scrutiny.report(on: draft.decision, letter: draft.letter)
  }

  @Test("what breaks a rule is found where it is", arguments: Rule.all.filter { !$0.isOnlyAsked })
  func breaks(rule: Rule) {
    #expect(!rule.breaks.isEmpty, "\(rule.id) has no example that breaks it")
    for example in rule.breaks {
      let report = report(on: example)
      let findings = report.findings(under: rule.id)
      #expect([.fail, .partial].contains(report.verdict(rule.id)), "\(rule.id): \(example.says)")
      #expect(
        findings.contains { $0.field.isWithin(example.field) },
        "\(rule.id): \(example.says): \(findings.map(\.field.description))")
      #expect(!example.field.components.isEmpty, "\(rule.id): \(example.says) names no field")
      for finding in findings {
        let message = finding.message
        #expect(message.hasSuffix(".") && !message.hasSuffix(".."), "\(message)")
        #expect(!message.contains("  ") && !message.contains("''"), "\(message)")
      }
    }
  }

  @Test(
    "what keeps a rule is passed, and comes under it",
    arguments: Rule.all.filter { !$0.passes.isEmpty })
  func passes(rule: Rule) {
    for example in rule.passes {
      let report = report(on: example)
      #expect(
        [.pass, .cannotAssess].contains(report.verdict(rule.id)),
        "\(rule.id): \(example.says): \(report.findings(under: rule.id).map(\.message))")
    }
  }

  @Test("every rule is kept by the exemplary decision or by an example of its own")
  func everyRuleIsKept() {
    let report = scrutiny.report(on: exemplary.decision)
    #expect(report.findings.map(\.message) == [])
    for rule in Rule.all where !rule.isOnlyAsked && rule.passes.isEmpty {
      #expect([.pass, .cannotAssess].contains(report.verdict(rule.id)), "\(rule.id)")
    }
  }

  @Test("every rule of the book has code, and all code has a rule of the book")
  func complete() throws {
    let rules = try Cases.book.get().rules.map(\.id)
    #expect(rules.count == 123)
    #expect(Set(rules) == Set(Rule.all.map(\.id)))
    #expect(Rule.all.count == Rule.byID.count, "an id stands twice")
  }

  @Test("every rule has an example that breaks it and one that keeps it, in a decision or a letter")
  func examples() {
    for rule in Rule.all {
      let letters = LetterRule.byID[rule.id]
      #expect(!rule.breaks.isEmpty || letters?.fails.isEmpty == false, "\(rule.id)")
      #expect(!rule.passes.isEmpty || letters?.passes.isEmpty == false, "\(rule.id)")
    }
  }

  @Test("a rule that is only asked never fails, and one about a limb stays away without it")
  func asked() {
    var draft = exemplary
    draft.decision = Decision(
      authority: Authority(name: "A"), reference: "", received: draft.received)
    let report = scrutiny.report(on: draft.decision)
    for rule in Rule.all where rule.isOnlyAsked {
      #expect([.cannotAssess, .notApplicable].contains(report.verdict(rule.id)), "\(rule.id)")
    }
    for rule in ["RN-034", "RN-036", "RN-040", "RN-061", "RN-064", "RN-080", "RN-120", "RN-126"] {
      #expect(report.verdict(rule) == .notApplicable, "\(rule)")
    }
  }
}

extension Rule: CustomTestStringConvertible {
  /// The id in the name of a test case.
  public var testDescription: String { id }
}
