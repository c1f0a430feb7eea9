/// Small e-mails, and what is and is not hidden in them.
enum MailExamples {
  static let all = headers + texts + parts

  private static let headers: [InspectionExample] = [
    InspectionExample(
      "a plain message", file: "plain.eml", mail(body: "Dear Ms Finch\n\nWe hold it.\n")),
    InspectionExample(
      "somebody who was copied in blind", file: "blind.eml",
      mail("Bcc: R. Amos <ra@council.example>"),
      finds: ["eml.bcc"], shows: "R. Amos"),
    InspectionExample(
      "a blind copy to nobody", file: "nobody.eml", mail("Bcc: undisclosed-recipients:;"),
      leaves: ["eml.bcc"]),
    InspectionExample(
      "the machines that it went through", file: "way.eml",
      mail(
        "Received: from pc-417.hq.internal ([10.1.2.3])\n by mx.council.example; Mon, 4 Mar 2024"),
      finds: ["eml.received"], shows: "pc-417.hq.internal"),
    InspectionExample(
      "the thread and the program", file: "thread.eml",
      mail("Thread-Topic: What we tell the requester\nX-Mailer: Outlook 16.0"),
      finds: ["eml.thread_headers"], shows: "What we tell the requester"),
    InspectionExample(
      "a thread that names a machine of the office", file: "host.eml",
      mail("In-Reply-To: <case88@mx1.hq.internal>"),
      finds: ["eml.received", "eml.thread_headers"], shows: "case88@mx1.hq.internal"),
    InspectionExample(
      "an encoded name among the copies", file: "encoded.eml",
      mail("Cc: =?utf-8?B?T3fDqW4gUGFycnk=?= <op@council.example>"), finds: ["eml.encoded_header"],
      shows: "Owén Parry"),
    InspectionExample(
      "an encoded subject, which every reader sees", file: "subject.eml",
      mail("Subject: =?utf-8?Q?Caf=C3=A9?="), leaves: ["eml.encoded_header"]),
  ]

  private static let texts: [InspectionExample] = [
    InspectionExample(
      "words with no display", file: "display.eml",
      html("<p>Dear all</p><p style='DISPLAY : none'>Ask Nia about the flat</p>"),
      finds: ["eml.html_hidden"], shows: "Ask Nia about the flat"),
    InspectionExample(
      "words that only Outlook hides", file: "outlook.eml",
      html("<p>Dear all</p><p style='mso-hide:all'>Ask Nia about the flat</p>"),
      finds: ["eml.html_hidden"], shows: "Ask Nia about the flat"),
    InspectionExample(
      "the author of the document that it was made from", file: "author.eml",
      html(
        "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>R. Amos</o:Author>"
          + "<o:Lines>4</o:Lines></o:DocumentProperties></xml><![endif]--><p>Dear all</p>"),
      finds: ["eml.html_comment"], shows: "R. Amos"),
    InspectionExample(
      "white words on white by a style sheet", file: "white.eml",
      html("<style>.q{color:#fff}</style><p>Dear all <span class=q>case 88 closed</span></p>"),
      finds: ["eml.html_hidden"], shows: "case 88 closed"),
    InspectionExample(
      "white words on a navy ground", file: "navy.eml",
      html("<table bgcolor='#000080'><tr><td style='color:white'>Council</td></tr></table>"),
      leaves: ["eml.html_hidden"]),
    InspectionExample(
      "a preview that is only fillers", file: "filler.eml",
      html("<div style='display:none'>&nbsp;&zwnj;&nbsp;</div><p>Dear all</p>")),
    InspectionExample(
      "a comment in the HTML", file: "comment.eml",
      html("<p>Dear all</p><!-- Dan: leave out site 4 -->"),
      finds: ["eml.html_comment"], shows: "leave out site 4"),
    InspectionExample(
      "the comments that Outlook writes", file: "outlook.eml",
      html(
        "<!--[if gte mso 9]><xml><o:shapedefaults v:ext='edit' spidmax='1026'/></xml><![endif]-->"
          + "<style><!-- p.MsoNormal {margin:0} --></style><p>Dear all</p><!--EndFragment-->")),
    InspectionExample(
      "two versions that say different things", file: "versions.eml",
      alternatives("We hold three files.", "<p>We hold three files. One names officer Teague.</p>"),
      finds: ["eml.alternative_mismatch"], shows: "officer Teague"),
    InspectionExample(
      "two versions that say the same", file: "same.eml",
      alternatives(
        "Dear Ms Finch,\n\n* one\n* two\n\nSee our page <https://council.example/foi>.\n",
        "<p>Dear Ms&nbsp;Finch,</p><ul><li>one<li>two</ul><p>See <b>our</b> "
          + "<a href='https://council.example/foi'>page</a>.</p>")),
    InspectionExample(
      "an earlier message below the answer", file: "quoted.eml",
      mail(
        body:
          "Attached.\n\nOn Mon, 4 Mar 2024 at 10:00, Ann Bevan <ab@x.example> wrote:\n> Is it Joe's file?\n"
      ),
      finds: ["eml.quoted_thread"], shows: "Is it Joe's file?"),
    InspectionExample(
      "a letter with a line from somebody", file: "from.eml",
      mail(body: "The report:\nFrom: the north gate\nonwards nothing is held.\n")),
  ]

