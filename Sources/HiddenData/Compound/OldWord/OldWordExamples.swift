/// Small documents of Word 97–2003: what is found in them and what is left alone.
enum OldWordExamples {
  private static let plain = OldWordExample(runs: [("We hold the report.\r", [])])

  static let all: [InspectionExample] = [
    InspectionExample(
      "text that was deleted with tracking on", file: "deleted.doc",
      OldWordExample(runs: [
        ("We hold ", []), ("Ann Example's file", OldWordExample.deleted), (" the report.\r", []),
      ]).file(), finds: ["doc.deleted_text"], shows: "Ann Example's file"),
    InspectionExample(
      "text formatted as hidden", file: "hidden.doc",
      OldWordExample(runs: [
        ("We hold ", []), ("do not tell Bob", OldWordExample.hidden), (" the report.\r", []),
      ]).file(), finds: ["doc.hidden_text"], shows: "do not tell Bob"),
    InspectionExample(
      "formatting that says neither", file: "plain.doc",
      OldWordExample(runs: [
        ("We hold ", [0x35, 0x08, 1]), ("the", [0x3C, 0x08, 0]), (" report.\r", [0x00, 0x08, 0]),
      ]).file(), leaves: ["doc.deleted_text", "doc.hidden_text"]),
    InspectionExample(
      "a comment", file: "comment.doc",
      OldWordExample(runs: [("We hold the report.\r", [])], comments: "\u{5}Ask Cat first\r")
        .file(),
      finds: ["doc.comment"], shows: "Ask Cat first"),
    InspectionExample(
      "a company in the properties", file: "author.doc",
      plain.file([("\u{5}SummaryInformation", CompoundExample.summary([8: "Dan Example"]))]),
      finds: ["doc.doc_props"], shows: "Dan Example"),
    InspectionExample(
      "properties that name only the program", file: "program.doc",
      plain.file([
        (
          "\u{5}SummaryInformation",
          CompoundExample.summary([7: "Normal.dot", 18: "Microsoft Word 10.0"])
        )
      ]), leaves: ["doc.doc_props"]),
    InspectionExample(
      "text in a sector that belongs to nothing", file: "slack.doc",
      CompoundExample.leaving("Complaint of Eve Example", behind: plain.file()),
      finds: ["doc.ole_slack"], shows: "Eve Example"),
    InspectionExample(
      "text that a fast save left behind", file: "fast.doc",
      OldWordExample(runs: [("We hold the report.\r", [])], left: "Complaint of Fay Example")
        .file(),
      finds: ["doc.ole_slack"], shows: "Fay Example"),
    InspectionExample(
      "a stream that Word does not write", file: "extra.doc",
      plain.file([("Notes", Array("call Gus Example".utf8))]), finds: ["doc.extra_stream"],
      shows: "Gus Example"),
    InspectionExample(
      "the streams that Word writes", file: "usual.doc",
      plain.file([("Data", [0, 0, 0, 0]), ("\u{1}CompObj", Array("Microsoft Word-Dokument".utf8))]),
      leaves: ["doc.extra_stream"]),
    InspectionExample(
      "macros", file: "vba.doc", VBAExample.document(plain.streams, in: "Macros"),
      finds: ["doc.vba"], shows: "Jan Example"),
    InspectionExample(
      "a file inside the document", file: "object.doc",
      OLEExample.document(plain.streams, in: "_1234567890", under: "ObjectPool"),
      finds: ["doc.embedded_ole"], shows: "C:\\Users\\kim\\list.txt"),
    InspectionExample(
      "an encrypted document of Word", file: "locked.doc",
      OldWordExample(runs: [("x\r", [])], flags: 0x0100).file(), finds: ["any.encrypted_office"]),
  ]
}
