import Post
import Testing

@Suite("Flowed text")
struct FlowedTextTests {
  private func body(_ text: String, parameters: String = "") throws -> String {
    try Mail.read(
      "From: a@example.org", "Content-Type: text/plain; charset=utf-8; format=flowed\(parameters)",
      "", text
    ).body
  }

  @Test("lines that end in a blank go on in the next")
  func flows() throws {
    #expect(
      try body("Please send \r\nme the \r\nlist.\r\nThank you")
        == "Please send me the list.\nThank you")
  }

  @Test("an empty line ends a paragraph")
  func paragraphs() throws {
    #expect(try body("one \r\ntwo\r\n\r\nthree \r\n\r\nfour") == "one two\n\nthree\nfour")
  }

  @Test("quoted lines flow among lines of the same depth only")
  func quotes() throws {
    #expect(
      try body("> one \r\n> two\r\n>> three \r\n> four \r\nfive")
        == "> one two\n>> three\n> four\nfive")
  }

  @Test("the blank that protects the beginning of a line goes")
  func stuffing() throws {
    #expect(
      try body(" From here\r\n >not a quote\r\n  indented") == "From here\n>not a quote\n indented")
  }

  @Test("the line before a signature does not flow into it, nor it into the signature")
  func signature() throws {
    #expect(try body("Words \r\n-- \r\nJane") == "Words\n--\nJane")
  }

  @Test("with DelSp the blank that flows is taken out")
  func deletesBlank() throws {
    #expect(try body("Llanfair \r\npwll", parameters: "; delsp=yes") == "Llanfairpwll")
    #expect(try body("Llanfair \r\npwll", parameters: "; delsp=no") == "Llanfair pwll")
  }

  @Test("without format=flowed nothing flows")
  func fixed() throws {
    let message = try Mail.read(
      "From: a@example.org", "Content-Type: text/plain", "", "one \r\ntwo")
    #expect(message.body == "one\ntwo")
  }
}
