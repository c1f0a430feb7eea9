import Post
import Testing

@Suite("Files that are no e-mail")
struct NotAMessageTests {
  private func error(_ bytes: [UInt8]) -> MailError? {
    do throws(MailError) {
      _ = try Message(reading: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test("nothing at all is empty", arguments: ["", " ", "\r\n\r\n", "\u{FEFF}"])
  func empty(_ text: String) {
    #expect(error(Array(text.utf8)) == .empty)
  }

  @Test("25 MB are read and one byte more is not")
  func size() throws {
    #expect(Message.maximumBytes == 26_214_400)
    let head = Array("From: a@example.org\nContent-Type: application/pdf\n\n".utf8)
    let rest = [UInt8](repeating: 0x20, count: Message.maximumBytes - head.count)
    #expect(try Message(reading: head + rest).attachments.first?.byteCount == rest.count)
    #expect(error(head + rest + [0x20]) == .tooLarge(bytes: 26_214_401))
  }

  @Test(
    "text without header lines is no e-mail",
    arguments: [
      "Dear Sir or Madam,\r\n\r\nPlease send me the list.", "Dear Sir: hello", ": value\n",
      "From\n",
      "\u{0}\u{1}\u{2}", "From jane Tue May 26 2026\n\nWords",
    ])
  func noHeaders(_ text: String) {
    #expect(error(Array(text.utf8)) == .notAMessage(.noHeaders))
    #expect("\(MailError.notAMessage(.noHeaders))".contains("'From:', 'Date:' and 'Subject:'"))
  }

  @Test(
    "header lines without From, Date or Subject are no e-mail, and those that are there are named")
  func noSender() {
    let text = "X-One: secret\nTo: a@example.org\nhttp://example.org\n\nWords"
    let error = error(Array(text.utf8))
    #expect(error == .notAMessage(.noSender(present: ["x-one:", "to:", "http:"])))
    #expect(error?.description.contains("x-one:, to:, http:") == true)
    #expect(error?.description.contains("secret") == false)
  }

  @Test(
    "one of the three is enough",
    arguments: ["From: a@example.org", "Date: Tue, 26 May 2026 10:00:00 +0100", "Subject: Hello"])
  func enough(_ header: String) {
    #expect(error(Array("\(header)\n\nWords".utf8)) == nil)
  }

  @Test(
    "files of other kinds are called by their name",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "Outlook .msg"), (Array("%PDF-1.7\n".utf8), "PDF"),
      (Array("PK\u{3}\u{4}".utf8), "Word"), (Array("{\\rtf1".utf8), "rich text"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "picture"), ([0xFF, 0xD8, 0xFF, 0xE0], "picture"),
    ] as [([UInt8], String)])
  func otherKinds(_ bytes: [UInt8], _ name: String) {
    let description = error(bytes)?.description ?? ""
    #expect(description.contains(name))
    #expect(description.contains("Save the e-mail as an .eml file"))
  }
}
