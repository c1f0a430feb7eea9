extension ShapeInspector {
  static var examples: [InspectionExample] {
    typealias Make = WorkbookExample
    func drawn(_ object: String) -> WorkbookExample { Make().drawn(Make.drawing(object)) }
    func picture(_ attributes: String, _ crop: String) -> String {
      "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"2\" name=\"Picture 1\" \(attributes)/><xdr:cNvPicPr/>"
        + "</xdr:nvPicPr><xdr:blipFill>\(crop)</xdr:blipFill><xdr:spPr/></xdr:pic>"
    }
    return [
      drawn(
        Make.shape("Ms Example", ground: "FFFF00", colour: "000000", attributes: "hidden=\"1\"")
      )
      .finds(hiddenShape, "a hidden text box", shows: "Ms Example"),
      drawn(Make.shape("Ms Example", ground: "FFFF00", colour: "FFFF00")).finds(
        hiddenShape, "text in the colour of its box", shows: "Ms Example"),
      drawn(Make.shape("Heading", ground: "000080", colour: "FFFFFF")).leaves(
        hiddenShape, "white text in a navy box"),
      drawn(picture("descr=\"Ms Example at her desk\"", "")).finds(
        altText, "a picture's description", shows: "Ms Example"),
      drawn(picture("descr=\"logo.png\"", "")).leaves(altText, "a file's name as description"),
      drawn(picture("", "<a:srcRect r=\"50000\"/>")).finds(
        cropped, "a picture cut to half", shows: "50.0 %"),
      drawn(picture("", "<a:srcRect l=\"0\"/>")).leaves(cropped, "a picture that is not cut"),
    ]
  }
}

extension ChartInspector {
  static var examples: [InspectionExample] {
    func chart(_ value: String) -> WorkbookExample {
      let content =
        "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
        + "<c:strRef><c:f>Staff!$A$1</c:f><c:strCache><c:pt idx=\"0\"><c:v>\(value)</c:v></c:pt>"
        + "</c:strCache></c:strRef></c:chartSpace>"
      return WorkbookExample().with("chart", content, onSheet: true)
    }
    return [
      chart("Ms Example").finds(cache, "a value that only a chart keeps", shows: "Ms Example"),
      chart("Officer").leaves(cache, "a chart of visible cells"),
    ]
  }
}

extension StringInspector {
  static var examples: [InspectionExample] {
    func strings(_ list: String) -> WorkbookExample {
      WorkbookExample(rows: WorkbookExample.row(5, "<c r=\"A5\" t=\"s\"><v>0</v></c>")).with(
        "sharedStrings", "<sst xmlns=\"\(WorkbookExample.space)\">\(list)</sst>")
    }
    return [
      strings("<si><t>Note</t></si><si><t>Ms Example</t></si>").finds(
        orphan, "a deleted text", shows: "Ms Example"),
      strings("<si><t>Note</t></si><si><t> </t></si>").leaves(orphan, "a blank in the table"),
      strings("<si><t>Note</t><rPh sb=\"0\" eb=\"1\"><t>Ms Example</t></rPh></si>").finds(
        phonetic, "a reading above characters", shows: "Ms Example"),
    ]
  }
}

extension FormulaInspector {
  static var examples: [InspectionExample] {
    func formula(_ text: String, _ value: String) -> WorkbookExample {
      WorkbookExample(
        rows: WorkbookExample.row(
          5, "<c r=\"A5\" t=\"str\"><f>\(text)</f><v>\(value)</v></c>"))
    }
    return [
      formula("IF(B2&gt;1,\"withheld\",\"Ms Example\")", "withheld").finds(
        literal, "the other branch of a condition", shows: "Ms Example"),
      formula("IF(B2&gt;1,\"Yes\",\"No\")", "Yes").leaves(literal, "everyday words"),
      formula("HYPERLINK(\"https://www.example.org/\",\"The guidance\")", "").leaves(
        literal, "what a link shows, without its value"),
      formula("HYPERLINK(\"\\\\hr01\\staff\\list.docx\",\"Open\")", "Open").finds(
        HyperlinkInspector.hyperlink, "a file on a server", shows: "hr01"),
      formula("\"Posts in all: \"&amp;SUM(B2:B3)", "Posts in all: 200").leaves(
        literal, "words that the value shows"),
    ]
  }
}

