import InformationLaw
import Markup

/// A limb as pages show it: beside the field that uses it, and in the statute book.
struct LimbView {
  var limb: Limb
  var book: StatuteBook

  /// What an officer needs at the moment of relying on it.
  var summary: HTML {
    let threshold = book.vocabulary.thresholds[limb.threshold]
    let excluded = limb.excludes.compactMap { book.limb(id: $0)?.cite }
    let exclusion: HTML =
      excluded.isEmpty
      ? ""
      : "<div><dt>Cannot apply to the same information as</dt><dd>\(excluded.joined(separator: ", "))</dd></div>"
    return """
      <section class="inset"><h2><a href="\(Address.limb(limb.id).path)">\(limb.citation)</a> \
      \(limb.title)</h2><p>\(tags)</p><dl class="facts">\
      <div><dt>The test</dt><dd>\(threshold?.label ?? "")</dd></div>\
      <div><dt>What has to be shown</dt><dd>\(limb.standard)</dd></div>\
      \(exclusion)\
      <div><dt>The law</dt><dd>\(limb.inForce.text.capitalizedFirst)\
      \(limb.inForce.uncertain.map { " <span class=\"tag draft\">not verified</span> <span class=\"hint\">\($0)</span>" as HTML })</dd></div>\
      \(limb.note.map { "<div><dt>Mind</dt><dd>\($0)</dd></div>" as HTML })</dl></section>
      """
  }

  /// The summary with the rest of the entry folded away below it, for a page with a field that uses it.
  var beside: HTML {
    """
    \(summary)<details class="law"><summary>The whole entry in the statute book<span class="unseen">: \
    \(limb.cite)</span></summary>\(entry)</details>
    """
  }

  /// Its character in a few words.
  var tags: HTML {
    let status: HTML =
      switch limb.status {
      case .absolute: "<span class=\"tag\">absolute: nothing is weighed</span>"
      case .qualified: "<span class=\"tag\">qualified: the public interest is weighed</span>"
      case .mixed: "<span class=\"tag\">absolute or qualified: see the note</span>"
      case .notApplicable: "<span class=\"tag\">procedural</span>"
      }
    return "\(status) <span class=\"tag\">\(limb.basis.label)</span>"
  }
}
