/// Builds the small workbooks that inspectors carry as examples.
struct WorkbookExample {
  static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What is in the first sheet: before its cells, its rows, and after them.
  var before = ""
  var rows = ""
  var after = ""
  /// Further sheets: name, attributes in the list of sheets, rows.
  var sheets: [(name: String, attributes: String, rows: String)] = []
  /// What follows the list of sheets.
  var book = ""
  var styles = ""
  /// Further parts: name and content.
  var parts: [(name: String, content: String)] = []
  var types: [String: String] = [:]
  /// What the first sheet, the workbook and other parts lead to.
  var sheetLinks: [(id: String, kind: String, target: String)] = []
  var bookLinks: [(id: String, kind: String, target: String)] = []
  var external: Set<String> = []

  /// A small table that every example shows.
  private static let table =
    row(1, text("A1", "Grade") + text("B1", "Posts"))
    + row(2, text("A2", "Officer") + number("B2", "120"))
    + row(3, text("A3", "Manager") + number("B3", "80"))

  static func row(_ number: Int, _ cells: String, _ attributes: String = "") -> String {
    "<row r=\"\(number)\" \(attributes)>\(cells)</row>"
  }

  static func text(_ place: String, _ text: String, style: Int = 0) -> String {
    "<c r=\"\(place)\" s=\"\(style)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  static func number(_ place: String, _ value: String, style: Int = 0) -> String {
    "<c r=\"\(place)\" s=\"\(style)\"><v>\(value)</v></c>"
  }

  /// Styles with one font, fill and format beside the usual ones; style 1 is made of them.
  static func styles(
    font: String = "", fill: String = "", format: String = "", protection: String = "",
    change: String = ""
  ) -> String {
    "<styleSheet xmlns=\"\(space)\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"\(format)\"/>"
      + "</numFmts><fonts><font><sz val=\"11\"/></font><font>\(font)</font></fonts>"
      + "<fills><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill><fill>\(fill)</fill></fills>"
      + "<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
      + "<cellXfs><xf fontId=\"0\" fillId=\"0\"/><xf fontId=\"1\" fillId=\"\(fill.isEmpty ? 0 : 2)\" "
      + "numFmtId=\"\(format.isEmpty ? 0 : 170)\">\(protection)</xf></cellXfs>"
      + "<dxfs><dxf>\(change)</dxf></dxfs></styleSheet>"
  }

  static func solid(_ colour: String) -> String {
    "<patternFill patternType=\"solid\"><fgColor rgb=\"FF\(colour)\"/></patternFill>"
  }

  /// The file.
  var bytes: [UInt8] {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var overrides = ["xl/workbook.xml": type + "sheet.main+xml"]
    overrides.merge(types) { $1 }
    var list = "<sheet name=\"Answer\" sheetId=\"1\" r:id=\"rId1\"/>"
    var links = [("rId1", "worksheet", "worksheets/sheet1.xml")] + bookLinks
    var content: [(String, String)] = [
      ("xl/worksheets/sheet1.xml", sheet(before, Self.table + rows, after))
    ]
    for (index, one) in sheets.enumerated() {
      let number = index + 2
      list +=
        "<sheet name=\"\(one.name)\" sheetId=\"\(number)\" \(one.attributes) r:id=\"rId\(number)\"/>"
      links.append(("rId\(number)", "worksheet", "worksheets/sheet\(number).xml"))
      content.append(("xl/worksheets/sheet\(number).xml", sheet("", one.rows, "")))
    }
    for index in content.indices { overrides[content[index].0] = type + "worksheet+xml" }
    if !styles.isEmpty {
      links.append(("rStyles", "styles", "styles.xml"))
      content.append(("xl/styles.xml", styles))
    }
    if !sheetLinks.isEmpty {
      content.append(
        (
          "xl/worksheets/_rels/sheet1.xml.rels",
          OfficeExample.relationships(sheetLinks, external: external)
        ))
    }
    let main =
      "<workbook xmlns=\"\(Self.space)\" xmlns:r=\"\(Self.relations)\"><sheets>\(list)</sheets>"
      + "\(book)</workbook>"
    let root = OfficeExample.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    return OfficeExample.package(
      [
        ("[Content_Types].xml", OfficeExample.contentTypes(overrides)), ("_rels/.rels", root),
        ("xl/workbook.xml", main),
        ("xl/_rels/workbook.xml.rels", OfficeExample.relationships(links, external: external)),
      ] + content + parts.map { ($0.name, $0.content) })
  }

