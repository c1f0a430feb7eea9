import Casework
import DataFiles
import InformationLaw
import Markup
import PublicInterest
import Scrutiny

/// The case: where it stands, the clock, the questions, the items with their exemptions, what scrutiny
/// finds, and the way on.
enum CasePage {
  static let route = Route.get(.caseFile(":ref"), .sight("case")) { visit in
    .page(render(try await visit.caseFile()))
  }

  private static func render(_ file: CaseFile) -> Page {
    let report = file.report
    let body: HTML = """
      <h1><span class="over">\(file.reference)</span>\(file.subject.title)</h1>
      \(steps(file))
      <div class="two"><aside aria-label="Clock and next step">\(ClockView(file: file).aside)\(next(file))\
      \(judged(file, report))\(links(file))</aside><div>
      \(questions(file))\(items(file))\(exemptions(file, report))\(less(file))\(findings(report))
      </div></div>
      """
    return Page(
      title: "\(file.reference): \(file.subject.title)", crumbs: [("Work list", .workList)],
      body: body)
  }

  private static func steps(_ file: CaseFile) -> HTML {
    let entries = file.subject.steps(book: file.book).filter { $0.progress != .notNeeded }
      .map { step -> HTML in
        switch step.progress {
        case .done:
          "<li class=\"done\">\(step.kind.rawValue)<span class=\"unseen\"> (done)</span></li>"
        case .current:
          "<li class=\"current\" aria-current=\"step\">\(step.kind.rawValue)</li>"
        case .todo, .notNeeded:
          "<li>\(step.kind.rawValue)<span class=\"unseen\"> (to do)</span></li>"
        }
      }
    return "<ol class=\"steps\" aria-label=\"Progress of the case\">\(entries)</ol>"
  }

  private static func next(_ file: CaseFile) -> HTML {
    let state = WorkListPage.state(file.subject.state, file.visit)
    guard let next = file.subject.nextStep(book: file.book) else { return "<p>\(state)</p>" }
    return "<p>\(state)</p><p><b>Next:</b> \(next)</p>"
  }

  private static func judged(_ file: CaseFile, _ report: ScrutinyReport) -> HTML {
    guard !report.questions.isEmpty else { return "" }
    return """
      <p><a href="\(Address.judgements(file.reference).path)">\(report.progress)</a></p>
      """
  }

  private static func links(_ file: CaseFile) -> HTML {
    var links: [(String, Address)] = [("Clock with its working", .clock(file.reference))]
    links.append(("Files of the release", .release(file.reference)))
    if file.visit.sees("letter") {
      links.append(("The letter", .letter(file.reference)))
      links.append(("Approve and issue", .approval(file.reference)))
    }
    if file.visit.sees("requester") { links.append(("The requester", .requester(file.reference))) }
    links.append(("History", .history(file.reference)))
    links.append(("Case papers, to print", .papers(file.reference)))
    let items = links.map { "<li><a href=\"\($0.1.path)\">\($0.0)</a></li>" as HTML }
    return "<nav aria-label=\"This case\"><ul>\(items)</ul></nav>"
  }

  private static func questions(_ file: CaseFile) -> HTML {
    let rows = file.subject.decision.questions.map { question -> HTML in
      let change: HTML =
        file.may("holdingSet")
        ? "<dd class=\"do\"><a href=\"\(Address.holding(file.reference, question: question.id).path)\">\(question.holding == nil ? "Record" : "Change")<span class=\"unseen\"> what is held for question \(question.id.dropFirst())</span></a></dd>"
        : ""
      return """
        <div><dt>\(question.id.dropFirst()). \(question.text)</dt>\
        <dd>\(question.holding.map { "<b>\($0.answer.rawValue.capitalizedFirst).</b> \($0.explanation) \(SearchesView(searches: $0.searches).html)" as HTML } ?? "<span class=\"tag draft\">not recorded</span>")</dd>\
        \(change)</div>
        """
    }
    let split: HTML =
      file.may("questionsSet")
      ? "<p><a href=\"\(Address.questions(file.reference).path)\">Split the request differently</a></p>"
      : ""
    return
      "<section><h2>What is asked and what is held</h2><dl class=\"facts\">\(rows)</dl>\(split)</section>"
  }

