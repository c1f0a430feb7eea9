/// Small workbooks of Excel 97–2003: what is found in them and what is left alone.
enum WorkbookExamples {
  private typealias B = BIFFExample

  private static let shown = B.Sheet(records: B.label(0, 0, "Answer"))

  private static func sheet(_ state: UInt8) -> [UInt8] {
    B(sheets: [shown, B.Sheet(name: "Staff", state: state, records: B.label(1, 1, "Ann Example"))])
      .file
  }

  private static func workbook(_ records: [UInt8], globals: [UInt8] = []) -> [UInt8] {
    B(sheets: [B.Sheet(records: records)], globals: globals).file
  }

  /// Fonts and formats: black on nothing, white on nothing, white on navy, navy on navy.
  private static let looks =
    [8, 8, 8, 8, 9, 18].flatMap(B.font) + B.cellFormat(font: 0, fill: nil)
    + B.cellFormat(font: 5, fill: nil) + B.cellFormat(font: 5, fill: 18)
    + B.cellFormat(font: 6, fill: 18)

  private static let strips: [InspectionExample] = [
    InspectionExample(
      "a hidden row with a value", file: "row.xls",
      workbook(B.row(3, isHidden: true) + B.label(3, 0, "Bob Example")),
      finds: ["xls.row_hidden"], shows: "Bob Example"),
    InspectionExample(
      "a hidden row without a value", file: "empty-row.xls",
      workbook(B.row(3, isHidden: true) + B.label(4, 0, "Answer")), leaves: ["xls.row_hidden"]),
    InspectionExample(
      "a hidden column with a value", file: "column.xls",
      workbook(B.columns(2...4, isHidden: true) + B.label(0, 3, "Cat Example")),
      finds: ["xls.col_hidden"], shows: "Cat Example"),
    InspectionExample(
      "hidden columns at the edge that hold nothing", file: "edge.xls",
      workbook(B.columns(20...255, isHidden: true) + B.label(0, 3, "Answer")),
      leaves: ["xls.col_hidden"]),
    InspectionExample(
      "white text on no fill", file: "white.xls",
      workbook(B.label(0, 0, "Dan Example", format: 1), globals: looks),
      finds: ["xls.text_matches_fill"], shows: "Dan Example"),
    InspectionExample(
      "navy text on navy", file: "navy.xls",
      workbook(B.label(0, 0, "Eve Example", format: 3), globals: looks),
      finds: ["xls.text_matches_fill"], shows: "Eve Example"),
    InspectionExample(
      "a heading in white on navy", file: "heading.xls",
      workbook(B.label(0, 0, "Heading", format: 2), globals: looks),
      leaves: ["xls.text_matches_fill"]),
  ]

  static let all: [InspectionExample] =
    [
      InspectionExample(
        "a hidden sheet", file: "hidden.xls", sheet(1), finds: ["xls.sheet_hidden"],
        shows: "Ann Example"),
      InspectionExample(
        "a sheet that Unhide does not offer", file: "very-hidden.xls", sheet(2),
        finds: ["xls.sheet_very_hidden"], shows: "Ann Example"),
      InspectionExample(
        "two sheets that are shown", file: "plain.xls", sheet(0),
        leaves: ["xls.sheet_hidden", "xls.sheet_very_hidden"]),
      InspectionExample(
        "a note on a cell", file: "note.xls",
        workbook(B.label(2, 1, "x") + B.note("Ask legal first", by: "Fay Example")),
        finds: ["xls.comment"], shows: "Ask legal first"),
      InspectionExample(
        "a hidden name for a text", file: "name.xls",
        workbook(B.label(0, 0, "x"), globals: B.name("handler", text: "Gus Example", flags: 1)),
        finds: ["xls.defined_name"], shows: "Gus Example"),
      InspectionExample(
        "a hidden name that Excel made for a filter", file: "filter.xls",
        workbook(B.label(0, 0, "x"), globals: B.name("\u{D}", text: "", flags: 0x21)),
        leaves: ["xls.defined_name"]),
      InspectionExample(
        "an author in the properties", file: "author.xls",
        CompoundExample.file([
          ("Workbook", B(sheets: [shown]).stream),
          ("\u{5}SummaryInformation", CompoundExample.summary([4: "Hal Example"])),
        ]), finds: ["xls.doc_props"], shows: "Hal Example"),
      InspectionExample(
        "properties that name only the program", file: "program.xls",
        CompoundExample.file([
          ("Workbook", B(sheets: [shown]).stream),
          ("\u{5}SummaryInformation", CompoundExample.summary([4: "", 18: "Microsoft Excel"])),
        ]), leaves: ["xls.doc_props"]),
      InspectionExample(
        "text in a sector that belongs to nothing", file: "slack.xls",
        CompoundExample.leaving("Complaint of Ida Example", behind: B(sheets: [shown]).file),
        finds: ["xls.ole_slack"], shows: "Ida Example"),
      InspectionExample(
        "an earlier copy of what the workbook still says", file: "copy.xls",
        CompoundExample.leaving(
          "Complaint upheld", behind: workbook(B.label(0, 0, "Complaint upheld"))),
        leaves: ["xls.ole_slack"]),
      InspectionExample(
        "a macro sheet of Excel 4", file: "macro.xls",
        B(sheets: [shown, B.Sheet(name: "Macro1", kind: 1, records: B.label(0, 0, "=HALT()"))])
          .file,
        finds: ["xls.vba"], shows: "Macro1"),
      InspectionExample(
        "macros", file: "vba.xls", VBAExample.document([("Workbook", B(sheets: [shown]).stream)]),
        finds: ["xls.vba"], shows: "Jan Example"),
      InspectionExample(
        "a text that only a pivot table keeps", file: "pivot.xls",
        PivotExample.workbook(keeping: "Leo Example"), finds: ["xls.pivot_cache"],
        shows: "Leo Example"),
      InspectionExample(
        "a pivot table that keeps what a cell says anyway", file: "pivot-shown.xls",
        PivotExample.workbook(keeping: PivotExample.shown), leaves: ["xls.pivot_cache"]),
      InspectionExample(
        "a file inside the workbook", file: "object.xls",
        OLEExample.document([("Workbook", B(sheets: [shown]).stream)], in: "MBD00012345"),
        finds: ["xls.embedded_ole"], shows: "C:\\Users\\kim\\list.txt"),
      InspectionExample(
        "an encrypted document", file: "locked.docx",
        CompoundExample.file([
          ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0]),
          ("EncryptedPackage", Array(repeating: 7, count: 64)),
        ]), finds: ["any.encrypted_office"]),
      InspectionExample(
        "an encrypted workbook", file: "locked.xls",
        workbook([], globals: B.record(BIFF.filePass, [1, 0, 1, 0, 1, 0])),
        finds: ["any.encrypted_office"]),
    ] + strips
}
