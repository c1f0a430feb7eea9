import Casework
import DataFiles
import HTTPTypes
import InformationLaw
import Markup
import PublicInterest
import Scrutiny

/// The two sides of one exemption: the picture, the factors, what is recognised and what is irrelevant,
/// and the balance.
enum WeighPage {
  static let routes: [Route] = [
    .get(.weigh(":ref", reliance: ":r"), .sight("case")) { visit in
      .page(try render(try await visit.caseFile()))
    },
    .post(.removeFactor(":ref", reliance: ":r", factor: ":f"), .act("factorRemoved")) { visit in
      let reliance = try visit.parameter("r")
      let factor = try visit.parameter("f")
      return try await visit.append(.factorRemoved(reliance: reliance, factor: factor)) {
        .weigh($0.reference, reliance: reliance)
      }
    },
  ]

  private static func render(_ file: CaseFile) throws -> Page {
    let reliance = try file.reliance()
    let limb = try file.limb(of: reliance)
    guard limb.needsBalance else {
      throw Problem(
        status: .unprocessableContent, title: "Nothing is weighed here",
        message: "\(limb.cite) is absolute: no public interest balance is struck.")
    }
    let report = file.report
    let path = file.path(of: reliance)
    let items = file.subject.decision.items(of: reliance).map(\.description)
    let body: HTML = """
      <h1><span class="over">\(file.reference): \(limb.cite), \(items.joined(separator: "; "))</span>\
      Weigh the public interest</h1>
      \(SteelyardPicture(factors: reliance.factors).html)
      <div class="sides">\
      \(side(.disclose, "For disclosing", reliance, limb, file, report, path / "for disclosure"))\
      \(side(.maintain, "For maintaining the exemption", reliance, limb, file, report, path / "for maintaining"))</div>
      \(irrelevant(limb, file))
      \(AlternativesView(file: file).html)
      \(balance(reliance, file, report.findings(within: path / "balance")))
      """
    return Page(
      title: "Weigh \(limb.cite)", crumbs: file.crumbs(), body: body)
  }

  private static func side(
    _ side: Vocabulary.Side, _ title: String, _ reliance: Reliance, _ limb: Limb,
    _ file: CaseFile, _ report: ScrutinyReport, _ path: FieldPath
  ) -> HTML {
    let canChange = file.may("factorSet")
    let entries = reliance.factors(side).enumerated().map { index, factor in
      card(
        factor, name: "\(side == .disclose ? "D" : "M")\(index + 1)", reliance, file, canChange,
        report.findings(within: path / index))
    }
    // What is found in a factor stands in its card; what is found in the side stands above.
    let own = report.findings(within: path).filter { $0.field == path }
    let used = Set(reliance.factors.compactMap(\.recognised))
    let keys = side == .disclose ? limb.factorsForDisclosure : limb.factorsForMaintaining
    let new = Address.newFactor(file.reference, reliance: reliance.id).path
    let offers = keys.filter { !used.contains($0) }.compactMap { file.book.vocabulary.factors[$0] }
      .map { factor -> HTML in
        """
        <li class="offer"><h4>\(factor.label)</h4>\
        \(factor.weightNote.map { "<p class=\"hint\">\($0)</p>" as HTML })\
        \(canChange ? "<p><a href=\"\(new)?factor=\(factor.id)\">Use this<span class=\"unseen\"> factor: \(factor.label)</span></a></p>" as HTML : "")</li>
        """
      }
    let add: HTML =
      canChange
      ? "<p class=\"actions\"><a class=\"button quiet\" href=\"\(new)?side=\(side.rawValue)\">Add a factor of your own<span class=\"unseen\"> \(title.lowercased())</span></a></p>"
      : ""
    return """
      <section class="side \(side.rawValue)" aria-labelledby="side-\(side.rawValue)">\
      <h2 id="side-\(side.rawValue)">\(title)</h2>\
      \(own.map { FindingView(finding: $0).html })\
      \(entries.isEmpty ? "<p class=\"meta\">None yet.</p>" as HTML : "<ul class=\"factors\" role=\"list\">\(entries)</ul>")\
      \(add)\
      \(offers.isEmpty ? "" as HTML : "<details><summary>Recognised factors not used (\(offers.count))</summary><ul class=\"factors\" role=\"list\">\(offers)</ul></details>")\
      </section>
      """
  }

  private static func card(
    _ factor: Factor, name: String, _ reliance: Reliance, _ file: CaseFile, _ canChange: Bool,
    _ findings: [Finding]
  ) -> HTML {
    let change: HTML =
      canChange
      ? """
      <form class="inline" method="post" \
      action="\(Address.removeFactor(file.reference, reliance: reliance.id, factor: factor.id).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">\
      <a href="\(Address.factor(file.reference, reliance: reliance.id, factor: factor.id).path)">Change\
      <span class="unseen"> factor \(name)</span></a> \
      <button class="quiet small">Remove<span class="unseen"> factor \(name)</span></button></form>
      """ : ""
    let answer: HTML =
      factor.answer.isEmpty ? "" : "<p><b>Answered in the balance:</b> \(factor.answer)</p>"
    return """
      <li class="factor"><h3>\(name) \(factor.words)</h3>\
      <p>\(factor.weight?.chip ?? "<span class=\"tag draft\">no weight yet</span>")</p>\
      \(factor.reason.isEmpty ? "" as HTML : "<p>\(factor.reason)</p>")\(answer)\
      \(findings.map { FindingView(finding: $0).html })\(change)</li>
      """
  }

  private static func irrelevant(_ limb: Limb, _ file: CaseFile) -> HTML {
    let entries = limb.irrelevant.compactMap { file.book.vocabulary.irrelevances[$0] }
      .map { entry -> HTML in
        let grade = entry.grade == .irrelevant ? "Not relevant" : "Of little weight"
        return """
          <li class="irrelevant"><h3>\(grade): \(entry.label)</h3>\
          \(entry.note.map { "<p>\($0)</p>" as HTML })</li>
          """
      }
    guard !entries.isEmpty else { return "" }
    return """
      <details><summary>What does not belong in this balance (\(entries.count))</summary>\
      <ul class="factors" role="list">\(entries)</ul></details>
      """
  }

  private static func balance(
    _ reliance: Reliance, _ file: CaseFile, _ findings: [Finding]
  ) -> HTML {
    let link: HTML =
      file.may("balanceSet")
      ? "<p class=\"actions\"><a class=\"button\" href=\"\(Address.balance(file.reference, reliance: reliance.id).path)\">\(reliance.balance == nil ? "Strike the balance" : "Change the balance")</a></p>"
      : ""
    guard let balance = reliance.balance else {
      return "<h2>The balance</h2><p class=\"meta\">Not struck yet.</p>\(link)"
    }
    return """
      <h2>The balance</h2><p><b>\(balance.outcome.sentence)</b></p><p>\(balance.reasons)</p>\
      \(balance.timing.isEmpty ? "" as HTML : "<p>\(balance.timing)</p>")\
      \(findings.map { FindingView(finding: $0).html })\(link)
      """
  }
}
