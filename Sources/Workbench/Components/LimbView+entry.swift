import InformationLaw
import Markup

extension LimbView {
  /// The rest of what the statute book says of the limb, with its sources. The same wherever it stands.
  var entry: HTML {
    """
    \(facts)\(listed("What has to be on file", limb.evidence.compactMap(evidence)))
    \(listed("Recognised factors for disclosing", limb.factorsForDisclosure.compactMap(factor)))
    \(listed("Recognised factors for maintaining", limb.factorsForMaintaining.compactMap(factor)))
    \(listed("What does not belong in the balance", limb.irrelevant.compactMap(irrelevance)))
    \(listed("Mistakes often made", limb.errors.compactMap(mistake)))
    \(listed("Often relied on with", limb.oftenWith.compactMap(related)))
    \(listed("Sources", limb.sources.compactMap(source)))
    """
  }

  private var facts: HTML {
    let threshold = book.vocabulary.thresholds[limb.threshold]
    return """
      <dl class="facts">\(fact("Who may rely on it", limb.who.capitalizedFirst))\
      \(fact("The threshold means", threshold?.meaning))\(fact("Status", limb.statusNote))\
      \(fact("Certificate", limb.certificate.map { "\($0.who) (\($0.cite)): \($0.effect)" }))\
      \(fact("Runs out", limb.expiry.years.map { "after \($0) years (\(limb.expiry.cite))" }))\
      \(fact("How its text was checked", limb.textCheck.replacing("-", with: " ").capitalizedFirst))</dl>
      """
  }

  private func fact(_ name: String, _ words: String?) -> HTML {
    words.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>" } ?? ""
  }

  private func listed(_ title: String, _ entries: [HTML]) -> HTML {
    entries.isEmpty
      ? "" : "<h2>\(title)</h2><ul>\(entries.map { "<li>\($0)</li>" as HTML })</ul>"
  }

  private func evidence(_ id: String) -> HTML? { book.vocabulary.evidence[id].map { "\($0)" } }

  private func mistake(_ id: String) -> HTML? { book.vocabulary.errors[id].map { "\($0)" } }

  private func factor(_ id: String) -> HTML? {
    book.vocabulary.factors[id].map { factor in
      "\(factor.label)\(factor.weightNote.map { " <span class=\"hint\">\($0)</span>" as HTML })"
    }
  }

  private func irrelevance(_ id: String) -> HTML? {
    book.vocabulary.irrelevances[id].map { entry in
      """
      \(entry.label) <span class="tag">\(entry.grade.rawValue)</span>\
      \(entry.note.map { " <span class=\"hint\">\($0)</span>" as HTML })
      """
    }
  }

  private func related(_ id: String) -> HTML? {
    book.limb(id: id).map { other in
      "<a href=\"\(Address.limb(other.id).path)\">\(other.cite)</a> \(other.title)"
    }
  }

  /// A source; what was not read at the source says so.
  private func source(_ id: String) -> HTML? {
    book.sources[id].map { source in
      let mark: HTML =
        source.status == .read ? "" : " <span class=\"tag draft\">\(source.status.rawValue)</span>"
      let caution: HTML =
        source.caution.map { " <span class=\"hint\">\($0)</span>" } ?? ""
      let places = ([source.location] + source.also).joined(separator: "; ")
      return "\(source.id): \(source.what)\(mark)\(caution) <span class=\"meta\">\(places)</span>"
    }
  }
}
