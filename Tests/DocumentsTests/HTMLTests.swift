import Documents
import Testing

@Suite("HTML")
struct HTMLTests {
  private func text(_ html: String) throws -> String { try read(Array(html.utf8), .html).text }

  @Test("blocks become lines, lists get their marks, and tables their bars")
  func structure() throws {
    let html = """
      <!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>
      <h1>Your   request</h1><p>We hold<br>it &amp; more&hellip; &pound;5&#8211;&#x36;</p>
      <ul><li>one<li><p>two</p></ul><ol type="a" start="2"><li>b<li>c</ol>
      <table><tr><th>For<th>Against</tr><tr><td>open<p>ness</td><td>harm</tr></table>
      <script>var x = "<p>no</p>"</script>end
      """
    #expect(
      try text(html) == """
        Your request

        We hold
        it & more… £5–6
        • one
        • two
        b. b
        c. c

        For | Against
        open ness | harm

        end
        """)
  }

  @Test("what a page hides is left out and a note says so")
  func hidden() throws {
    let read = try read(
      Array(
        """
        <p>seen</p><p hidden>a</p><div style="Display : NONE"><p>b</p></div>
        <span style="visibility:hidden">c</span><p>also seen
        """.utf8), .html)
    #expect(read.text == "seen\n\nalso seen")
    #expect(read.notes.map(\.matter) == [.leftOut])
  }

  @Test("a table that only arranges the page is taken apart")
  func layoutTable() throws {
    #expect(
      try text("<table><tr><td><p>One</p><p>Two</p></td></tr><tr><td>Three</td></tr></table>")
        == "One\n\nTwo\n\nThree")
    #expect(
      try text(
        "<table><tr><td><table><tr><td>a<td>b</table></td><td>side</td></tr></table>")
        == "a | b\n\nside")
  }

  @Test("a page in Windows-1252 is read so when it says so, and numbers for it are too")
  func windows() throws {
    let bytes = Array("<meta charset=iso-8859-1><p>it".utf8) + [0x92] + Array("s &#150; </p>".utf8)
    #expect(try read(bytes, .html).text == "it’s –")
  }

  @Test("pages are known by what they begin with, and plain text that names tags is not one")
  func recognition() throws {
    #expect(try read(Array("\n<!-- x --><html><p>a".utf8)).format == .html)
    #expect(try read(Array("The tag <html> begins a page.".utf8)).format == .text)
    #expect(try read(Array("<html><p>a".utf8), .text).text == "<html><p>a")
  }

  @Test("elements that lie too deep are refused in words and in time")
  func depth() {
    let refused = reason(Array(String(repeating: "<div>", count: 200_000).utf8), .html)
    #expect(refused?.reason == .overLimit)
    #expect(refused?.message.contains("1000 deep") == true)
  }

  @Test(
    "long and broken pages end in time",
    arguments: ["</x>", "<a b='", "<table><tr><td>", "&#", "<!--"])
  func broken(piece: String) {
    let html = "<p>word " + String(repeating: piece, count: 200_000 / piece.utf8.count)
    let time = ContinuousClock().measure { _ = reason(Array(html.utf8), .html) }
    #expect(time < .seconds(15))
  }
}
