extension CellFamily {
  static var examples: [InspectionExample] { sheets + rowsAndColumns + looks + places }

  private typealias Make = WorkbookExample
  private static let secret = "Ms A. Example"

  private static var sheets: [InspectionExample] {
    let rows = Make.row(4, Make.text("B4", secret))
    let filler = String(repeating: "what happened next ", count: 200)
    let long =
      (1...150).map { Make.row($0, Make.text("A\($0)", filler)) }.joined()
      + Make.row(151, Make.text("A151", secret))
    return [
      Make(sheets: [("Staff", "state=\"hidden\"", rows)]).finds(
        CellClasses.sheetHidden, "a hidden sheet", shows: secret),
      Make(sheets: [("Staff", "state=\"veryHidden\"", rows)]).finds(
        CellClasses.sheetVeryHidden, "a sheet that Unhide does not offer", shows: secret),
      Make(sheets: [("Staff", "state=\"hidden\"", long)]).finds(
        CellClasses.sheetHidden, "the end of a long hidden sheet", shows: secret),
      Make(sheets: [("Staff", "state=\"hidden\"", "")]).leaves(
        CellClasses.sheetHidden, "a hidden sheet with nothing in it"),
    ]
  }

  private static var rowsAndColumns: [InspectionExample] {
    let cell = Make.text("A5", secret)
    let filter =
      "<autoFilter ref=\"A1:B5\"><filterColumn colId=\"0\"><filters><filter val=\"Officer\"/>"
      + "</filters></filterColumn></autoFilter>"
    func column(_ attributes: String) -> String {
      "<cols><col min=\"6\" max=\"6\" \(attributes)/></cols>"
    }
    let far = Make.row(5, Make.text("F5", secret))
    return [
      Make(rows: Make.row(5, cell, "hidden=\"true\"")).finds(
        CellClasses.rowHidden, "a hidden row", shows: secret),
      Make(rows: Make.row(5, cell, "ht=\"0.5\" customHeight=\"1\"")).finds(
        CellClasses.rowThin, "a row as low as a hair", shows: secret),
      Make(rows: Make.row(5, cell, "hidden=\"1\""), after: filter).finds(
        CellClasses.filtered, "a row that a filter hides", shows: secret),
      Make(rows: Make.row(5, cell, "hidden=\"1\" outlineLevel=\"1\"")).finds(
        CellClasses.outline, "a collapsed group", shows: secret),
      Make(before: column("hidden=\"1\""), rows: far).finds(
        CellClasses.columnHidden, "a hidden column", shows: secret),
      Make(before: column("width=\"0.1\" customWidth=\"1\""), rows: far).finds(
        CellClasses.columnThin, "a column as narrow as a hair", shows: secret),
      Make(before: column("hidden=\"1\""), rows: Make.row(5, "", "hidden=\"1\"")).leaves(
        CellClasses.columnHidden, "a hidden column and row that nobody uses"),
    ]
  }

  private static var looks: [InspectionExample] {
    let rows = Make.row(5, Make.text("A5", secret, style: 1))
    func made(_ styles: String, after: String = "") -> WorkbookExample {
      Make(rows: rows, after: after, styles: styles)
    }
    let white = "<color rgb=\"FFFFFFFF\"/>"
    let rule =
      "<conditionalFormatting sqref=\"A5\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\">"
      + "<formula>TRUE</formula></cfRule></conditionalFormatting>"
    let formula = "<c r=\"A5\" s=\"1\"><f>B2*2.5</f><v>300</v></c>"
    return [
      made(Make.styles(font: white)).finds(
        CellClasses.matchesFill, "white text on the white sheet", shows: secret),
      made(Make.styles(font: white, fill: Make.solid("000080"))).leaves(
        CellClasses.matchesFill, "white text on a navy heading"),
      made(Make.styles(format: ";;;")).finds(
        CellClasses.numberFormat, "a number format that shows nothing", shows: secret),
      made(Make.styles(format: "0;-0;;@")).leaves(
        CellClasses.numberFormat, "a number format that leaves out nought"),
      made(Make.styles(font: "<sz val=\"1\"/>")).finds(
        CellClasses.tiny, "text of one point", shows: secret),
      made(Make.styles(change: "<font>\(white)</font>"), after: rule).finds(
        CellClasses.conditional, "a rule that whitens text", shows: secret),
      made(
        Make.styles(
          change:
            "<font>\(white)</font><fill><patternFill><bgColor rgb=\"FF000080\"/></patternFill></fill>"
        ),
        after: rule
      ).leaves(CellClasses.conditional, "a rule for white on navy"),
      Make(
        rows: Make.row(5, formula), after: "<sheetProtection sheet=\"1\"/>",
        styles: Make.styles(protection: "<protection hidden=\"1\"/>")
      ).finds(CellClasses.hiddenFormula, "a formula that protection hides", shows: "B2*2.5"),
    ]
  }

  private static var places: [InspectionExample] {
    let merge = "<mergeCells><mergeCell ref=\"A5:C5\"/></mergeCells>"
    let two = Make.text("A5", "Note") + Make.text("B5", secret)
    let box = Make.shape("Posts", ground: "FFFF00", colour: "000000")
    let under = Make.row(4, Make.text("B4", secret))
    return [
      Make(rows: Make.row(5, Make.text("A5", "Note")) + Make.row(900, Make.text("A900", secret)))
        .finds(CellClasses.far, "a value hundreds of rows below", shows: secret),
      Make(rows: Make.row(20, Make.text("A20", "Notes"))).leaves(
        CellClasses.far, "a second table below the first"),
      Make(rows: Make.row(5, two), after: merge).finds(
        CellClasses.merged, "a value under a merged cell", shows: secret),
      Make(rows: Make.row(5, Make.text("A5", "Note")), after: merge).leaves(
        CellClasses.merged, "a merged cell"),
      Make(rows: under).drawn(Make.drawing(box, over: true)).finds(
        CellClasses.covered, "a value under a shape", shows: secret),
      Make(rows: under).drawn(Make.drawing(box)).leaves(
        CellClasses.covered, "a shape beside the cells"),
    ]
  }
}

extension MacroSheetInspector {
  static var examples: [InspectionExample] {
    let macro =
      "<xm:macrosheet xmlns=\"\(WorkbookExample.space)\" "
      + "xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><sheetData><row r=\"1\">"
      + "<c r=\"A1\"><f>ALERT(\"Example\")</f><v>0</v></c></row></sheetData></xm:macrosheet>"
    return [
      InspectionExample(
        "a sheet of Excel 4 macros", file: "example.xlsx",
        WorkbookExample().with("xlMacrosheet", macro).bytes, finds: [macroSheet.id],
        shows: "ALERT", allows: [CellClasses.sheetVeryHidden.id])
    ]
  }
}
