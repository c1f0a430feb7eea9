import Testing

@testable import Documents
@testable import HiddenData

@Suite("Reading the objects of PDFs")
struct PDFReadingTests {
  private func object(_ text: String) throws(Unreadable) -> PDFObject {
    var lexer = PDFLexer(Array(text.utf8))
    return try lexer.object() ?? .null
  }

  @Test("numbers, names and texts are read as written")
  func words() throws {
    #expect(try object("-12").int == -12)
    #expect(try object("+.5").double == 0.5)
    #expect(try object("99999999999999999999999").double ?? 0 > 9e22)
    #expect(try object("/A#20B").name == "A B")
    #expect(try object("(a\\(b\\)\\101(c)\\\nd)").text == "a(b)A(c)d")
    #expect(try object("<4a 6F7>").text == "Jop")
    #expect(try object("<FEFF00E9>").text == "é")
    #expect(try object("12 0 R").reference == 12)
    #expect(try object("[1 2 0 R 3]").array?.count == 3)
  }

  @Test("the filters undo what packs")
  func filters() throws {
    func decoded(_ name: String, _ text: String) throws(Unreadable) -> String {
      let bytes = Array(text.utf8)
      let found = try PDFFilters.decode(
        bytes, 0..<bytes.count, filters: [(name, [:])], most: 1 << 20)
      return String(decoding: found?.data ?? [], as: UTF8.self)
    }
    #expect(try decoded("ASCIIHexDecode", "4A6F>") == "Jo")
    #expect(try decoded("ASCII85Decode", "87cURD]j7BEbo80~>") == "Hello world!")
    #expect(try decoded("RunLengthDecode", "\u{2}abc") == "abc")
  }

  @Test("a code of LZW is unpacked")
  func lzw() throws {
    let bytes: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
    let found = try PDFLZW.unpack(bytes, 0..<bytes.count, early: true, most: 1 << 20)
    #expect(found.data == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
  }

  @Test("bytes before the header move every place")
  func moved() throws {
    let bytes = Array("junk\n".utf8) + PDFExample(text: "Moved").file
    let run = InspectionRun { _, _, _ throws(Unreadable) in }
    let file = try PDFFile(bytes, run: run)
    #expect(file.contents.page(file.reach.pages[0].dictionary, in: file.current).text == "Moved")
    #expect(!file.wasRepaired)
  }

  @Test("a file without its table is read by looking for its objects")
  func repaired() throws {
    var bytes = PDFExample(text: "Found").file
    if let table = bytes.firstRange(of: Array("xref\n".utf8)) { bytes[table.lowerBound] = 0x58 }
    let run = InspectionRun { _, _, _ throws(Unreadable) in }
    let file = try PDFFile(bytes, run: run)
    #expect(file.wasRepaired)
    #expect(file.contents.page(file.reach.pages[0].dictionary, in: file.current).text == "Found")
  }

  @Test("codes are text by the font's own table, by the names of its glyphs, or as they look")
  func fonts() throws {
    let map =
      "1 begincodespacerange <00> <FF> endcodespacerange "
      + "1 beginbfrange <0041> <0043> <0061> endbfrange 1 beginbfchar <0044> <00660069> endbfchar"
    let bytes = PDFExample(objects: [
      20: "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 21 0 R>>",
      21: PDFExample.stream(map),
      22: "<</Type/Font/Subtype/Type1/Encoding<</Differences[1/J/o/eacute]>>>>",
    ]).file
    let run = InspectionRun { _, _, _ throws(Unreadable) in }
    let file = try PDFFile(bytes, run: run)
    let wide = PDFFont(file.current.object(20).dictionary ?? [:], in: file.current)
    #expect(wide.decode([0, 0x41, 0, 0x42, 0, 0x44]) == "abfi")
    let named = PDFFont(file.current.object(22).dictionary ?? [:], in: file.current)
    #expect(named.decode([1, 2, 3]) == "Joe\u{301}")
    #expect(PDFFont.plain([0, 0x4A, 0, 0x6F]) == "Jo")
  }
}
