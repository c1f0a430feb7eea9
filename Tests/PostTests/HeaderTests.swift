import Post
import Testing

@Suite("Header lines")
struct HeaderTests {
  @Test("a plain message is read")
  func plain() throws {
    let message = try Mail.read(
      "From: Jane Smith <jane@example.org>", "To: foi@council.example",
      "Subject: Request for information", "Date: Tue, 26 May 2026 10:00:00 +0100", "",
      "Dear Sir or Madam,", "", "Please tell me.", "")
    #expect(message.from == Mailbox(name: "Jane Smith", address: "jane@example.org"))
    #expect(message.to == [Mailbox(name: "", address: "foi@council.example")])
    #expect(message.subject == "Request for information")
    #expect(message.sent?.header == "Tue, 26 May 2026 10:00:00 +0100")
    #expect(message.sent?.day == "2026-05-26")
    #expect(message.body == "Dear Sir or Madam,\n\nPlease tell me.")
    #expect(message.attachments == [])
    #expect(message.remarks == [])
  }

  @Test("lines may end in CR LF, LF or CR", arguments: ["\r\n", "\n", "\r"])
  func lineEnds(_ end: String) throws {
    let lines = ["From: a@example.org", "Subject: one", "  two", "", "Words", "", "and more", ""]
    let message = try Message(reading: Array(lines.joined(separator: end).utf8))
    #expect(message.subject == "one two")
    #expect(message.body == "Words\n\nand more")
  }

  @Test("a folded header is one line", arguments: ["\r\n ", "\r\n\t", "\r\n   \t"])
  func folding(_ fold: String) throws {
    #expect(
      try Mail.with("Subject: Freedom\(fold)of\(fold)Information").subject
        == "Freedom of Information")
  }

  @Test("names of headers are read in any case and with a blank before the colon")
  func names() throws {
    let message = try Mail.read("FROM: a@example.org", "subject : Hello", "dAtE:x", "", "Words")
    #expect(message.from?.address == "a@example.org")
    #expect(message.subject == "Hello")
    #expect(message.sent == SentDate(header: "x", day: nil))
  }

  @Test(
    "what other programs put before the first header is passed over",
    arguments: ["From jane Tue May 26 10:00:00 2026\n", ">From jane\r\n", "\u{FEFF}", "\n\n \n"])
  func beginnings(_ beginning: String) throws {
    let message = try Mail.read(beginning + "From: a@example.org", "Subject: Hello", "", "Words")
    #expect(message.from?.address == "a@example.org")
    #expect(message.subject == "Hello")
    #expect(message.body == "Words")
  }

  @Test("a file that was saved as UTF-16 is read")
  func utf16File() throws {
    let text = "From: a@example.org\r\nSubject: caf\u{E9}\r\n\r\nŵ"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let message = try Message(reading: [0xFF, 0xFE] + bytes)
    #expect(message.subject == "café")
    #expect(message.body == "ŵ")
  }

  @Test("text that follows the headers without an empty line is not lost")
  func missingEmptyLine() throws {
    let message = try Mail.read(
      "From: a@example.org", "Subject: Hello", "Dear Sir or Madam,", "Words")
    #expect(message.subject == "Hello")
    #expect(message.body == "Dear Sir or Madam,\nWords")
  }

  @Test("a message may have headers and nothing else")
  func noBody() throws {
    let message = try Mail.read("From: a@example.org", "Subject: Hello")
    #expect(message.body == "")
    #expect(message.remarks.contains("The message has no text of its own."))
  }

  @Test("a sender that is missing or named twice is remarked on")
  func senders() throws {
    let none = try Mail.read("Subject: Hello", "", "Words")
    #expect(none.from == nil)
    #expect(none.remarks.contains("The message does not say who sent it."))
    let two = try Mail.with("From: other@example.org")
    #expect(two.from?.address == "a@example.org")
    #expect(two.remarks == ["The message names its sender more than once; the first is taken."])
    let list = try Mail.read("From: a@example.org, b@example.org", "Date: x", "", "Words")
    #expect(list.from?.address == "a@example.org")
    #expect(list.remarks.contains("The message has several senders; the first is taken."))
  }

  @Test("a control character in a header becomes a blank")
  func controls() throws {
    #expect(try Mail.with("Subject: a\u{0}b\u{7}c\u{2028}d").subject == "a b c d")
  }
}
