extension CommentInspector {
  static var examples: [InspectionExample] {
    let space = WorkbookExample.space
    let note =
      "<comments xmlns=\"\(space)\"><authors><author>A. Example</author></authors><commentList>"
      + "<comment ref=\"B2\" authorId=\"0\"><text><t>Ask the informant</t></text></comment>"
      + "</commentList></comments>"
    let thread =
      "<ThreadedComments><threadedComment ref=\"B2\" personId=\"{1}\" done=\"1\">"
      + "<text>Ask the informant</text></threadedComment></ThreadedComments>"
    let people = "<personList><person displayName=\"A. Example\" id=\"{1}\"/></personList>"
    return [
      WorkbookExample().with("comments", note, onSheet: true).finds(
        comment, "a note on a cell", shows: "Ask the informant"),
      WorkbookExample().with("threadedComment", thread, onSheet: true).finds(
        threaded, "a resolved comment", shows: "Ask the informant"),
      WorkbookExample().with("person", people).finds(
        persons, "a list of persons", shows: "A. Example"),
      WorkbookExample().with("person", "<personList/>").leaves(
        persons, "a list of persons with nobody on it"),
    ]
  }
}

extension NameInspector {
  static var examples: [InspectionExample] {
    func names(_ list: String) -> WorkbookExample {
      WorkbookExample(book: "<definedNames>\(list)</definedNames>")
    }
    return [
      names("<definedName name=\"k\" hidden=\"1\">\"Ms Example\"</definedName>").finds(
        name, "a hidden name that stands for a text", shows: "Ms Example"),
      names("<definedName name=\"Ms_Example\">#REF!</definedName>").finds(
        name, "a name whose cells were deleted", shows: "Ms_Example"),
      names(
        "<definedName name=\"_xlnm._FilterDatabase\" hidden=\"1\" localSheetId=\"0\">Answer!$A$1:$B$3"
          + "</definedName><definedName name=\"Posts\">Answer!$B$2:$B$3</definedName>"
      ).leaves(name, "a name that the program makes for a filter"),
    ]
  }
}

extension ValidationInspector {
  static var examples: [InspectionExample] {
    func list(_ text: String) -> WorkbookExample {
      WorkbookExample(
        after: "<dataValidations><dataValidation type=\"list\" sqref=\"C2\"><formula1>\"\(text)\""
          + "</formula1></dataValidation></dataValidations>")
    }
    return [
      list("Ms Example,Mr Sample").finds(
        validation, "a list of people for typing", shows: "Mr Sample"),
      list("Yes,No").leaves(validation, "a list of yes and no"),
    ]
  }
}

extension PivotInspector {
  static var examples: [InspectionExample] {
    let space = WorkbookExample.space
    func cache(_ items: String) -> String {
      "<pivotCacheDefinition xmlns=\"\(space)\"><cacheSource type=\"worksheet\"/><cacheFields>"
        + "<cacheField name=\"Grade\"><sharedItems>\(items)</sharedItems></cacheField></cacheFields>"
        + "</pivotCacheDefinition>"
    }
    let rows =
      "<pivotCacheRecords xmlns=\"\(space)\"><r><s v=\"Ms Example\"/></r></pivotCacheRecords>"
    let slicer = "<slicerCacheDefinition name=\"Slicer\" sourceName=\"Case officer\"/>"
    return [
      WorkbookExample().with("pivotCacheRecords", rows).finds(
        records, "the rows behind a pivot table", shows: "Ms Example"),
      WorkbookExample().with("pivotCacheDefinition", cache("<s v=\"Ms Example\" u=\"1\"/>")).finds(
        items, "an item that a pivot table remembers", shows: "Ms Example"),
      WorkbookExample().with("pivotCacheDefinition", cache("<s v=\"x\" c=\"Ms Example\"/>")).finds(
        items, "an item under another caption", shows: "Ms Example"),
      WorkbookExample().with("pivotCacheDefinition", cache("<s v=\"Officer\"/>")).leaves(
        items, "an item that a cell shows"),
      WorkbookExample().with("slicerCache", slicer).finds(
        slicers, "a slicer", shows: "Case officer"),
    ]
  }
}

