import Documents
import Testing

@Suite("E-mails as letters")
struct MailDocumentTests {
  @Test("the plain text is the letter, quotations too, and attachments are noted")
  func plain() throws {
    let mail = """
      From: FOI <foi@example.org>
      To: a@example.net
      Subject: Your request
      Date: Mon, 15 Jan 2024 10:00:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=x

      --x

      We refuse under section 31.

      > Please send it.
      --x
      Content-Type: application/pdf; name=a.pdf

      %PDF
      --x--

      """
    // Known by its header lines, without the help of a name.
    let read = try read(Array(mail.utf8))
    #expect(read.format == .mail)
    #expect(read.text == "We refuse under section 31.\n\n> Please send it.")
    #expect(read.notes.map(\.matter) == [.leftOut])
  }

  @Test("a letter with reference lines is no e-mail")
  func letter() throws {
    let letter = "Date: 15 January 2024\nSubject: Your request\nFrom: The FOI team\n\nDear Sir"
    #expect(try read(Array(letter.utf8)).format == .text)
  }

  @Test("what is said to be an e-mail and is none is refused")
  func none() {
    #expect(reason(Array("hello".utf8), .mail)?.reason == .unknownFormat)
  }
}
