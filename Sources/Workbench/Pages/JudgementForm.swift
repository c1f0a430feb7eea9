import Casework
import InformationLaw
import Markup
import Scrutiny

/// The questions of judgement of a case as a form: by limb and topic, with the words they are about.
struct JudgementForm {
  var file: CaseFile
  var form: Form
  /// Why an answer could not be saved, by the key of its question.
  var conflicts: [String: String] = [:]

  var html: HTML {
    let report = file.report
    let groups = JudgementGroup.all(of: report.questions, in: file)
    let lost = conflicts.filter { key, _ in !report.questions.contains { $0.key == key } }
    let head: HTML = """
      \(form.summary)\(conflictBanner(lost))<h1><span class="over">\(file.reference): \
      \(file.subject.title)</span>Questions to judge</h1>
      """
    guard !groups.isEmpty else {
      return
        "\(head)<p>Nothing is asked yet: the questions come with the exemptions that are relied on.</p>"
    }
    let intro: HTML = """
      <p class="lede">These cannot be read off the decision. Whoever answers is named with the answer, \
      and is asked again when the words it is about are changed.</p>\
      <p><b>\(report.progress).</b></p>\(contents(groups))
      """
    let body = groups.enumerated().map { index, group -> HTML in
      let heading: HTML =
        index == 0 || groups[index - 1].limb?.id != group.limb?.id
        ? "<h2>\(group.about)</h2>" : ""
      return "\(heading)\(section(group))"
    }
    guard file.may("judgementGiven") else { return "\(head)\(intro)\(body)" }
    return """
      \(head)\(intro)<form method="post" action="\(Address.judgements(file.reference).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">\(body)</form>
      """
  }

  private func conflictBanner(_ lost: [String: String]) -> HTML {
    guard !conflicts.isEmpty else { return "" }
    let links = conflicts.keys.filter { lost[$0] == nil }.sorted().map { key -> HTML in
      "<li><a href=\"#\(Form.id("question/\(key)"))\">\(name(of: key))</a></li>"
    }
    let gone = lost.sorted { $0.key < $1.key }.map { key, why -> HTML in
      "<li>\(name(of: key)): \(why)</li>"
    }
    return """
      <section class="banner warn" role="alert"><h2>The case has changed in the meantime</h2>\
      <p>Not everything could be saved; what you typed stands below.</p>\
      <ul>\(links)\(gone)</ul></section>
      """
  }

  private func name(of key: String) -> String {
    let parts = key.split(separator: "/").map(String.init)
    let cite = parts.dropFirst().first.flatMap { file.book.limb(id: $0)?.cite }
    return ([parts.first ?? key] + [cite].compactMap(\.self)).joined(separator: ", ")
  }

  private func contents(_ groups: [JudgementGroup]) -> HTML {
    let links = groups.map { group -> HTML in
      let open = group.questions.count { $0.answer == nil }
      let state: HTML =
        open == 0
        ? "<span class=\"tag ok\">answered</span>"
        : "<span class=\"meta\">\(group.questions.count - open) of \(group.questions.count)</span>"
      return "<li><a href=\"#\(group.id)\">\(group.name)</a> \(state)</li>"
    }
    return "<nav class=\"groups\" aria-label=\"Groups of questions\"><ul>\(links)</ul></nav>"
  }

  private func section(_ group: JudgementGroup) -> HTML {
    let clusters = group.clusters.enumerated().map { index, cluster -> HTML in
      let passages = cluster.passages.filter { !$0.isOfLetter || file.visit.sees("letter") }
      let words = passages.map { passage -> HTML in
        "<dt>\(passage.label)</dt><dd>\(passage.text)</dd>"
      }
      let matter: HTML =
        words.isEmpty
        ? "<p class=\"meta\">Nothing is written about it yet.</p>" : "<dl>\(words)</dl>"
      return """
        <div class="judging"><div class="matter" tabindex="0" role="region" \
        aria-label="The decision's words: \(group.name)\(index > 0 ? ", \(index + 1)" : "")">\(matter)</div>\
        <div>\(cluster.questions.map { question($0) })</div></div>
        """
    }
    let button: HTML =
      group.questions.contains { mayAnswer($0) }
      ? "<p class=\"actions\"><button>Save the answers<span class=\"unseen\"> (\(group.name))</span></button></p>"
      : ""
    return """
      <div class="group"><h3 id="\(group.id)">\(group.topic)</h3>\
      \(clusters)\(button)</div>
      """
  }

  private func mayAnswer(_ question: ScrutinyReport.Question) -> Bool {
    guard file.may("judgementGiven"), let role = file.visit.role,
      let rule = file.book.rule(id: question.rule)
    else { return false }
    return file.visit.house.workflow.judges(rule.topic, role: role)
  }

  private func question(_ question: ScrutinyReport.Question) -> HTML {
    guard let rule = file.book.rule(id: question.rule) else { return "" }
    let conflict: HTML =
      conflicts[question.key].map { "<p class=\"banner warn\">\($0)</p>" } ?? ""
    let id = Form.id("question/\(question.key)")
    guard mayAnswer(question) else {
      let said = JudgementView(given: question.given).html
      return """
        <div class="question" id="\(id)"><h4>\(question.question)</h4>\
        <p class="hint">\(JudgementForm.hint(rule))</p>\(said)</div>
        """
    }
    let fields = fields(of: question, rule)
    // What was typed and not saved stays open to be seen.
    let isTouched = conflicts[question.key] != nil || !form.errors.messages.isEmpty
    guard let answer = question.answer else {
      let earlier: HTML = question.given.map { JudgementView(given: $0).html } ?? ""
      return "<div class=\"question\" id=\"\(id)\">\(conflict)\(earlier)\(fields)</div>"
    }
    return """
      <div class="question" id="\(id)">\(conflict)<h4>\(question.question)</h4>\
      \(JudgementView(given: answer).html)<details\(isTouched ? " open" : "" as HTML)>\
      <summary>Change the answer<span class="unseen"> to: \(question.question)</span></summary>\
      \(fields)</details></div>
      """
  }

  /// What has to be true, how bad it is if it is not, and under which provision.
  private static func hint(_ rule: AuditRule) -> String {
    "\(rule.requirement) \(rule.severity.label.capitalizedFirst) if not met: \(rule.citation) "
      + "[\(rule.id)]"
  }

  /// The choices and the reason. A question that is asked again starts without an answer.
  private func fields(of question: ScrutinyReport.Question, _ rule: AuditRule) -> HTML {
    var form = form
    let (answer, reason) = ("answer/\(question.key)", "reason/\(question.key)")
    if !form.values.has(answer), !form.values.has(reason),
      let judgement = question.answer?.judgement
    {
      form.values[answer] = judgement.answer.rawValue
      form.values[reason] = judgement.reason
    }
    let options = Judgement.Answer.allCases.map {
      Option(value: $0.rawValue, label: $0.rawValue.capitalizedFirst)
    }
    return """
      \(form.radios(answer, question.question, hint: JudgementForm.hint(rule), across: true, options))\
      \(form.area(reason, "Why, unless it is simply met", rows: 2))
      """
  }
}
