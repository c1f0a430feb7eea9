import Casework
import InformationLaw
import Markup

/// The statute book, to be read where it is used.
enum LawPages {
  static let routes: [Route] = [
    .get(.law, .signedIn) { visit in .page(list(visit)) },
    .get(.limb(":id"), .signedIn) { visit in
      guard let limb = visit.house.book.limb(id: try visit.parameter("id")) else {
        throw Problem.notFound
      }
      return .page(entry(limb, visit.house.book))
    },
  ]

  private static func list(_ visit: Visit) -> Page {
    let book = visit.house.book
    let wanted = visit.query["find"].lowercased()
    let found = book.limbs.filter {
      wanted.isEmpty || $0.cite.lowercased().contains(wanted)
        || $0.title.lowercased().contains(wanted)
    }
    let rows = found.map { limb -> HTML in
      """
      <tr><th scope="row"><a href="\(Address.limb(limb.id).path)">\(limb.cite)</a></th>\
      <td>\(limb.title)</td><td>\(limb.status == .notApplicable ? "procedural" : limb.status.rawValue)</td>\
      <td>\(limb.basis.label)</td></tr>
      """
    }
    let body: HTML = """
      <h1>Statute book</h1><p class="lede">The law that Steelyard runs on, with its sources.</p>
      <form class="row" method="get" action="\(Address.law.path)">\
      \(Form(values: visit.query).text("find", "Find a limb or a subject", width: .short))\
      <button class="quiet">Find</button></form>
      <div class="scroll" tabindex="0" role="region" aria-label="Limbs"><table>\
      <caption>\(found.count) entries of the \(Regime.foia.instrument)</caption><thead><tr>\
      <th scope="col">Limb</th><th scope="col">Subject</th><th scope="col">Status</th>\
      <th scope="col">Basis</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return Page(title: "Statute book", body: body)
  }

  private static func entry(_ limb: Limb, _ book: StatuteBook) -> Page {
    let vocabulary = book.vocabulary
    let threshold = vocabulary.thresholds[limb.threshold]
    func listed(_ title: String, _ entries: [HTML]) -> HTML {
      entries.isEmpty
        ? "" : "<h2>\(title)</h2><ul>\(entries.map { "<li>\($0)</li>" as HTML })</ul>"
    }
    func factors(_ ids: [String]) -> [HTML] {
      ids.compactMap { vocabulary.factors[$0] }.map { factor in
        "\(factor.label)\(factor.weightNote.map { " <span class=\"hint\">\($0)</span>" as HTML })"
      }
    }
    let irrelevant = limb.irrelevant.compactMap { vocabulary.irrelevances[$0] }.map {
      entry -> HTML in
      """
      \(entry.label) <span class="tag">\(entry.grade.rawValue)</span>\
      \(entry.note.map { " <span class=\"hint\">\($0)</span>" as HTML })
      """
    }
    let sources = limb.sources.compactMap { book.sources[$0] }.map { source -> HTML in
      let mark: HTML =
        source.status == .read ? "" : " <span class=\"tag draft\">\(source.status.rawValue)</span>"
      return "\(source.id): \(source.what)\(mark) <span class=\"meta\">\(source.location)</span>"
    }
    let related = limb.oftenWith.compactMap { book.limb(id: $0) }.map { other -> HTML in
      "<a href=\"\(Address.limb(other.id).path)\">\(other.cite)</a> \(other.title)"
    }
    let body: HTML = """
      <h1><span class="over">\(limb.citation)</span>\(limb.title)</h1>
      \(LimbView(limb: limb, book: book).summary)
      <dl class="facts"><div><dt>Who may rely on it</dt><dd>\(limb.who.capitalizedFirst)</dd></div>\
      \(threshold?.meaning.map { "<div><dt>The threshold means</dt><dd>\($0)</dd></div>" as HTML })\
      \(limb.statusNote.map { "<div><dt>Status</dt><dd>\($0)</dd></div>" as HTML })\
      \(limb.certificate.map { "<div><dt>Certificate</dt><dd>\($0.who) (\($0.cite)): \($0.effect)</dd></div>" as HTML })\
      \(limb.expiry.years.map { "<div><dt>Runs out</dt><dd>after \($0) years (\(limb.expiry.cite))</dd></div>" as HTML })</dl>
      \(listed("What has to be on file", limb.evidence.compactMap { vocabulary.evidence[$0].map { "\($0)" as HTML } }))
      \(listed("Recognised factors for disclosing", factors(limb.factorsForDisclosure)))
      \(listed("Recognised factors for maintaining", factors(limb.factorsForMaintaining)))
      \(listed("What does not belong in the balance", irrelevant))
      \(listed("Mistakes often made", limb.errors.compactMap { vocabulary.errors[$0].map { "\($0)" as HTML } }))
      \(listed("Often relied on with", related))
      \(listed("Sources", sources))
      """
    return Page(
      title: "\(limb.cite) \(limb.title)", crumbs: [("Statute book", .law)], body: body)
  }
}
