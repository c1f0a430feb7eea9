import Documents
import Testing

@Suite("Word documents")
struct WordTests {
  private typealias W = WordFile

  private func text(_ body: String) throws -> String { try read(WordFile(body: body).bytes).text }

  @Test("paragraphs, breaks, tabs and hyphens stand as they are seen")
  func paragraphs() throws {
    let body =
      W.paragraph("Dear Ms &amp; Mr  Pugh") + W.paragraph("  ")
      + "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Our ref:</w:t><w:tab/>"
      + "<w:t>1</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>dis</w:t><w:softHyphen/>"
      + "<w:t>closure</w:t></w:r></w:p>"
    #expect(try text(body) == "Dear Ms & Mr  Pugh\n\nOur ref:\t1\nnon-disclosure")
  }

  @Test("strict and transitional documents read alike, wherever the document part is")
  func dialects() throws {
    var file = WordFile(body: W.paragraph("The same."))
    file.isStrict = true
    file.mainPart = "odd/place/letter.xml"
    #expect(try read(file.bytes).text == "The same.")
    var other = WordFile(body: "")
    other.body = W.paragraph("The same.")
    #expect(try read(other.bytes) == read(file.bytes))
  }

  @Test("prefixes mean nothing: the namespace counts")
  func prefixes() throws {
    var file = WordFile(body: "")
    file.body =
      "<x:p xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:r><x:t>in</x:t>"
      + "</x:r></x:p><y:p xmlns:y='urn:else'><y:r><y:t>out</y:t></y:r></y:p>"
    #expect(try read(file.bytes).text == "in")
  }

  @Test("insertions are kept, deletions and hidden text left out, and notes say so")
  func changes() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:del><w:r><w:delText>refuse</w:delText>\
      </w:r></w:del><w:ins><w:r><w:t>disclose</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>x</w:t></w:r>\
      </w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr>\
      <w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
      """
    let read = try read(WordFile(body: body).bytes)
    #expect(read.text == "We disclose.")
    #expect(read.notes.map(\.matter) == [.trackedChanges, .trackedChanges, .leftOut])
    #expect(read.notes.last?.message == "Not in the text: hidden text.")
  }

  @Test("tables read cell by cell with a bar between")
  func tables() throws {
    let body =
      W.paragraph("Before")
      + W.table([[["For"], ["Against"]], [["open", "ness"], ["harm"]], [["alone"], []]])
      + W.paragraph("After")
    #expect(try text(body) == "Before\n\nFor | Against\nopen ness | harm\n\nalone\n\nAfter")
  }

  @Test("numbers and bullets of lists are written out, by paragraph and by style")
  func lists() throws {
    let number = { (list: Int, level: Int) in
      "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>"
    }
    var file = WordFile(
      body: W.paragraph("one", number(1, 0)) + W.paragraph("deep", number(1, 1))
        + W.paragraph("deeper", number(1, 1)) + W.paragraph("two", number(1, 0))
        + W.paragraph("again", number(1, 1)) + W.paragraph("point", "<w:pStyle w:val='Dot'/>")
        + W.paragraph("plain", number(0, 0)))
    file.parts = [
      file.part(
        "numbering", "numbering",
        """
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/>\
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">\
        <w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1(%2)"/></w:lvl>\
        </w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0">\
        <w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>\
        <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        """),
      file.part(
        "styles", "styles",
        """
        <w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId="Dot"><w:basedOn w:val="Base"/></w:style>
        """),
    ]
    #expect(
      try read(file.bytes).text
        == "3. one\n3(i) deep\n3(ii) deeper\n4. two\n4(i) again\n• point\n\nplain")
  }

  @Test("footnotes stand at the end with their numbers")
  func footnotes() throws {
    var file = WordFile(
      body: "<w:p><w:r><w:t>As held</w:t><w:footnoteReference w:id='5'/><w:t>.</w:t></w:r></w:p>")
    file.parts = [
      file.part(
        "footnotes", "footnotes",
        "<w:footnote w:id='-1'>\(W.paragraph("line"))</w:footnote>"
          + "<w:footnote w:id='5'>\(W.paragraph("[2025] UKSC 27"))</w:footnote>")
    ]
    #expect(try read(file.bytes).text == "As held[1].\n\n[1] [2025] UKSC 27")
  }

  @Test("text boxes are read once, headers and comments left out with a note")
  func boxes() throws {
    let box = "<w:txbxContent>\(W.paragraph("In the box"))</w:txbxContent>"
    var file = WordFile(
      body: """
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>\(box)</w:drawing></mc:Choice>\
        <mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>\
        <w:r><w:t>Around it</w:t></w:r></w:p>
        """)
    file.parts = [
      file.part("header", "hdr", W.paragraph("Official")),
      file.part("comments", "comments", ""),
    ]
    let read = try read(file.bytes)
    #expect(read.text == "In the box\n\nAround it")
    #expect(read.notes.map(\.message) == ["Not in the text: headers and footers, comments."])
  }

  @Test("workbooks, presentations and other ZIP files are named")
  func others() {
    var file = WordFile(body: "")
    file.contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    #expect(reason(file.bytes)?.message.contains("Excel workbook") == true)
    #expect(reason(ZipFile([("a.txt", "a")]).bytes)?.message.contains("a ZIP file") == true)
    #expect(reason(WordFile(body: "").bytes)?.reason == .empty)
  }

  @Test("a letter that counts twice is damaged, not one of the two")
  func twice() {
    var zip = WordFile(body: WordFile.paragraph("one")).zip
    zip.add("WORD/document.xml", Array(WordFile(body: WordFile.paragraph("two")).document.utf8))
    #expect(reason(zip.bytes)?.reason == .damaged)
  }

  @Test("a part whose checksum is wrong is damaged")
  func checksum() {
    var bytes = WordFile(body: WordFile.paragraph("withheld")).bytes
    guard let place = bytes.firstRange(of: Array("withheld".utf8)) else { return }
    bytes[place.lowerBound] = UInt8(ascii: "W")
    #expect(reason(bytes)?.message.contains("checksum") == true)
  }
}
