import Documents
import Testing

@Suite("OpenDocument texts")
struct OpenDocumentTests {
  private static let spaces = ["office", "text", "table", "style", "drawing", "manifest"].map {
    "xmlns:\($0 == "drawing" ? "draw" : $0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'"
  }.joined(separator: " ")

  static func file(_ body: String, styles: String = "", others: [(String, String)] = []) -> [UInt8]
  {
    ZipFile(
      [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          """
          <office:document-content \(spaces)><office:automatic-styles>\(styles)\
          </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body>\
          </office:document-content>
          """
        ),
      ] + others
    ).bytes
  }

  @Test("headings, paragraphs, kept blanks and breaks")
  func paragraphs() throws {
    let body = """
      <text:h>Your
        request</text:h><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/><text:span>d\
      </text:span></text:p><text:p/>
      """
    #expect(try read(Self.file(body)).text == "Your request\n\na   b\tc\nd")
    #expect(try read(Self.file(body)).format == .odt)
  }

  @Test("lists are numbered as their styles say, and go on where they should")
  func lists() throws {
    let styles = """
      <text:list-style style:name="N"><text:list-level-style-number text:level="1" \
      style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" \
      style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>\
      <text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>
      """
    let body = """
      <text:list text:style-name="N"><text:list-item><text:p>one</text:p><text:list><text:list-item>\
      <text:p>a</text:p><text:p>more</text:p></text:list-item></text:list></text:list-item></text:list>\
      <text:p>between</text:p><text:list text:style-name="N" text:continue-numbering="true">\
      <text:list-item><text:p>two</text:p></text:list-item></text:list>\
      <text:list text:style-name="B"><text:list-item><text:p>dot</text:p></text:list-item></text:list>
      """
    #expect(
      try read(Self.file(body, styles: styles)).text
        == "1. one\n(a) a\n\nmore\n\nbetween\n2. two\n• dot")
  }

  @Test("tables, notes and text boxes")
  func tables() throws {
    let body = """
      <table:table><table:table-row><table:table-cell><text:p>For</text:p></table:table-cell>\
      <table:table-cell><text:p>Against</text:p></table:table-cell></table:table-row>\
      <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>both</text:p>\
      </table:table-cell><table:covered-table-cell/></table:table-row></table:table>\
      <text:p>See<text:note><text:note-citation>1</text:note-citation><text:note-body>\
      <text:p>the Act</text:p></text:note-body></text:note> there<draw:frame><draw:text-box>\
      <text:p>box</text:p></draw:text-box></draw:frame></text:p>
      """
    #expect(
      try read(Self.file(body)).text
        == "For | Against\n\nboth\n\nbox\n\nSee[1] there\n\n[1] the Act")
  }

  @Test("deletions, comments and hidden text are left out and noted")
  func leftOut() throws {
    let styles = """
      <style:style style:name="H"><style:text-properties text:display="none"/></style:style>
      """
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>\
      </text:changed-region></text:tracked-changes><text:p>kept<office:annotation><text:p>hm</text:p>\
      </office:annotation><text:span text:style-name="H">secret</text:span></text:p>\
      <text:section text:display="none"><text:p>section</text:p></text:section>
      """
    let read = try read(Self.file(body, styles: styles))
    #expect(read.text == "kept")
    #expect(read.notes.map(\.matter) == [.trackedChanges, .leftOut])
    #expect(read.notes.last?.message == "Not in the text: hidden text, comments.")
  }

  @Test("a document with a password is encrypted, a workbook is not a text")
  func others() {
    let manifest = """
      <manifest:manifest \(Self.spaces)><manifest:file-entry><manifest:encryption-data/>\
      </manifest:file-entry></manifest:manifest>
      """
    let sealed = Self.file("", others: [("META-INF/manifest.xml", manifest)])
    #expect(reason(sealed)?.reason == .encrypted)
    let sheet = ZipFile([
      (
        "content.xml",
        "<office:document-content \(Self.spaces)><office:body><office:spreadsheet/></office:body>"
          + "</office:document-content>"
      )
    ])
    #expect(reason(sheet.bytes)?.reason == .unknownFormat)
  }
}
