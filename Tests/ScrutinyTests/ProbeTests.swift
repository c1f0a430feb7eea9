import Testing
@testable import Scrutiny
@Test func probe() throws {
  let c = try Cases()
  for d in [try c.firstWritten(), try c.decidedWell()] {
    let r = c.scrutiny.report(on: d)
    for f in r.findings { print(f.severity.rawValue, f.verdict.rawValue, f.rule, f.field, f.cite ?? "-", "|", f.message) }
    print(r.unlawful, r.badPractice, r.style, r.verdicts.count, r.questions.count)
  }
}
