/// Small OpenDocument files, and what is and is not hidden in them.
enum OpenDocumentExamples {
  static let all = sheets + texts + traces

  private static let sheets: [InspectionExample] = [
    InspectionExample(
      "a sheet with nothing hidden", file: "plain.ods",
      sheet(row("Answer", cells: ["Answer", "12"]))),
    InspectionExample(
      "a sheet that its style hides", file: "sheet.ods",
      sheet(
        row("Answer"),
        styles: tableStyle("h", "table", #"<style:table-properties table:display="false"/>"#),
        more:
          #"<table:table table:name="raw" table:style-name="h">\#(row("P. Nuttall, ward 4"))</table:table>"#
      ),
      finds: ["ods.sheet_hidden"], shows: "P. Nuttall, ward 4"),
    InspectionExample(
      "a hidden row", file: "row.ods",
      sheet(row("Answer") + row("Nuttall, £310", " table:visibility=\"collapse\"")),
      finds: ["ods.row_hidden"],
      shows: "A2: Nuttall, £310"),
    InspectionExample(
      "a filtered row", file: "filter.ods",
      sheet(row("Answer") + row("Nuttall, £310", " table:visibility=\"filter\"")),
      finds: ["ods.filter_hidden_rows"], shows: "Nuttall, £310"),
    InspectionExample(
      "a hidden column", file: "column.ods",
      sheet(
        #"<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>"#
          + row("Answer", cells: ["Answer", "Nuttall"])), finds: ["ods.col_hidden"],
      shows: "B1: Nuttall"),
    InspectionExample(
      "hidden columns and rows with nothing in them", file: "unused.ods",
      sheet(
        #"<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>"#
          + row("Answer")
          + #"<table:table-row table:number-rows-repeated="1048575" table:visibility="collapse">"#
          + #"<table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#)),
    InspectionExample(
      "a comment on a cell", file: "note.ods",
      sheet(
        cell(
          #"<office:annotation><dc:creator>L. Orme</dc:creator><text:p>ask legal</text:p></office:annotation><text:p>1</text:p>"#
        )),
      finds: ["ods.annotation"], shows: "L. Orme: ask legal"),
    InspectionExample(
      "an earlier value in the record of changes", file: "changes.ods",
      sheet(
        row("Answer"),
        before:
          #"<table:tracked-changes><table:cell-content-change><office:change-info><dc:creator>L. Orme</dc:creator></office:change-info><table:previous><table:change-track-table-cell><text:p>was £90,000</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>"#
      ),
      finds: ["ods.tracked_changes"], shows: "was £90,000"),
    InspectionExample(
      "white letters on no ground", file: "white.ods",
      sheet(
        cell("<text:p>Nuttall</text:p>", " table:style-name=\"w\""),
        styles: cellStyle("w", "#ffffff")),
      finds: ["ods.text_matches_fill"], shows: "Nuttall"),
    InspectionExample(
      "white letters on navy", file: "navy.ods",
      sheet(
        cell("<text:p>Heading</text:p>", " table:style-name=\"w\""),
        styles: cellStyle("w", "#ffffff", "#000080"))),
    InspectionExample(
      "a range that a database fills", file: "database.ods",
      sheet(
        row("Answer"),
        after:
          #"<table:database-ranges><table:database-range table:name="d"><table:database-source-sql table:database-name="casework" table:sql-statement="select * from complainants"/></table:database-range></table:database-ranges>"#
      ),
      finds: ["ods.database_range"], shows: "select * from complainants"),
    InspectionExample(
      "a range with a filter", file: "range.ods",
      sheet(
        row("Answer"),
        after:
          #"<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" table:target-range-address="S.A1:S.B2" table:display-filter-buttons="true"/></table:database-ranges>"#
      )),
    InspectionExample(
      "a validity rule with a written list", file: "rule.ods",
      sheet(
        row("Answer"),
        before:
          #"<table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;Nuttall&quot;;&quot;Orme&quot;)"/></table:content-validations>"#
      ),
      finds: ["ods.content_validation"], shows: "Nuttall"),
  ]

  private static let texts: [InspectionExample] = [
    InspectionExample(
      "a text with nothing hidden", file: "plain.odt", text("<text:p>Dear Ms Finch</text:p>")),
    InspectionExample(
      "words that were deleted", file: "deleted.odt",
      text(
        #"<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info><dc:creator>L. Orme</dc:creator></office:change-info><text:p>the north yard</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Dear Ms Finch</text:p>"#
      ),
      finds: ["odt.tracked_changes"], shows: "the north yard"),
    InspectionExample(
      "a comment", file: "note.odt",
      text(
        "<text:p>Dear <office:annotation><dc:creator>L. Orme</dc:creator><text:p>check this</text:p></office:annotation>Ms Finch</text:p>"
      ),
      finds: ["odt.annotation"], shows: "check this"),
    InspectionExample(
      "words of a style that hides, through its parent", file: "hidden.odt",
      text(
        #"<text:p>Dear <text:span text:style-name="c">not for release</text:span></text:p>"#,
        styles:
          #"<style:style style:name="b" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="c" style:family="text" style:parent-style-name="b"/>"#
      ),
      finds: ["odt.hidden_text"], shows: "not for release"),
    InspectionExample(
      "a hidden section", file: "section.odt",
      text(
        #"<text:p>Dear</text:p><text:section text:name="s" text:display="none"><text:p>annex of names</text:p></text:section>"#
      ),
      finds: ["odt.hidden_section"], shows: "annex of names"),
    InspectionExample(
      "a section that is shown", file: "shown.odt",
      text(#"<text:section text:name="s"><text:p>Dear Ms Finch</text:p></text:section>"#)),
    InspectionExample(
      "the value of a field", file: "field.odt",
      text(
        #"<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Op Lantern" text:name="case"/></text:user-field-decls><text:p>Dear</text:p>"#
      ),
      finds: ["odt.user_field"], shows: "Op Lantern"),
    InspectionExample(
      "the other words of a condition", file: "condition.odt",
      text(
        #"<text:p><text:conditional-text text:condition="ooow:0" text:string-value-if-true="we hold it" text:string-value-if-false="we do not">we do not</text:conditional-text></text:p>"#
      ),
      finds: ["odt.conditional_text"], shows: "we hold it"),
    InspectionExample(
      "white words on white paper", file: "white.odt",
      text(
        #"<text:p>Dear <text:span text:style-name="w">see file 9</text:span></text:p>"#,
        styles:
          ##"<style:style style:name="w" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>"##
      ),
      finds: ["odt.text_matches_background"], shows: "see file 9"),
    InspectionExample(
      "white words by a style, where letters are automatic by default", file: "ghost.odt",
      text(
        #"<text:p text:style-name="g">see file 9</text:p>"#,
        styles:
          ##"<style:default-style style:family="paragraph"><style:text-properties style:use-window-font-color="true"/></style:default-style>"##
          + ##"<style:style style:name="g" style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:style>"##
      ),
      finds: ["odt.text_matches_background"], shows: "see file 9"),
    InspectionExample(
      "white words on a dark paragraph", file: "dark.odt",
      text(
        #"<text:p text:style-name="d">Heading</text:p>"#,
        styles:
          ##"<style:style style:name="d" style:family="paragraph"><style:paragraph-properties fo:background-color="#000080"/><style:text-properties fo:color="#ffffff"/></style:style>"##
      )),
    InspectionExample(
      "a picture that is cropped", file: "cropped.odt",
      text(
        #"<text:p><draw:frame draw:style-name="f" draw:name="Yard"><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>"#,
        styles:
          #"<style:style style:name="f" style:family="graphic"><style:graphic-properties fo:clip="rect(0cm, 3cm, 0cm, 0cm)"/></style:style>"#,
        parts: [("Pictures/a.png", PictureExamples.png())]), finds: ["odt.image_cropped"],
      shows: "Pictures/a.png"),
    InspectionExample(
      "a picture that is whole", file: "whole.odt",
      text(
        #"<text:p><draw:frame draw:style-name="f"><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>"#,
        styles:
          #"<style:style style:name="f" style:family="graphic"><style:graphic-properties fo:clip="rect(0cm, 0cm, 0cm, 0cm)"/></style:style>"#,
        parts: [("Pictures/a.png", PictureExamples.png())])),
    InspectionExample(
      "a workbook in a text", file: "object.odt",
      text(
        #"<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>"#,
        parts: [("Object 1/content.xml", content("spreadsheet", table(row("Nuttall, £310"))))]),
      finds: ["odt.embedded_object"], shows: "Nuttall, £310"),
  ]

  private static let traces: [InspectionExample] = ["ods", "odt"].flatMap {
    kind -> [InspectionExample] in
    let name = "\(kind)."
    func file(_ parts: [(String, String)]) -> [UInt8] {
      let parts = parts.map { ($0.0, Array($0.1.utf8)) }
      return kind == "ods"
        ? sheet(row("Answer"), parts: parts) : text("<text:p>Dear</text:p>", parts: parts)
    }
    return [
      InspectionExample(
        "who printed it", file: "people.\(kind)",
        file([("meta.xml", meta("<meta:printed-by>Idris Vane</meta:printed-by>"))]),
        finds: [name + "meta"],
        shows: "Idris Vane"),
      InspectionExample(
        "properties that only tell the program", file: "program.\(kind)",
        file([("meta.xml", meta("<meta:generator>LibreOffice/24.2</meta:generator><dc:creator/>"))])
      ),
      InspectionExample(
        "what a conversion keeps of the program before", file: "converted.\(kind)",
        file([
          (
            "meta.xml",
            meta(
              #"<meta:template xlink:title="Normal.dotm" xlink:href=""/><meta:user-defined meta:name="AppVersion">16.0</meta:user-defined>"#
            )
          )
        ])),
      InspectionExample(
        "the name of a printer", file: "printer.\(kind)",
        file([
          (
            "settings.xml",
            #"<office:document-settings \#(names)><office:settings><config:config-item config:name="PrinterName">HR-3rd-floor</config:config-item></office:settings></office:document-settings>"#
          )
        ]), finds: [name + "settings"], shows: "HR-3rd-floor"),
      InspectionExample(
        "a small picture of the first page", file: "small.\(kind)",
        kind == "ods"
          ? sheet(row("Answer"), parts: [("Thumbnails/thumbnail.png", PictureExamples.png())])
          : text(
            "<text:p>Dear</text:p>", parts: [("Thumbnails/thumbnail.png", PictureExamples.png())]),
        finds: [name + "thumbnail"], shows: "first page"),
      InspectionExample(
        "an earlier version", file: "version.\(kind)",
        kind == "ods"
          ? sheet(
            row("Answer"), parts: [("Versions/Version1", text("<text:p>first draft</text:p>"))])
          : text(
            "<text:p>Dear</text:p>",
            parts: [("Versions/Version1", text("<text:p>first draft</text:p>"))]),
        finds: [name + "version"], shows: "first draft"),
      InspectionExample(
        "a macro", file: "macro.\(kind)",
        file([
          ("Basic/Standard/script-lb.xml", "<library/>"),
          (
            "Basic/Standard/Module1.xml",
            #"<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1">Sub Fetch : Open "\\srv-hr\pay.ods"</script:module>"#
          ),
        ]), finds: ["ods.macro"], shows: "srv-hr"),
      InspectionExample(
        "the empty library that programs write", file: "empty.\(kind)",
        file([
          ("Basic/script-lc.xml", "<libraries/>"), ("Basic/Standard/script-lb.xml", "<library/>"),
        ])),
    ]
  }
}
