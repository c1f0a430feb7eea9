import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest
import Scrutiny

/// An exemption on the case page: for which items, how far its harm and balance are, and the way there.
struct RelianceCard {
  var reliance: Reliance
  var file: CaseFile
  var report: ScrutinyReport

  var html: HTML {
    guard let limb = file.book.limb(id: reliance.limb) else { return "" }
    let path = file.path(of: reliance)
    let findings = report.findings(within: path)
    let unlawful = findings.filter { $0.severity == .unlawful }.count
    let bad = findings.filter { $0.severity == .badPractice }.count
    let items = file.subject.decision.items(of: reliance).map(\.description)
    return """
      <li><h3>\(limb.cite) \(limb.title)</h3><p class="meta">\(items.joined(separator: "; "))</p>\
      <p>\(FindingView.tag(unlawful, .unlawful))\(FindingView.tag(bad, .badPractice))</p>\
      \(reliance.reason.isEmpty ? "" as HTML : "<p>\(reliance.reason)</p>")\
      <dl class="facts">\(harm(limb))\(onFile)\(weighing(limb))</dl>\(actions)</li>
      """
  }

  private func harm(_ limb: Limb) -> HTML {
    guard file.asksForHarm(limb) else { return "" }
    let harm = reliance.harm
    let level: HTML =
      harm.likelihood.map { "<b>\($0.words.capitalizedFirst)</b>, " }
      ?? "<span class=\"tag draft\">no level chosen</span> "
    let evidence = harm.evidence.count
    return """
      <div><dt>Harm</dt><dd>\(level)\(harm.severity.map { "\($0.rawValue), " } ?? "")\
      \(evidence) \(evidence == 1 ? "piece" : "pieces") of evidence\
      <details><summary>The chain, question by question</summary><ol>\(chain)</ol></details></dd></div>
      """
  }

  /// Every question of the chain with its answer, linked for those who may change it.
  private var chain: [HTML] {
    let harm = reliance.harm
    let answers: [String: [String]] = [
      "interest": [harm.interest], "shows": [harm.shows], "use": [harm.who, harm.how],
      "follows": [harm.follows],
      "evidence": harm.evidence.map {
        "\($0.says) (\([$0.source, $0.date?.written ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")))"
      },
      "likelihood": [harm.likelihood?.words.capitalizedFirst ?? "", harm.likelihoodReason],
      "severity": [harm.severity?.rawValue.capitalizedFirst ?? "", harm.extent, harm.lasts],
    ]
    return HarmPage.steps.map { step in
      let given = (answers[step.id] ?? []).filter { !$0.isEmpty }
      let address = Address.harm(file.reference, reliance: reliance.id, step: step.id)
      let question: HTML =
        file.may("harmSet")
        ? "<a href=\"\(address.path)\">\(step.question)</a>" : "\(step.question)"
      let answer = given.isEmpty ? "not answered" : given.joined(separator: ". ")
      return "<li>\(question) <span class=\"meta\">\(answer)</span></li>"
    }
  }

  /// What is said to be on file.
  private var onFile: HTML {
    let entries = reliance.onFile.sorted { $0.key < $1.key }.map { key, place -> HTML in
      "<li>\(file.book.vocabulary.evidence[key] ?? key): <span class=\"meta\">\(place)</span></li>"
    }
    guard !entries.isEmpty else { return "" }
    return """
      <div><dt>On file</dt><dd><details><summary>\(entries.count) \
      \(entries.count == 1 ? "record" : "records")</summary><ul>\(entries)</ul></details></dd></div>
      """
  }

  private func weighing(_ limb: Limb) -> HTML {
    guard limb.needsBalance else {
      return "<div><dt>Balance</dt><dd>None: this limb is absolute</dd></div>"
    }
    let address = Address.weigh(file.reference, reliance: reliance.id).path
    return """
      <div><dt>Balance</dt><dd>\(reliance.factors(.disclose).count) factors for disclosing, \
      \(reliance.factors(.maintain).count) for maintaining. \
      \(reliance.balance.map { "<b>\($0.outcome == .maintain ? "Maintained" : "Disclosed").</b>" as HTML } ?? "<span class=\"tag draft\">not struck</span>")</dd>\
      <dd class="do"><a href="\(address)">Weigh<span class="unseen"> \(limb.cite)</span></a></dd></div>
      """
  }

  private var actions: HTML {
    guard file.may("relianceSet") else { return "" }
    let name = file.book.limb(id: reliance.limb)?.cite ?? ""
    return """
      <p class="actions"><a href="\(Address.reliance(file.reference, reliance: reliance.id).path)">Change\
      <span class="unseen"> \(name)</span></a></p>\
      \(file.button(.removeReliance(file.reference, reliance: reliance.id), "Give up", unseen: name))
      """
  }
}
