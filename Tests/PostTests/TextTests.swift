import Foundation
import Post
import Testing

@Suite("The text of a message")
struct TextTests {
  @Test(
    "every known character set",
    arguments: [
      ("utf-8", Array("dŵr €5 ’".utf8), "dŵr €5 ’"),
      ("UTF8", Array("dŵr".utf8), "dŵr"),
      ("us-ascii", Array("water".utf8), "water"),
      ("iso-8859-1", [0x63, 0x61, 0x66, 0xE9], "café"),
      ("latin1", [0xA3, 0x35], "£5"),
      ("iso-8859-1", [0x93, 0x68, 0x69, 0x94, 0x80], "“hi”€"),
      ("iso-8859-15", [0xA4, 0x35, 0x92], "€5’"),
      ("iso-8859-14", [0xF0, 0xFE, 0xDE], "ŵŷŶ"),
      ("iso-8859-2", [0xB3, 0xF3, 0x64, 0xBC], "łódź"),
      ("windows-1252", [0x80, 0x96, 0x99, 0xFF], "€–™ÿ"),
      ("cp1252", [0x85], "…"),
      ("windows-1250", [0x9C, 0xB9], "śą"),
      ("windows-1251", [0xCF, 0xF0, 0xE8], "При"),
      ("koi8-r", [0xF0, 0xD2, 0xC9], "При"),
      ("utf-16", [0xFE, 0xFF, 0x01, 0x75, 0xD8, 0x3D, 0xDE, 0x00], "ŵ😀"),
      ("utf-16", [0xFF, 0xFE, 0x75, 0x01], "ŵ"),
      ("utf-16", [0x01, 0x75], "ŵ"),
      ("utf-16le", [0x75, 0x01], "ŵ"),
      ("utf-16be", [0x01, 0x75], "ŵ"),
      ("utf-7", Array("1 +- 1, d+AXU-r, +2D3eAA-.".utf8), "1 + 1, dŵr, 😀."),
      ("\"utf-8\"", Array("dŵr".utf8), "dŵr"),
    ] as [(String, [UInt8], String)])
  func charsets(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    let message = try Mail.text(bytes, charset: name)
    #expect(message.body == text)
    #expect(message.remarks == [])
  }

  @Test(
    "no byte of a one-byte character set is out of reach",
    arguments: [
      "iso-8859-1", "iso-8859-2", "iso-8859-14", "iso-8859-15", "windows-1250", "windows-1251",
      "windows-1252", "koi8-r",
    ])
  func upperHalf(_ name: String) throws {
    let body = try Mail.text(Array(0x80...0xFF) + [0x2E], charset: name).body
    #expect(body.unicodeScalars.count == 129)
  }

  @Test(
    "without a character set, UTF-8 where it fits and else Windows-1252",
    arguments: [nil, "us-ascii"])
  func unstated(_ name: String?) throws {
    #expect(try Mail.text(Array("dŵr".utf8), charset: name).body == "dŵr")
    #expect(try Mail.text([0x63, 0x61, 0x66, 0xE9, 0x92], charset: name).body == "café’")
  }

