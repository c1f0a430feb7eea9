import Post
import Testing

@Suite("The words of an HTML message")
struct HTMLTextTests {
  private func body(_ html: String) throws -> String {
    try Mail.read("From: a@example.org", "Content-Type: text/html; charset=utf-8", "", html).body
  }

  @Test(
    "what begins a line in a browser begins one here",
    arguments: [
      ("one<br>two<BR/>three<br />four", "one\ntwo\nthree\nfour"),
      ("<p>one</p><p>two</p>", "one\n\ntwo"),
      ("one<br><br>two", "one\n\ntwo"),
      ("one<br><br><br><br>two", "one\n\ntwo"),
      ("<div>one</div><div>two</div>", "one\ntwo"),
      ("<div>one<br></div><div><br></div><div>two</div>", "one\n\ntwo"),
      ("<ul><li>one</li><li> two<li>three</ul>after", "- one\n- two\n- three\n\nafter"),
      ("<table><tr><td>a</td><td>b</td></tr><tr><th>c<td>d</table>", "a\tb\nc\td"),
      ("<h1>Title</h1>Words", "Title\n\nWords"),
      ("  one\r\n   two\tthree ", "one two three"),
      ("<b>one</b> <i>two</i>", "one two"),
      ("<b>one </b> <i> two</i>", "one two"),
      ("<pre>one\n  two</pre>three  four", "one\n  two\n\nthree four"),
      ("un<b>believ</b>able", "unbelievable"),
    ])
  func lines(_ html: String, _ expected: String) throws {
    #expect(try body(html) == expected)
  }

  @Test(
    "scripts, styles, titles, comments and declarations are not words",
    arguments: [
      "<style>p { color: red }</style>Words", "<STYLE type='a'>p > q {}</Style >Words",
      "<script>if (a < b) document.write('<p>no</p>')</script>Words",
      "<title>no</title>Words", "<!-- no <b>no</b> -->Words", "<!DOCTYPE html>Words",
      "<!--[if mso]><p>no</p><![endif]-->Words", "<![if !mso]>Words<![endif]>", "<?xml no?>Words",
      "<html><head><title>no</title><meta a='>'></head><body>Words</body></html>",
      "<a href=\"https://example.org/a>b\" title='x > y'>Words</a>", "<o:p></o:p>Words",
      "<script>no</scriptWords", "Words<script>no", "Words<style>no</styl>",
    ])
  func notWords(_ html: String) throws {
    let expected = html == "<script>no</scriptWords" ? "" : "Words"
    #expect(try body(html) == expected)
  }

  @Test(
    "characters written by name or number",
    arguments: [
      ("&lt;a&gt; &amp; &quot;b&quot; &apos;", "<a> & \"b\" '"), ("a&nbsp;&nbsp;b", "a b"),
      ("&pound;5 &euro;6 &mdash; &hellip; &rsquo;", "£5 €6 — … ’"),
      ("caf&eacute; &Eacute;", "café É"),
      ("&#8217; &#x2019; &#X2019;", "’ ’ ’"), ("&#146;&#150;", "’–"),
      ("&yuml;&iexcl;&frac12;", "ÿ¡½"),
      ("d&wcirc;r", "dŵr"),
      ("AT&T R&D &unknown; & &; &#; &#x;", "AT&T R&D &unknown; & &; &#; &#x;"),
      ("a &amp b&lt c", "a & b< c"), ("&copy=1&reg", "&copy=1&reg"), ("&amp;lt;", "&lt;"),
      ("&#0;&#55296;&#1114112;&#99999999999;", "\u{FFFD}\u{FFFD}&#99999999999;"),
    ])
  func entities(_ html: String, _ expected: String) throws {
    #expect(try body(html) == expected)
  }

  @Test(
    "a less-than sign that begins no tag is a character",
    arguments: [
      ("a < b", "a < b"), ("1<2 and 3>2", "1<2 and 3>2"), ("a <", "a <"), ("<3", "<3"),
      ("a <b", "a <b"), ("x <p title=\"y", "x <p title=\"y"),
    ])
  func lessThan(_ html: String, _ expected: String) throws {
    #expect(try body(html) == expected)
  }

  @Test("a quote or a comment that is never closed does not swallow the message")
  func unclosed() throws {
    #expect(try body("<a href=\"x>one</a><p>two") == "one\n\ntwo")
    #expect(try body("<p title='>one</p><p class=\"a\">two") == "one\n\ntwo")
    #expect(try body("<!-- one><p>two") == "two")
  }

  @Test("that the words came from HTML is remarked on")
  func remark() throws {
    let message = try Mail.read(
      "From: a@example.org", "Date: Tue, 26 May 2026 10:00:00 +0100", "Content-Type: text/html", "",
      "<p>Words</p>")
    #expect(message.remarks == ["The text was taken from the message's HTML; its layout is lost."])
  }
}
