import Markup

/// How the parts of a Word letter look, by the names that Word knows.
enum DocxStyles {
  /// Arial is on every machine or has a stand-in of the same width there.
  static let styles: XML = """
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>\
    <w:sz w:val="22"/><w:szCs w:val="22"/>\
    <w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr>\
    </w:pPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
    <w:qFormat/></w:style>\
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
    <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>\
    <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
    <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>\
    <w:uiPriority w:val="99"/><w:semiHidden/></w:style>\
    \(heading("Title", "Title", before: 240, after: 240, size: 32, outline: nil))\
    \(heading("Heading1", "heading 1", before: 360, after: 120, size: 26, outline: 0))\
    \(heading("Heading2", "heading 2", before: 240, after: 80, size: 22, outline: 1))\
    \(heading("Heading3", "heading 3", before: 200, after: 80, size: 22, outline: 2))\
    <w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>\
    <w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="LetterheadName"><w:name w:val="Letterhead Name"/>\
    <w:basedOn w:val="Normal"/><w:next w:val="Letterhead"/><w:pPr><w:spacing w:after="40"/></w:pPr>\
    <w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Letterhead"><w:name w:val="Letterhead"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="360"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Table Text"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="40" w:after="40" w:line="252" \
    w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="TableEnd"><w:name w:val="Table End"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="160" w:lineRule="exact"/></w:pPr>\
    <w:rPr><w:sz w:val="12"/><w:szCs w:val="12"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>\
    <w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>\
    <w:style w:type="table" w:styleId="LetterTable"><w:name w:val="Letter Table"/>\
    <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders></w:tblPr>\
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>\
    <w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr></w:tblStylePr></w:style>\
    </w:styles>
    """

  /// Real bullets, so that a reader's software announces a list.
  static let numbering: XML = """
    <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
    <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>\
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>\
    <w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
    <w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>\
    <w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
    """

  private static func heading(
    _ id: String, _ name: String, before: Int, after: Int, size: Int, outline: Int?
  ) -> XML {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/>\
    <w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>\
    <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="\(before)" w:after="\(after)" \
    w:line="252" w:lineRule="auto"/>\
    \(outline.map { "<w:outlineLvl w:val=\"\($0)\"/>" as XML })</w:pPr>\
    <w:rPr><w:b/><w:bCs/><w:sz w:val="\(size)"/><w:szCs w:val="\(size)"/></w:rPr></w:style>
    """
  }

  private static let borders: XML = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"767676\"/>" as XML
  }.joined()
}
