import Markup
import Testing

@Suite("HTML that cannot be unescaped by accident")
struct HTMLTests {
  @Test("a script in a value comes out as text")
  func scriptInjection() {
    let name = "<script>alert('x')</script>"
    let page: HTML = "<p>\(name)</p>"
    #expect(page.text == "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</p>")
  }

  @Test("quotes in a value cannot end an attribute, of either kind")
  func quotesInAttributes() {
    let value = #"" onfocus='alert(1)' x=""#
    let field: HTML = "<input value=\"\(value)\" title='\(value)'>"
    let escaped = "&quot; onfocus=&#39;alert(1)&#39; x=&quot;"
    #expect(field.text == "<input value=\"\(escaped)\" title='\(escaped)'>")
  }

  @Test("an ampersand is escaped once, however deep the piece is nested")
  func nested() {
    let name = "Fish & Chips"
    let inner: HTML = "<b>\(name)</b>"
    let outer: HTML = "<p>\(inner)</p>"
    let whole: HTML = "<div>\(outer)\([inner, inner])</div>"
    #expect(
      whole.text
        == "<div><p><b>Fish &amp; Chips</b></p><b>Fish &amp; Chips</b><b>Fish &amp; Chips</b></div>"
    )
  }

  @Test("text that is escaped already is escaped again, because it is text")
  func escapedText() {
    let text = "&lt;"
    let page: HTML = "\(text)"
    #expect(page.text == "&amp;lt;")
  }

  @Test("a choice between two texts is escaped")
  func ternary() {
    for bold in [true, false] {
      let page: HTML = "<i>\(bold ? "<b>" : "'")</i>"
      #expect(page.text == (bold ? "<i>&lt;b&gt;</i>" : "<i>&#39;</i>"))
    }
  }

  @Test("slices, numbers and missing pieces are inserted")
  func otherValues() {
    let slice = "a<b".dropFirst()
    let piece: HTML? = "<hr>"
    let nothing: HTML? = nil
    let page: HTML = "\(slice) \(-7) \(piece)\(nothing)"
    #expect(page.text == "&lt;b -7 <hr>")
  }

  @Test(
    "text beyond ASCII stays as it is",
    arguments: ["“Ydych chi’n dal…” – naïve 日本 👩‍👩‍👧", "e\u{301}", "\u{FFFD}\u{FEFF}\u{F900}"])
  func beyondASCII(text: String) {
    let page: HTML = "\(text)"
    #expect(page.text.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("characters that neither HTML nor XML allows are left out")
  func forbiddenCharacters() {
    let text = "a\u{0}b\u{1B}[31m\tc\r\nd\u{FFFE}e\u{FFFF}f\u{FFFD}"
    let page: HTML = "\(text)"
    #expect(page.text == "ab[31m\tc\r\ndef\u{FFFD}")
  }

  @Test("every character between two special ones survives, wherever the special ones stand")
  func runs() {
    let special: [Character: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    let alphabet: [Character] = ["&", "<", ">", "\"", "'", "a", "é", " ", "\n"]
    var generator = SplitMix(seed: 20_260_529)
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...12, using: &generator)
      let text = String(
        (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      let page: HTML = "\(text)"
      #expect(page.text == text.map { special[$0] ?? String($0) }.joined())
    }
  }

  @Test("a piece stands only where its condition holds")
  func when() {
    let page: HTML = "\(HTML.when(true) { "<b>yes</b>" })\(HTML.when(false) { "<b>no</b>" })"
    #expect(page.text == "<b>yes</b>")
  }

  @Test("an attribute without a value is not written, and one with a value is escaped")
  func attributes() {
    let id: String? = "a\"b"
    #expect(HTML.attribute("aria-describedby", id).text == " aria-describedby=\"a&quot;b\"")
    #expect(HTML.attribute("aria-describedby", nil) == .empty)
    #expect(HTML.attribute("value", "").text == " value=\"\"")
    let box: HTML =
      "<input\(HTML.attribute("checked", if: true))\(HTML.attribute("hidden", if: false))>"
    #expect(box.text == "<input checked>")
  }

  @Test("pieces are joined with a separator between them")
  func joining() {
    let pieces: [HTML] = ["<a>", "<b>", "<c>"]
    #expect(pieces.joined(separator: ", ").text == "<a>, <b>, <c>")
    #expect(pieces.joined().text == "<a><b><c>")
    #expect([HTML]().joined(separator: ", ") == .empty)
    #expect((pieces[0] + pieces[1]).text == "<a><b>")
  }
}

/// A generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