extension ViewInspector {
  static var examples: [InspectionExample] {
    let scenarios =
      "<scenarios><scenario name=\"Worst\" user=\"Ms Example\"><inputCells r=\"B2\" "
      + "val=\"40\"/></scenario></scenarios>"
    let views =
      "<customWorkbookViews><customWorkbookView name=\"Ms Example's view\" guid=\"{1}\"/>"
      + "</customWorkbookViews>"
    return [
      WorkbookExample(after: scenarios).finds(scenario, "a scenario", shows: "Ms Example"),
      WorkbookExample(book: views).finds(view, "a view of one's own", shows: "Ms Example's view"),
      WorkbookExample().leaves(view, "a workbook without views"),
    ]
  }
}

extension HyperlinkInspector {
  static var examples: [InspectionExample] {
    func link(_ target: String) -> WorkbookExample {
      WorkbookExample(
        after: "<hyperlinks><hyperlink ref=\"A1\" r:id=\"rLink\"/></hyperlinks>",
        sheetLinks: [("rLink", "hyperlink", target)], external: ["rLink"])
    }
    return [
      link("file:///C:/Users/example/staff.docx").finds(
        hyperlink, "a link to a file of one's own", shows: "Users/example"),
      WorkbookExample(
        after:
          "<hyperlinks><hyperlink ref=\"A1\" location=\"'[Staff.xlsx]List'!A1\"/></hyperlinks>"
      ).finds(hyperlink, "a place in another workbook", shows: "Staff.xlsx"),
      link("https://www.gov.uk/browse").leaves(hyperlink, "a link to a public page"),
    ]
  }
}

extension FilterInspector {
  static var examples: [InspectionExample] {
    func filter(_ value: String) -> WorkbookExample {
      WorkbookExample(
        after:
          "<autoFilter ref=\"A1:B3\"><filterColumn colId=\"0\"><filters><filter val=\"\(value)\"/>"
          + "</filters></filterColumn></autoFilter>")
    }
    return [
      filter("Ms Example").finds(criteria, "a value kept in a filter", shows: "Ms Example"),
      filter("Officer").leaves(criteria, "a filter for what a cell shows"),
    ]
  }
}

extension RecordInspector {
  static var examples: [InspectionExample] {
    let space = WorkbookExample.space
    let log =
      "<revisions xmlns=\"\(space)\"><rcc><oc r=\"A1\" t=\"inlineStr\"><is><t>Ms Example</t></is>"
      + "</oc></rcc></revisions>"
    let own = "<absPath url=\"C:\\Users\\example\\\"/>"
    return [
      WorkbookExample().with("revisionLog", log).finds(
        revisions, "a value before a change", shows: "Ms Example"),
      WorkbookExample(after: "<customProperties><customPr name=\"Key\"/></customProperties>").with(
        "customProperty", "Reviewed by Ms Example", onSheet: true
      ).finds(property, "a property of a sheet", shows: "Ms Example"),
      WorkbookExample(book: own).finds(path, "where the file was saved", shows: "Users\\example"),
      WorkbookExample().with("rdRichValue", "<rvData><rv s=\"0\"><v>Ms Example</v></rv></rvData>")
        .finds(rich, "a linked data type", shows: "Ms Example"),
      WorkbookExample().with("rdRichValue", "<rvData><rv s=\"0\"><v>0</v></rv></rvData>").leaves(
        rich, "a rich value that is a number"),
      WorkbookExample().with("xmlMaps", "<MapInfo><Map ID=\"1\" Name=\"StaffMap\"/></MapInfo>")
        .finds(
          map, "a map of XML", shows: "StaffMap"),
    ]
  }
}
