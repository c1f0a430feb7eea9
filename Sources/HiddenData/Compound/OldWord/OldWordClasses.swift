/// The classes of hidden data in documents of Word 97–2003.
enum OldWordClasses {
  private static let convert =
    "Not taken out in place: save the document as .docx and clean that, or release it as a PDF made"
    + " from the cleaned copy."

  static let deletedText = HiddenDataClass(
    "doc.deleted_text", .critical, "Deleted text that an old document still keeps",
    lies:
      "Runs of the text with the modifier sprmCFRMarkDel, in the pages of formatting (CHPX) or on"
      + " a piece after a fast save.",
    recognised: "By the modifier. The text of all parts is looked at: notes, headers, boxes too.",
    removal: convert)
  static let hiddenText = HiddenDataClass(
    "doc.hidden_text", .critical, "Text formatted as hidden in an old document",
    lies:
      "Runs with the modifier sprmCFVanish, or with a style of letters or paragraphs that has it.",
    recognised:
      "By resolving the run, its style and the paragraph's style. Blanks and marks alone are"
      + " left alone.", removal: convert)
  static let comment = HiddenDataClass(
    "doc.comment", .high, "Comment in an old document",
    lies:
      "The part of the text behind headers and macros, with the tables PlcfandRef and PlcfandTxt;"
      + " the authors in GrpXstAtnOwners.",
    recognised: "By that part having text.", removal: convert)
  static let properties = HiddenDataClass(
    "doc.doc_props", .medium, "People and matters in the properties of an old document",
    lies:
      "The streams SummaryInformation and DocumentSummaryInformation; in the table stream the list"
      + " of who saved it where, of who tracked changes, and the document's variables.",
    recognised: "By fields that say something: author, title, company, custom ones. The program's"
      + " name, times and counts are left alone.",
    removal:
      "The streams of properties are emptied and the names in Word's own tables blanked where they"
      + " stand; variables go by saving as .docx.")
  static let slack = HiddenDataClass(
    "doc.ole_slack", .high, "Text left behind in unused parts of an old document",
    lies:
      "Sectors of the compound file that belong to no stream, the rest of a stream's last sector,"
      + " and text in the document's stream that no piece refers to any more, as fast saving leaves it.",
    recognised: "By readable text with words that the document itself does not contain.",
    removal:
      "Unused sectors are overwritten with zeros; text that was left within the stream goes by"
      + " saving as .docx.")
  static let extraStream = HiddenDataClass(
    "doc.extra_stream", .medium, "Stream that an old document does not need",
    lies: "Streams and storages of the compound file beside those that Word writes.",
    recognised: "By the names that Word gives; all others are reported with their text.",
    removal: convert)
  static let macros = HiddenDataClass(
    "doc.vba", .high, "Macros in an old document",
    lies: "The storage Macros.",
    recognised: "By modules with lines of their own; an empty ThisDocument is left alone.",
    removal: convert)
  static let embedded = HiddenDataClass(
    "doc.embedded_ole", .critical, "File inside an old document",
    lies: "Storages in ObjectPool, which hold whole documents.",
    recognised: "By the storage; the document in it is looked into as a file of its own.",
    removal: convert)

  static let all = [
    deletedText, hiddenText, comment, properties, slack, extraStream, macros, embedded,
  ]
}
