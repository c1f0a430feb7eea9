/// The kinds of hidden data that cells are, in the order in which the reference tells of them.
enum CellClasses {
  static let sheetHidden = HiddenDataClass(
    "xlsx.sheet_hidden", .critical, "A hidden sheet",
    lies: "In the list of sheets of the workbook part, as `state=\"hidden\"`, whatever the prefix.",
    recognised:
      "A sheet whose state is hidden, or whose window or tab is, and that holds a value or a drawing with text. A hidden sheet without anything in it is left alone.",
    removal: "The sheet goes with everything that leads to it; formulas that used it become values."
  )
  static let sheetVeryHidden = HiddenDataClass(
    "xlsx.sheet_very_hidden", .critical, "A sheet that Unhide does not offer",
    lies:
      "In the list of sheets, as `state=\"veryHidden\"`, or as a sheet part that the list leaves out.",
    recognised:
      "The state, or that no entry of the list leads to the part, and that it holds a value.",
    removal: "The sheet goes with everything that leads to it; formulas that used it become values."
  )
  static let rowHidden = HiddenDataClass(
    "xlsx.row_hidden", .critical, "Hidden rows with values",
    lies: "In the sheet, as `hidden` of a row.",
    recognised:
      "A hidden row with a cell that is not blank, outside of filters and outline groups.",
    removal: "The cells of the row are emptied; nothing moves.")
  static let columnHidden = HiddenDataClass(
    "xlsx.col_hidden", .critical, "Hidden columns with values",
    lies: "In the sheet, as `hidden` of a span of columns.",
    recognised:
      "A cell in a hidden column that is not blank. Hidden columns beyond the data are usual.",
    removal: "The cells of the column are emptied; nothing moves.")
  static let rowThin = HiddenDataClass(
    "xlsx.row_zero_height", .high, "Rows too low to be seen",
    lies: "In the sheet, as the height `ht` of a row or as the usual height of its rows.",
    recognised: "A row of less than two points with a value in it.",
    removal: "The cells of the row are emptied.")
  static let columnThin = HiddenDataClass(
    "xlsx.col_zero_width", .high, "Columns too narrow to be seen",
    lies: "In the sheet, as the `width` of a span of columns.",
    recognised: "A column of less than half a character with a value in it.",
    removal: "The cells of the column are emptied.")
  static let filtered = HiddenDataClass(
    "xlsx.filter_hidden_rows", .critical, "Rows that a filter hides",
    lies: "In the sheet or a table: a filter with criteria, and rows that are hidden.",
    recognised: "A hidden row with values within the range of an active filter.",
    removal: "The cells of those rows are emptied and the filter is cleared.")
  static let outline = HiddenDataClass(
    "xlsx.outline_collapsed", .high, "Collapsed groups of rows or columns",
    lies: "In the sheet, as an outline level of rows or columns that are hidden.",
    recognised: "A hidden row or column of an outline level above nought with a value in it.",
    removal: "The cells of the group are emptied.")
  static let matchesFill = HiddenDataClass(
    "xlsx.text_matches_fill", .high, "Text in the colour of its ground",
    lies: "In the styles: the colour of a font, a run or a number format, and the fill behind it.",
    recognised:
      "Both colours are worked out through theme, tint, palette, named style and table style; a contrast below 1.2 hides. White on a dark heading does not.",
    removal: "The cells are emptied.")
  static let numberFormat = HiddenDataClass(
    "xlsx.numfmt_hidden", .high, "Values that their number format does not show",
    lies: "In the styles, as a format code such as `;;;`, or one of words only.",
    recognised:
      "The section of the format that the value falls into shows neither number nor text. Formats that leave out nought are usual.",
    removal: "The cells are emptied, or hold the words that the format shows.")
  static let tiny = HiddenDataClass(
    "xlsx.tiny_font", .medium, "Text too small to be read",
    lies: "In the styles or in a run of a text, as a font size.",
    recognised: "A size of less than three points.",
    removal: "The cells are emptied.")
  static let conditional = HiddenDataClass(
    "xlsx.condfmt_hidden", .high, "Values that a conditional format hides",
    lies: "In the sheet: a rule and the look that it gives, or icons that stand for the value.",
    recognised:
      "A rule that holds, or may hold, gives the text the colour of its ground or a format that shows nothing. Hiding errors, blanks and nought is usual.",
    removal: "The cells are emptied.")
  static let far = HiddenDataClass(
    "xlsx.far_cell", .high, "Values far from the rest",
    lies: "In cells of the sheet beyond a great gap, or far outside of the print area.",
    recognised: "More than fifty empty rows or twenty empty columns lie before them.",
    removal: "The cells are emptied.")
  static let merged = HiddenDataClass(
    "xlsx.merged_hidden", .high, "Values under a merged cell",
    lies: "In cells that `mergeCells` covers, other than the first.",
    recognised: "A covered cell that is not blank.",
    removal: "The cells are emptied.")
  static let covered = HiddenDataClass(
    "xlsx.covered_by_object", .high, "Values under a picture, shape or chart",
    lies: "In cells that the anchor of an object in the drawing covers.",
    recognised:
      "An object that one cannot see through covers four fifths of a cell with a value, both ways.",
    removal: "The cells are emptied.")
  static let hiddenFormula = HiddenDataClass(
    "xlsx.formula_hidden", .medium, "Formulas that protection hides",
    lies: "In the styles, as `hidden` of the protection, on a protected sheet.",
    recognised: "A formula in a cell with that style while the sheet is protected.",
    removal: "The formulas are replaced by their values.")

  static let all = [
    sheetHidden, sheetVeryHidden, rowHidden, columnHidden, rowThin, columnThin, filtered, outline,
    matchesFill, numberFormat, tiny, conditional, far, merged, covered, hiddenFormula,
  ]
}
