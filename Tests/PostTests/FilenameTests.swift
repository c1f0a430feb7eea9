import Post
import Testing

@Suite("Names of attached files")
struct FilenameTests {
  private func attachment(_ header: String) throws -> Attachment {
    let message = try Mail.parts("mixed", "--b", header, "", "x", "--b--")
    return try #require(message.attachments.first)
  }

  @Test(
    "in every way that programs write them",
    arguments: [
      ("filename=a.pdf", "a.pdf"),
      ("filename=\"a b.pdf\"", "a b.pdf"),
      ("filename=a b.pdf", "a b.pdf"),
      ("FileName = \"a.pdf\" ; size=3", "a.pdf"),
      ("size=3; filename=\"semi;colon.pdf\"", "semi;colon.pdf"),
      ("filename=\"quo\\\"te.pdf\"", "quo\"te.pdf"),
      ("filename*=utf-8''d%C5%B5r.pdf", "dŵr.pdf"),
      ("filename*=iso-8859-1'en'caf%E9.pdf", "café.pdf"),
      ("filename*=UTF-8''100%.pdf", "100%.pdf"),
      ("filename=plain.pdf; filename*=utf-8''d%C5%B5r.pdf", "dŵr.pdf"),
      ("filename*0=\"a very long \"; filename*1=\"name.pdf\"", "a very long name.pdf"),
      ("filename*0*=utf-8''d%C5; filename*1*=%B5r; filename*2=\".pdf\"", "dŵr.pdf"),
      ("filename*1=\"b.pdf\"; filename*0=\"a\"", "ab.pdf"),
      ("filename*0=a; filename*2=c", "a"),
      ("filename=\"=?utf-8?Q?d=C5=B5r.pdf?=\"", "dŵr.pdf"),
      ("filename=\"=?utf-8?B?ZMW1?= =?utf-8?B?ci5wZGY=?=\"", "dŵr.pdf"),
      ("filename=\"dŵr.pdf\"", "dŵr.pdf"),
      ("filename=\"RV %A312000 or more.xls\"", "RV %A312000 or more.xls"),
      ("filename=\"open.pdf", "open.pdf"),
      ("filename=first.pdf; filename=second.pdf", "first.pdf"),
    ])
  func names(_ parameters: String, _ expected: String) throws {
    #expect(try attachment("Content-Disposition: attachment; \(parameters)").filename == expected)
  }

  @Test("the name of the type serves where the disposition has none")
  func typeName() throws {
    #expect(try attachment("Content-Type: application/pdf; name=a.pdf").filename == "a.pdf")
    #expect(try attachment("Content-Type: application/pdf").filename == nil)
  }

  @Test(
    "a name has no folder and nothing that cannot be seen",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\Users\\jane\\a.pdf", "a.pdf"), ("/", nil), ("..", nil),
      ("a\u{202E}fdp.exe", "afdp.exe"), ("a\u{200B}.pdf", "a.pdf"), ("a\tb.pdf", "a b.pdf"),
      ("  ", nil),
    ])
  func safety(_ name: String, _ expected: String?) throws {
    let header = "Content-Disposition: attachment; filename=\"\(name)\""
    #expect(try attachment(header).filename == expected)
  }

  @Test("a folded header's parameters are read")
  func folded() throws {
    let header = "Content-Type: application/pdf;\r\n\tname=\"a b.pdf\";\r\n  x=y"
    #expect(
      try attachment(header)
        == Attachment(
          filename: "a b.pdf", declaredType: "application/pdf", byteCount: 1))
  }
}
