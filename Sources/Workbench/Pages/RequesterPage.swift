import Markup
import Storage

/// Who asked, and the request as it came in. Kept apart from the case papers.
enum RequesterPage {
  static let route = Route.get(.requester(":ref"), .sight("requester")) { visit in
    let file = try await visit.caseFile()
    guard let requester = try await visit.house.archive.requester(of: file.reference) else {
      throw Problem.notFound
    }
    let body: HTML = """
      <h1><span class="over">\(file.reference)</span>The requester</h1>
      <p class="inset">Who asks and why plays no part in the decision, outside sections 12, 14, 21 and \
      40(1). Do not copy this into the case papers.</p>
      <dl class="facts"><div><dt>Name</dt><dd>\(requester.name)</dd></div>\
      <div><dt>Address</dt><dd>\(requester.address)</dd></div></dl>
      <h2>The request as it came in</h2><pre class="letter">\(requester.original)</pre>
      """
    return .page(
      Page(
        title: "The requester of \(file.reference)", crumbs: file.crumbs(), body: body,
        isNarrow: true))
  }
}
