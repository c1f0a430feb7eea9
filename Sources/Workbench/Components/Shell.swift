import Casework
import Markup

/// The frame around every page: skip link, header with the navigation, footer.
struct Shell {
  var title: String
  var authority: String
  var account: Signed?
  var current: Address?
  var crumbs: [(name: String, address: Address)]
  var isNarrow: Bool
  var body: HTML

  /// Who is signed in, as the frame needs it.
  struct Signed {
    var name: String
    var role: Role
    var formToken: String
    var navigation: [(name: String, address: Address)]
  }

  /// The document.
  var document: HTML {
    """
    <!doctype html>
    <html lang="en-GB"><head><meta charset="utf-8">\
    <meta name="viewport" content="width=device-width, initial-scale=1">\
    <title>\(title) - Steelyard</title>\
    <link rel="icon" href="\(Address.asset("favicon.svg").path)">\
    <link rel="stylesheet" href="\(Address.asset("steelyard.css").path)">\
    <script src="\(Address.asset("steelyard.js").path)" defer></script></head>
    <body><a class="skip" href="#main">Skip to the content</a>
    <header class="top"><div class="page">\(brand)\
    <p class="authority">\(authority)</p>\(who)\(navigation)</div></header>
    <main id="main" tabindex="-1"><div class="page">\(trail)\
    \(isNarrow ? "<div class=\"narrow\">\(body)</div>" as HTML : body)</div></main>
    <footer class="foot"><div class="page">\
    <p>Steelyard helps a person decide; it does not decide. It is not legal advice.</p>\
    </div></footer></body></html>
    """
  }

  private var brand: HTML {
    """
    <a class="brand" href="\(Address.workList.path)">\
    <svg class="mark" viewBox="0 0 48 32" aria-hidden="true" focusable="false">\
    <g class="ink" fill="currentColor"><path d="M3 9.6 15 8l29 2.2v1.9L15 14.2 3 12.6z"/>\
    <circle cx="44.6" cy="11.1" r="1.9"/>\
    <path d="M15 10.8V6.6" fill="none" stroke="currentColor" stroke-width="2"/>\
    <circle cx="15" cy="4" r="2.6" fill="none" stroke="currentColor" stroke-width="1.8"/>\
    <path d="M6 11.5v7.6c0 1.3 3.6 1.8 3.6 5a3.7 3.7 0 0 1-7.4.2" fill="none" \
    stroke="currentColor" stroke-width="2" stroke-linecap="round"/></g>\
    <g class="brass" fill="currentColor">\
    <path d="M32 7.6v8" fill="none" stroke="currentColor" stroke-width="2"/>\
    <path d="M32 14.6c1 2.6 6 4.8 6 9a6 6 0 0 1-12 0c0-4.2 5-6.4 6-9z"/></g></svg>Steelyard</a>
    """
  }

  private var who: HTML {
    guard let account else { return "" }
    return """
      <form class="account" method="post" action="\(Address.signOut.path)">\
      \(Form.token(account.formToken))<span>\(account.name), \(account.role.rawValue)</span> \
      <button class="quiet">Sign out</button></form>
      """
  }

  private var navigation: HTML {
    guard let account else { return "" }
    let items = account.navigation.map { entry -> HTML in
      let mark: HTML = entry.address == current ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(entry.address.path)\"\(mark)>\(entry.name)</a></li>"
    }
    return "<nav aria-label=\"Main\"><ul>\(items)</ul></nav>"
  }

  private var trail: HTML {
    guard !crumbs.isEmpty else { return "" }
    let items = crumbs.map { crumb -> HTML in
      "<li><a href=\"\(crumb.address.path)\">\(crumb.name)</a></li>"
    }
    return "<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol>\(items)</ol></nav>"
  }
}
