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
      <caption>\(found.count) entries, as the law stands</caption><thead><tr>\
      <th scope="col">Limb</th><th scope="col">Subject</th><th scope="col">Status</th>\
      <th scope="col">Basis</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
    return Page(title: "Statute book", body: body)
  }

  private static func entry(_ limb: Limb, _ book: StatuteBook) -> Page {
    let view = LimbView(limb: limb, book: book)
    return Page(
      title: "\(limb.cite) \(limb.title)", crumbs: [("Statute book", .law)],
      body: """
        <h1><span class="over">\(limb.citation)</span>\(limb.title)</h1>
        \(view.summary)\(view.entry)
        """)
  }
}
