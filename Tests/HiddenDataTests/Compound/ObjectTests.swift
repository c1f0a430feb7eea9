import Testing

@testable import HiddenData

@Suite("Compound files: objects, macros, properties")
struct ObjectTests {
  @Test("a file that the Packager put in comes out with its name and its path")
  func package() throws {
    for bytes in [OLEExample.object, OLEExample.native] {
      let contents = try #require(OLEObject.contents(of: bytes))
      #expect(contents.name == "list.txt")
      #expect(contents.path?.contains(#"C:\Users\kim\list.txt"#) == true)
      #expect(String(decoding: contents.payload, as: UTF8.self) == "Kim Example, 1 High Street")
    }
    #expect(OLEObject.contents(of: Array("nothing of the kind".utf8)) == nil)
  }

  @Test("an object that holds a package of today gives it with an ending")
  func modernPackage() {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0]
    let contents = OLEObject.contents(of: CompoundExample.file([("Package", zip)]))
    #expect(contents?.name == "object.zip")
    #expect(contents?.payload == zip)
  }

  @Test("macros are read by the list of modules")
  func macros() {
    let modules = VBAProject.modules(in: VBAExample.project)
    #expect(modules.map(\.name) == ["Module1"])
    #expect(modules.first?.source.contains("asked for by Jan Example") == true)
  }

  @Test("macros are found without the list of modules too")
  func brokenList() throws {
    var writer = CompoundWriter()
    let file = try CompoundFile(VBAExample.project)
    try writer.copy(file, from: 0, to: 0) { $0.name == "dir" ? [9, 9, 9] : $1 }
    let modules = VBAProject.modules(in: writer.bytes)
    #expect(modules.first?.source.contains("asked for by Jan Example") == true)
  }

  @Test("a chunk that copies what went before is unpacked")
  func compression() {
    // "#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa", packed as the specification shows it.
    let packed: [UInt8] = [
      0x01, 0x2F, 0xB0, 0x00, 0x23, 0x61, 0x61, 0x61, 0x62, 0x63, 0x64, 0x65, 0x82, 0x66, 0x00,
      0x70,
      0x61, 0x67, 0x68, 0x69, 0x6A, 0x01, 0x38, 0x08, 0x61, 0x6B, 0x6C, 0x00, 0x30, 0x6D, 0x6E,
      0x6F,
      0x70, 0x06, 0x71, 0x02, 0x70, 0x04, 0x10, 0x72, 0x73, 0x74, 0x75, 0x76, 0x10, 0x77, 0x78,
      0x79,
      0x7A, 0x00, 0x3C,
    ]
    let text = VBACompression.decompress(packed, from: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(text == "#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa")
  }

  @Test("a module that says only what it is called is bare")
  func bare() {
    #expect(VBAProject.isBare("Attribute VB_Name = \"Sheet1\"\r\nAttribute VB_Base = \"0\"\r\n"))
    #expect(!VBAProject.isBare("Attribute VB_Name = \"Sheet1\"\r\nSub A()\r\nEnd Sub\r\n"))
  }

  @Test("fields of properties are read in their set of letters")
  func properties() throws {
    let set = try PropertySet(CompoundExample.summary([2: "Siân’s report", 4: "", 18: "Excel"]))
    let texts = set.sections.flatMap(\.properties).map { "\($0.id) \($0.text ?? "")" }
    #expect(texts == ["2 Siân’s report", "4 ", "18 Excel"])
  }

  @Test(
    "times are told as dates",
    arguments: [
      (0, "1970-01-01"), (11_016, "2000-02-29"), (-1, "1969-12-31"), (20_513, "2026-03-01"),
    ])
  func dates(_ day: Int, _ text: String) {
    #expect(Moment.date(day) == text)
  }

  @Test("text is found among other bytes, narrow and wide, and chance is not text")
  func runs() {
    let bytes: [UInt8] =
      [0, 1, 2] + Array("Ann Example".utf8) + [0xFF, 3] + "Siân Price".utf16Bytes + [0, 0, 7]
      + Array("!!##(((%%%".utf8)
    #expect(TextRuns.find(in: bytes) == ["Ann Example", "Siân Price"])
  }
}
