/// What fields are told to do, where that is more than they show.
enum WordFieldInspector: WordRoomInspector {
  static let code = HiddenDataClass(
    "docx.field_code", .medium, "Instructions of fields",
    lies: "`w:instrText` between the marks of a field, and `w:instr` of a simple one.",
    recognised:
      "Paths, addresses, queries, names of merged columns, data of add-ins, entries for indexes, alternatives of conditions. Page numbers, references, dates, contents, formulas and form fields are left alone; links are looked at as links.",
    removal:
      "The field becomes the text that it shows; one that shows nothing goes. Page numbers and their like stay fields."
  )

  static let classes = [code]

  /// Fields without arguments that could tell something.
  private static let plain: Set<String> = [
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "NUMWORDS", "NUMCHARS", "FILESIZE", "EDITTIME",
    "REVNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN",
    "USERNAME", "USERINITIALS", "LASTSAVEDBY", "BIBLIOGRAPHY", "", "DATE", "TIME", "CREATEDATE",
    "SAVEDATE", "PRINTDATE", "FILENAME", "AUTHOR", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS",
    "TEMPLATE",
  ]

  /// Fields whose arguments are names of styles, marks and formats.
  private static let formal: Set<String> = [
    "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "INDEX", "TOA", "SYMBOL", "LISTNUM",
    "CITATION", "=", "EQ", "ADVANCE", "DOCPROPERTY", "INFO", "EMBED", "SHAPE", "GOTOBUTTON",
    "MERGEFORMAT", "BIDIOUTLINE", "HYPERLINK", "CONTROL", "HTMLCONTROL",
  ]

  /// Properties that every document has.
  private static let usualProperties: Set<String> = [
    "title", "subject", "author", "keywords", "comments", "category", "company", "manager",
    "template", "pages", "words", "characters", "characterswithspaces", "lines", "paragraphs",
    "bytes", "createtime", "lastsavedtime", "lastprinted", "lastsavedby", "revisionnumber",
    "totaleditingtime", "nameofapplication", "hyperlinkbase", "contentstatus", "language",
    "version", "doctype", "contenttype", "security",
  ]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      for field in story.fields {
        let code = field.code.collapsed
        guard isTelling(code, result: field.result.collapsed) else { continue }
        file.run.report(
          Self.code, at: "\(story.place(field.paragraph)), field \(field.name)", showing: code)
      }
    }
  }

  static func isTelling(_ code: String, result: String) -> Bool {
    let name = WordField.name(of: code)
    // A path is one whatever the field does with it; slashes alone are switches and dates.
    if name != "HYPERLINK", hasPath(code), !result.contains(code) { return true }
    if name == "DOCPROPERTY" {
      return arguments(code).dropFirst().contains { !usualProperties.contains($0.lowercased()) }
    }
    if formal.contains(name) { return false }
    let rest = arguments(code).dropFirst().filter { !WordGeneric.isGeneric($0) }
    if plain.contains(name) { return rest.contains { $0.count > 2 && !result.contains($0) } }
    // A letter before merging shows the column: «Name».
    if ["MACROBUTTON", "QUOTE", "MERGEFIELD"].contains(name) {
      return !rest.allSatisfy { result.contains($0) || $0.uppercased() == "NOMACRO" }
    }
    if name == "IF" || name == "COMPARE" {
      // Names of fields among the operands are no text.
      return rest.contains { word in
        word.saysSomething && word.count > 2 && !result.contains(word) && !plain.contains(word)
          && !formal.contains(word)
      }
    }
    // A name that is only letters and no field is left of damage; it still is not shown.
    return code.saysSomething
  }

  private static func hasPath(_ code: String) -> Bool {
    let key = code.lowercased()
    if key.contains("://") || key.contains("file:") || key.contains("\\\\\\\\") { return true }
    return zip(key, key.dropFirst()).contains { $0 == ":" && ($1 == "\\" || $1 == "/") }
  }

  /// The words of instructions without switches and what follows those for formats.
  static func arguments(_ code: String) -> [String] {
    var found: [String] = []
    var word = ""
    var isQuoted = false
    var skipsNext = false
    func close() {
      guard !word.isEmpty else { return }
      if word.hasPrefix("\\"), word.count <= 3 {
        skipsNext = ["\\*", "\\#", "\\@"].contains(word)
      } else if skipsNext {
        skipsNext = false
      } else {
        found.append(word)
      }
      word = ""
    }
    for character in code {
      if character == "\"" {
        // A quote also ends a switch that it follows without a blank: \@"d MMMM yyyy".
        close()
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        close()
      } else {
        word.append(character)
      }
    }
    close()
    return found
  }

  private static func field(_ code: String, _ result: String) -> String {
    #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\#(code)</w:instrText></w:r>"#
      + #"<w:r><w:fldChar w:fldCharType="separate"/></w:r>\#(WordExample.run(result))"#
      + #"<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#
  }

  static let examples = [
    InspectionExample(
      "the path of something linked", file: "link.docx",
      WordExample.file(field(#"LINK Excel.Sheet.12 "S:\\Ops\\Lantern.xlsx" "A1""#, "12")),
      finds: [code.id], shows: "Lantern.xlsx"),
    InspectionExample(
      "an entry for an index", file: "index.docx",
      WordExample.file(#"<w:p><w:fldSimple w:instr=" XE &quot;Lantern:sources&quot; "/></w:p>"#),
      finds: [code.id], shows: "Lantern:sources"),
    InspectionExample(
      "a property of somebody's own", file: "property.docx",
      WordExample.file(field("DOCPROPERTY &quot;Informant Lantern&quot;", "x")),
      finds: [code.id], shows: "Informant Lantern"),
    InspectionExample(
      "numbers and references", file: "numbers.docx",
      WordExample.file(
        field("PAGE \\* MERGEFORMAT", "2") + field("REF _Ref1 \\h", "Annex")
          + field("TOC \\o &quot;1-3&quot; \\h \\z \\u", "Contents")
          + field("DATE \\@ &quot;d MMMM yyyy&quot;", "1 May 2024") + field("=SUM(ABOVE)", "3")
          + field("MERGEFIELD Ward \\* MERGEFORMAT", "«Ward»")
          + field(#"DATE \@&quot;d\ MMMM\ yyyy&quot;"#, "1 May 2024")
          + field("DOCPROPERTY Title \\* MERGEFORMAT", "Answer")
          + field("SEQ Table \\* ARABIC", "1")), leaves: [code.id]),
  ]
}
