import DataFiles
import Foundation
import InformationLaw
import PublicInterest
import Testing

@testable import Scrutiny

@Suite("Reports")
struct ReportTests {
  let scrutiny: Scrutiny
  let decision: Decision

  init() throws {
    scrutiny = try Cases.scrutiny()
    decision = try Cases.decidedWell()
  }

  @Test("every FOIA rule has a row, for each limb where it is answered for each")
  func rows() throws {
    let report = scrutiny.report(on: decision)
    let rules = try Cases.book.get().rules.filter { $0.regimes.contains(.foia) }
    for rule in rules {
      let rows = report.verdicts.filter { $0.rule == rule.id }
      #expect(rows.map(\.limb) == (rule.isPerLimb ? ["foia-31-1-a", "foia-24-1"] : [nil]))
    }
    #expect(report.verdicts.map(\.rule).allSatisfy { $0.hasPrefix("RN-") })
    #expect(!report.verdicts.contains { ["RN-017", "RN-021", "RN-132"].contains($0.rule) })
    let necessity = report.verdicts.filter { $0.rule == "RN-061" }
    #expect(necessity.map(\.verdict) == [.notApplicable, .cannotAssess])
    #expect(necessity.last?.cite == "s24(1)")
  }

  @Test("two reliances on one limb share a row, and the worse verdict stands")
  func sharedRow() {
    var draft = Draft(decision: decision)
    draft.rely(on: "foia-31-1-a", for: ["suppliers"]) { $0.harm.interest = "" }
    let report = scrutiny.report(on: draft.decision)
    let rows = report.verdicts.filter { $0.rule == "RN-050" }
    #expect(rows.map(\.limb) == ["foia-31-1-a", "foia-24-1"])
    #expect(rows.first?.verdict == .fail)
    #expect(report.findings(under: "RN-050").map(\.field) == ["reliance/2/harm/interest"])
  }

  @Test("what a person has to judge is asked, limb by limb")
  func questions() throws {
    let report = scrutiny.report(on: decision)
    let asked = report.questions.filter { $0.rule == "RN-040" }
    #expect(asked.map(\.limb) == ["s31(1)(a)", "s24(1)"])
    #expect(asked.first?.question.hasSuffix("?") == true)
    let byRule = Dictionary(grouping: report.verdicts, by: \.rule)
    for question in report.questions {
      #expect(byRule[question.rule]?.contains { $0.verdict == .cannotAssess } == true)
    }
  }

  @Test("findings are found by the field they lie in")
  func within() throws {
    let report = scrutiny.report(on: try Cases.firstWritten())
    let harm = report.findings(within: "reliance/1/harm")
    #expect(harm.map(\.rule) == ["RN-054", "RN-051", "RN-056", "RN-053", "RN-095"])
    #expect(report.findings(within: "reliance/1/harm/how").map(\.rule) == ["RN-054"])
    #expect(report.findings(within: "rights").map(\.rule) == ["RN-130", "RN-131"])
    #expect(report.findings(within: "").count == report.findings.count)
    #expect(report.findings(within: "rel").isEmpty)
  }

  @Test("a report survives encoding, and a field is written as its path")
  func codable() throws {
    let report = scrutiny.report(on: try Cases.firstWritten())
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(ScrutinyReport.self, from: data) == report)
    #expect(String(decoding: data, as: UTF8.self).contains(#""field":"rights\/regulator""#))
  }

  @Test("a decision of which nothing is known yet has a report")
  func empty() {
    let empty = Decision(
      authority: Authority(name: ""), reference: "", received: decision.received)
    let report = scrutiny.report(on: empty)
    #expect(report.findings.map(\.rule) == ["RN-002", "RN-005", "RN-005", "RN-002"])
    #expect(report.unlawful == 0 && report.badPractice == 4)
    #expect(Set(report.verdicts.map(\.rule)).count == 104)
  }

  @Test("an open decision is late once its day has passed")
  func lateWithoutDecision() throws {
    var open = decision
    open.decided = nil
    let due = try #require(Day("2026-11-02"))
    #expect(scrutiny.report(on: open, today: due).verdict("RN-010") == .cannotAssess)
    #expect(scrutiny.report(on: open, today: due.adding(1)).verdict("RN-010") == .fail)
    #expect(scrutiny.report(on: open).verdict("RN-010") == .cannotAssess)
  }

  @Test("a late decision is told with its working day")
  func lateDecision() throws {
    var late = decision
    late.decided = Day("2026-11-05")
    let finding = try #require(scrutiny.report(on: late).findings(under: "RN-010").first)
    #expect(
      finding.message
        == "Decided on 5 November 2026, working day 23; the notice was due on 2 November 2026.")
    #expect(finding.severity == .unlawful)
  }

  @Test("while a clarification is awaited no time runs")
  func awaiting() {
    var open = decision
    open.clockEvents = Rule.facts([("clarification-asked", "2026-10-08")])
    let report = scrutiny.report(on: open)
    #expect(report.verdict("RN-010") == .cannotAssess && report.verdict("RN-016") == .cannotAssess)
  }

  @Test("an unknown limb is a finding and stops no other rule")
  func unknownLimb() {
    var odd = decision
    odd.reliances[1].limb = "foia-99"
    let report = scrutiny.report(on: odd)
    #expect(report.findings(under: "RN-031").first?.message.contains("'foia-99'") == true)
    #expect(report.verdicts.filter { $0.rule == "RN-040" }.map(\.limb) == ["foia-31-1-a"])
  }

  @Test("taking out any one text of the decision leaves a report of the same rows")
  func everyTextEmptied() throws {
    let data = try JSONEncoder().encode(decision)
    let whole = try JSONSerialization.jsonObject(with: data)
    let rows = scrutiny.report(on: decision).verdicts.map(\.rule)
    let names: Set = ["limb", "id", "kind", "regime", "side", "outcome", "answer", "form"]
    var count = 0
    for path in ReportTests.texts(in: whole) where names.isDisjoint(with: [path.last ?? ""]) {
      let changed = ReportTests.emptying(path[...], in: whole)
      let data = try JSONSerialization.data(withJSONObject: changed)
      guard let emptied = try? JSONDecoder().decode(Decision.self, from: data) else { continue }
      count += 1
      #expect(scrutiny.report(on: emptied).verdicts.map(\.rule) == rows, "\(path)")
    }
    #expect(count > 80)
  }

  private static func texts(in value: Any) -> [[String]] {
    switch value {
    case is String: [[]]
    case let object as [String: Any]:
      object.keys.sorted().flatMap { key in
        object[key].map { texts(in: $0).map { [key] + $0 } } ?? []
      }
    case let list as [Any]:
      list.indices.flatMap { index in texts(in: list[index]).map { [String(index)] + $0 } }
    default: []
    }
  }

  private static func emptying(_ path: ArraySlice<String>, in value: Any) -> Any {
    guard let step = path.first else { return "" }
    if var object = value as? [String: Any], let inner = object[step] {
      object[step] = emptying(path.dropFirst(), in: inner)
      return object
    }
    if var list = value as? [Any], let index = Int(step) {
      list[index] = emptying(path.dropFirst(), in: list[index])
      return list
    }
    return value
  }
}
