import Documents
import Testing

@testable import HiddenData

@Suite("E-mails as a page")
struct PrintedMailTests {
  private let mail = Array(
    """
    Received: from secret.example by mx.example
    From: =?utf-8?Q?Zo=C3=AB?= Thornbury <zoe@example.org>
    To: foi@council.example,
     =?utf-8?B?QW5uIEV4YW1wbGU=?= <ann@example.org>
    Cc: legal@council.example
    Bcc: hidden@council.example
    Date: Tue, 26 May 2026 10:00:00 +0100
    Subject: =?utf-8?Q?Your_request_=26_ours?=
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=B

    --B
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: base64

    PHA+VGhlIG9mZmljZXIgd2FzIDxiPkFsZXg8L2I+ICZsdDtzaWMmZ3Q7PC9wPjxzY3JpcHQ+ZXZpbCgpPC9zY3JpcHQ+
    --B
    Content-Type: application/pdf; name="annex <1>.pdf"
    Content-Disposition: attachment; filename="annex <1>.pdf"
    Content-Transfer-Encoding: base64

    JVBERi0=
    --B
    Content-Type: message/rfc822

    From: inner@example.org
    Subject: inner

    inner words
    --B--

    """.replacing("\n", with: "\r\n").utf8)

  @Test("head, words and the names of attachments are taken; nothing else is")
  func travelling() throws {
    let page = try PrintedMail(reading: mail)
    #expect(page.head.map(\.name) == ["From", "To", "Cc", "Date", "Subject"])
    #expect(page.head[0].value == "Zoë Thornbury <zoe@example.org>")
    #expect(page.head[1].value == "foi@council.example, Ann Example <ann@example.org>")
    #expect(page.head[4].value == "Your request & ours")
    #expect(page.body.contains("The officer was Alex <sic>"))
    #expect(page.attachments == ["annex <1>.pdf", "without a name (message/rfc822)"])
    let document = String(decoding: page.document, as: UTF8.self)
    for absent in ["hidden@council", "secret.example", "evil()", "inner words", "<sic>", "<1>"] {
      #expect(!document.contains(absent), "\(absent)")
    }
    #expect(document.contains("Your request &amp; ours") && document.contains("&lt;sic&gt;"))
    #expect(document.contains("2 attachments"))
  }

  @Test("a message of Outlook gives the same")
  func outlook() throws {
    let file = MessageExample(
      body: "Dear Ann,\r\n\r\nhere  it is.", [(0x0C1F_001F, "foi@council.example".utf16Bytes)]
    )
    .recipient(
      1, [(0x3001_001F, "Ann Example".utf16Bytes), (0x39FE_001F, "ann@b.example".utf16Bytes)]
    )
    .attachment([(0x3707_001F, "annex.docx".utf16Bytes)]).file
    let page = try PrintedMail(reading: file)
    #expect(page.head.first { $0.name == "From" }?.value == "FOI Team <foi@council.example>")
    #expect(page.head.first { $0.name == "To" }?.value == "Ann Example <ann@b.example>")
    #expect(page.head.first { $0.name == "Subject" }?.value == "Your request")
    #expect(page.attachments == ["annex.docx"])
    let document = String(decoding: page.document, as: UTF8.self)
    #expect(document.contains("here <text:s/>it is.") && document.contains("1 attachment<"))
    #expect(document.contains("redacted as a file of its own"))
  }

  @Test("what is no e-mail is none, and one that breaks off does no harm")
  func others() {
    #expect(!PrintedMail.recognises(Array("Dear Ann,\n\nFrom the start it was late.".utf8)))
    #expect(throws: Unreadable.self) { try PrintedMail(reading: Array("words".utf8)) }
    for end in stride(from: 0, to: mail.count, by: 7) {
      _ = try? PrintedMail(reading: Array(mail[..<end]), name: "cut.eml")
    }
  }

  @Test("signs that XML cannot hold do not break the page")
  func awkward() {
    var page = PrintedMail()
    page.body = "a\u{1}b\u{FFFE}c\td  e\nf"
    let document = String(decoding: page.document, as: UTF8.self)
    #expect(document.contains(">ab\u{FFFD}c<text:tab/>d <text:s/>e</text:p>"))
  }
}
