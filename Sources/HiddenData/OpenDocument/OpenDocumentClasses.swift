/// What OpenDocument files (ODF 1.3, ISO/IEC 26300) carry that their reader does not see.
enum OpenDocumentClass {
  static let sheet = HiddenDataClass(
    "ods.sheet_hidden", .critical, "Hidden sheet",
    lies: "A table whose style has table:display=\"false\"; scenarios that are not active.",
    recognised: "The style of the table, what it inherits from included, and cells with content.",
    removal: "The sheet is taken out.")
  static let row = HiddenDataClass(
    "ods.row_hidden", .critical, "Hidden rows",
    lies: "Rows with table:visibility=\"collapse\", in a folded group, or of no height.",
    recognised: "Such rows with content; empty ones are not reported.",
    removal: "The content of the rows is taken out.")
  static let column = HiddenDataClass(
    "ods.col_hidden", .critical, "Hidden columns",
    lies: "Columns with table:visibility=\"collapse\", in a folded group, or of no width.",
    recognised: "Such columns with content in some row; empty ones are not reported.",
    removal: "The content of the columns is taken out.")
  static let filtered = HiddenDataClass(
    "ods.filter_hidden_rows", .critical, "Rows that a filter hides",
    lies: "Rows with table:visibility=\"filter\".",
    recognised: "Such rows with content.",
    removal: "The content of the rows is taken out.")
  static let cellNote = HiddenDataClass(
    "ods.annotation", .high, "Comments on cells",
    lies: "office:annotation in a cell.",
    recognised: "The element with its author and text.",
    removal: "The comments are taken out.")
  static let sheetChanges = HiddenDataClass(
    "ods.tracked_changes", .critical, "Recorded changes of a sheet",
    lies: "table:tracked-changes, with the earlier values of cells and what was deleted.",
    recognised: "The element, if it records anything.",
    removal: "The record is taken out.")
  static let cellColour = HiddenDataClass(
    "ods.text_matches_fill", .high, "Cell content that is not seen",
    lies: "Cells whose letters have the colour of their ground, no size or no number format; cells "
      + "under a merged one.",
    recognised:
      "Style of the cell, its row or column and what they inherit from, against the ground. "
      + "White letters on a dark ground are not reported.",
    removal: "The content of the cells is taken out.")
  static let sheetMeta = HiddenDataClass(
    "ods.meta", .medium, "People and history in the properties of a workbook",
    lies: "meta.xml: creators, who printed it, keywords, descriptions, own properties, templates.",
    recognised: "Fields with words in them; times, counts and the program are not reported.",
    removal: "The fields are taken out.")
  static let sheetSettings = HiddenDataClass(
    "ods.settings", .low, "Printer and places in the settings of a workbook",
    lies: "settings.xml: name and set-up of the printer, addresses of data sources and files.",
    recognised: "Those settings with a value.",
    removal: "The settings are taken out.")
  static let sheetThumbnail = HiddenDataClass(
    "ods.thumbnail", .medium, "Small picture of a workbook",
    lies: "Thumbnails/thumbnail.png.",
    recognised: "The part; it shows the first page as it was when it was last saved.",
    removal: "The part is taken out.")
  static let sheetVersion = HiddenDataClass(
    "ods.version", .critical, "Saved earlier versions of a workbook",
    lies: "Whole files in the folder Versions, listed in VersionList.xml.",
    recognised: "The parts; each is looked into.",
    removal: "The parts are taken out.")
  static let source = HiddenDataClass(
    "ods.database_range", .medium, "Links to databases and other files",
    lies: "Sources of database ranges, pivot tables, sheets and formulas; DDE links.",
    recognised: "An address, a database, a statement; a bare range with a filter is none.",
    removal: "The links are taken out; values stay.")
  static let macro = HiddenDataClass(
    "ods.macro", .high, "Macros",
    lies: "The folders Basic, Scripts and Dialogs; office:scripts in flat files.",
    recognised: "Modules with text; the empty library that programs always write is not reported.",
    removal: "The macros are taken out.")
  static let validation = HiddenDataClass(
    "ods.content_validation", .medium, "Messages and lists of validity rules",
    lies: "table:content-validation: help and error messages, lists of allowed values.",
    recognised: "Rules with a message or a written list.",
    removal: "The rules are taken out.")

