import Testing

/// Text that something along the way might mistake for its own.
struct OddText: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String

  init(_ name: String, _ text: String) {
    testDescription = name
    self.text = text
  }

  static let all = [
    OddText("SQL", "'); DROP TABLE cases; --"),
    OddText("quotes and placeholders", #""double" 'single' `back` \ % _ ? :name @x $1"#),
    OddText(
      "emoji of several scalars", "\u{1F469}\u{1F3FD}\u{200D}\u{1F692} \u{1F3F4}\u{E0067}\u{E007F}"),
    OddText("two ways to write one letter", "e\u{301} is not \u{E9} here"),
    OddText("right to left", "عربي עברית \u{202E}evil\u{202C}"),
    OddText("the ends of Unicode", "\u{FEFF}bom \u{FFFD}\u{FFFF}\u{10FFFF}"),
    OddText("control characters", "line\nfeed\r\nand\ttab\u{B}\u{1B}[31m\u{7F}"),
    OddText("markup", "<script>alert(1)</script>&amp;"),
    OddText("a megabyte", String(repeating: "1 MB of 'odd' \u{1F5C2} text\n", count: 42_000)),
  ]
}
