import Casework
import InformationLaw
import Markup
import PublicInterest

/// What could be given instead of refusing: every kind, considered or not.
struct AlternativesView {
  var file: CaseFile

  var html: HTML {
    let alternatives = file.subject.decision.alternatives
    let rows = Alternative.Form.allCases.map { form -> HTML in
      let known = alternatives.first { $0.form == form }
      let words: HTML =
        known.map { "<b>\($0.outcome.rawValue.capitalizedFirst).</b> \($0.words)" }
        ?? "<span class=\"meta\">not considered</span>"
      return """
        <div><dt>\(form.rawValue.capitalizedFirst)</dt><dd>\(words)</dd>\
        \(actions(form, isKnown: known != nil))</div>
        """
    }
    return """
      <section><h2>Less than a refusal</h2><p class="hint">What could be given without the harm?</p>\
      <dl class="facts">\(rows)</dl></section>
      """
  }

  private func actions(_ form: Alternative.Form, isKnown: Bool) -> HTML {
    guard file.may("alternativeSet") else { return "" }
    let address = Address.alternative(file.reference, form: form.slug)
    let remove: HTML =
      isKnown
      ? file.button(
        .removeAlternative(file.reference, form: form.slug), "Remove", unseen: form.rawValue) : ""
    return """
      <dd class="do"><a href="\(address.path)">\(isKnown ? "Change" : "Consider")\
      <span class="unseen"> \(form.rawValue)</span></a>\(remove)</dd>
      """
  }
}

/// The searches of a question, folded away.
struct SearchesView {
  var searches: [Search]

  var html: HTML {
    guard !searches.isEmpty else { return "<span class=\"meta\">no search recorded</span>" }
    let entries = searches.map { search -> HTML in
      let details = [search.terms, search.by, search.on?.written ?? ""].filter { !$0.isEmpty }
      return """
        <li>\(search.place): \(search.found ? "found" : "nothing found") \
        <span class="meta">\(details.joined(separator: "; "))</span></li>
        """
    }
    return """
      <details><summary>\(searches.count) \(searches.count == 1 ? "search" : "searches")</summary>\
      <ul>\(entries)</ul></details>
      """
  }
}
