import Foundation
import Letters
import Markup
import PublicInterest
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A letter as text and as HTML")
struct RenderingTests {
  let letter: Letter

  init() throws {
    let fixture = try Fixture()
    letter = Letter(
      decision: try fixture.partlyRefused(), book: fixture.book,
      addressee: Addressee(name: "Ada Example", address: "1 High Street\nEastmere"))
  }

  @Test("plain text begins as a letter does")
  func textHead() {
    #expect(
      letter.plainText().hasPrefix(
        """
        Eastmere Council
        Town Hall, Quay Street, Eastmere EM1 2AB
        foi@eastmere.example

        Ada Example
        1 High Street
        Eastmere

        27 March 2026
        Reference: FOI-2026-0042

        Dear Ada Example

        Freedom of Information Act 2000: decision and refusal notice
        ============================================================

        Thank you for your request, which we received on 2 March 2026. Our reference
        is FOI-2026-0042.
        """))
  }

  @Test("rows of a table stand in plain text as labels and values")
  func textTable() {
    #expect(
      letter.plainText().contains(
        """
        Information:         Rates in the price schedule
        Question:            1
        Exemption relied on: Section 43(2)

        Information:         Names of three junior officers
        Question:            2
        Exemption relied on: Section 40(2) with 40(3A)(a)
        """))
  }

  @Test("no line of plain text is wider than 78 columns, except a single longer word")
  func textWidth() {
    let address = "https://example.org/" + String(repeating: "a", count: 80)
    let edited = letter.applying(edits: [
      "advice": "See \(address) for it.\n\n- \(address)\n\n| a | b |\n| \(address) | c |",
      "closing": String(repeating: "word ", count: 90),
    ])
    let lines = edited.plainText().split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines where line.count > 78 { #expect(line.contains(address)) }
    #expect(lines.contains { $0 == String(repeating: "word ", count: 14) + "word" })
    for line in lines { #expect(line.last != " ", "\(line)") }
  }

  @Test("no word of the letter is missing from the plain text")
  func textIsWhole() {
    let flat = letter.plainText().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for section in letter.sections {
      for word in section.text.split(whereSeparator: \.isWhitespace) {
        #expect(flat.contains(word))
      }
    }
  }

  @Test("the document declares its language, its title and one first heading")
  func document() throws {
    let html = letter.html()
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    #expect(
      html.contains(
        "<title>Freedom of Information Act 2000: decision and refusal notice (FOI-2026-0042)</title>"
      ))
    let outline = try Markup(of: html).elements.filter { ["h1", "h2", "h3"].contains($0.name) }
    #expect(outline.filter { $0.name == "h1" }.count == 1 && outline.first?.name == "h1")
    #expect(outline.filter { $0.name == "h2" }.count == letter.sections.count - 2)
    #expect(outline.filter { $0.name == "h3" }.count == 8)
  }

  @Test("every table has column and row headers and a heading that names it")
  func tables() throws {
    let elements = try Markup(of: letter.html()).elements
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let tables = elements.filter { $0.name == "table" }
    #expect(tables.count == 6)
    for table in tables { #expect(ids.contains(try #require(table.attributes["aria-labelledby"]))) }
    #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    #expect(elements.filter { $0.attributes["scope"] == "row" }.count == 8)
    for section in elements where section.attributes["aria-labelledby"] != nil {
      #expect(ids.contains(try #require(section.attributes["aria-labelledby"])))
    }
  }

  @Test("a letter inside a page leaves the first heading to the page")
  func fragment() throws {
    let names = try Markup(of: letter.htmlBody.text).elements.map(\.name)
    #expect(names.first == "article" && !names.contains("h1") && !names.contains("style"))
    #expect(names.filter { $0 == "h2" }.count == 1 && names.contains("h4"))
  }

  @Test("a section alone has headings from the level that the page asks for")
  func sectionAlone() throws {
    let section = try #require(letter.section(.reliance("rates")))
    let elements = try Markup(of: section.contentHTML(level: 3).text).elements
    #expect(elements.filter { $0.name == "h3" }.count == 5)
    #expect(section.headingID == "letter-reliance-rates-0")
    let withheld = try #require(letter.section(.withheld))
    let table = try Markup(of: withheld.contentHTML(level: 3).text).elements
      .first { $0.name == "table" }
    #expect(table?.attributes["aria-labelledby"] == withheld.headingID)
  }

  @Test("names that hold markup are text")
  func hostileNames() throws {
    var hostile = letter
    hostile.authority.name = "<img src=x onerror=alert(1)>"
    hostile.addressee = Addressee(name: "\"><script>", address: "</p>")
    hostile.title = "</title><script>"
    hostile.reference = "<!--"
    let elements = try Markup(of: hostile.html()).elements
    #expect(!elements.contains { ["script", "img"].contains($0.name) })
    #expect(hostile.html().contains("Dear &quot;&gt;&lt;script&gt;"))
  }
}

/// Elements of a document in the order in which they open, read by a strict XML parser: the letter's
/// HTML closes everything but the few elements that have no end.
struct Markup {
  struct Element {
    var name: String
    var attributes: [String: String]
  }
  var elements: [Element] = []

  init(of html: String) throws {
    var text = html.replacing("<!doctype html>", with: "")
    for (tag, closed) in [("<br>", "<br/>"), ("<meta charset=\"utf-8\">", "")] {
      text = text.replacing(tag, with: closed)
    }
    text = text.replacing(#/<meta name[^>]*>/#, with: "")
    try self.init(xml: Data(("<root>" + text + "</root>").utf8))
    elements.removeFirst()
  }

  init(xml: Data) throws {
    let parser = XMLParser(data: xml)
    let reader = Reader()
    parser.delegate = reader
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "") at \(parser.lineNumber)")
    elements = reader.elements
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append(Element(name: name, attributes: attributes))
    }
  }
}
