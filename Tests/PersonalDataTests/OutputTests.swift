import PersonalData
import Testing

@Suite("Suggestions as output")
struct OutputTests {
  private let suggestions = reader.suggest(in: "Ring 07911 123456 \"now\".")

  @Test("JSON on one line has the documented keys")
  func oneLine() {
    #expect(
      SuggestionsJSON.text(of: suggestions, file: "a \"b\".txt", onOneLine: true)
        == #"{"schema":"suggestions/1","file":"a \"b\".txt","suggestions":[{"kind":"phone","start":5,"end":17,"#
        + #""text":"07911 123456","confidence":"high","reason":"has the form of a mobile number","provision":"s40(2)"}]}"#
        + "\n")
  }

  @Test("JSON is indented otherwise, and an empty list is one")
  func indented() {
    #expect(
      SuggestionsJSON.text(of: [], file: "a.txt")
        == "{\n  \"schema\": \"suggestions/1\",\n  \"file\": \"a.txt\",\n  \"suggestions\": []\n}\n"
    )
    #expect(
      SuggestionsJSON.text(of: suggestions, file: "a.txt").contains(
        "\n      \"kind\": \"phone\",\n"))
  }

  @Test("text says what, how sure, why and under what")
  func text() {
    #expect(
      SuggestionsText.text(of: suggestions, file: "a.txt") == """
        a.txt: 1 passage to look at

          telephone number, high confidence, s40(2)?
            07911 123456
            5 to 17: has the form of a mobile number

        """)
    #expect(SuggestionsText.text(of: [], file: "a.txt") == "a.txt: nothing suggested\n")
  }

  @Test("characters that steer a terminal are not written")
  func terminal() {
    let hostile = Suggestion(
      kind: .name, start: 0, end: 3, text: "a\u{1B}[2Jb", confidence: .low, reason: "x")
    #expect(!SuggestionsText.text(of: [hostile], file: "f").contains("\u{1B}"))
  }
}