  @Test("an unknown character set is read as Windows-1252, and a remark says so")
  func unknown() throws {
    let message = try Mail.text([0x63, 0x61, 0x66, 0xE9], charset: "x-mystery")
    #expect(message.body == "café")
    #expect(
      message.remarks == [
        "The text says that it is written in 'x-mystery', which is not known here; it was read as"
          + " Windows-1252."
      ])
  }

  @Test(
    "what cannot be read is marked and remarked on",
    arguments: [
      ("utf-8", [0x61, 0xFF, 0x62], "a\u{FFFD}b"), ("utf-8", [0x61, 0xC3], "a\u{FFFD}"),
      ("utf-16be", [0x00, 0x61, 0xD8, 0x00, 0x00, 0x62], "a\u{FFFD}b"),
      ("utf-16be", [0x00, 0x61, 0x00], "a"), ("windows-1252", [0x61, 0x81], "a\u{FFFD}"),
      ("utf-7", [0x61, 0xE9], "a\u{FFFD}"),
    ] as [(String, [UInt8], String)])
  func unreadable(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    let message = try Mail.text(bytes, charset: name)
    #expect(message.body == text)
    #expect(message.remarks == ["Some characters of the text could not be read."])
  }

  @Test("control characters go, blanks at the ends of lines too, and hard blanks become soft")
  func controls() throws {
    let text = "\n \na\u{0}b\u{1B}[1m\tc\u{A0}d  \r\n\r\n  e\u{2028}f\u{C}g \u{FEFF}\n\n"
    #expect(try Mail.text(Array(text.utf8), charset: "utf-8").body == "ab[1m\tc d\n\n  e\nf\ng")
  }

  private func encoded(_ encoding: String, _ text: String, charset: String = "utf-8") throws
    -> Message
  {
    try Mail.read(
      "From: a@example.org", "Date: Tue, 26 May 2026 10:00:00 +0100",
      "Content-Type: text/plain; charset=\(charset)", "Content-Transfer-Encoding: \(encoding)", "",
      text)
  }

  @Test(
    "quoted-printable, as it should be and as it should not",
    arguments: [
      ("caf=C3=A9", "café"), ("caf=c3=a9", "café"), ("one =\r\ntwo", "one two"),
      ("one =  \r\ntwo", "one two"), ("one=\ntwo", "onetwo"), ("one=", "one"), ("1 = 1", "1 = 1"),
      ("=ZZ=4", "=ZZ=4"), ("a=3D3D", "a=3D"), ("line  \r\nnext", "line\nnext"), ("==41", "=A"),
    ])
  func quotedPrintable(_ text: String, _ expected: String) throws {
    #expect(try encoded("quoted-printable", text).body == expected)
  }

  @Test(
    "base64, as it should be and as it should not",
    arguments: [
      ("Y2Fmw6k=", "café"), ("Y2Fm\r\nw6k=\r\n", "café"), ("Y2Fmw6k", "café"),
      ("Y2Fm!w6k=--", "café"),
      ("Y2E=Zg==w6k=", "cafe\u{301}".precomposedStringWithCanonicalMapping), ("", ""), ("Q", ""),
    ])
  func base64(_ text: String, _ expected: String) throws {
    #expect(try encoded("base64", text).body == expected)
  }

  @Test("text that only says it is base64 is read as it is")
  func notBase64() throws {
    let remark = "The text says that it is encoded in base64 but is not; it was read as it is."
    for text in ["stuff", "Please send me the list of all suppliers since 2019. Thank you, Jane"] {
      let message = try encoded("BASE64", text)
      #expect(message.body == text)
      #expect(message.remarks == [remark])
    }
  }

  @Test("base64 that was cut short is not taken for plain text")
  func cutBase64() throws {
    let text = String(repeating: "Les élèves français étaient là. ", count: 20)
    let base64 = try #require(text.data(using: .isoLatin1)).base64EncodedString().dropLast(3)
    let message = try encoded("base64", String(base64), charset: "iso-8859-1")
    #expect(message.body.hasPrefix("Les élèves français étaient là. Les"))
  }

  @Test("an unknown coding is left as it is, and a remark says so")
  func unknownCoding() throws {
    let message = try encoded("x-zip", "Words")
    #expect(message.body == "Words")
    #expect(
      message.remarks == ["A part of the message is encoded in a way that is not known here."])
  }

  @Test("a file that is written into the text is remarked on")
  func uuencode() throws {
    let message = try encoded("7bit", "Here:\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend")
    #expect(message.body.contains("begin 644 a.txt"))
    #expect(message.remarks.count == 1)
    #expect(try encoded("7bit", "begin 644\r\nbegin with 12 a.txt\r\nbegin 9 a").remarks == [])
  }
}
