import Testing

@testable import HiddenData

@Suite("Compound files: messages")
struct OutlookMessageTests {
  @Test("a message inside a message is looked into as a file of its own")
  func inside() {
    let found = CompoundResult(MessageExample().message("Keep this from Dan").file)
    #expect(found.classes == ["msg.embedded_msg"])
    #expect(found.failures.isEmpty)
  }

  @Test("RTF made from HTML is read as that HTML, and its own fallback is left out")
  func encapsulated() {
    let rtf = RTFText(
      Array(
        #"""
        {\rtf1\ansi\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}\htmlrtf \lang1033
        \htmlrtf0 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Si\'e2n \u8217?s\htmlrtf }\htmlrtf0
        {\*\htmltag84 &nbsp;}\htmlrtf only RTF\htmlrtf0{\*\htmltag72 </p>}}
        """#.utf8))
    #expect(rtf.html == "<html><p>Siân ’s&nbsp;</p>")
  }

  @Test("hidden text of RTF is told from what is shown")
  func hiddenRTF() {
    let rtf = RTFText(Array(#"{\rtf1\ansi Seen {\v unseen}\par {\*\unknown gone}again}"#.utf8))
    #expect(rtf.visible == "Seen \nagain")
    #expect(rtf.hidden == "unseen")
    #expect(rtf.html == nil)
  }

  @Test("a body that repeats the other with other marks is no mismatch; a further sentence is")
  func bodies() {
    func found(_ html: String) -> CompoundResult {
      CompoundResult(
        MessageExample(
          body: "Dear Ann,\r\nsee the page <https://example.org/a>.\r\nFOI Team",
          [(0x1013_0102, Array("<body>\(html)</body>".utf8))]
        ).file)
    }
    #expect(
      found(
        "<p>Dear A<b>n</b>n,<br>see the <a href='https://example.org/a'>page</a>.<p>FOI&nbsp;Team"
      ).isClean)
    #expect(
      found("Dear Ann, see the page. Dan objected. FOI Team").classes == ["msg.body_mismatch"])
  }

  @Test("addresses in identifiers of entries are found, and each once")
  func addresses() {
    let entry = Array(repeating: UInt8(0), count: 24) + "FOI\0SMTP\0dan@example.org\0".utf16Bytes
    let found = CompoundResult(
      MessageExample([
        (0x0C19_0102, entry), (0x0C1F_001F, "dan@example.org".utf16Bytes),
      ]).file)
    #expect(found.findings.map(\.class) == ["msg.address"])
    #expect(found.shows("dan@example.org"))
  }

  @Test("a picture that the body shows is looked into and not reported")
  func shownPicture() {
    let html = Array("<body>Dear Ann, here is our answer.<img src='cid:p1'></body>".utf8)
    let picture: [(UInt32, [UInt8])] = [
      (0x3707_001F, "p.png".utf16Bytes), (0x3712_001F, "p1".utf16Bytes), (0x3701_0102, [1, 2, 3]),
    ]
    #expect(CompoundResult(MessageExample([(0x1013_0102, html)]).attachment(picture).file).isClean)
    #expect(
      CompoundResult(MessageExample().attachment(picture).file).classes == ["msg.attachment"])
  }
}
