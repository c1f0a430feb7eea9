/// Small messages of Outlook: what is found in them and what is left alone.
enum MessageExamples {
  private static func html(_ text: String) -> [(UInt32, [UInt8])] {
    [(0x1013_0102, Array("<html><head><title>x</title></head><body>\(text)</body></html>".utf8))]
  }

  /// RTF in the frame of packed RTF, as it is where packing would not help.
  private static func rtf(_ text: String) -> [(UInt32, [UInt8])] {
    let rtf = Array(#"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\#(text)\par}"#.utf8)
    return [
      (
        0x1009_0102,
        UInt32(rtf.count + 12).littleEndian4 + UInt32(rtf.count).littleEndian4
          + Array("MELA".utf8) + [0, 0, 0, 0] + rtf
      )
    ]
  }

  static let all: [InspectionExample] = [
    InspectionExample(
      "a message with nothing behind it", file: "plain.msg",
      MessageExample().recipient(1, [(0x3001_001F, "Ann Example".utf16Bytes)]).file,
      leaves: ["msg.bcc", "msg.address"]),
    InspectionExample(
      "a blind copy", file: "bcc.msg",
      MessageExample().recipient(3, [(0x3001_001F, "Bob Example".utf16Bytes)]).file,
      finds: ["msg.bcc"], shows: "Bob Example"),
    InspectionExample(
      "headers of its way", file: "headers.msg",
      MessageExample([(0x007D_001E, Array("Received: from mx7.example.org".utf8))]).file,
      finds: ["msg.transport_headers"], shows: "mx7.example.org"),
    InspectionExample(
      "an attached file", file: "attachment.msg",
      MessageExample().attachment([
        (0x3707_001F, "list.txt".utf16Bytes), (0x3701_0102, Array("Cat Example, 1 High St".utf8)),
      ]).file, finds: ["msg.attachment"], shows: "Cat Example"),
    InspectionExample(
      "an attached workbook", file: "workbook.msg",
      MessageExample().attachment([
        (0x3707_001F, "list.xlsx".utf16Bytes),
        (
          0x3701_0102,
          WorkbookExample(rows: WorkbookExample.row(5, WorkbookExample.text("A5", "Cat Example")))
            .bytes
        ),
      ]).file, finds: ["msg.attachment"], shows: "Cat Example"),
    InspectionExample(
      "a message inside the message", file: "inside.msg",
      MessageExample().message("Keep this from Dan Example").file, finds: ["msg.embedded_msg"],
      shows: "Keep this from Dan Example"),
    InspectionExample(
      "an HTML body that says more", file: "html.msg",
      MessageExample(html("Dear Ann, here is our answer.<p>Eve Example objected.</p>")).file,
      finds: ["msg.body_mismatch"], shows: "Eve Example objected"),
    InspectionExample(
      "an RTF body that says more", file: "rtf.msg",
      MessageExample(rtf(#"Dear Ann, here is our answer.\par Fay objected."#)).file,
      finds: ["msg.body_mismatch"], shows: "Fay objected"),
    InspectionExample(
      "bodies that say the same in their own ways", file: "same.msg",
      MessageExample(
        html("<p>Dear&nbsp;Ann, here is <a href='https://example.org'>our</a> an<b>swer</b>.</p>")
          + rtf(#"Dear Ann, here is our {\b answer}."#)
      ).file, leaves: ["msg.body_mismatch"]),
    InspectionExample(
      "a property that somebody added", file: "named.msg",
      MessageExample([(0x8000_001F, "Gus Example".utf16Bytes)]).named("Handler").file,
      finds: ["msg.named_prop"], shows: "Gus Example"),
    InspectionExample(
      "a name of the directory behind the sender", file: "directory.msg",
      MessageExample([(0x0C1F_001F, "/O=COUNCIL/OU=FIRST/CN=HEXAMPLE".utf16Bytes)]).file,
      finds: ["msg.address"], shows: "CN=HEXAMPLE"),
    InspectionExample(
      "an address that is shown as the name", file: "shown.msg",
      MessageExample().recipient(
        1,
        [
          (0x3001_001F, "ann@example.org".utf16Bytes), (0x39FE_001F, "ann@example.org".utf16Bytes),
        ]
      ).file, leaves: ["msg.address"]),
    InspectionExample(
      "text in a sector that belongs to nothing", file: "slack.msg",
      CompoundExample.leaving("Complaint of Ida Example", behind: MessageExample().file),
      finds: ["msg.ole_slack"], shows: "Ida Example"),
    InspectionExample(
      "the author of a presentation that cannot be looked into", file: "old.ppt",
      CompoundExample.file([
        ("PowerPoint Document", [0, 0, 0, 0]),
        ("\u{5}SummaryInformation", CompoundExample.summary([4: "Kim Example"])),
      ]), finds: ["ppt.doc_props"], shows: "Kim Example"),
  ]
}
