import InformationLaw
import Markup

/// The text of a Word letter.
struct DocxDocument {
  let letter: Letter

  /// What is between the margins of an A4 page, in twentieths of a point.
  private static let textWidth = 9638

  var xml: XML {
    """
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\
    \(head)\(letter.sections.map(section))\
    <w:sectPr><w:footerReference w:type="default" r:id="rId4"/>\
    <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" \
    w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>
    """
  }

  /// The reference and the number of the page: letters come apart.
  var footer: XML {
    """
    <w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>\(run(letter.reference.normalisedLine))\
    <w:r><w:tab/></w:r>\(run("Page "))\(field("PAGE"))\(run(" of "))\(field("NUMPAGES"))</w:p></w:ftr>
    """
  }

  private var head: [XML] {
    let particulars = [
      letter.date?.written ?? "", letter.reference.isEmpty ? "" : "Reference: \(letter.reference)",
    ]
    let name = letter.letterhead.prefix(1).map { paragraph([$0], style: "LetterheadName") }
    return name + [
      paragraph(Array(letter.letterhead.dropFirst()), style: "Letterhead"),
      paragraph(letter.addressLines),
      paragraph(particulars.filter { !$0.isEmpty }), paragraph([letter.salutation]),
      paragraph([letter.title.normalisedLine], style: "Title"),
    ]
  }

  private func section(_ section: Section) -> XML {
    var heading = section.heading ?? letter.title
    let blocks = section.effective.map { block -> XML in
      switch block {
      case .paragraph(let text): return paragraph(text.lines.map(String.init))
      case .subheading(let text):
        heading = text
        return paragraph([text], style: "Heading2")
      case .bullets(let points):
        return points.map { paragraph($0.lines.map(String.init), style: "ListBullet") }.joined()
      case .table(let header, let rows): return table(header, rows, named: heading)
      }
    }
    return "\(section.heading.map { paragraph([$0], style: "Heading1") })\(blocks)"
  }

  /// A table across the page. A paragraph follows, or Word would join it to a table below.
  private func table(_ header: [String], _ rows: [[String]], named name: String) -> XML {
    let widths = DocxDocument.widths(of: [header] + rows)
    let grid = widths.map { width -> XML in "<w:gridCol w:w=\"\(width)\"/>" }
    return """
      <w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/>\
      <w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:tblLayout w:type="fixed"/>\
      <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" \
      w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="\(name)"/></w:tblPr>\
      <w:tblGrid>\(grid)</w:tblGrid>\
      \(row(header, widths, isHeader: true))\(rows.map { row($0, widths, isHeader: false) })</w:tbl>\
      <w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>
      """
  }

  private func row(_ cells: [String], _ widths: [Int], isHeader: Bool) -> XML {
    let cells = zip(cells, widths).map { text, width -> XML in
      """
      <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/></w:tcPr>\
      \(paragraph([text], style: "TableText"))</w:tc>
      """
    }
    let header: XML = isHeader ? "<w:tblHeader/>" : ""
    return "<w:tr><w:trPr><w:cantSplit/>\(header)</w:trPr>\(cells)</w:tr>"
  }

  private func paragraph(_ lines: [String], style: String = "Normal") -> XML {
    guard let last = lines.last else { return "" }
    // "We withhold:" belongs on the page of what follows.
    let keep = HTML.when(last.hasSuffix(":")) { "<w:keepNext/>" }
    let properties: XML = "<w:pPr><w:pStyle w:val=\"\(style)\"/>\(keep)</w:pPr>"
    return "<w:p>\(properties)\(lines.map(run).joined(separator: "<w:r><w:br/></w:r>"))</w:p>"
  }

  private func run(_ text: String) -> XML {
    "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  private func field(_ name: String) -> XML {
    "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
  }

  /// Column widths that follow the text: a column needs room for its longest word; what is left goes
  /// to those with more than that, by the square root of how much more.
  static func widths(of rows: [[String]]) -> [Int] {
    let columns = (rows.first ?? []).indices
    // Arial at 10 points is about 110 twentieths a letter wide; margins of the cell come on top.
    let words = columns.map { column in
      let words = rows.flatMap { $0[column].split(separator: " ") }
      return min(words.map(\.count).max() ?? 1, 24)
    }
    let more = columns.map { column in
      Double(max(0, (rows.map { $0[column].count }.max() ?? 0) - words[column])).squareRoot()
    }
    let least = words.map { $0 * 115 + 260 }
    let rest = Double(max(0, textWidth - least.reduce(0, +)))
    let total = more.reduce(0, +)
    var widths = columns.map { column in
      least[column] + (total > 0 ? Int(rest * more[column] / total) : Int(rest) / columns.count)
    }
    // Long words in many columns: share the page evenly rather than run off it.
    if widths.reduce(0, +) > textWidth { widths = columns.map { _ in textWidth / columns.count } }
    return widths
  }
}
