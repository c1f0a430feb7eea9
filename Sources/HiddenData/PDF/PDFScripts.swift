/// Programs that run when somebody opens or uses a document.
enum PDFScripts: PDFFamily {
  static let script = HiddenDataClass(
    "pdf.javascript", .medium, "JavaScript",
    lies:
      "In `JS` of actions: of the document, its pages, annotations, fields and bookmarks, and in "
      + "the tree of names `JavaScript`.",
    recognised: "Every `JS` that can be reached, as a string or a stream. A single call of the "
      + "reader's own functions for formatting numbers and dates is left alone.",
    removal: "The actions and the tree of names are taken out.")

  static let classes = [script]

  static func inspect(_ file: PDFFile) {
    var seen: Set<Int> = []
    for node in file.reach.nodes where node.dictionary["JS"] != nil {
      if node.isWhole, node.number > 0, !seen.insert(node.number).inserted { continue }
      guard let source = file.text(node.dictionary, "JS"), !isFormatting(source) else { continue }
      file.report(script, node.page, "an action", source)
    }
  }

  private static let functions = [
    "AFNumber_Format", "AFNumber_Keystroke", "AFDate_Format", "AFDate_FormatEx",
    "AFDate_Keystroke", "AFDate_KeystrokeEx", "AFPercent_Format", "AFPercent_Keystroke",
    "AFTime_Format", "AFTime_FormatEx", "AFTime_Keystroke", "AFSpecial_Format",
    "AFSpecial_Keystroke", "AFRange_Validate", "AFMergeChange", "AFSimple_Calculate",
  ]

  private static func isFormatting(_ source: String) -> Bool {
    let source = source.trimmingPrefix(while: \.isWhitespace)
    let name = source.prefix { $0.isLetter || $0 == "_" }
    guard functions.contains(String(name)), source.utf8.count < 120 else { return false }
    let calls = source.filter { $0 == "(" }.count
    // A calculation names its fields, in an array of its own.
    return calls <= 2 && !source.contains("//") && !source.contains("/*")
  }

  static let examples = [
    InspectionExample(
      "a script that runs at opening", file: "script.pdf",
      PDFExample(catalog: "/OpenAction<</S/JavaScript/JS(app.alert\\(\"Ms Roe\"\\))>>").file,
      finds: ["pdf.javascript"], shows: "Ms Roe"),
    InspectionExample(
      "a script in the tree of names, as a stream", file: "names.pdf",
      PDFExample(
        catalog: "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS 20 0 R>>]>>>>",
        objects: [20: PDFExample.stream("var author = 'J. Doe';")]
      ).file, finds: ["pdf.javascript"], shows: "J. Doe"),
    InspectionExample(
      "a field that formats a number", file: "number.pdf",
      PDFExample(
        annotations: [
          "<</Subtype/Widget/FT/Tx/T(n)/Rect[72 500 300 520]"
            + "/AA<</F<</S/JavaScript/JS(AFNumber_Format\\(2, 0, 0, 0, \"\", true\\);)>>>>>>"
        ], catalog: "/AcroForm<</Fields[10 0 R]>>"
      ).file, leaves: ["pdf.javascript"]),
  ]
}
