import Post
import Testing

@Suite("Messages of several parts")
struct PartTests {
  @Test("words and attachments are told apart")
  func mixed() throws {
    let message = try Mail.parts(
      "mixed", "This is for old programs.", "--b", "Content-Type: text/plain", "", "Dear Sir,",
      "--b", "Content-Type: application/pdf; name=\"letter.pdf\"",
      "Content-Transfer-Encoding: base64",
      "Content-Disposition: attachment; filename=\"Letter 1.pdf\"",
      "", "JVBERi0xLjQ=", "--b", "Content-Type: text/csv", "", "a,b", "c,d", "--b--",
      "After the end.")
    #expect(message.body == "Dear Sir,")
    #expect(
      message.attachments == [
        Attachment(filename: "Letter 1.pdf", declaredType: "application/pdf", byteCount: 8),
        Attachment(filename: nil, declaredType: "text/csv", byteCount: 8),
      ])
    #expect(message.remarks == [])
  }

  @Test("a text file that is attached is an attachment; a text without a name is part of the words")
  func texts() throws {
    let message = try Mail.parts(
      "mixed", "--b", "", "One", "--b", "Content-Disposition: attachment", "", "no",
      "--b", "Content-Type: text/plain; name=notes.txt", "", "no", "--b",
      "Content-Type: text/html", "", "<p>Two", "--b--")
    #expect(message.body == "One\n\nTwo")
    #expect(message.attachments.map(\.filename) == [nil, "notes.txt"])
  }

  @Test("of two forms of the words the plain one is taken", arguments: [false, true])
  func alternative(_ plainComesLast: Bool) throws {
    let plain = "--b\r\nContent-Type: text/plain\r\n\r\nplain"
    let html = "--b\r\nContent-Type: text/html\r\n\r\n<b>rich</b>"
    let message = try Mail.parts(
      "alternative", plainComesLast ? html : plain, plainComesLast ? plain : html, "--b--")
    #expect(message.body == "plain")
    #expect(message.attachments == [])
    #expect(message.remarks == [])
  }

  @Test("where the plain form is empty the other is taken")
  func emptyAlternative() throws {
    let message = try Mail.parts(
      "alternative", "--b", "Content-Type: text/plain", "", "  ", "--b", "Content-Type: text/html",
      "", "<b>rich</b>", "--b--")
    #expect(message.body == "rich")
  }

  @Test("pictures within the words are attachments, and parts may lie in parts")
  func nested() throws {
    let message = try Mail.parts(
      "mixed", "--b", "Content-Type: multipart/related; boundary=\"b c\"", "",
      "--b c", "Content-Type: multipart/alternative; boundary=bb", "",
      "--bb", "Content-Type: text/plain", "", "plain",
      "--bb", "Content-Type: text/html", "", "<b>rich</b>", "--bb--",
      "--b c", "Content-Type: image/png; name=logo.png", "Content-Transfer-Encoding: base64", "",
      "iVBORw==", "--b c--",
      "--b", "Content-Type: application/zip; name=all.zip", "", "PK", "--b--")
    #expect(message.body == "plain")
    #expect(message.attachments.map(\.filename) == ["logo.png", "all.zip"])
    #expect(message.attachments.map(\.byteCount) == [4, 2])
    #expect(message.remarks == [])
  }

  @Test("a message in a message is an attachment, not more words")
  func forwarded() throws {
    let message = try Mail.parts(
      "mixed", "--b", "", "See below", "--b", "Content-Type: message/rfc822", "",
      "From: other@example.org", "Subject: Old", "", "Old words", "--b--")
    #expect(message.body == "See below")
    #expect(message.attachments.map(\.declaredType) == ["message/rfc822"])
    let digest = try Mail.parts("digest", "--b", "", "From: other@example.org", "", "Old", "--b--")
    #expect(digest.attachments.map(\.declaredType) == ["message/rfc822"])
  }

  @Test("a report of delivery is remarked on")
  func report() throws {
    let message = try Mail.parts(
      "report", "--b", "", "It failed", "--b", "Content-Type: message/delivery-status", "",
      "Action: failed", "--b--")
    #expect(message.body == "It failed")
    #expect(message.attachments == [])
    #expect(message.remarks.contains { $0.contains("report by a mail server") })
  }

  @Test(
    "what cannot be opened is remarked on",
    arguments: [
      ("application/ms-tnef; name=winmail.dat", "winmail.dat"),
      ("application/pkcs7-mime; name=smime.p7m", "encrypted or sealed"),
    ])
  func sealed(_ type: String, _ remark: String) throws {
    let message = try Mail.read("From: a@example.org", "Content-Type: \(type)", "", "x")
    #expect(message.attachments.count == 1)
    #expect(message.remarks.contains { $0.contains(remark) })
    #expect(message.remarks.contains("The message has no text of its own."))
  }

  @Test("where the last boundary is missing the last part goes on to the end")
  func missingEnd() throws {
    let message = try Mail.parts(
      "mixed", "--b", "", "One", "--b", "Content-Type: application/zip", "", "12345")
    #expect(message.body == "One")
    #expect(message.attachments.map(\.byteCount) == [5])
    #expect(message.remarks == ["The end of the message is missing; something may be lost."])
  }

  @Test("what follows the mark of the end is read too where it has parts")
  func earlyEnd() throws {
    let message = try Mail.parts(
      "mixed", "--b", "", "One", "--b--", "gap", "--b", "Content-Type: image/png", "", "x", "--b--")
    #expect(message.attachments.map(\.declaredType) == ["image/png"])
    #expect(
      message.remarks == [
        "The message goes on after the mark of its end; what follows was read too."
      ])
  }

  @Test("a boundary is a whole line and not the beginning of another")
  func boundaries() throws {
    let message = try Mail.parts(
      "mixed", "--b  ", "", "--bc", "-- b", "--b-", " --b", "--b \t", "Content-Type: a/b", "", "x",
      "--b-- ")
    #expect(message.body == "--bc\n-- b\n--b-\n --b")
    #expect(message.attachments.map(\.declaredType) == ["a/b"])
  }

  @Test(
    "several parts that are said but not there are read as text",
    arguments: ["", "; boundary=x", "; boundary="])
  func noParts(_ parameter: String) throws {
    let message = try Mail.read(
      "From: a@example.org", "Content-Type: multipart/mixed\(parameter)", "", "Words")
    #expect(message.body == "Words")
    #expect(message.remarks.contains { $0.contains("several parts but has none") })
  }

  @Test("a part without headers, and an empty one")
  func bareParts() throws {
    let message = try Mail.parts("mixed", "--b", "Words at once", "--b", "", "--b", "--b--")
    #expect(message.body == "Words at once")
    #expect(message.attachments == [])
  }

  @Test("a type that is no type is text", arguments: ["text", "", ";", "charset=utf-8"])
  func noType(_ type: String) throws {
    let message = try Mail.read("From: a@example.org", "Content-Type: \(type)", "", "Words")
    #expect(message.body == "Words")
  }

  @Test("a single attachment can be the whole message")
  func onlyAttachment() throws {
    let message = try Mail.read(
      "From: a@example.org", "Content-Type: application/pdf",
      "Content-Disposition: attachment; filename=a.pdf", "", "%PDF")
    #expect(message.body == "")
    #expect(
      message.attachments == [
        Attachment(filename: "a.pdf", declaredType: "application/pdf", byteCount: 4)
      ])
    let text = try Mail.read(
      "From: a@example.org", "Content-Type: text/plain; name=words.txt", "", "Words")
    #expect(text.body == "Words")
  }
}