  static let changes = HiddenDataClass(
    "odt.tracked_changes", .critical, "Recorded changes of a text",
    lies: "text:tracked-changes, with the words that were deleted and who changed what.",
    recognised: "Each recorded change.",
    removal: "The record is taken out; inserted words stay.")
  static let note = HiddenDataClass(
    "odt.annotation", .high, "Comments, and notes of a presentation",
    lies: "office:annotation; presentation:notes.",
    recognised: "The element with its author and text.",
    removal: "They are taken out.")
  static let hiddenText = HiddenDataClass(
    "odt.hidden_text", .critical, "Hidden words",
    lies:
      "Words whose style has text:display=\"none\", hidden-text fields, scripts in the text, letters "
      + "of no size, cells under a merged one.",
    recognised: "The styles of characters and paragraphs with what they inherit from; fields.",
    removal: "The words are taken out.")
  static let hiddenSection = HiddenDataClass(
    "odt.hidden_section", .critical, "Hidden sections and paragraphs",
    lies: "Sections with text:display, hidden-paragraph fields, hidden slides and layers.",
    recognised: "Sections not shown now, paragraphs with such a field that is not false.",
    removal: "They are taken out.")
  static let meta = HiddenDataClass(
    "odt.meta", .medium, "People and history in the properties of a document",
    lies: sheetMeta.lies, recognised: sheetMeta.recognised, removal: sheetMeta.removal)
  static let field = HiddenDataClass(
    "odt.user_field", .medium, "Values of user and database fields",
    lies: "text:user-field-decl, text:variable-set that is not displayed, text:database-… fields.",
    recognised: "Declarations with a value; names of databases and their tables.",
    removal: "The declarations are taken out; shown words stay.")
  static let thumbnail = HiddenDataClass(
    "odt.thumbnail", .medium, "Small picture of a document",
    lies: sheetThumbnail.lies, recognised: sheetThumbnail.recognised,
    removal: sheetThumbnail.removal)
  static let version = HiddenDataClass(
    "odt.version", .critical, "Saved earlier versions of a document",
    lies: sheetVersion.lies, recognised: sheetVersion.recognised, removal: sheetVersion.removal)
  static let object = HiddenDataClass(
    "odt.embedded_object", .high, "Embedded objects and loose files",
    lies:
      "The folders of objects (Object 1), OLE files, and parts to which nothing in the document leads.",
    recognised:
      "Objects that are not bare charts or formulas, each looked into; parts of no known use.",
    removal: "Only the picture of the object stays.")
  static let cropped = HiddenDataClass(
    "odt.image_cropped", .high, "Cropped picture",
    lies: "fo:clip in the style of a frame; the whole picture stays in the file.",
    recognised: "A clip of more than a hair on a picture that is used.",
    removal: "Not by itself: crop the picture in a program for pictures and put it in again.")
  static let colour = HiddenDataClass(
    "odt.text_matches_background", .high, "Letters in the colour of their ground",
    lies: "fo:color of words against the ground of characters, paragraph, cell, frame and page.",
    recognised:
      "A colour that is set and no eye tells from the ground. Automatic colour, and ground "
      + "that is a picture, are not reported.",
    removal: "The words are taken out.")
  static let settings = HiddenDataClass(
    "odt.settings", .low, "Printer and places in the settings of a document",
    lies: sheetSettings.lies, recognised: sheetSettings.recognised, removal: sheetSettings.removal)
  static let conditional = HiddenDataClass(
    "odt.conditional_text", .medium, "The other words of conditional text",
    lies: "text:conditional-text and hidden-text fields that are shown now.",
    recognised: "The words that the condition does not show at present.",
    removal: "The words that are shown stay as plain words.")

  static let all = [
    sheet, row, column, filtered, cellNote, sheetChanges, cellColour, sheetMeta, sheetSettings,
    sheetThumbnail, sheetVersion, source, macro, validation, changes, note, hiddenText,
    hiddenSection,
    meta, field, thumbnail, version, object, cropped, colour, settings, conditional,
  ]
}