  private func sheet(_ before: String, _ rows: String, _ after: String) -> String {
    "<worksheet xmlns=\"\(Self.space)\" xmlns:r=\"\(Self.relations)\">\(before)<sheetData>\(rows)"
      + "</sheetData>\(after)</worksheet>"
  }

  /// The drawing of one object, whose place is from D2 to H8, or covers B2 to C4.
  static func drawing(_ object: String, over cells: Bool = false) -> String {
    func corner(_ name: String, _ column: Int, _ row: Int) -> String {
      "<xdr:\(name)><xdr:col>\(column)</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>\(row)</xdr:row>"
        + "<xdr:rowOff>0</xdr:rowOff></xdr:\(name)>"
    }
    let base = "http://schemas.openxmlformats.org/drawingml/2006/"
    let from = cells ? corner("from", 1, 1) : corner("from", 3, 1)
    let to = cells ? corner("to", 3, 4) : corner("to", 8, 8)
    return "<xdr:wsDr xmlns:xdr=\"\(base)spreadsheetDrawing\" xmlns:a=\"\(base)main\" "
      + "xmlns:r=\"\(relations)\"><xdr:twoCellAnchor>\(from)\(to)\(object)<xdr:clientData/>"
      + "</xdr:twoCellAnchor></xdr:wsDr>"
  }

  /// A shape with a ground, a text in a colour, and further attributes.
  static func shape(
    _ text: String, ground: String, colour: String, attributes: String = ""
  ) -> String {
    "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"Box\" \(attributes)/><xdr:cNvSpPr/></xdr:nvSpPr>"
      + "<xdr:spPr><a:solidFill><a:srgbClr val=\"\(ground)\"/></a:solidFill></xdr:spPr><xdr:txBody>"
      + "<a:bodyPr/><a:p><a:r><a:rPr><a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>"
      + "</a:rPr><a:t>\(text)</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
  }

  /// With a drawing on the first sheet.
  func drawn(_ drawing: String) -> WorkbookExample {
    var copy = self
    copy.after += "<drawing r:id=\"rDrawing\"/>"
    copy.sheetLinks.append(("rDrawing", "drawing", "../drawings/drawing1.xml"))
    copy.parts.append(("xl/drawings/drawing1.xml", drawing))
    return copy
  }

  /// With a part that the workbook or the first sheet leads to.
  func with(_ kind: String, _ content: String, onSheet: Bool = false) -> WorkbookExample {
    var copy = self
    let name = "part\(parts.count + 1).xml"
    let id = "rPart\(parts.count + 1)"
    if onSheet {
      copy.sheetLinks.append((id, kind, "../\(name)"))
    } else {
      copy.bookLinks.append((id, kind, name))
    }
    copy.parts.append(("xl/\(name)", content))
    return copy
  }

  /// An example that is found and shows a text.
  func finds(
    _ kind: HiddenDataClass, _ name: String, shows: String, allowing: Set<String> = []
  ) -> InspectionExample {
    InspectionExample(
      name, file: "example.xlsx", bytes, finds: [kind.id], shows: shows, allows: allowing)
  }

  /// An innocent that looks like a class.
  func leaves(_ kind: HiddenDataClass, _ name: String) -> InspectionExample {
    InspectionExample(name, file: "example.xlsx", bytes, leaves: [kind.id])
  }
}