  private static func items(_ file: CaseFile) -> HTML {
    let decision = file.subject.decision
    let rows = decision.items.map { item -> HTML in
      let limbs = decision.reliances(on: item).compactMap { file.book.limb(id: $0.limb)?.cite }
      let outcome: HTML =
        switch item.outcome {
        case .release: "<span class=\"tag ok\">released</span>"
        case .withhold: "<span class=\"tag await\">withheld</span>"
        case nil: "<span class=\"tag draft\">undecided</span>"
        }
      let rely: HTML =
        item.outcome == .withhold && file.may("relianceSet")
        ? "<a href=\"\(Address.newReliance(file.reference).path)?item=\(item.id)\">Rely on an exemption<span class=\"unseen\"> for \(item.description)</span></a>"
        : ""
      return """
        <tr><th scope="row">\(item.description) <span class="meta">\(item.kind.rawValue)</span></th>\
        <td>\(outcome)</td><td>\(limbs.joined(separator: ", ")) \(rely)</td>\
        <td>\(itemActions(item, file))</td></tr>
        """
    }
    let add: HTML =
      file.may("itemSet")
      ? "<p class=\"actions\"><a class=\"button quiet\" href=\"\(Address.newItem(file.reference).path)\">Describe an item</a></p>"
      : ""
    let table: HTML =
      rows.isEmpty
      ? "<p class=\"meta\">No item is described yet.</p>"
      : """
      <div class="scroll" tabindex="0" role="region" aria-label="Items"><table><thead><tr>\
      <th scope="col">Item</th><th scope="col">Outcome</th><th scope="col">Exemptions</th>\
      <th scope="col"><span class="unseen">Actions</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return "<section><h2>Items of information</h2>\(table)\(add)</section>"
  }

  private static func itemActions(_ item: Item, _ file: CaseFile) -> HTML {
    guard file.may("itemSet") else { return "" }
    let change: HTML =
      "<a href=\"\(Address.item(file.reference, item: item.id).path)\">Change<span class=\"unseen\"> \(item.description)</span></a>"
    guard file.may("itemRemoved") else { return change }
    return """
      \(change) \(file.button(.removeItem(file.reference, item: item.id), "Remove", unseen: item.description))
      """
  }

  private static func exemptions(_ file: CaseFile, _ report: ScrutinyReport) -> HTML {
    let decision = file.subject.decision
    guard !decision.reliances.isEmpty || !decision.withheld.isEmpty else { return "" }
    let cards = decision.reliances.map {
      RelianceCard(reliance: $0, file: file, report: report).html
    }
    let add: HTML =
      file.may("relianceSet")
      ? "<p class=\"actions\"><a class=\"button quiet\" href=\"\(Address.newReliance(file.reference).path)\">Rely on an exemption</a></p>"
      : ""
    return """
      <section><h2>Exemptions</h2>\
      \(cards.isEmpty ? "<p class=\"meta\">None is relied on yet.</p>" as HTML : "<ul class=\"cards\" role=\"list\">\(cards)</ul>")\
      \(add)\(cumulative(file))</section>
      """
  }

  private static func cumulative(_ file: CaseFile) -> HTML {
    let decision = file.subject.decision
    guard decision.reliances.count > 1 else { return "" }
    let link: HTML =
      file.may("cumulativeSet")
      ? "<p><a href=\"\(Address.cumulative(file.reference).path)\">\(decision.cumulative == nil ? "Weigh exemptions together" : "Change the cumulative balance")</a></p>"
      : ""
    guard let balance = decision.cumulative else { return link }
    let remove: HTML =
      file.may("cumulativeRemoved")
      ? file.button(
        .removeCumulative(file.reference), "Take back", unseen: "the cumulative balance")
      : ""
    return """
      <div class="card"><h3>Weighed together ([2025] UKSC 27)</h3><p>\(balance.outcome.sentence)</p>\
      <p>\(balance.reasons)</p>\(link)\(remove)</div>
      """
  }

  /// What could be given instead, and advice.
  private static func less(_ file: CaseFile) -> HTML {
    let decision = file.subject.decision
    let isNeeded = !decision.withheld.isEmpty || !decision.alternatives.isEmpty
    return isNeeded ? AlternativesView(file: file).html + advice(file) : advice(file)
  }

  private static func advice(_ file: CaseFile) -> HTML {
    let advice = file.subject.decision.advice
    let change: HTML =
      file.may("adviceSet")
      ? "<p><a href=\"\(Address.advice(file.reference).path)\">\(advice.isEmpty ? "Write advice and assistance" : "Change the advice")</a></p>"
      : ""
    return """
      <section><h2>Advice and assistance</h2>\
      \(advice.isEmpty ? "<p class=\"meta\">None yet.</p>" as HTML : "<p>\(advice)</p>")\(change)</section>
      """
  }

  private static func findings(_ report: ScrutinyReport) -> HTML {
    let entries = report.findings.map { "<li>\(FindingView(finding: $0).html)</li>" as HTML }
    let counts: HTML = """
      \(FindingView.tag(report.unlawful, .unlawful))\(FindingView.tag(report.badPractice, .badPractice))\
      \(FindingView.tag(report.style, .style))
      """
    return """
      <section><h2>Scrutiny</h2>\
      \(entries.isEmpty ? "<p>Nothing found. That is no judgement on the merits: people decide.</p>" as HTML : "<p>\(counts)</p><details><summary>All findings (\(entries.count))</summary><ul class=\"findings\" role=\"list\">\(entries)</ul></details>")\
      </section>
      """
  }
}

extension CaseFile {
  /// A small form with one button, for acts that need no page.
  func button(_ address: Address, _ label: String, unseen: String) -> HTML {
    """
    <form class="inline" method="post" action="\(address.path)">\(visit.token)\
    <input type="hidden" name="version" value="\(version)">\
    <button class="quiet small">\(label)<span class="unseen"> \(unseen)</span></button></form>
    """
  }
}
