import Post
import Testing

@Suite("Encoded words in headers")
struct EncodedWordTests {
  static let unread = "Some characters in the header lines could not be read."

  @Test(
    "both codings, in any case and any known character set",
    arguments: [
      ("=?utf-8?Q?caf=C3=A9?=", "café"),
      ("=?UTF-8?b?Y2Fmw6k=?=", "café"),
      ("=?iso-8859-1?q?caf=e9?=", "café"),
      ("=?ISO-8859-15?Q?=A4_20?=", "€ 20"),
      ("=?windows-1252?Q?=93quoted=94?=", "“quoted”"),
      ("=?iso-8859-14?Q?d=F0r?=", "dŵr"),
      ("=?us-ascii?Q?plain?=", "plain"),
      ("=?utf-8*en?Q?with_language?=", "with language"),
      ("=?utf-7?Q?Va+AWE-e?=", "Vaše"),
      ("Re: =?utf-8?Q?caf=C3=A9?= open", "Re: café open"),
      ("(=?utf-8?Q?a?=)", "(a)"),
    ])
  func words(_ header: String, _ text: String) throws {
    let message = try Mail.with("Subject: \(header)")
    #expect(message.subject == text)
    #expect(message.remarks == [])
  }

  @Test(
    "blanks between neighbouring words are not part of the text; others are",
    arguments: [
      ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
      ("=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=", "ab"),
      ("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?=", "aé"),
      ("=?utf-8?Q?a_?= =?utf-8?Q?b?=", "a b"),
      ("=?utf-8?Q?a?= and =?utf-8?Q?b?=", "a and b"),
      ("one =?utf-8?Q?a?=", "one a"),
    ])
  func neighbours(_ header: String, _ text: String) throws {
    #expect(try Mail.with("Subject: \(header)").subject == text)
  }

  @Test("a character that was cut in two between words is whole again")
  func cutCharacter() throws {
    let message = try Mail.with("Subject: =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?= =?utf-8?B?w6k=?=")
    #expect(message.subject == "caféé")
    #expect(message.remarks == [])
  }

  @Test(
    "what is not an encoded word stays as it is",
    arguments: [
      "=?utf-8?X?a?=", "=?utf-8?Q?a", "=?utf-8?Q", "=?", "=??", "=", "a =?= b", "=?utf 8?Q?a?=",
      "1 + 1 =? 2",
    ])
  func notWords(_ header: String) throws {
    #expect(try Mail.with("Subject: \(header)").subject == header)
  }

  @Test(
    "what cannot be read is marked and remarked on",
    arguments: [
      ("=?utf-8?Q?hello=F0=?=", "hello\u{FFFD}"), ("=?UTF-8?B?aGVsbG/w?=", "hello\u{FFFD}"),
      ("=?x-unknown?Q?caf=E9?=", "café"),
    ])
  func unreadable(_ header: String, _ text: String) throws {
    let message = try Mail.with("Subject: \(header)")
    #expect(message.subject == text)
    #expect(message.remarks == [Self.unread])
  }

  @Test("letters written without any coding are read as UTF-8, else as Windows-1252")
  func rawLetters() throws {
    #expect(try Mail.with("Subject: dŵr").subject == "dŵr")
    let latin = Array("From: a@example.org\nSubject: caf".utf8) + [0xE9] + Array("\n\nWords".utf8)
    #expect(try Message(reading: latin).subject == "café")
  }
}
