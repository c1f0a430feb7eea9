import InformationLaw
public import Markup

extension Letter {
  /// The letter as a complete document that needs nothing else: it can be sent, printed and read
  /// aloud.
  public func html() -> String {
    let name = reference.isEmpty ? title : "\(title) (\(reference))"
    let document: HTML = """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <style>
      body { margin: 2rem auto; padding: 0 1rem; max-width: 44rem; color: #1b1b1b;
        background: #fff; font: 1rem/1.5 Arial, Helvetica, sans-serif; }
      h1, h2, h3 { line-height: 1.25; break-after: avoid; }
      h1 { font-size: 1.5rem; margin: 1.5rem 0 1rem; }
      h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
      h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
      p, ul { margin: 0 0 .75rem; }
      .letterhead { margin-bottom: 2rem; }
      .letterhead b { font-size: 1.2rem; }
      table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
      th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left;
        vertical-align: top; overflow-wrap: break-word; }
      th { background: #f0f0f0; }
      tbody th { background: none; font-weight: normal; }
      tr { break-inside: avoid; }
      @media (max-width: 30rem) { th, td { padding: .3rem .4rem; font-size: .9rem; } }
      @media print { body { margin: 0; max-width: none; font-size: 11pt; } }
      @page { size: A4; margin: 2cm; }
      </style>
      </head>
      <body>
      <main>
      \(fragment(level: 1))</main>
      </body>
      </html>

      """
    return document.text
  }

  /// The letter for a page that has a first heading of its own: its title is a heading of the second
  /// level.
  public var htmlBody: HTML { fragment(level: 2) }

  private func fragment(level: Int) -> HTML {
    var head = lines(letterhead.enumerated().map { $0 == 0 ? "<b>\($1)</b>" : "\($1)" })
    if head != .empty { head = "<p class=\"letterhead\">\(head)</p>\n" }
    let address = lines(addressLines.map { "\($0)" })
    let particulars = lines(
      [date?.written ?? "", reference.isEmpty ? "" : "Reference: \(reference)"]
        .filter { !$0.isEmpty }.map { "\($0)" })
    let parts = sections.map { section -> HTML in
      let id = HTMLBlocks.id(section.id)
      let blocks = HTMLBlocks(id: id, level: level + 2, heading: section.heading.map { _ in 0 })
      let content = blocks.render(section.effective)
      guard let heading = section.heading else {
        return "<section id=\"\(id)\">\n\(content)</section>\n"
      }
      return """
        <section id="\(id)" aria-labelledby="\(id)-0">
        <h\(level + 1) id="\(id)-0">\(heading)</h\(level + 1)>
        \(content)</section>

        """
    }
    return """
      <article class="letter">
      \(head)\(HTML.when(address != .empty) { "<p>\(address)</p>\n" })\
      \(HTML.when(particulars != .empty) { "<p>\(particulars)</p>\n" })\
      <p>\(salutation)</p>
      <h\(level)>\(title)</h\(level)>
      \(parts)</article>

      """
  }

  private func lines(_ lines: [HTML]) -> HTML { lines.joined(separator: "<br>") }
}

/// Blocks as HTML. Tables are named by the heading above them.
struct HTMLBlocks {
  var id: String
  var level: Int
  /// The number of the heading above, if there is one; 0 is the section's own.
  var heading: Int?

  /// The id of a section's element; keys may hold characters that an address cannot.
  static func id(_ section: SectionID) -> String {
    "letter-" + String(section.key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  func render(_ blocks: [Block]) -> HTML {
    var heading = heading
    return blocks.enumerated().map { index, block -> HTML in
      switch block {
      case .paragraph(let text): return "<p>\(lines(text))</p>\n"
      case .subheading(let text):
        heading = index + 1
        return "<h\(level) id=\"\(id)-\(index + 1)\">\(text)</h\(level)>\n"
      case .bullets(let points):
        return "<ul>\n\(points.map { point -> HTML in "<li>\(lines(point))</li>\n" })</ul>\n"
      case .table(let header, let rows):
        let body = rows.map { row -> HTML in "<tr>\(cells(row))</tr>\n" }
        return """
          <table\(HTML.attribute("aria-labelledby", heading.map { "\(id)-\($0)" }))>
          <thead><tr>\(header.map { name -> HTML in "<th scope=\"col\">\(name)</th>" })</tr></thead>
          <tbody>
          \(body)</tbody>
          </table>

          """
      }
    }.joined()
  }

  /// A row; what the row is about stands first.
  private func cells(_ row: [String]) -> [HTML] {
    row.enumerated().map { index, cell in
      index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
    }
  }

  private func lines(_ text: String) -> HTML {
    text.lines.map { line -> HTML in "\(line)" }.joined(separator: "<br>")
  }
}
