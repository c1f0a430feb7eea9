/// The classes of hidden data in workbooks of Excel 97–2003.
enum WorkbookClasses {
  private static let convert =
    "Not taken out in place: save the workbook as .xlsx and clean that, or release the visible cells as"
    + " a new file."

  static let sheetHidden = HiddenDataClass(
    "xls.sheet_hidden", .critical, "Hidden sheet in an old workbook",
    lies:
      "A BOUNDSHEET record of the workbook stream whose state is 1; the cells follow where it points.",
    recognised: "By the state of the sheet. Its cells are read and shown.", removal: convert)
  static let sheetVeryHidden = HiddenDataClass(
    "xls.sheet_very_hidden", .critical, "Sheet that Unhide does not offer, in an old workbook",
    lies: "A BOUNDSHEET record whose state is 2, which only a macro or another program sets.",
    recognised: "By the state of the sheet. Its cells are read and shown.", removal: convert)
  static let rowHidden = HiddenDataClass(
    "xls.row_hidden", .critical, "Hidden row with values in an old workbook",
    lies:
      "A ROW record that is marked as hidden or has no height, or rows that the sheet hides unless"
      + " it says otherwise.",
    recognised: "By the row, where a cell in it holds a value. Empty hidden rows are left alone.",
    removal: convert)
  static let columnHidden = HiddenDataClass(
    "xls.col_hidden", .critical, "Hidden column with values in an old workbook",
    lies: "A COLINFO record that is marked as hidden or has no width.",
    recognised:
      "By the column, where a cell in it holds a value. The unused columns that many sheets"
      + " hide at their edge are left alone.", removal: convert)
  static let comment = HiddenDataClass(
    "xls.comment", .high, "Note on a cell of an old workbook",
    lies: "A NOTE record with the author; the text in the TXO record of the object that it names.",
    recognised: "By either record. Boxes of text on the sheet are not notes.", removal: convert)
  static let textMatchesFill = HiddenDataClass(
    "xls.text_matches_fill", .high, "Text in the colour of its ground, in an old workbook",
    lies:
      "An XF record that joins a FONT with a fill of the same colour, fonts of parts of a text, or"
      + " a number format that shows nothing.",
    recognised: "By resolving font, palette, fill and full colours of each cell with a value. White"
      + " text on a dark fill is left alone.", removal: convert)
  static let properties = HiddenDataClass(
    "xls.doc_props", .medium, "People and matters in the properties of an old workbook",
    lies:
      "The streams SummaryInformation and DocumentSummaryInformation, and the WRITEACCESS record"
      + " with the name of who saved it.",
    recognised: "By fields that say something: author, title, company, custom ones. The program's"
      + " name, times and counts are left alone.",
    removal: "The fields are emptied where they stand.")
  static let slack = HiddenDataClass(
    "xls.ole_slack", .high, "Text left behind in unused parts of an old workbook",
    lies:
      "Sectors of the compound file that belong to no stream, the rest of a stream's last sector,"
      + " unused entries of the directory, and what follows the last record.",
    recognised: "By readable text with words that the workbook itself does not contain.",
    removal: "Unused parts are overwritten with zeros.")
  static let name = HiddenDataClass(
    "xls.defined_name", .medium, "Hidden name in an old workbook",
    lies: "A NAME record that is marked as hidden, or that stands for a text instead of for cells.",
    recognised:
      "By the mark. Names that Excel makes itself, such as filters and print areas, are left"
      + " alone.", removal: convert)
  static let macros = HiddenDataClass(
    "xls.vba", .high, "Macros in an old workbook",
    lies: "The storage _VBA_PROJECT_CUR, and macro sheets of Excel 4.",
    recognised: "By modules with lines of their own; the empty ones of each sheet are left alone.",
    removal: convert)
  static let embedded = HiddenDataClass(
    "xls.embedded_ole", .critical, "File inside an old workbook",
    lies: "Storages MBD… and LNK… beside the workbook stream, which hold whole documents.",
    recognised: "By the storage; the document in it is looked into as a file of its own.",
    removal: convert)

  static let pivotCache = HiddenDataClass(
    "xls.pivot_cache", .high, "Records that a pivot table of an old workbook keeps",
    lies: "Streams in the storage _SX_DB_CUR, which hold a copy of the table's source.",
    recognised: "By texts of that copy that no cell of the workbook has; a copy of what the sheets"
      + " hold anyway is left alone.", removal: convert)

  static let all = [
    sheetHidden, sheetVeryHidden, rowHidden, columnHidden, comment, textMatchesFill, properties,
    slack,
    name, macros, embedded, pivotCache,
  ]
}