  private static let parts: [InspectionExample] = [
    InspectionExample(
      "an attached file", file: "attached.eml",
      parts([
        "Content-Type: text/plain\n\nDear all",
        "Content-Type: text/plain; name=n.txt\nContent-Disposition: attachment; "
          + "filename*0*=utf-8''n%C3%B3; filename*1=te.txt\nContent-Transfer-Encoding: base64\n\n"
          + "U3RhZmYgbGlzdA==",
      ]), finds: ["eml.attachment"], shows: "Staff list"),
    InspectionExample(
      "a message within the message", file: "within.eml",
      parts([
        "Content-Type: text/plain\n\nDear all",
        "Content-Type: message/rfc822\n\nFrom: ic@x.example\nSubject: Inner note\n\nKeep it quiet.",
      ]), finds: ["eml.nested_message"], shows: "Keep it quiet."),
    InspectionExample(
      "an invitation with its guests", file: "guests.eml",
      parts([
        "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nATTENDEE;CN=Una\n  Price:mailto:up@x.example\nEND:VCALENDAR"
      ]), finds: ["eml.calendar"], shows: "Una Price"),
    InspectionExample(
      "words before the first part", file: "before.eml",
      parts(["Content-Type: text/plain\n\nDear all"], before: "Draft 2 for K. Moss only"),
      finds: ["eml.preamble"], shows: "K. Moss"),
    InspectionExample(
      "the greeting to programs that know no parts", file: "greeting.eml",
      parts(
        ["Content-Type: text/plain\n\nDear all"],
        before: "This is a multi-part message in MIME format.")),
    InspectionExample(
      "a picture with the name of its owner", file: "picture.eml",
      related(
        PictureExamples.jpeg(
          PictureExamples.exif([.init(0x013B, 2, Array("Morag Sinclair\0".utf8))]))),
      finds: ["eml.inline_image_metadata"], shows: "Morag Sinclair", allows: ["jpeg.exif_identity"]),
    InspectionExample(
      "a picture with nothing beside its pixels", file: "logo.eml", related(PictureExamples.jpeg())),
    InspectionExample(
      "Outlook's own envelope", file: "envelope.eml",
      parts([
        "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
          + base64(tnef("Agreed with Lyn before the call"))
      ]), finds: ["eml.tnef"], shows: "Agreed with Lyn before the call"),
    InspectionExample(
      "Outlook's own envelope by itself", file: "winmail.dat", tnef("Ask Lyn Carter first"),
      finds: ["eml.tnef"], shows: "Ask Lyn Carter first"),
  ]

  private static func mail(_ extra: String = "", body: String = "Dear Ms Finch\n") -> [UInt8] {
    var lines = [
      "From: foi@council.example", "To: r@x.example", "Date: Mon, 04 Mar 2024 10:00:00 +0000",
    ]
    if !extra.contains("Subject:") { lines.append("Subject: Your request") }
    if !extra.isEmpty { lines.append(extra) }
    return Array((lines.joined(separator: "\n") + "\n\n" + body).utf8)
  }

  private static func html(_ text: String) -> [UInt8] {
    mail("MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8", body: text)
  }

  private static func parts(
    _ parts: [String], kind: String = "mixed", before: String = ""
  ) -> [UInt8] {
    let body = parts.map { "--=_x\n\($0)\n" }.joined()
    return mail(
      "MIME-Version: 1.0\nContent-Type: multipart/\(kind); boundary=\"=_x\"",
      body: "\(before)\n\(body)--=_x--\n")
  }

  private static func alternatives(_ plain: String, _ html: String) -> [UInt8] {
    parts(
      ["Content-Type: text/plain\n\n\(plain)", "Content-Type: text/html\n\n\(html)"],
      kind: "alternative")
  }

  private static func related(_ picture: [UInt8]) -> [UInt8] {
    parts(
      [
        "Content-Type: text/html\n\n<p>Dear all</p><img src='cid:a'>",
        "Content-Type: image/jpeg\nContent-ID: <a>\nContent-Transfer-Encoding: base64\n\n"
          + base64(picture),
      ], kind: "related")
  }

  /// An envelope with one text.
  private static func tnef(_ text: String) -> [UInt8] {
    func little(_ value: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(value >> $0 & 0xFF) } }
    let data = Array(text.utf8)
    return [0x78, 0x9F, 0x3E, 0x22, 1, 0, 1] + little(0x2_800C) + little(data.count) + data + [
      0, 0,
    ]
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    String(decoding: Base64Text.encoded(bytes), as: UTF8.self)
  }
}
