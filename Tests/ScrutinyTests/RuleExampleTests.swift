import DataFiles
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("Every rule's own examples")
struct RuleExampleTests {
  let cases: Cases
  let exemplary: Draft

  init() throws {
    cases = try Cases()
    exemplary = Draft(decision: try cases.decidedWell())
  }

  @Test("the exemplary decision breaks no rule", arguments: Rule.all.map(\.id))
  func exemplaryDecision(rule: String) {
    let (verdict, findings) = cases.answer(rule, on: exemplary)
    #expect(![.fail, .partial].contains(verdict), "\(findings.map(\.message))")
  }

  @Test("what breaks a rule is found where it is", arguments: Rule.all.map(\.id))
  func breaks(rule id: String) throws {
    let rule = try #require(Rule.byID[id])
    for example in rule.breaks {
      var draft = exemplary
      example.change(&draft)
      let (verdict, findings) = cases.answer(id, on: draft)
      #expect([.fail, .partial].contains(verdict), "\(id): \(example.says)")
      #expect(
        findings.contains { $0.field.isWithin(example.field) },
        "\(id): \(example.says): \(findings.map(\.field.description))")
      #expect(!example.field.components.isEmpty, "\(id): \(example.says) names no field")
    }
  }

  @Test("what keeps a rule is passed, and comes under it", arguments: Rule.all.map(\.id))
  func passes(rule id: String) throws {
    let rule = try #require(Rule.byID[id])
    for example in rule.passes {
      var draft = exemplary
      example.change(&draft)
      let (verdict, findings) = cases.answer(id, on: draft)
      #expect(
        [.pass, .cannotAssess].contains(verdict),
        "\(id): \(example.says): \(verdict) \(findings.map(\.message))")
    }
  }

  @Test("every rule that can be broken shows how, and that it can be kept")
  func everyRuleHasExamples() {
    for rule in Rule.all where !rule.isOnlyAsked {
      #expect(!rule.breaks.isEmpty, "\(rule.id) has no example that breaks it")
      let isExercised = cases.answer(rule.id, on: exemplary).verdict != .notApplicable
      #expect(isExercised || !rule.passes.isEmpty, "\(rule.id) has no example that keeps it")
    }
  }

  @Test("every FOIA rule of the book has code, and all code has a rule of the book")
  func complete() {
    let rules = cases.book.rules.filter { $0.regimes.contains(.foia) }.map(\.id)
    #expect(Set(rules) == Set(Rule.all.map(\.id)))
    #expect(Rule.all.count == Rule.byID.count)
  }
}