extension ExternalLinkInspector {
  static var examples: [InspectionExample] {
    let space = WorkbookExample.space
    let link =
      "<externalLink xmlns=\"\(space)\"><externalBook><sheetNames><sheetName val=\"Staff\"/>"
      + "</sheetNames><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\" t=\"str\">"
      + "<v>Ms Example</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
    let dde =
      "<externalLink xmlns=\"\(space)\"><ddeLink ddeService=\"Feed\" ddeTopic=\"Prices\">"
      + "<ddeItems><ddeItem name=\"One\"/></ddeItems></ddeLink></externalLink>"
    let made = WorkbookExample().with("externalLink", link)
    return [
      InspectionExample(
        "values of a linked workbook", file: "example.xlsx", made.bytes,
        finds: [cache.id, path.id], shows: "Ms Example"),
      WorkbookExample().with("externalLink", dde).finds(
        exchange, "a link to another program", shows: "Prices"),
      WorkbookExample().leaves(path, "a workbook without links"),
    ]
  }
}

extension ConnectionInspector {
  static var examples: [InspectionExample] {
    let space = WorkbookExample.space
    let list =
      "<connections xmlns=\"\(space)\"><connection id=\"1\" name=\"Staff\"><dbPr "
      + "connection=\"Server=hr01;User ID=example\"/></connection></connections>"
    let table = "<queryTable xmlns=\"\(space)\" name=\"Staff of hr01\" connectionId=\"1\"/>"
    // A container with one formula, packed as Power Query packs it.
    let container = ZipWriter.file([
      ("Formulas/Section1.m", Array("section Section1; shared Staff = \"hr01\";".utf8))
    ])
    let size = UInt32(container.count)
    let head: [UInt8] = [0, 0, 0, 0] + (0..<4).map { UInt8(size >> (8 * UInt32($0)) & 0xFF) }
    let mashup =
      "<DataMashup xmlns=\"http://schemas.microsoft.com/DataMashup\">"
      + MashupText.encode(head + container) + "</DataMashup>"
    return [
      WorkbookExample().with("connections", list).finds(
        connections, "a connection with its user", shows: "User ID=example"),
      WorkbookExample().with("queryTable", table, onSheet: true).finds(
        queryTable, "a table filled by a query", shows: "Staff of hr01"),
      WorkbookExample().with("customXml", mashup).finds(
        query, "the formulas of Power Query", shows: "shared Staff", allowing: ["xlsx.custom_xml"]),
      WorkbookExample().with("powerPivotData", "rows of the Staff table").finds(
        model, "a data model", shows: "Staff table"),
      WorkbookExample().with("customXml", "<a xmlns=\"urn:example\"/>").leaves(
        query, "custom XML of another kind"),
    ]
  }
}

extension PrintInspector {
  static var examples: [InspectionExample] {
    func footer(_ text: String) -> WorkbookExample {
      WorkbookExample(after: "<headerFooter><oddFooter>\(text)</oddFooter></headerFooter>")
    }
    return [
      footer("&amp;L&amp;8Prepared by Ms Example&amp;RPage &amp;P").finds(
        headerFooter, "a footer with a name", shows: "Prepared by Ms Example"),
      footer("&amp;CPage &amp;P of &amp;N").leaves(headerFooter, "a footer with page numbers"),
      WorkbookExample().with("printerSettings", "\\\\srv01\\Example printer", onSheet: true).finds(
        printer, "settings of a printer", shows: "srv01"),
    ]
  }
}

extension ControlInspector {
  static var examples: [InspectionExample] {
    let list =
      "<formControlPr objectType=\"List\"><itemLst><item val=\"Ms Example\"/></itemLst>"
      + "</formControlPr>"
    let note =
      "<xml xmlns:v=\"urn:v\" xmlns:x=\"urn:x\"><v:shape id=\"n\"><x:ClientData "
      + "ObjectType=\"Note\"/></v:shape></xml>"
    return [
      WorkbookExample().with("ctrlProp", list, onSheet: true).finds(
        control, "a list in a control", shows: "Ms Example"),
      WorkbookExample().with("vmlDrawing", note, onSheet: true).leaves(
        control, "the box of a note"),
    ]
  }
}
